"""Events of a pair: in order, by direction, by series."""

from itertools import pairwise

from relations.values.fuzzy import FuzzyDate

PLANNED = ("planned", "confirmed")

SHOWN = (
    *("id", "type", "url", "html_url", "language", "dir", "edition", "kind", "visit_type", "title", "summary"),
    *("date", "date_note", "bounds", "duration_days", "status", "status_as_of", "collective", "places"),
    *("host_country", "visiting_country", "series", "participants", "agreements", "part_of", "topics", "sources"),
)


# Where an event is told a second time, in visits and rounds, what the timeline says of it is not repeated.
BRIEF = (
    "id",
    "type",
    "url",
    "html_url",
    "language",
    "dir",
    "kind",
    "visit_type",
    "title",
    "date",
    "status",
    "collective",
    "places",
)


def brief(event: dict, *roles: str) -> dict:
    """An event with those of its participants who had one of these roles."""
    people = [one for one in event["participants"] if one["role"] in roles]
    return {**{name: event[name] for name in (*BRIEF, "sources_differ")}, "participants": people}


def by_date(event: dict) -> tuple:
    return (*FuzzyDate.parse(event["date"]["edtf"]).sort_key, event["id"])


def timeline_row(event: dict, disputed: set[str]) -> dict:
    return {**{name: event.get(name) for name in SHOWN}, "sources_differ": event["id"] in disputed}


def disputed_dates(records: list[dict]) -> set[str]:
    """Records about whose date sources differ, settled or not: readers are told either way."""
    disputes = [(record, dispute) for record in records for dispute in record.get("disputes", ())]
    found = [(record, dispute) for record, dispute in disputes if dispute["kind"] == "date"]
    return {record["id"] for record, _ in found} | {card["id"] for _, dispute in found for card in dispute["about"]}


def is_planned(event: dict) -> bool:
    return event["status"] in PLANNED


def visits(events: list[dict], countries: list[dict], cards: dict[str, dict]) -> list[dict]:
    """Both directions, each with its visits in order of date."""
    return [
        {
            "from": cards[guest["id"]],
            "to": cards[host["id"]],
            "results": [brief(event, "visitor") for event in events if is_visit(event, guest, host)],
        }
        for guest in countries
        for host in countries
        if guest is not host
    ]


def is_visit(event, guest, host) -> bool:
    return (
        event["kind"] == "visit"
        and id_of(event["visiting_country"]) == guest["id"]
        and (id_of(event["host_country"]) == host["id"])
    )


def id_of(card: dict | None) -> str | None:
    return card["id"] if card else None


def rounds(events: list[dict]) -> list[dict]:
    """Numbered meetings by series, each with the days since the one before and whether a number lies between."""
    places = [(event, event["series"]) for event in events]
    numbered = [event for event, place in places if place and place["series"] and place["ordinal"]]
    series = {event["series"]["series"]["id"]: event["series"] for event in numbered}
    return [
        {
            "series": place["series"],
            "body": place["body"],
            "results": series_rounds([e for e in numbered if e["series"]["series"]["id"] == uid]),
        }
        for uid, place in series.items()
    ]


def series_rounds(events: list[dict]) -> list[dict]:
    events = sorted(events, key=lambda event: event["series"]["ordinal"])
    gaps = [None, *(days_between(one, other) for one, other in pairwise(events))]
    before = [None, *(event["series"]["ordinal"] for event in events)]
    return [
        {
            "ordinal": event["series"]["ordinal"],
            "event": brief(event),
            "leads": [one for one in event["participants"] if one["role"] in ("lead", "co_chair")],
            "days_since_previous": gap,
            "numbers_missing": event["series"]["ordinal"] - previous - 1 if previous else 0,
        }
        for event, gap, previous in zip(events, gaps, before, strict=False)
    ]


def days_between(one: dict, other: dict) -> int | None:
    """None unless both are known to the day."""
    dates = [FuzzyDate.parse(event["date"]["edtf"]) for event in (one, other)]
    return (dates[1].lower - dates[0].lower).days if all(date.is_certain for date in dates) else None
