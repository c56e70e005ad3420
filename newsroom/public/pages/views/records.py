"""One record in one language, with what else is published about it; and its permanent address."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language

from newsroom.public import reading
from newsroom.public.addresses import page_path
from newsroom.public.api.answers import max_age
from newsroom.public.api.languages import accepted
from newsroom.public.dossier.timeline import disputed_dates
from newsroom.public.pages.citing import numbered
from newsroom.public.pages.finding import edition_at, gone
from newsroom.public.pages.gathering import gather, having
from newsroom.public.pages.showing import Shown, page, paths_of, show
from newsroom.public.pages.stories import article_at
from newsroom.public.reading import Asked, Moment, Row, nearest

TEMPLATES = {kind: f"public/{kind}/detail.html" for kind in ("actor", "event", "agreement", "post", "source")}
REFERENCE = "public/reference/detail.html"
# By kind: what is listed below a record: the name of the list, the kind it lists, the facet that names the record, and
# how many. Articles are put together apart.
RELATED = {
    "actor": (
        ("dossiers", "dossier", "country", 6),
        ("posts", "post", "actor", 20),
        ("events", "event", "actor", 10),
        ("agreements", "agreement", "actor", 10),
        ("articles", "article", "actor", 6),
    ),
    "event": (("parts", "event", "parent", 30), ("articles", "article", "event", 6)),
    "agreement": (("events", "event", "agreement", 10), ("articles", "article", "agreement", 6)),
    "place": (("events", "event", "place", 20), ("articles", "article", "place", 6)),
    "topic": (
        ("articles", "article", "topic", 10),
        ("events", "event", "topic", 10),
        ("agreements", "agreement", "topic", 10),
    ),
    "post": (("people", "actor", "post", 20), ("events", "event", "post", 10)),
    "series": (("events", "event", "series", 50),),
    "indicator": (("dossiers", "dossier", "indicator", 10),),
    "source": (
        ("articles", "article", "source", 10),
        ("events", "event", "source", 20),
        ("agreements", "agreement", "source", 10),
    ),
    "author": (("articles", "article", "author", 20),),
    "capacity": (),
}


@page
def record(request, kind: str, slug: str) -> HttpResponse:
    at, language = reading.moment(), get_language()
    shown = record_at(edition_at(request, kind, language, slug, at), language, at)
    return show(request, shown.template, shown.context, paths=shown.paths, at=at, changes_at=shown.changes_at)


def record_at(row: Row, language: str, at: Moment) -> Shown:
    """The page of one edition, or of what is to be one."""
    if row.kind == "article":
        return article_at(row, language, at)
    found = gather(related(row.kind, row.uid, language), at, own=[row])
    (item,) = found.own
    mark_disputed(item, found.lists)
    context = {"item": item, "lists": found.lists, "sources": numbered(item)}
    return Shown(TEMPLATES.get(row.kind, REFERENCE), context, paths_of(item), found.changes_at)


def mark_disputed(item: dict, lists: dict[str, list[dict]]) -> None:
    """A dispute over the date of a visit may be about that of its parts too."""
    disputed = disputed_dates([item])
    for event in lists.get("parts", ()):
        event["sources_differ"] = event["id"] in disputed


def related(kind: str, uid: str, language: str) -> dict[str, Asked]:
    return {name: having(of, language, facet, uid, size=size) for name, of, facet, size in RELATED[kind]}


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
    status = reading.status(uid)
    if status.state == "withdrawn":
        return gone(request, get_language(), uid, status)
    raise Http404
