"""How to follow the site: what feeds and calendars are, and those of every dossier and series."""

from django.http import HttpResponse
from django.utils.translation import get_language

from newsroom.public import reading
from newsroom.public.pages.gathering import as_cards
from newsroom.public.pages.showing import next_change, page, show
from newsroom.public.reading import Asked, Preference, select
from relations.values.languages import LANGUAGES

MOST = 60


@page
def follow(request) -> HttpResponse:
    at = reading.moment()
    paths = {code: f"/{code}/follow" for code in LANGUAGES}
    context = as_cards(lists(get_language()), at)
    changes_at = next_change(at, "dossier", "series", "topic")
    return show(request, "public/follow.html", context, paths=paths, at=at, changes_at=changes_at)


def lists(language: str) -> dict[str, Asked]:
    """By name, as names are in the page's language; dossiers in the nearest."""
    return {
        "dossiers": Asked(select("dossier", Preference.nearest(language)), "-date", MOST),
        "series": Asked(select("series", Preference.nearest(language)), "name", MOST),
        "topics": Asked(select("topic", (language,)), "name", MOST),
    }
