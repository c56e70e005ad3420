"""Lists and single records: the same for every kind."""

import orjson
from django.http import HttpResponse

from newsroom.public import reading
from newsroom.public.addresses import api_path
from newsroom.public.api import answers, cursors, schemas, shape
from newsroom.public.api.filters import BY_NAME, ORDERINGS, PAGE_SIZE, Asked, Narrowing
from newsroom.public.api.filtersets import DetailParameters, EditionParameters, HistoryParameters
from newsroom.public.api.views.base import View, gone_or_absent, not_readable
from newsroom.public.reading import Cursor, Preference, Selection
from newsroom.public.resolve import Resolved, resolve, resolve_json, utc

NEXT = {"type": ["string", "null"]}


class RecordList(View):
    shows_embargoed = True
    description = "A page of records, each with the fields that a list can use. Follow “next” to its end."

    def response_schema(self) -> dict:
        counted = {"count": {"type": "integer"}, "count_is_minimum": {"type": "boolean"}}
        schema = schemas.listed(schemas.ref(shape.KINDS[self.kind].__name__), next=NEXT)
        return {**schema, "properties": {**schema["properties"], **counted}}

    def get(self, request) -> HttpResponse:
        shape.check(self.kind, self.values)
        languages = self.preference()
        selection = self.selection(languages)
        belongs_to = self.digest(languages)
        page = self.page(selection, belongs_to)
        self.deliver(*page.rows)
        found = self.resolved(page.rows)
        content = {
            "results": found.items,
            "next": self.next_url(cursor=cursors.dump(page.next, belongs_to)) if page.next else None,
            **self.counted(selection),
        }
        return self.answer(
            content,
            languages=dict.fromkeys(row.language for row in page.rows) or languages.codes,
            links=next_links(content["next"]),
            changes_at=found.changes_at,
        )

    def resolved(self, rows: list[reading.Row]) -> Resolved:
        fields, expand = self.values.get("fields"), self.values.get("expand", ())
        if not fields and not expand:
            found = resolve_json(rows, self.at, origin=self.origin, kinds=[self.kind])
            return found._replace(items=[orjson.Fragment(item) for item in found.items])
        found = resolve(rows, self.at, origin=self.origin, kinds=[self.kind], expand=expand)
        return found._replace(items=[shape.only(item, fields) for item in found.items])

    def selection(self, languages: Preference) -> Selection | None:
        """None where no record can be meant."""
        narrowing, asked = Narrowing(), Asked(self.kind, languages, self.at, self.values)
        for name, value in self.values.items():
            narrowing = self.parameters_class.base_filters[name].narrow(narrowing, value, asked)
        if narrowing.uids is not None and not narrowing.uids:
            return None
        uids = tuple(sorted(narrowing.uids or ()))
        return Selection(self.kind, languages, narrowing.having, narrowing.between, uids)

    def digest(self, languages: Preference) -> str:
        shown = {"cursor", "page_size", "fields", "expand", "count"}
        narrowing = {name: self.request.GET[name] for name in sorted(self.values.keys() - shown)}
        return cursors.digest(self.kind, narrowing, languages)

    def page(self, selection: Selection | None, belongs_to: str) -> reading.Page:
        after = cursors.load(self.values["cursor"], belongs_to) if "cursor" in self.values else None
        if selection is None:
            return reading.Page([], None)
        orderings = ORDERINGS.get(self.kind, BY_NAME)
        ordering = self.values.get("ordering") or next(iter(orderings))
        return reading.page(selection, orderings[ordering], after, self.values.get("page_size", PAGE_SIZE), self.at)

    def counted(self, selection: Selection | None) -> dict:
        if not self.values.get("count"):
            return {}
        number, is_minimum = reading.count(selection, self.at) if selection else (0, False)
        return {"count": number, "count_is_minimum": is_minimum}


class RecordDetail(View):
    shows_embargoed = True
    description = "One record, in one language."
    parameters_class = DetailParameters

    def get(self, request, uid: str) -> HttpResponse:
        shape.check(self.kind, self.values)
        languages = self.preference()
        row = reading.get(self.kind, uid, languages, self.at)
        if row is None:
            raise not_readable(self, self.kind, uid)
        return self.record(row)

    def response_schema(self) -> dict:
        return schemas.ref(shape.KINDS[self.kind].__name__)

    def record(self, row: reading.Row) -> HttpResponse:
        self.deliver(row)
        found = resolve([row], self.at, origin=self.origin, expand=self.values.get("expand", ()))
        (item,) = found.items
        return self.answer(
            shape.only(item, self.values.get("fields")),
            languages=[row.language],
            links=alternates(item),
            changes_at=found.changes_at,
        )


class RecordEdition(RecordDetail):
    description = "One edition of a record by its number, current or not any more."
    parameters_class = EditionParameters

    def get(self, request, uid: str, language: str, number: str) -> HttpResponse:
        shape.check(self.kind, self.values)
        row = reading.edition(self.kind, uid, language, int(number), self.at)
        if row is None:
            raise gone_or_absent(self, self.kind, uid, language)
        return self.record(row)


class RecordEditions(View):
    description = "The history of a record: every edition that was public, the latest first."
    parameters_class = HistoryParameters

    def response_schema(self) -> dict:
        return schemas.listed(schemas.ref("Past"), next=NEXT)

    def get(self, request, uid: str, address: str = "") -> HttpResponse:
        size = self.values.get("page_size", PAGE_SIZE)
        belongs_to = cursors.digest("editions", uid, self.values.get("lang"))
        found = reading.editions(
            self.kind, uid, self.values.get("lang", ()), self.at, after=self.after(belongs_to), size=size + 1
        )
        if not found:
            raise gone_or_absent(self, self.kind, uid)
        shown = found[:size]
        more = cursors.dump(Cursor(shown[-1].published_at, "", shown[-1].language), belongs_to)
        next_url = self.next_url(cursor=more) if len(found) > size else None
        return self.answer(
            {"results": [self.row(address or uid, edition) for edition in shown], "next": next_url},
            languages=dict.fromkeys(edition.language for edition in shown),
            links=next_links(next_url),
            changes_at=reading.cards({uid}, self.at).changes_at,
        )

    def after(self, belongs_to: str):
        if "cursor" not in self.values:
            return None
        cursor = cursors.load(self.values["cursor"], belongs_to)
        return cursor.sort, cursor.language

    def row(self, address: str, edition: reading.Past) -> dict:
        path = f"{api_path(self.kind, address)}/editions/{edition.language}/{edition.number}"
        return {
            "language": edition.language,
            "edition": edition.number,
            "edition_url": self.url(path),
            "action": edition.action,
            "published_at": utc(edition.published_at),
            "until": utc(edition.until) if edition.until else None,
            "title": edition.title,
            "note": edition.note,
        }


def next_links(next_url: str | None) -> list[str]:
    return [answers.link(next_url, "next")] if next_url else []


def alternates(item: dict) -> list[str]:
    """The same in other languages."""
    return [answers.link(one["url"], "alternate", hreflang=one["language"]) for one in item["translations"]]
