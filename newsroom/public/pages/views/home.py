"""The front page of a language, and the way to it."""

from typing import NamedTuple

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from newsroom.public import reading
from newsroom.public.addresses import PLURALS, list_path
from newsroom.public.pages.gathering import card_of
from newsroom.public.pages.lately import brought, notes
from newsroom.public.pages.months import Month, diary_path
from newsroom.public.pages.showing import Shown, page, show_made
from newsroom.public.reading import ENOUGH, Asked, Between, Cards, Having, Lately, Moment, Preference, Row, select
from newsroom.public.resolve import Reader, cards_for
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


class Material(NamedTuple):
    """All that decides what the front page says, as it was read: `lists` holds rows by name, articles in summary."""

    language: str
    lists: tuple[tuple[str, tuple[Row, ...]], ...]
    cards: Cards
    latest: Lately
    day: Moment


@page
def home(request) -> HttpResponse:
    at = reading.moment()
    found = material(get_language(), at)
    return show_made(request, told, found, at=at, changes_at=found.cards.changes_at)


def material(language: str, at: Moment) -> Material:
    asked = lists(language, at)
    pages = dict(zip(asked, reading.pages(list(asked.values()), at, content="card"), strict=True))
    cards = cards_for(pages["articles"].rows, at, kinds=PLURALS, language=language)
    latest = reading.lately(language, [row.uid for row in pages["dossiers"].rows], at, corrected=CORRECTIONS)
    found = tuple((name, tuple(one.rows)) for name, one in pages.items())
    return Material(language, found, cards, latest, at.day)


def told(found: Material) -> Shown:
    language, latest, reader = found.language, found.latest, Reader(found.cards, found.day)
    lists = dict(found.lists)
    articles = [reader.record(row) for row in lists.pop("articles")]
    cards = {name: [card_of(row) for row in rows] for name, rows in lists.items()}
    context = {
        **cards,
        "articles": articles,
        "dossiers": [{**one, "news": brought(latest.news.get(one["id"], ()))} for one in cards["dossiers"]],
        "elsewhere": [card for card in cards["elsewhere"] if card["language"] != language],
        "languages_with_more": with_more(latest.articles, language),
        "corrections": notes(latest.corrections)[:NOTES],
        "all_corrections": f"/{language}/corrections",
        "diary": diary_path(language),
        "month": diary_path(language, Month.of(found.day.at.date())),
    }
    return Shown("public/home.html", context, {code: f"/{code}/" for code in LANGUAGES}, found.cards.changes_at)


def lists(language: str, at: Moment) -> dict[str, Asked]:
    """
    Each strictly in the language, so that each is one walk down an index; but for the newest articles of all. Cards are
    all that most show.
    """
    only = (language,)
    ahead = {
        "having": (Having("status", ("planned", "confirmed")),),
        "between": (Between("date", at.at.date(), None),),
    }
    return {
        "articles": Asked(select("article", only), "-date", ARTICLES, content="summary"),
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
