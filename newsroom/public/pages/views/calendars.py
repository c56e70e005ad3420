"""Calendars of the diary, of a dossier and of a series of meetings."""

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.public import reading
from newsroom.public.api.answers import origin
from newsroom.public.pages import calendars
from newsroom.public.pages.feeds import gathering
from newsroom.public.pages.feeds.gathering import Told
from newsroom.public.pages.following import MEDIA_TYPES, SITE, calendar_path
from newsroom.public.pages.showing import page, send
from newsroom.public.pages.views.feeds import missing, pair_at
from newsroom.public.reading import Asked, Having, Moment, Preference, Row
from newsroom.public.templatetags.records import named

# The most events that a calendar holds, those of the latest dates.
EVENTS = 500
DIARY = 200


@page
def everything(request) -> HttpResponse:
    at, language = reading.moment(), get_language()
    return answer(request, "all", gather(None, [gathering.facts("event", language, (), DIARY)], request, at), at)


@page
def of_dossier(request, pair: str) -> HttpResponse:
    at, language = reading.moment(), get_language()
    found = pair_at(request, pair, calendar_path(language, "dossier/{}"), at)
    told = gather(found.row, gathering.events_of(found, language, EVENTS), request, at)
    return answer(request, f"dossier/{pair}", told, at)


@page
def of_series(request, kind: str, uid: str) -> HttpResponse:
    at, language = reading.moment(), get_language()
    row = reading.get(kind, uid, Preference.nearest(language), at, content="card") or missing(request, kind, uid, at)
    events = gathering.facts("event", language, (Having("series", (uid,)),), EVENTS)
    return answer(request, f"series/{uid}", gather(row, [events], request, at), at)


def gather(subject: Row | None, lists: list[Asked], request, at: Moment) -> Told:
    """Events in order of their dates."""
    return gathering.told(subject, lists, at, origin(request), by_date)


def by_date(pages: list[reading.Page]) -> list[Row]:
    rows = {row.uid: row for page in pages for row in page.rows}
    return sorted(rows.values(), key=lambda row: (row.sort_date, row.uid))


def answer(request, what: str, found: Told, at: Moment) -> HttpResponse:
    here, language, subject = origin(request), get_language(), found.subject
    home = subject["html_url"] if subject else f"{here}/{language}/diary"
    name = f"{named(subject) if subject else _('Diary')} – {SITE}"
    address = f"{here}{calendar_path(language, what)}"
    body = calendars.write(name, language, address, home, found.entries, here)
    return send(request, body, f"{MEDIA_TYPES['ics']}; charset=utf-8", at=at, changes_at=found.changes_at)
