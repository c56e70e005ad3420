"""Search across all types, in one language at a time."""

import orjson
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from newsroom.public import reading, search
from newsroom.public.api import cursors, parameters, schemas
from newsroom.public.api.filters import PAGE_SIZE
from newsroom.public.api.filtersets import SearchParameters
from newsroom.public.api.languages import accepted
from newsroom.public.api.views.base import View
from newsroom.public.api.views.records import NEXT, next_links
from newsroom.public.reading import Cursor
from newsroom.public.resolve import resolve_json


class SearchView(View):
    description = "Records of all types that answer a query in one language, the best first."
    parameters_class = SearchParameters
    required_parameters = ("q",)

    def response_schema(self) -> dict:
        return schemas.listed(schemas.ref("SearchHit"), language={"type": "string"}, next=NEXT)

    def get(self, request) -> HttpResponse:
        if "q" not in self.values:
            parameters.raise_invalid([parameters.fault("q", "required", _("Say what to search for."))])
        language = self.values.get("lang") or self.accepted()
        belongs_to = cursors.digest("search", language, {**self.values, "cursor": None, "page_size": None})
        page = self.find(language, belongs_to)
        rows = reading.records([hit.uid for hit in page.hits], (language,), self.at)
        hits = [hit for hit in page.hits if hit.uid in rows]
        self.deliver(*rows.values())
        found = resolve_json([rows[hit.uid] for hit in hits], self.at, origin=self.origin)
        next_url = self.next_url(cursor=cursors.dump(cursor_of(page.after), belongs_to)) if page.after else None
        content = {
            "language": language,
            "results": [with_snippet(item, hit) for item, hit in zip(found.items, hits, strict=True)],
            "next": next_url,
        }
        return self.answer(content, languages=[language], links=next_links(next_url), changes_at=found.changes_at)

    def accepted(self) -> str:
        return next(iter(accepted(self.request.headers.get("Accept-Language", ""))), "en")

    def find(self, language: str, belongs_to: str) -> search.Page:
        cursor = cursors.load(self.values["cursor"], belongs_to) if "cursor" in self.values else None
        return search.find(
            self.values["q"],
            language=language,
            current=reading.current(self.at),
            kinds=self.values.get("type"),
            page_size=self.values.get("page_size", PAGE_SIZE),
            after=position_of(cursor) if cursor else None,
        )


def with_snippet(item: bytes, hit: search.Hit) -> orjson.Fragment:
    return orjson.Fragment(item[:-1] + b',"snippet":' + orjson.dumps(hit.snippet) + b"}")


def cursor_of(position: tuple[int, str, str]) -> Cursor:
    rank, date, uid = position
    return Cursor(f"{rank} {date}", uid)


def position_of(cursor: Cursor) -> tuple[int, str, str]:
    rank, _space, date = cursor.sort.partition(" ")
    return int(rank), date, cursor.uid
