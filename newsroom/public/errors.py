"""Error pages: problems under the API, Django's own pages (with our templates) elsewhere."""

import re

from django.shortcuts import render
from django.utils.translation import get_language
from django.views import defaults

from newsroom.public import reading, search
from newsroom.public.addresses import KINDS, page_path
from newsroom.public.api.problems import is_api, problem

RECORD = re.compile(r"/[a-z]{2}/(?P<plural>[a-z]+)/(?P<slug>[\w-]{1,100})")
SUGGESTED = 4


def page(response):
    """What is not there now may be published in the next second."""
    response["Cache-Control"] = "no-store"
    return response


def bad_request(request, exception):
    return problem(request, "bad-request") if is_api(request) else page(defaults.bad_request(request, exception))


def permission_denied(request, exception):
    return problem(request, "forbidden") if is_api(request) else page(defaults.permission_denied(request, exception))


def not_found(request, exception):
    if is_api(request):
        return problem(request, "not-found")
    return page(render(request, "404.html", {"suggestions": suggestions(request.path)}, status=404))


def suggestions(path: str) -> list[dict]:
    """What is public and has words of the address in its title. Only addresses that a record could have are read."""
    address = RECORD.fullmatch(path)
    if not address or address["plural"] not in KINDS:
        return []
    language = get_language()
    words, current = address["slug"].replace("-", " "), reading.current(reading.moment())
    found = search.suggest(words, language=language, current=current, size=SUGGESTED)
    return [{"kind": one.kind, "url": page_path(one.kind, language, one.slug), "title": one.title} for one in found]


def server_error(request):
    return problem(request, "server-error") if is_api(request) else page(defaults.server_error(request))
