"""Who held the key posts then and who does now, and the days between which that differs."""

import datetime as dt
from itertools import pairwise

from newsroom.public.dossier.people import best
from newsroom.public.pages.drawing.spans import day

DAY = dt.timedelta(days=1)


def then_and_now(offices: list[dict], then: dt.date, now: dt.date) -> list[dict]:
    """Each office with its best known holder on both days, and whether another is known to hold it since."""
    return [compared(office, best(office["holders"], then), best(office["holders"], now)) for office in offices]


def compared(office: dict, then: dict | None, now: dict | None) -> dict:
    changed = bool(then and now) and then["person"]["id"] != now["person"]["id"]
    return {**office, "then": then, "now": now, "changed": changed}


def said(held: dict | None) -> tuple | None:
    return (held["person"]["id"], held["coverage"], held["acting"]) if held else None


def turning_days(offices: list[dict], until: dt.date) -> list[dt.date]:
    """Days up to one on which what is known of a post becomes another thing, that one among them."""
    found = {turn for office in offices for turn in turns(office["holders"], until)}
    return sorted({*found, until}) if found else []


def turns(holders: list[dict], until: dt.date) -> set[dt.date]:
    edges = {edge for holder in holders for edge in edges_of(holder) if edge < until}
    days = sorted(edges | {edge + DAY for edge in edges})
    known = [None, *(said(best(holders, one)) for one in days)]
    return {one for one, (before, after) in zip(days, pairwise(known), strict=True) if before != after}


def edges_of(holder: dict) -> set[dt.date]:
    """The first and the last possible days of all that is known of a tenure."""
    dates = [date for date in (holder["start"], holder["end"], *holder["attested"]) if date]
    return {day(date[end]) for date in dates for end in ("start", "end") if date[end]}
