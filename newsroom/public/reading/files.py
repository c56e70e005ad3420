"""Pictures: public while a current edition uses them and their rights run."""

from datetime import datetime

import orjson

from newsroom.public.prepared import fetch
from newsroom.public.reading.moments import Moment, current, moment

# An edition names its files in facets of this name; renditions by the folder they lie in.
FILE = "file"
# A file used more often than this is judged by so many of its uses.
USES = 20


def file_is_public(name: str, at: Moment | datetime | None = None) -> bool:
    at = moment(at)
    condition, params = current(at)
    sql = (
        "SELECT e.payload FROM public_facet f JOIN public_edition e ON e.id = f.edition_id"
        f" WHERE f.name = %s AND f.value IN (%s, %s) AND {condition} ORDER BY e.live_from DESC LIMIT {USES}"
    )
    found = fetch(sql, [FILE, name, name.rpartition("/")[0], *params])
    return any(_rights_run(orjson.loads(payload), name, at) for (payload,) in found)


def _rights_run(payload: dict, name: str, at: Moment) -> bool:
    """The folder is shared by all that was ever made of a picture: only what the edition lists is public."""
    marker = {"$file": name}
    return any(
        marker in (picture["url"], *(one["url"] for one in picture.get("renditions", ()))) and rights_run(picture, at)
        for picture in payload.get("media", ())
    )


def rights_run(picture: dict, at: Moment) -> bool:
    """Rights are held up to and including their last day."""
    return not picture["rights_until"] or picture["rights_until"] >= at.now.date().isoformat()
