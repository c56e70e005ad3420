"""One record in one language, with what else is published about it; and its permanent address."""

import datetime as dt

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language, get_language_bidi

from newsroom.public import reading
from newsroom.public.addresses import page_path
from newsroom.public.api.answers import max_age
from newsroom.public.api.fields import DayField
from newsroom.public.api.filters import Parameter
from newsroom.public.api.languages import accepted
from newsroom.public.pages import relating, stories
from newsroom.public.pages.asking import read
from newsroom.public.pages.citing import numbered
from newsroom.public.pages.finding import edition_at, gone
from newsroom.public.pages.gathering import gather
from newsroom.public.pages.showing import Shown, page, paths_of, show, show_made
from newsroom.public.pages.telling import TOLD, Days
from newsroom.public.reading import Moment, Row, nearest

TEMPLATES = {
    relating.PERSON: "public/actor/person.html",
    relating.COUNTRY: "public/actor/country.html",
    relating.BODY: "public/actor/body.html",
    **{
        kind: f"public/{kind}/detail.html"
        for kind in ("event", "agreement", "post", "place", "topic", "series", "author", "source")
    },
}
REFERENCE = "public/reference/detail.html"
PARAMETERS = {"on": Parameter(DayField(), "The day for which posts name their holder.")}
# Pages that name who holds a post.
WITH_HOLDERS = (relating.COUNTRY, relating.BODY, "post")
# What is told beside the record's own words cites sources too. Those of other events and agreements stand on their pages.
CITING = ("offices", "accredited", "office", "members", "figures")


@page
def record(request, kind: str, slug: str) -> HttpResponse:
    at, language = reading.moment(), get_language()
    row = edition_at(request, kind, language, slug, at)
    if kind == "article":
        found = stories.material(row, language, at)
        return show_made(request, stories.told, found, at=at, changes_at=found.cards.changes_at)
    on = read(request.GET, PARAMETERS).get("on") if relating.shape_of(row) in WITH_HOLDERS else None
    shown = record_at(row, language, at, on=on)
    return show(request, shown.template, shown.context, paths=shown.paths, at=at, changes_at=shown.changes_at)


def record_at(row: Row, language: str, at: Moment, *, on: dt.date | None = None) -> Shown:
    """The page of one edition, or of what is to be one. `on` is the day for which posts name their holder."""
    if row.kind == "article":
        return stories.article_at(row, language, at)
    shape = relating.shape_of(row)
    found = gather(relating.related(row, language), at, own=[row], further=relating.further(row, language))
    (item,) = found.own
    days = Days(on or at.at.date(), at.at.date(), get_language_bidi())
    told = TOLD[shape](item, found.lists, days) if shape in TOLD else {}
    context = {
        "item": item,
        "lists": found.lists,
        "sources": numbered({**item, "told": [told[name] for name in CITING if name in told]}),
        "on": days.on.isoformat(),
        "asked_on": on is not None,
        **told,
    }
    return Shown(TEMPLATES.get(shape, REFERENCE), context, paths_of(item), found.changes_at)


@page
def permanent(request, uid: str) -> HttpResponse:
    """To the page in the language the reader wants most, or the original one."""
    at = reading.moment()
    cards = reading.cards({uid}, at)
    found = cards.translations(uid)
    if not found:
        return unreadable(request, uid)
    wanted = (found[code] for code in accepted(request.headers.get("Accept-Language", "")) if code in found)
    row = next(wanted, None) or nearest(found, "")
    response = HttpResponseRedirect(page_path(row.kind, row.language, row.slug))
    response["Cache-Control"] = f"public, max-age={max_age(at.now, cards.changes_at)}"
    return response


def unreadable(request, uid: str) -> HttpResponse:
    language = get_language()
    # In the reader's words, where the record was public in that language.
    for status in (reading.status(uid, language=language), reading.status(uid)):
        if status.state == "withdrawn":
            return gone(request, language, uid, status)
    raise Http404
