"""The front page of a language, and the way to it."""

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from newsroom.public import reading
from newsroom.public.addresses import PLURALS, list_path
from newsroom.public.pages.gathering import as_cards
from newsroom.public.pages.lately import brought, notes
from newsroom.public.pages.months import Month, diary_path
from newsroom.public.pages.showing import page, show
from newsroom.public.reading import ENOUGH, Asked, Between, Having, Moment, Preference, select
from newsroom.public.resolve import resolve
from relations.values.languages import LANGUAGES

ARTICLES = 7
# Of the latest corrections so many are read and, since one note may set several records right, so many notes shown.
CORRECTIONS, NOTES = 10, 3


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
    found = resolve(articles.rows, at, kinds=PLURALS)
    cards = as_cards(lists(language, at), at)
    latest = reading.lately(language, [dossier["id"] for dossier in cards["dossiers"]], at, corrected=CORRECTIONS)
    context = {
        **cards,
        "articles": found.items,
        "dossiers": [{**one, "news": brought(latest.news.get(one["id"], ()))} for one in cards["dossiers"]],
        "elsewhere": [card for card in cards["elsewhere"] if card["language"] != language],
        "languages_with_more": with_more(latest.articles, language),
        "corrections": notes(latest.corrections)[:NOTES],
        "all_corrections": f"/{language}/corrections",
        "diary": diary_path(language),
        "month": diary_path(language, Month.of(at.at.date())),
    }
    paths = {code: f"/{code}/" for code in LANGUAGES}
    return show(request, "public/home.html", context, paths=paths, at=at, changes_at=found.changes_at)


def lists(language: str, at: Moment) -> dict[str, Asked]:
    """Each strictly in the language, so that each is one walk down an index; but for the newest articles of all."""
    only = (language,)
    ahead = {
        "having": (Having("status", ("planned", "confirmed")),),
        "between": (Between("date", at.at.date(), None),),
    }
    return {
        "dossiers": Asked(select("dossier", only), "-date", 6),
        "planned": Asked(select("event", only, **ahead), "date", 5),
        "events": Asked(select("event", only, having=(Having("status", ("held",)),)), "-date", 5),
        "agreements": Asked(select("agreement", only), "-date", 4),
        "elsewhere": Asked(select("article", Preference(only, original=True)), "-date", ARTICLES),
    }


def with_more(articles: dict[str, int], language: str) -> list[dict]:
    """How many articles there are in each language, where this one has fewer than another; the most first."""
    if articles[language] == max(articles.values()):
        return []
    ordered = sorted(articles.items(), key=lambda one: -one[1])
    return [
        {"code": code, "number": min(number, ENOUGH), "is_more": number > ENOUGH, "url": list_path("article", code)}
        for code, number in ordered
    ]
