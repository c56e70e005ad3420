"""Feeds of the whole site, of a dossier, and of all that names a record; as Atom and as JSON Feed."""

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.public import reading
from newsroom.public.api.answers import LONGEST, origin
from newsroom.public.pages.feeds import atom, gathering, json_feed
from newsroom.public.pages.feeds.entries import Feed, entry
from newsroom.public.pages.feeds.gathering import Pair, Told
from newsroom.public.pages.finding import gone
from newsroom.public.pages.following import MEDIA_TYPES, SITE, feed_path
from newsroom.public.pages.showing import Instead, page, send
from newsroom.public.reading import Moment, Preference, Row
from newsroom.public.templatetags.records import named

WRITERS = {"atom": atom.write, "json": json_feed.write}


@page
def everything(request, form: str) -> HttpResponse:
    at = reading.moment()
    return answer(request, "all", gathering.everything(get_language(), at, origin(request)), form, at)


@page
def of_record(request, kind: str, uid: str, form: str) -> HttpResponse:
    at, language = reading.moment(), get_language()
    row = reading.get(kind, uid, Preference.nearest(language), at, content="card") or missing(request, kind, uid, at)
    return answer(request, f"{kind}/{uid}", gathering.about(row, language, at, origin(request)), form, at)


@page
def of_dossier(request, pair: str, form: str) -> HttpResponse:
    at, language = reading.moment(), get_language()
    found = pair_at(request, pair, feed_path(language, "dossier/{}", form), at)
    return answer(request, f"dossier/{pair}", gathering.between(found, language, at, origin(request)), form, at)


def pair_at(request, pair: str, path: str, at: Moment) -> Pair:
    """`path` has a place for the pair as it is written properly, in order."""
    if (proper := "-".join(sorted(pair.split("-")))) != pair:
        raise Instead(moved(path.format(proper)))
    found = gathering.find_pair(pair, get_language(), at)
    return found or missing(request, "dossier", reading.owner_by_facet("dossier", "pair", pair, at), at)


def moved(path: str) -> HttpResponse:
    response = HttpResponsePermanentRedirect(path)
    response["Cache-Control"] = f"public, max-age={LONGEST}"
    return response


def missing(request, kind: str, uid: str | None, at: Moment) -> Row:
    """Never a row: what was withdrawn says so, of what was never public nothing is said."""
    status = reading.status(uid, at, kind=kind) if uid else None
    if status and status.state == "withdrawn":
        raise Instead(gone(request, get_language(), uid, status))
    raise Http404


def answer(request, name: str, found: Told, form: str, at: Moment) -> HttpResponse:
    body = WRITERS[form](feed_of(request, name, found))
    return send(request, body, f"{MEDIA_TYPES[form]}; charset=utf-8", at=at, changes_at=found.changes_at)


def feed_of(request, name: str, found: Told) -> Feed:
    here, language, subject = origin(request), get_language(), found.subject
    return Feed(
        name=name,
        title=f"{named(subject)} – {SITE}" if subject else SITE,
        subtitle=subtitle(subject),
        language=language,
        origin=here,
        home=subject["html_url"] if subject else f"{here}/{language}/",
        holder=settings.RIGHTS_HOLDER,
        notice=settings.PUBLIC_RIGHTS["notice"],
        entries=[entry(item, here) for item in found.entries],
    )


def subtitle(subject: dict | None) -> str:
    if subject is None or subject["type"] == "author":
        return _("Articles as they are published.")
    return _("Articles, events and agreements as they are published.")
