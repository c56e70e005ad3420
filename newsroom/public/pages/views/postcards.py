"""Pictures that other sites show with a link: of what is current, and of nothing else."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language

from newsroom.public import reading
from newsroom.public.addresses import postcard_path
from newsroom.public.api.answers import LONGEST, conditional, max_age
from newsroom.public.pages.finding import not_shown
from newsroom.public.pages.postcards import Words, draw, of_site, words_of
from newsroom.public.pages.showing import page
from newsroom.public.reading import Moment
from newsroom.public.resolve import resolve


@page
def postcard(request, kind: str, uid: str, number: str) -> HttpResponse:
    at, language = reading.moment(), get_language()
    row = reading.get(kind, uid, (language,), at, content="summary")
    if row is None:
        return not_shown(request, kind, language, uid, at)
    if int(number) != row.number:
        return present(postcard_path(kind, language, uid, row.number), int(number) < row.number)
    found = resolve([row], at)
    return picture(request, words_of(found.items[0]), at, found.changes_at)


@page
def site_postcard(request) -> HttpResponse:
    """For pages that are about no record."""
    return picture(request, of_site(get_language()), reading.moment())


def present(address: str, was_here: bool) -> HttpResponse:
    """Links that were shared earlier name earlier editions."""
    if not was_here:
        raise Http404
    response = HttpResponseRedirect(address)
    response["Cache-Control"] = f"public, max-age={LONGEST}"
    return response


def picture(request, words: Words, at: Moment, changes_at=None) -> HttpResponse:
    response = conditional(request, draw(words), "image/png")
    response["Cache-Control"] = f"public, max-age={max_age(at.now, changes_at)}"
    return response
