"""A working text in the readers' own templates: composed and resolved as an edition would be, but never written."""

import datetime as dt

import orjson
from django.db.models import Max, Min
from django.http import Http404, HttpResponse
from django.utils import timezone, translation

from newsroom.desk.compose import COMPOSERS, canonical, compose
from newsroom.desk.items import moment_of
from newsroom.desk.models import Version
from newsroom.public import reading
from newsroom.public.models import Edition
from newsroom.public.pages.showing import HTML, html_of
from newsroom.public.pages.views.dossier import dossier_at
from newsroom.public.pages.views.records import record_at
from newsroom.public.reading import Moment, Row
from relations.values.transliteration import sort_name

HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    # The address is the secret.
    "Referrer-Policy": "no-referrer",
}


def preview(request, version: Version, *, at: dt.datetime | None = None, framed: bool = False) -> HttpResponse:
    """
    The page of a text as readers would get it at a moment, by default the present.

    References are resolved at that moment: what is scheduled by then is there, what is not public then is left out. So
    a moment ahead is for the desk alone. `framed` opens links in another window.
    """
    moment = reading.moment(at)
    if version.record.kind not in COMPOSERS:
        raise Http404
    with translation.override(version.language):
        row = row_of(version, moment)
        shown = (dossier_at if row.kind == "dossier" else record_at)(row, version.language, moment)
        marks = {"preview": {"at": moment.at.isoformat(), "framed": framed, "ahead": at is not None}}
        response = HttpResponse(html_of(request, shown.template, {**shown.context, **marks}, shown.paths), HTML)
    for name, value in HEADERS.items():
        response[name] = value
    return response


def row_of(version: Version, at: Moment) -> Row:
    """What the next edition would be: the candidate under review as it is frozen, else the working text composed."""
    record = version.record
    frozen = orjson.loads(bytes(version.candidate)) if version.candidate else compose(record, version.language)
    editions = Edition.objects.filter(uid=record.uid)
    known = editions.filter(language=version.language).aggregate(number=Max("number"), first=Min("first_published_at"))
    first = min(known["first"] or at.at, at.at)
    return Row(
        uid=record.uid,
        kind=str(record.kind),
        language=version.language,
        number=(known["number"] or 0) + 1,
        slug=version.slug or record.uid,
        title=frozen["title"],
        live_from=at.at,
        first_published_at=first,
        original_language=record.original_language,
        sort_date=moment_of(frozen["sort_date"]) or first,
        sort_name=sort_name(frozen["title"], version.language),
        content=canonical(frozen["payload"]),
    )


def moment_given(text: str) -> dt.datetime | None:
    """`2026-03-01T18:00` in the desk's own time zone; None where nothing that can be understood is given."""
    try:
        found = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=timezone.get_current_timezone())
