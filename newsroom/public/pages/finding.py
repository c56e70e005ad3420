"""The edition at an address, or what is answered in its place."""

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect

from newsroom.public import reading
from newsroom.public.addresses import page_path
from newsroom.public.api.answers import LONGEST
from newsroom.public.models.edition import erased_slug
from newsroom.public.pages.showing import Instead, error
from newsroom.public.reading import Moment, Row, Status, nearest


def edition_at(request, kind: str, language: str, slug: str, at: Moment, *, below: str = "") -> Row:
    """`below` is what follows the record's own address in that of the page, such as "/editions" or ".timeline.csv"."""
    row = reading.by_slug(kind, language, slug, at)
    if row is None:
        raise Instead(absence(request, kind, language, slug, at))
    if row.slug != slug and not at.is_past:
        raise Instead(moved(row, below))
    return row


def moved(row: Row, below: str = "") -> HttpResponse:
    response = HttpResponsePermanentRedirect(f"{page_path(row.kind, row.language, row.slug)}{below}")
    response["Cache-Control"] = f"public, max-age={LONGEST}"
    return response


def absence(request, kind: str, language: str, slug: str, at: Moment) -> HttpResponse:
    """Of what was never public nothing is said, not even in which other languages it is."""
    uid = reading.owner(kind, language, slug) or reading.owner(kind, language, erased_slug(slug))
    return not_shown(request, kind, language, uid, at)


def not_shown(request, kind: str, language: str, uid: str | None, at: Moment) -> HttpResponse:
    """410 for what was public in this language; of anything else, that there is nothing."""
    status = reading.status(uid, at, kind=kind, language=language) if uid else Status("absent")
    if status.state != "withdrawn":
        raise Http404
    return gone(request, language, uid, status)


def gone(request, language: str, uid: str, status: Status) -> HttpResponse:
    """410, with the public reason, what replaces it, and the languages in which it still is public."""
    rows = reading.by_language({uid, status.replaced_by})
    replacement = nearest(rows.get(status.replaced_by, {}), language)
    context = {
        "reason": status.reason,
        "withdrawn_at": status.at.isoformat(),
        "replacement": linked(replacement) if replacement else None,
        "others": [linked(row) for row in rows.get(uid, {}).values()],
    }
    return error(request, "410.html", context, 410)


def linked(row: Row) -> dict:
    return {"url": page_path(row.kind, row.language, row.slug), "label": row.title, "language": row.language}
