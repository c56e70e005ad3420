"""Posts and who held them: over time, and on any day as far as sources tell."""

import datetime as dt

from newsroom.public.api.views.actors import title_on
from newsroom.public.dossier.people import coverage_of, offices
from newsroom.public.pages.drawing.tenures import chart, lasting
from newsroom.public.templatetags.records import named

CARD = ("id", "type", "kind", "language", "dir", "url", "html_url")


def offices_held(posts: list[dict], people: list[dict], on: dt.date, today: dt.date, *, mirrored: bool) -> list[dict]:
    """Each post as the dossier's register of posts tells it, with its holders drawn over time, all on one axis."""
    cards = {item["id"]: card_of(item) for item in (*posts, *people)}
    found = offices(people, posts, cards, on)
    every = [held for office in found for held in office["holders"]]
    return [{**office, "chart": chart(office["holders"], today, mirrored=mirrored, beside=every)} for office in found]


def card_of(item: dict) -> dict:
    return {**{name: item.get(name) for name in CARD}, "label": named(item)}


def tenures(person: dict, today: dt.date, *, mirrored: bool) -> dict:
    """Each post held drawn over time, with the title of every day that a source names and how it is known to be held
    now."""
    held = [
        {
            **one,
            "attested": [titled(date, one) for date in one["attested"]],
            "coverage": str(coverage_of(one, today)),
        }
        for one in lasting(person["posts"])
    ]
    return chart(held, today, mirrored=mirrored)


def titled(date: dict, held: dict) -> dict:
    """With the title of the post then, unless it changed on a day that may be before or after."""
    days = [dt.date.fromisoformat(date[name]) for name in ("start", "end") if date[name]]
    titles = {title_on(held, day) for day in days} if len(days) == 2 else set()
    return {**date, "title": titles.pop() if len(titles) == 1 else ""}
