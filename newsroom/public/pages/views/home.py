"""The front page of a language, and the way to it."""

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from newsroom.public import reading
from newsroom.public.pages.gathering import as_cards
from newsroom.public.pages.showing import page, show
from newsroom.public.reading import Asked, Between, Having, Moment, select
from newsroom.public.resolve import resolve
from relations.values.languages import LANGUAGES

ARTICLES = 7
KINDS = ("article", "dossier", "event", "agreement")


@require_safe
def front_door(request) -> HttpResponse:
    """To the language of the reader's browser."""
    response = HttpResponseRedirect(f"/{get_language()}/")
    response["Cache-Control"] = "private, max-age=60"
    return response


@page
def home(request) -> HttpResponse:
    at, language = reading.moment(), get_language()
    articles = reading.page(select("article", (language,)), size=ARTICLES, at=at)
    found = resolve(articles.rows, at, kinds=KINDS)
    context = {"articles": found.items, **as_cards(lists(language, at), at)}
    paths = {code: f"/{code}/" for code in LANGUAGES}
    return show(request, "public/home.html", context, paths=paths, at=at, changes_at=found.changes_at)


def lists(language: str, at: Moment) -> dict[str, Asked]:
    """Each strictly in the language, so that each is one walk down an index."""
    only = (language,)
    ahead = {
        "having": (Having("status", ("planned", "confirmed")),),
        "between": (Between("date", at.at.date(), None),),
    }
    return {
        "dossiers": Asked(select("dossier", only), "-date", 6),
        "planned": Asked(select("event", only, **ahead), "date", 5),
        "events": Asked(select("event", only, having=(Having("status", ("held",)),)), "-date", 6),
        "agreements": Asked(select("agreement", only), "-date", 4),
    }
