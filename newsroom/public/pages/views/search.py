"""Search over all kinds, in the page's language or another, narrowed by what was found."""

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.public import reading
from newsroom.public.addresses import PLURALS
from newsroom.public.api.fields import CodeField, IntegerField, ListField, TextField, UidField
from newsroom.public.api.filters import Parameter
from newsroom.public.pages import facets
from newsroom.public.pages.asking import read
from newsroom.public.pages.gathering import as_cards
from newsroom.public.pages.searching import find
from newsroom.public.pages.showing import page, show
from newsroom.public.reading import Asked, Moment, select
from relations.values.languages import LANGUAGES

# No more records than this at once; each is looked up for every hit.
MOST = 5
DOSSIERS = 5
PARAMETERS = {
    "q": Parameter(TextField(), "The words to be found."),
    "kind": Parameter(CodeField(PLURALS), "Only records of this kind."),
    "country": Parameter(ListField(UidField(), MOST), "All of these countries are involved."),
    "person": Parameter(ListField(UidField(), MOST), "All of these people are named."),
    "topic": Parameter(ListField(UidField(), MOST), "On all of these topics."),
    "year": Parameter(IntegerField(1, 9998), "May be of this year."),
    "lang": Parameter(CodeField(LANGUAGES), "The language to search in; otherwise that of the page."),
    "cursor": Parameter(TextField(1_000), "Where the page starts."),
}


@page
def results(request) -> HttpResponse:
    at, language = reading.moment(), get_language()
    values = read(request.GET, PARAMETERS)
    changes_at, context = None, {"searched": "q" in values, "hidden": []}
    if "q" in values:
        changes_at, more = answered(values, language, at)
        context |= more
    if not context.get("items"):
        context |= as_cards({"dossiers": Asked(select("dossier", (language,)), "-date", DOSSIERS)}, at)
    query = facets.query_of(values)
    paths = {code: f"/{code}/search" + (f"?{query}" if query else "") for code in LANGUAGES}
    return show(request, "public/search.html", {**values, **context}, paths=paths, at=at, changes_at=changes_at)


def answered(values: dict, page_language: str, at: Moment):
    language = values.get("lang", page_language)
    found = find(values, language, page_language, at)
    tongues = facets.tongues(values, found, language)
    return found.changes_at, {
        "items": found.items,
        "total": found.total,
        "more": found.more,
        "kinds": facets.tabs(values, found),
        "facets": facets.facets(values, found),
        "tongues": tongues,
        "elsewhere": [one for one in tongues if not one["here"]],
        "chips": facets.chips(values, found, page_language),
        "offers": facets.offers(values, found, page_language),
        "all": facets.query_of({"q": values["q"]}),
        "hidden": kept(values),
        "first": facets.query_of(values) if "cursor" in values else "",
        "older": f"{facets.query_of(values)}&cursor={found.after}" if found.after else "",
        "separator": _(", "),
    }


def kept(values: dict) -> list[tuple[str, str]]:
    """What goes along when other words are searched for."""
    given = ((name, values[name]) for name in facets.LABELS if name in values)
    return [(name, ",".join(value) if isinstance(value, tuple) else value) for name, value in given]
