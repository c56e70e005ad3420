"""What a page tells beside the record's own words, by the shape of the page: made of the lists that were gathered."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from newsroom.public.dossier.timeline import disputed_dates, id_of
from newsroom.public.pages import relating
from newsroom.public.pages.citing import uses_in
from newsroom.public.pages.drawing.tenures import KINDS
from newsroom.public.pages.holding import card_of, offices_held, tenures
from newsroom.public.pages.meeting import appearances, by_year, met, neighbours, programme, rounds_of, series_of

SHOWN = 12


class Days(NamedTuple):
    """`on` is the day for which posts name their holder; `mirrored` drawings begin at the right."""

    on: dt.date
    today: dt.date
    mirrored: bool


def person(item: dict, lists: dict, days: Days) -> dict:
    events = lists["events"]
    return {
        "tenures": tenures(item, days.today, mirrored=days.mirrored),
        "appearances": appearances(item["id"], events[:SHOWN]),
        "met": met(item, events),
        "looked_at": len(events),
        "spellings": by_language(item["other_names"]),
    }


def by_language(names: list[dict]) -> list[dict]:
    """Names by the language that spells so, in the order in which they come."""
    found: dict[str, list[dict]] = {}
    for name in names:
        found.setdefault(name["language"], []).append(name)
    return [{"language": language, "names": listed} for language, listed in found.items()]


def country(item: dict, lists: dict, days: Days) -> dict:
    people = lists.get("people", [])
    asked = {one["post"]["id"] for one_person in people for one in one_person["posts"]}
    sent = [post for post in lists["posts"] if id_of(post["accredited_to"]) == item["id"]]
    own = [post for post in lists["posts"] if post not in sent]
    offices, accredited = (held_posts(posts, people, asked, days) for posts in (own, sent))
    return {
        "offices": offices,
        "accredited": accredited,
        "kinds": kinds_in([*offices, *accredited]),
        "other_posts": [post for post in lists["posts"] if post["id"] not in asked],
        "spellings": by_language(item["other_names"]),
    }


def held_posts(posts: list[dict], people: list[dict], asked: set[str], days: Days) -> list[dict]:
    """Those of which any holder is known."""
    held = [post for post in posts if post["id"] in asked]
    return offices_held(held, people, days.on, days.today, mirrored=days.mirrored)


def kinds_in(offices: list[dict]) -> list[str]:
    """What the key to all these charts has to explain."""
    found = {kind for office in offices for kind in office["chart"]["kinds"]}
    return [kind for kind in KINDS if kind in found]


def body(item: dict, lists: dict, days: Days) -> dict:
    found = country(item, lists, days)
    return {**found, "members": members(item, lists["members"]), "rounds": by_series(lists)}


def members(item: dict, actors: list[dict]) -> list[dict]:
    """Every membership of each member: who is a member now may have been an observer before."""
    return [
        {"actor": card_of(actor), "link": link}
        for actor in actors
        for link in actor["member_of"]
        if id_of(link["organisation"]) == item["id"]
    ]


def by_series(lists: dict) -> list[dict]:
    rounds = lists.get("rounds", [])
    return [
        {
            "series": card_of(series),
            **rounds_of([one for one in rounds if series_of(one) == series["id"]]),
        }
        for series in lists["series"]
    ]


def event(item: dict, lists: dict, days: Days) -> dict:
    disputed = disputed_dates([item])
    parts = [{**part, "sources_differ": part["id"] in disputed} for part in lists["parts"]]
    # What belongs together through a record that is not public is not shown to do so.
    beside = [one for one in lists.get("beside", ()) if item["part_of"] and one["id"] != item["id"]]
    return {
        "programme": programme(parts),
        "beside": beside,
        "neighbours": neighbours(item, lists.get("before", []), lists.get("after", [])),
    }


def agreement(item: dict, lists: dict, days: Days) -> dict:
    """The chain: acts and their events, then the rounds that it provides for, by date."""
    return {"rounds": by_series(lists)}


def post(item: dict, lists: dict, days: Days) -> dict:
    (office,) = offices_held([item], lists["people"], days.on, days.today, mirrored=days.mirrored)
    return {"office": office}


def series(item: dict, lists: dict, days: Days) -> dict:
    return {"rounds": rounds_of(lists["events"])}


def author(item: dict, lists: dict, days: Days) -> dict:
    return {"years": by_year(lists["articles"])}


def indicator(item: dict, lists: dict, days: Days) -> dict:
    return {
        "figures": [
            {"dossier": card_of(dossier), "figure": figure}
            for dossier in lists["dossiers"]
            for figure in dossier["figures"]
            if id_of(figure["indicator"]) == item["id"]
        ]
    }


def source(item: dict, lists: dict, days: Days) -> dict:
    records = [*lists["events"], *lists["agreements"], *lists["dossiers"]]
    return {"said": said(item, records), "siblings": siblings(item, records)}


def said(item: dict, records: list[dict]) -> list[dict]:
    """The claims that rest on a source, each with the record it belongs to."""
    return [
        {**claim, "record": card_of(record)}
        for record in records
        for claim in record["claims"]
        if any(id_of(use["source"]) == item["id"] for use in claim["sources"])
    ]


def siblings(item: dict, records: list[dict]) -> list[dict]:
    """Sources cited beside this one that count as one voice with it."""
    uses = {use["source"]["id"]: use for record in records for use in uses_in(record)}
    own = uses.pop(item["id"], None)
    return [use for use in uses.values() if own and own["group"] and use["group"] == own["group"]]


TOLD: dict[str, Callable[[dict, dict, Days], dict]] = {
    relating.PERSON: person,
    relating.COUNTRY: country,
    relating.BODY: body,
    "event": event,
    "agreement": agreement,
    "post": post,
    "series": series,
    "author": author,
    "indicator": indicator,
    "source": source,
}
