"""What is listed beside a record: by a facet that names it, and in full what can only be asked for after that."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import orjson

from newsroom.public.dossier.people import KEY_ROLES
from newsroom.public.pages.gathering import having
from newsroom.public.reading import Asked, Between, Page, Row

# Actors who are listed each by another part of what is known of them.
PERSON, COUNTRY, BODY = "person", "country", "body"

# Posts whose holders a page names: more could not each be found down an index.
OFFICES = 8
APPEARANCES = 40
MEMBERS = 60
# Either side of a round; a few, since dates that are not known to the day may be out of order.
NEIGHBOURS = 4


class Listed(NamedTuple):
    """A list: the kind it holds, the facet that names the record, how many, and in which order."""

    kind: str
    facet: str
    size: int
    ordering: str = "-date"

    def asked(self, language: str, *values: str) -> Asked:
        return having(self.kind, language, self.facet, *values, size=self.size, ordering=self.ordering)


# Articles name all they are about themselves.
RELATED = {
    PERSON: {
        "agreements": Listed("agreement", "actor", 10),
        "articles": Listed("article", "actor", 6),
    },
    COUNTRY: {
        "dossiers": Listed("dossier", "country", 12),
        "posts": Listed("post", "actor", 40, "name"),
        "events": Listed("event", "country", 8),
        "agreements": Listed("agreement", "country", 6),
        "articles": Listed("article", "country", 4),
    },
    BODY: {
        "posts": Listed("post", "organisation", 40, "name"),
        "children": Listed("actor", "parent", 40, "name"),
        "series": Listed("series", "actor", 10, "name"),
        "events": Listed("event", "actor", 8),
        "agreements": Listed("agreement", "actor", 8),
        "articles": Listed("article", "actor", 4),
        "published": Listed("source", "publisher", 12),
    },
    "event": {
        "parts": Listed("event", "parent", 40, "date"),
        "outcomes": Listed("agreement", "event", 12, "date"),
        "articles": Listed("article", "event", 6),
    },
    "agreement": {
        "events": Listed("event", "agreement", 20, "date"),
        "series": Listed("series", "agreement", 10, "name"),
        "articles": Listed("article", "agreement", 6),
    },
    "place": {
        "within": Listed("place", "parent", 60, "name"),
        "events": Listed("event", "place", 12),
        "agreements": Listed("agreement", "place", 8),
        "articles": Listed("article", "place", 6),
    },
    "topic": {
        "narrower": Listed("topic", "parent", 40, "name"),
        "articles": Listed("article", "topic", 6),
        "events": Listed("event", "topic", 8),
        "agreements": Listed("agreement", "topic", 8),
    },
    "post": {"events": Listed("event", "post", 10), "agreements": Listed("agreement", "post", 8)},
    "series": {"events": Listed("event", "series", 100, "date")},
    "author": {"articles": Listed("article", "author", 60)},
    "source": {"articles": Listed("article", "source", 6), "people": Listed("actor", "source", 30, "name")},
}


def shape_of(row: Row) -> str:
    """What its page is like: its kind, but people, countries and all other actors have each a page of their own."""
    if row.kind != "actor":
        return row.kind
    kind = orjson.loads(row.content)["kind"]
    return kind if kind in (PERSON, COUNTRY) else BODY


def related(row: Row, language: str) -> dict[str, Asked]:
    lists = {name: listed.asked(language, row.uid) for name, listed in RELATED.get(shape_of(row), {}).items()}
    beside = BESIDE.get(row.kind)
    return {**lists, **beside(orjson.loads(row.content), language)} if beside else lists


def of_its_country(content: dict, language: str) -> dict[str, Asked]:
    """Dossiers are about countries; those of its own tell what an actor had to do with."""
    country = uid_of(content["country"])
    return {"dossiers": Listed("dossier", "country", 4).asked(language, country)} if country else {}


def around(content: dict, language: str) -> dict[str, Asked]:
    """The rounds of a series before and after one, and the rest of what an event is part of."""
    found = {}
    if whole := uid_of(content["part_of"]):
        found["beside"] = Listed("event", "parent", 40, "date").asked(language, whole)
    if content["series"] and (series := uid_of(content["series"]["series"])):
        start, end = (content["date"][name] and date.fromisoformat(content["date"][name]) for name in ("start", "end"))
        found["before"] = near(series, language, Between("date", None, end), "-date")
        found["after"] = near(series, language, Between("date", start, None), "date")
    return found


def near(series: str, language: str, between: Between, ordering: str) -> Asked:
    asked = Listed("event", "series", NEIGHBOURS, ordering).asked(language, series)
    return asked._replace(selection=asked.selection._replace(between=(between,)))


BESIDE = {"actor": of_its_country, "event": around}


def uid_of(marker: dict | None) -> str:
    return next(iter(marker.values())) if marker else ""


def further(row: Row, language: str) -> Callable[[dict[str, Page]], dict[str, Asked]] | None:
    """What takes more than a line of a list to tell, or depends on what the lists hold."""
    ask = FURTHER.get(shape_of(row))
    return (lambda found: ask(row.uid, language, found)) if ask else None


def of_person(uid: str, language: str, found: dict[str, Page]) -> dict[str, Asked]:
    return {"events": Listed("event", "participant", APPEARANCES).asked(language, uid)}


def of_post(uid: str, language: str, found: dict[str, Page]) -> dict[str, Asked]:
    return {"people": holders(language, uid)}


def of_country(uid: str, language: str, found: dict[str, Page]) -> dict[str, Asked]:
    posts = key_posts(found["posts"].rows)
    return {"people": holders(language, *posts)} if posts else {}


def of_body(uid: str, language: str, found: dict[str, Page]) -> dict[str, Asked]:
    asked = of_country(uid, language, found)
    asked["members"] = Listed("actor", "member_of", MEMBERS, "name").asked(language, uid)
    return asked | rounds(language, found["series"].rows)


def of_agreement(uid: str, language: str, found: dict[str, Page]) -> dict[str, Asked]:
    return rounds(language, found["series"].rows)


def of_indicator(uid: str, language: str, found: dict[str, Page]) -> dict[str, Asked]:
    return {"dossiers": Listed("dossier", "indicator", 20).asked(language, uid)}


def of_source(uid: str, language: str, found: dict[str, Page]) -> dict[str, Asked]:
    kinds = {"events": ("event", 20), "agreements": ("agreement", 10), "dossiers": ("dossier", 6)}
    return {name: Listed(kind, "source", size).asked(language, uid) for name, (kind, size) in kinds.items()}


FURTHER = {
    PERSON: of_person,
    COUNTRY: of_country,
    BODY: of_body,
    "post": of_post,
    "agreement": of_agreement,
    "indicator": of_indicator,
    "source": of_source,
}


def holders(language: str, *posts: str) -> Asked:
    return Listed("actor", "post", 60, "name").asked(language, *posts)


def rounds(language: str, series: list[Row]) -> dict[str, Asked]:
    uids = [row.uid for row in series][:OFFICES]
    return {"rounds": Listed("event", "series", 60, "date").asked(language, *uids)} if uids else {}


def key_posts(rows: list[Row]) -> list[str]:
    """The posts whose holders are asked for, those of most weight first."""
    ranked = [(rank(orjson.loads(row.content)["kind"]), row.sort_name, row.uid) for row in rows]
    return [uid for *_, uid in sorted(ranked)[:OFFICES]]


def rank(role: str) -> int:
    return KEY_ROLES.index(role) if role in KEY_ROLES else len(KEY_ROLES)
