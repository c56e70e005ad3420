"""From a template and the API's dictionaries to a response."""

from collections.abc import Callable, Hashable
from datetime import datetime
from functools import lru_cache, wraps
from typing import NamedTuple

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from newsroom.public import reading
from newsroom.public.api.answers import conditional, max_age, origin
from newsroom.public.api.problems import TITLES, Problem
from newsroom.public.reading import Moment
from relations.values.languages import LANGUAGES, NATIVE_NAMES

HTML = "text/html; charset=utf-8"
# Pages that a process keeps, with what they were made of: some 100 kB each.
KEPT = 32


class Shown(NamedTuple):
    """What a page is made of; `paths` are those of the page in every language that has it, its own among them."""

    template: str
    context: dict
    paths: dict[str, str]
    changes_at: datetime | None


class Instead(Exception):
    """What is asked for is not shown; this response is."""

    def __init__(self, response: HttpResponse):
        super().__init__(response.status_code)
        self.response = response


def page(view: Callable) -> Callable:
    """GET and HEAD alone; parameters that cannot be understood are answered in words."""

    @require_safe
    @wraps(view)
    def shown(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Instead as other:
            return other.response
        except Problem as problem:
            return refused(request, problem)

    return shown


def show(
    request, template: str, context: dict, *, paths: dict[str, str], at: Moment, changes_at: datetime | None = None
) -> HttpResponse:
    """`paths` are those of the page in every language that has it, its own among them."""
    return send(request, html_of(request, template, context, paths), HTML, at=at, changes_at=changes_at)


def show_made(
    request, make: Callable[..., Shown], material: Hashable, *, at: Moment, changes_at: datetime | None
) -> HttpResponse:
    """
    The page that `make` makes of what was read. Nothing else may decide about it, but the language: while the very same
    is read again, to the byte, the page that was made of it is sent again.
    """
    kept = _made.__wrapped__ if settings.DEBUG else _made
    return send(request, kept(make, material, get_language(), origin(request)), HTML, at=at, changes_at=changes_at)


@lru_cache(maxsize=KEPT)
def _made(make: Callable[..., Shown], material: Hashable, language: str, origin: str) -> bytes:
    shown = make(material)
    return rendered(shown.template, shown.context, shown.paths, origin)


def send(request, body: bytes, content_type: str, *, at: Moment, changes_at: datetime | None = None) -> HttpResponse:
    response = conditional(request, body, content_type)
    response["Cache-Control"] = f"public, max-age={max_age(at.now, changes_at)}"
    return response


def next_change(at: Moment, *kinds: str) -> datetime | None:
    """When anything of these kinds changes next, if that is within a minute: for lists that no resolving asked about."""
    return reading.cards((), at, kinds=kinds).changes_at


def html_of(request, template: str, context: dict, paths: dict[str, str]) -> bytes:
    return rendered(template, context, paths, origin(request))


def rendered(template: str, context: dict, paths: dict[str, str], origin: str) -> bytes:
    return render_to_string(template, {"kind": "", **context, **addresses(paths, origin)}).encode()


def addresses(paths: dict[str, str], origin: str) -> dict:
    languages = [{"code": code, "name": NATIVE_NAMES[code], "url": paths[code]} for code in LANGUAGES if code in paths]
    return {"origin": origin, "path": paths[get_language()], "languages": languages}


def paths_of(item: dict) -> dict[str, str]:
    """Those of the page of a record, in every language that has it."""
    return {one["language"]: one["html_url"] for one in (item, *item["translations"])}


def error(request, template: str, context: dict, status: int) -> HttpResponse:
    response = HttpResponse(render_to_string(template, context), HTML, status)
    response["Cache-Control"] = "no-store"
    return response


def refused(request, problem: Problem) -> HttpResponse:
    faults = problem.members.get("errors") or [{"parameter": "", "detail": str(TITLES[problem.code][1])}]
    return error(request, "400.html", {"faults": faults, "alone": request.path}, 400)
