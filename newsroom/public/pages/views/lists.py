"""Lists of one kind, narrowed by facets, from where the last page ended."""

from django.http import HttpResponse
from django.utils.http import urlencode
from django.utils.translation import get_language

from newsroom.public import reading
from newsroom.public.addresses import list_path
from newsroom.public.api import cursors
from newsroom.public.api.filters import BY_NAME, ORDERINGS
from newsroom.public.pages import narrowing
from newsroom.public.pages.asking import read
from newsroom.public.pages.choosing import chips, fields
from newsroom.public.pages.gathering import gather
from newsroom.public.pages.sections import NAMES
from newsroom.public.pages.showing import page, show
from newsroom.public.reading import Asked, Moment, Preference, select
from relations.values.languages import LANGUAGES

TEMPLATES = {kind: f"public/{kind}/list.html" for kind in ("article", "actor", "event", "agreement", "dossier")}
REFERENCE = "public/reference/list.html"
SIZES = {"article": 20, "event": 30, "agreement": 30, "dossier": 30}
SIZE = 60
BY_DAY = ("event", "agreement")
TOPICS = 100


@page
def listing(request, kind: str) -> HttpResponse:
    at, language = reading.moment(), get_language()
    values = read(request.GET, narrowing.known(kind))
    chosen = narrowing.chosen(kind, values)
    belongs_to = cursors.digest("page", kind, language, {**values, "cursor": None})
    after = cursors.load(values["cursor"], belongs_to) if "cursor" in values else None
    lists = {"items": the_list(kind, language, at, values, after), **for_the_form(kind, language, chosen)}
    found = gather(lists, at)
    query = narrowing.query_of(chosen)
    older = found.next["items"]
    context = {
        "kind": kind,
        "name": NAMES[kind],
        "url": list_path(kind, language),
        "items": found.lists["items"],
        "fields": fields(kind, chosen, found.lists),
        "asked": query,
        "chips": chips(kind, chosen, found.lists),
        "query": urlencode(query),
        "older": urlencode({**query, "cursor": cursors.dump(older, belongs_to)}) if older else "",
        "is_first": after is None,
    }
    template = TEMPLATES.get(kind, REFERENCE)
    return show(request, template, context, paths=paths(kind, query), at=at, changes_at=found.changes_at)


def the_list(kind: str, language: str, at: Moment, values: dict, after) -> Asked:
    """Events and agreements in the nearest language there is. The rest is for who reads the language of the page, or is
    in order of names, which no two languages share."""
    languages = Preference((language,), original=kind in BY_DAY)
    ordering = next(iter(ORDERINGS.get(kind, BY_NAME).values()))
    return Asked(narrowing.selection(kind, languages, at, values), ordering, SIZES.get(kind, SIZE), after)


def for_the_form(kind: str, language: str, chosen: list[narrowing.Chosen]) -> dict[str, Asked]:
    """All topics, and the records that the list is narrowed by, under their ids."""
    languages = Preference.nearest(language)
    lists = {one.value: Asked(select(one.kind, languages, uids=(one.value,))) for one in chosen if one.kind}
    if "topic" in narrowing.FORM.get(kind, ()):
        lists["topics"] = Asked(select("topic", languages), "name", TOPICS)
    return lists


def paths(kind: str, query: dict) -> dict[str, str]:
    tail = f"?{urlencode(query)}" if query else ""
    return {code: f"{list_path(kind, code)}{tail}" for code in LANGUAGES}
