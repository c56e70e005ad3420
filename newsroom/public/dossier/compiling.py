"""From what was gathered to the dossier as readers and partners get it."""

import datetime as dt
from typing import NamedTuple

from newsroom.public import reading
from newsroom.public.dossier import people, standing, timeline
from newsroom.public.dossier.gathering import Gathered, gather
from newsroom.public.reading import Having, Moment, Preference, Row
from newsroom.public.resolve import utc
from relations.values.fuzzy import FuzzyDate

CARD = ("id", "type", "kind", "language", "dir", "url", "html_url")
LABELS = ("title", "name", "headline")


class Compiled(NamedTuple):
    """
    `changes_at`: when anything in it changes next, if that is within a minute. `days`: those on which it changed, where
    they were asked for; they go on past the moment, and so are no part of the content, which is final.
    """

    content: dict
    changes_at: dt.datetime | None
    days: list[str]


def find(pair: str, language: str, at: Moment, *, strict: bool = False) -> Row | None:
    """The current edition of a pair's dossier, "AZE-DZA"; unless strict, in the nearest language there is."""
    languages = Preference((language,), original=not strict)
    selection = reading.select("dossier", languages, having=(Having("pair", (pair,)),))
    return next(iter(reading.everything(selection, at=at, limit=1)), None)


def compile_dossier(
    row: Row,
    language: str,
    at: Moment | dt.datetime | None = None,
    *,
    origin: str = "",
    on: dt.date | None = None,
    days: bool = False,
) -> Compiled:
    """All sections of the dossier as they stand at a moment; `on` is the day for which posts name their holder."""
    at = reading.moment(at)
    found = gather(row, language, at, origin, days=days)
    return Compiled({**found.dossier, **sections(found, at, on or at.at.date())}, found.changes_at, found.days)


def sections(found: Gathered, at: Moment, on: dt.date) -> dict:
    everything = everything_of(found)
    cards = {record["id"]: card_of(record) for record in everything}
    disputed = timeline.disputed_dates(everything)
    events = [timeline.timeline_row(e, disputed) for e in sorted(found.events, key=timeline.by_date)]
    agreements = standing.register(found.agreements, by_signature)
    offices = people.offices(found.people, found.posts, cards, on)
    claims = standing.told(everything, "claims", cards)
    content = {
        "as_of": utc(at.at),
        "timeline": [event for event in events if not timeline.is_planned(event)],
        "planned": [event for event in events if timeline.is_planned(event)],
        "visits": timeline.visits(events, found.countries, cards),
        "rounds": timeline.rounds(events),
        "agreements": agreements,
        "bodies": standing.bodies(agreements),
        "posts": offices,
        "heads": [office for office in offices if office["kind"] in ("head_of_state", "head_of_government")],
        "missions": [office for office in offices if office["kind"] == "ambassador"],
        "trade": found.dossier["figures"],
        "forums": standing.forums(found.countries, found.forums, cards),
        "claims": claims,
        "disputes": standing.told(everything, "disputes", cards),
        "quotes": standing.told(everything, "quotes", cards),
        "sectors": standing.sectors(claims),
        "latest": {"articles": found.articles},
    }
    return {**content, "counts": counts(content, events)}


def everything_of(found: Gathered) -> list[dict]:
    """The records whose claims, disputes and quotes concern the pair."""
    return [
        found.dossier,
        *found.countries,
        *sorted(found.events, key=timeline.by_date),
        *found.agreements,
        *found.people,
        *found.posts,
        *found.forums,
    ]


def card_of(record: dict) -> dict:
    label = next(record[name] for name in LABELS if record.get(name))
    return {**{name: record.get(name) for name in CARD}, "label": label}


def by_signature(agreement: dict) -> tuple:
    signed = agreement["signed_on"]
    return (FuzzyDate.parse(signed["edtf"]).sort_key if signed else (dt.date.max,)), agreement["id"]


def counts(content: dict, events: list[dict]) -> dict:
    return {
        "events": len(events),
        "visits": sum(event["kind"] == "visit" for event in events),
        "agreements": len(content["agreements"]),
        "agreements_signed": sum(agreement["signed_on"] is not None for agreement in content["agreements"]),
        "bodies": len(content["bodies"]),
        "rounds": sum(len(series["results"]) for series in content["rounds"]),
        "disputes_open": sum(dispute["state"] == "open" for dispute in content["disputes"]),
    }
