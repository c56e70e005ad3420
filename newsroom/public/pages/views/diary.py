"""The diary: what is to come and what has been, as a list and month by month."""

import datetime as dt

from django.http import HttpResponse
from django.utils.http import urlencode
from django.utils.translation import get_language

from newsroom.public import reading
from newsroom.public.addresses import list_path
from newsroom.public.pages import months, narrowing
from newsroom.public.pages.asking import read
from newsroom.public.pages.choosing import chips, field
from newsroom.public.pages.gathering import Gathered, gather
from newsroom.public.pages.months import Month, diary_path
from newsroom.public.pages.showing import page, show
from newsroom.public.pages.views.lists import for_the_form
from newsroom.public.reading import Asked, Between, Having, Moment, Preference, Selection
from relations.values.fuzzy import FuzzyDate
from relations.values.labels import date_label
from relations.values.languages import LANGUAGES

NARROWED_BY = ("kind", "country")
PARAMETERS = {name: narrowing.known("event")[name] for name in NARROWED_BY}
AHEAD = ("planned", "confirmed", "postponed", "cancelled")
PAST = ("held", "unconfirmed")
COMING, RECENT, OF_A_MONTH = 30, 20, 200
# An event spans no more than a year, or it says nothing of a month; and its first possible day may lie a little before
# the date that it is sorted by.
LONGEST, ASIDE = dt.timedelta(days=366), dt.timedelta(days=31)


@page
def diary(request) -> HttpResponse:
    at, language = reading.moment(), get_language()
    values = read(request.GET, PARAMETERS)
    of_events = selection(language, at, values)
    lists = {
        "coming": Asked(also(of_events, Having("status", AHEAD), Between("date", at.at.date(), None)), "date", COMING),
        "recent": Asked(also(of_events, Having("status", PAST)), "-date", RECENT),
    }
    chosen = narrowing.chosen("event", values)
    found = gather({**lists, **for_the_form("event", language, chosen)}, at)
    events = [event for name in lists for event in found.lists[name]]
    context = {
        **{name: found.lists[name] for name in lists},
        **around(language, values, chosen, found, events),
        "url": diary_path(language),
        "month": diary_path(language, Month.of(at.at.date())),
        "all_events": list_path("event", language),
    }
    return shown(request, "public/diary/list.html", context, at, found, chosen)


@page
def diary_month(request, month: str) -> HttpResponse:
    at, language, this = reading.moment(), get_language(), Month.parse(month)
    values = read(request.GET, PARAMETERS)
    chosen = narrowing.chosen("event", values)
    asked = Asked(overlapping(selection(language, at, values), this), "date", OF_A_MONTH)
    found = gather({"items": asked, **for_the_form("event", language, chosen)}, at)
    events = found.lists["items"]
    placed = months.placed(events, this)
    context = {
        **around(language, values, chosen, found, events),
        "url": diary_path(language, this),
        **months.grid(this, language, at.at.date(), placed.days),
        "placed": placed,
        "beside": [(rel, beside(this, step, language)) for rel, step in (("prev", -1), ("next", 1))],
        "is_cut": found.next["items"] is not None,
    }
    return shown(request, "public/diary/month.html", context, at, found, chosen, this)


def selection(language: str, at: Moment, values: dict) -> Selection:
    """Events in the nearest language there is, as their list has them."""
    return narrowing.selection("event", Preference.nearest(language), at, values)


def also(of_events: Selection, having: Having, *between: Between) -> Selection:
    return of_events._replace(having=(*of_events.having, having), between=(*of_events.between, *between))


def overlapping(of_events: Selection, month: Month) -> Selection:
    """Bound by the date that events are sorted by as well, so that the walk begins and ends near the month."""
    midnight = dt.datetime.combine(month.first, dt.time(), dt.UTC)
    near = Between("sort_date", midnight - LONGEST, midnight + 2 * ASIDE)
    between = (*of_events.between, Between("date", month.first, month.last), near)
    return of_events._replace(between=between)


def around(language: str, values: dict, chosen: list, found: Gathered, events: list[dict]) -> dict:
    """The form above the events, and how to keep what is chosen in it when going elsewhere."""
    lists = {**found.lists, "items": events}
    query = narrowing.query_of(chosen)
    return {
        "kind": "diary",
        "fields": [field("event", name, query.get(name, ""), lists) for name in NARROWED_BY],
        "chips": chips("event", chosen, lists),
        "query": f"?{urlencode(query)}" if query else "",
        "list_url": diary_path(language),
    }


def beside(month: Month, step: int, language: str) -> dict | None:
    other = month.beside(step)
    if other is None:
        return None
    return {"url": diary_path(language, other), "name": date_label(FuzzyDate.parse(str(other)), language)}


def shown(
    request, template: str, context: dict, at: Moment, found: Gathered, chosen: list, month: Month | None = None
) -> HttpResponse:
    query = urlencode(narrowing.query_of(chosen))
    paths = {code: f"{diary_path(code, month)}{f'?{query}' if query else ''}" for code in LANGUAGES}
    return show(request, template, context, paths=paths, at=at, changes_at=found.changes_at)
