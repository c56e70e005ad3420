"""Search in the page's language, over all kinds or one."""

from django.http import HttpResponse
from django.utils.http import urlencode
from django.utils.translation import get_language

from newsroom.public import reading, search
from newsroom.public.addresses import PLURALS
from newsroom.public.api import cursors
from newsroom.public.api.fields import CodeField, TextField
from newsroom.public.api.filters import Parameter
from newsroom.public.api.views.search import cursor_of, position_of
from newsroom.public.pages.asking import read
from newsroom.public.pages.sections import NAMES
from newsroom.public.pages.showing import page, show
from newsroom.public.reading import Moment
from newsroom.public.resolve import resolve
from newsroom.public.templatetags.records import named
from relations.values.languages import LANGUAGES

SIZE = 20
PARAMETERS = {
    "q": Parameter(TextField(), "The words to be found."),
    "kind": Parameter(CodeField(PLURALS), "Only records of this kind."),
    "cursor": Parameter(TextField(1_000), "Where the page starts."),
}


@page
def results(request) -> HttpResponse:
    at, language = reading.moment(), get_language()
    values = read(request.GET, PARAMETERS)
    query = {name: values[name] for name in ("q", "kind") if name in values}
    found = find(values, language, at) if "q" in values else {"items": [], "changes_at": None, "older": ""}
    context = {
        **values,
        **found,
        "searched": "q" in values,
        "kinds": tabs(values),
        "all": urlencode({"q": values.get("q", "")}),
    }
    paths = {code: f"/{code}/search" + (f"?{urlencode(query)}" if query else "") for code in LANGUAGES}
    return show(request, "public/search.html", context, paths=paths, at=at, changes_at=found["changes_at"])


def find(values: dict, language: str, at: Moment) -> dict:
    kind = values.get("kind")
    belongs_to = cursors.digest("search page", language, values["q"], kind)
    after = position_of(cursors.load(values["cursor"], belongs_to)) if "cursor" in values else None
    hits = search.find(
        values["q"],
        language=language,
        current=reading.current(at),
        kinds=[kind] if kind else None,
        page_size=SIZE,
        after=after,
    )
    rows = reading.records([hit.uid for hit in hits.hits], (language,), at)
    shown = [hit for hit in hits.hits if hit.uid in rows]
    resolved = resolve([rows[hit.uid] for hit in shown], at)
    query = {name: values[name] for name in ("q", "kind") if name in values}
    older = urlencode({**query, "cursor": cursors.dump(cursor_of(hits.after), belongs_to)}) if hits.after else ""
    items = [
        {**item, "marked": search.highlight(named(item), values["q"], language), "snippet": hit.snippet}
        for item, hit in zip(resolved.items, shown, strict=True)
    ]
    return {"items": items, "changes_at": resolved.changes_at, "older": older}


def tabs(values: dict) -> list[dict]:
    """All kinds, then each by itself."""
    return [
        {"name": name, "kind": kind, "query": urlencode({"q": values.get("q", ""), "kind": kind})}
        for kind, name in NAMES.items()
    ]
