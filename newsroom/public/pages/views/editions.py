"""The history of a record in a language: its editions, and what readers see differ between two of them."""

from django.http import Http404, HttpResponse
from django.utils.translation import get_language

from newsroom.public import reading
from newsroom.public.addresses import page_path
from newsroom.public.api.fields import IntegerField
from newsroom.public.api.filters import Parameter
from newsroom.public.pages.asking import read
from newsroom.public.pages.changes import changes
from newsroom.public.pages.finding import edition_at
from newsroom.public.pages.showing import page, paths_of, show
from newsroom.public.reading import Past
from newsroom.public.resolve import resolve

MOST = 999_999_999
PARAMETERS = {"against": Parameter(IntegerField(1, MOST), "The number of the edition to compare with.")}


@page
def history(request, kind: str, slug: str) -> HttpResponse:
    at, language = reading.moment(), get_language()
    row = edition_at(request, kind, language, slug, at, below="/editions")
    found = resolve([row], at)
    (item,) = found.items
    context = {"item": item, "url": item["html_url"], "editions": reading.editions(kind, row.uid, (language,), at)}
    paths = {code: f"{path}/editions" for code, path in paths_of(item).items()}
    return show(request, "public/editions/list.html", context, paths=paths, at=at, changes_at=found.changes_at)


@page
def difference(request, kind: str, slug: str, number: str) -> HttpResponse:
    """An edition beside the one before it, or another that is asked for."""
    values = read(request.GET, PARAMETERS)
    at, language, below = reading.moment(), get_language(), f"/editions/{number}"
    row = edition_at(request, kind, language, slug, at, below=below)
    past = reading.editions(kind, row.uid, (language,), at)
    one = by_number(past, int(number))
    other = by_number(past, values["against"]) if "against" in values else compared_with(past, one)
    older, newer = sorted((one, other), key=lambda edition: edition.number)
    rows = reading.numbered(kind, row.uid, language, {older.number, newer.number}, at)
    found = resolve([rows[older.number], rows[newer.number]], at)
    before, after = found.items
    url = page_path(kind, language, row.slug)
    context = {
        "item": after,
        "url": url,
        "one": one,
        "older": older,
        "newer": newer,
        "neighbours": neighbours(past, one),
        "changes": changes(before, after),
    }
    paths = {language: f"{url}{below}"}
    return show(request, "public/editions/difference.html", context, paths=paths, at=at, changes_at=found.changes_at)


def neighbours(past: list[Past], one: Past) -> dict[str, Past | None]:
    """What else it can be compared with: the edition before it, and the present one."""
    place = past.index(one)
    before = past[place + 1] if place + 1 < len(past) else None
    return {"before": before, "present": past[0] if place else None}


def by_number(past: list[Past], number: int) -> Past:
    found = next((edition for edition in past if edition.number == number), None)
    if found is None:
        raise Http404
    return found


def compared_with(past: list[Past], one: Past) -> Past:
    """The edition before it; the first one beside the present, which may be itself."""
    around = neighbours(past, one)
    return around["before"] or around["present"] or one
