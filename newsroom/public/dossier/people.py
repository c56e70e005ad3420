"""Who held the posts of two countries, on any day."""

import datetime as dt

from relations.values.fuzzy import FuzzyDate
from relations.values.intervals import Coverage, covers

KEY_ROLES = ("head_of_state", "head_of_government", "foreign_minister", "speaker", "ambassador")


def offices(people: list[dict], posts: list[dict], cards: dict[str, dict], on: dt.date) -> list[dict]:
    """Every published post with all its known holders, and who held it on a day, as far as sources tell."""
    return [office(post, tenures_of(post, people, cards), cards, on) for post in sorted(posts, key=order_of)]


def order_of(post: dict) -> tuple:
    rank = KEY_ROLES.index(post["kind"]) if post["kind"] in KEY_ROLES else len(KEY_ROLES)
    return rank, (post["country"] or {}).get("label", ""), post["name"], post["id"]


def office(post: dict, holders: list[dict], cards: dict[str, dict], on: dt.date) -> dict:
    return {
        "post": cards[post["id"]],
        "kind": post["kind"],
        "title": post["name"],
        "titles": post["titles"],
        "country": post["country"],
        "organisation": post["organisation"],
        "holders": sorted(holders, key=first_known),
        "on": on.isoformat(),
        "held_by": best(holders, on),
    }


def tenures_of(post: dict, people: list[dict], cards: dict[str, dict]) -> list[dict]:
    return [
        {
            "person": cards[person["id"]],
            **{name: held[name] for name in ("start", "end", "acting", "attested", "sources")},
        }
        for person in people
        for held in person["posts"]
        if held["post"]["id"] == post["id"]
    ]


def first_known(holder: dict) -> tuple:
    dates = [holder["start"], *holder["attested"], holder["end"]]
    return min((FuzzyDate.parse(date["edtf"]).sort_key for date in dates if date), default=(dt.date.max,)), holder[
        "person"
    ]["id"]


def best(holders: list[dict], on: dt.date) -> dict | None:
    """The holder best supported on a day, with how well: covered by a tenure, or attested only."""
    known = [(coverage_of(holder, on), holder) for holder in holders]
    for wanted in (Coverage.COVERED, Coverage.ATTESTED):
        for coverage, holder in known:
            if coverage == wanted:
                return {"person": holder["person"], "coverage": str(coverage), "acting": holder["acting"]}
    return None


def coverage_of(held: dict, on: dt.date) -> Coverage:
    """How well a tenure, as read, is known to cover a day."""
    attested = [FuzzyDate.parse(date["edtf"]) for date in held["attested"]]
    return covers(fuzzy(held["start"]), fuzzy(held["end"]), attested, on)


def fuzzy(date: dict | None) -> FuzzyDate | None:
    return FuzzyDate.parse(date["edtf"]) if date else None
