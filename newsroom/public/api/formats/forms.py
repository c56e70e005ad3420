"""The formats that answers can have, and which of them a resource has."""

from collections.abc import Callable
from typing import NamedTuple

import orjson
from django.utils.translation import override

from newsroom.public.addresses import API, PLURALS
from newsroom.public.api.formats import calendars, columns, csv, ftm, jsonld, ninjs, popolo
from newsroom.public.api.formats.document import Document
from newsroom.public.api.formats.feeds import atom, following, json_feed

UTF_8 = "; charset=utf-8"


def of_type(kind: str, description: str) -> dict:
    return {"type": kind, "description": description}


LINKED = of_type("object", "JSON-LD in the words of schema.org; a list is a @graph.")
TABLE = of_type(
    "string",
    "CSV (RFC 4180) in UTF-8 with a byte order mark. The first row has the names of the columns, which stay; new ones may"
    " come at any place. Several values in a cell have “ | ” between them; a cell that a spreadsheet program would run"
    " begins with an apostrophe. The next page is in Link.",
)
PAGE = of_type("string", "A page for people, in the language asked for.")
CALENDAR = of_type("string", "iCalendar (RFC 5545) of the events on the page that are known to the day.")
FEED = of_type("string", "An Atom feed (RFC 4287) of the records on the page.")
FEED_IN_JSON = of_type("object", "A JSON Feed 1.1 of the records on the page.")
ENTITIES = of_type("string", "Entities of FollowTheMoney, a JSON object on each line. The next page is in Link.")


class Form(NamedTuple):
    """
    `suffix` is that of addresses. `one` and `many` are the JSON Schema of a single record and of a list in this format.
    `write` is null where views make it themselves; plain JSON they describe themselves too. Only formats that can mark what is not public
    yet are given it.
    """

    suffix: str
    media_type: str
    write: Callable[[Document], bytes] | None
    one: dict
    many: dict
    is_text: bool = True
    is_file: bool = False
    marks_embargoed: bool = False

    @property
    def content_type(self) -> str:
        return self.media_type + UTF_8 if self.is_text else self.media_type


def in_jsonld(document: Document) -> bytes:
    if document.is_list:
        return orjson.dumps(jsonld.document([jsonld.of(item) for item in document.items]))
    return orjson.dumps({"@context": jsonld.CONTEXT, **jsonld.of(document.items[0])})


def in_ninjs(document: Document) -> bytes:
    """A list is an array: ninjs knows single news objects alone."""
    found = [ninjs.of(item, document.origin) for item in document.items]
    return orjson.dumps(found if document.is_list else found[0])


def in_csv(document: Document) -> bytes:
    table = columns.of(document.kind)
    return csv.csv_of(list(table), ([read(item) for read in table.values()] for item in document.items))


def in_calendar(document: Document) -> bytes:
    name, language, items = document.title, document.language, document.items
    return calendars.write(name, language, document.address, document.home, items, document.origin)


def in_atom(document: Document) -> bytes:
    with override(document.language):
        return atom.write(following.feed(document))


def in_json_feed(document: Document) -> bytes:
    with override(document.language):
        return json_feed.write(following.feed(document))


def in_popolo(document: Document) -> bytes:
    return orjson.dumps(popolo.of(document.items))


def in_ftm(document: Document) -> bytes:
    return b"".join(orjson.dumps(entity) + b"\n" for entity in ftm.of(document.items))


JSON = Form("json", "application/json", None, {}, {}, is_text=False, marks_embargoed=True)
# Only of what the API says of itself; views make it, as they make JSON.
HTML = Form("html", "text/html", None, PAGE, PAGE)
JSON_LD = Form("jsonld", "application/ld+json", in_jsonld, LINKED, LINKED, is_text=False)
NINJS = Form(
    "ninjs",
    ninjs.MEDIA_TYPE,
    in_ninjs,
    ninjs.SHAPE,
    {"type": "array", "items": ninjs.SHAPE},
    is_text=False,
    marks_embargoed=True,
)
CSV = Form("csv", csv.MEDIA_TYPE, in_csv, TABLE, TABLE, is_file=True)
ICS = Form("ics", calendars.MEDIA_TYPE, in_calendar, CALENDAR, CALENDAR)
ATOM = Form("atom", atom.MEDIA_TYPE, in_atom, FEED, FEED)
JSON_FEED = Form("feed.json", json_feed.MEDIA_TYPE, in_json_feed, FEED_IN_JSON, FEED_IN_JSON, is_text=False)
POPOLO = Form("popolo.json", popolo.MEDIA_TYPE, in_popolo, popolo.SHAPE, popolo.SHAPE, is_text=False)
FTM = Form("ftm.ndjson", ftm.MEDIA_TYPE, in_ftm, ENTITIES, ENTITIES, is_file=True)

# Every kind has JSON, JSON-LD and CSV.
FURTHER = {
    "article": (NINJS, ATOM, JSON_FEED),
    "event": (NINJS, ICS, ATOM, JSON_FEED),
    "agreement": (NINJS, ATOM, JSON_FEED),
    "actor": (POPOLO, FTM),
}
BY_KIND = {kind: (JSON, JSON_LD, CSV, *FURTHER.get(kind, ())) for kind in PLURALS}
# Of a compiled dossier: the whole, and those of its parts that are tables.
BY_PART = {
    "": (JSON, JSON_LD, CSV, ICS),
    "timeline": (JSON, CSV, ICS),
    "agreements": (JSON, CSV),
}
SUFFIXES = sorted({form.suffix for forms in (*BY_KIND.values(), *BY_PART.values()) for form in forms})


def file_name(path: str, suffix: str) -> str:
    """Of what is kept as a file: "/api/v1/dossiers/AZE-DZA" is dossiers-AZE-DZA.csv."""
    words = path.removeprefix(f"{API}/").removesuffix(f".{suffix}").replace("/", "-")
    return f"{words}.{suffix}"
