"""Dossiers of two countries, compiled from what is published."""

from collections.abc import Iterable

import orjson
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect

from newsroom.public import dossier, reading
from newsroom.public.addresses import api_path
from newsroom.public.api import parameters, schemas, shape
from newsroom.public.api.answers import LONGEST
from newsroom.public.api.filtersets import DossierParameters
from newsroom.public.api.formats.forms import BY_PART, CSV, ICS, JSON, JSON_LD, Form
from newsroom.public.api.views.base import View, not_readable
from newsroom.public.api.views.formed import Formed
from newsroom.public.api.views.records import RecordEdition, RecordEditions
from newsroom.public.dossier.gathering import gather
from newsroom.public.dossier.timeline import by_date, is_planned
from newsroom.public.reading import Preference

HEAD = ("pair", "title", "url", "html_url", "language", "dir", "translations", "as_of")
# What can be asked for by itself. The rest of a dossier is its record.
PARTS = (
    "timeline", "planned", "visits", "rounds", "agreements", "bodies", "posts", "heads", "missions", "trade",
    "forums", "claims", "disputes", "quotes", "sectors", "latest", "counts",
)  # fmt: skip

KNOWN = frozenset({*shape.FIELDS["dossier"], *PARTS, "as_of"})

# By part, the rows of its table and what columns they have; that of the whole is its timeline.
TABLES = {
    "": lambda content: ("timeline", [*content["timeline"], *content["planned"]]),
    "timeline": lambda content: ("timeline", content["timeline"]),
    "agreements": lambda content: ("register", content["agreements"]),
}


class DossierView(Formed, View):
    description = "All that is published about two countries, compiled. As a table it is its timeline."
    parameters_class = DossierParameters

    def response_schema(self) -> dict:
        return schemas.ref("CompiledDossier")

    def forms(self) -> tuple[Form, ...]:
        return BY_PART[""]

    def field_names(self) -> Iterable[str]:
        return KNOWN

    def get(self, request, pair: str, part: str = "") -> HttpResponse:
        check(self.values)
        self.check_shape()
        if (proper := self.proper(pair)) != pair:
            return self.redirect(proper, part)
        row = self.row(pair)
        self.deliver(row)
        if self.form is ICS:
            return self.calendar(row, part)
        asked = {"origin": self.origin, "on": self.values.get("on")}
        content, changes_at, _ = dossier.compile_dossier(row, row.language, self.at, **asked)
        options = {"languages": [row.language], "links": self.alternates(content), "changes_at": changes_at}
        if self.form is CSV:
            kind, items = TABLES[part](content)
            return self.written(items, subject=content, kind=kind, **options)
        if self.form is JSON_LD:
            return self.written([content], subject=content, kind="dossier", **options)
        shown = {key: content[key] for key in (*HEAD, part)} if part else content
        return self.answer(shape.only(shown, self.values.get("fields")), **options)

    def calendar(self, row: reading.Row, part: str) -> HttpResponse:
        found = gather(row, row.language, self.at, self.origin)
        # The part "timeline" is what has taken place.
        events = sorted((event for event in found.events if not (part and is_planned(event))), key=by_date)
        options = {"languages": [row.language], "links": self.alternates(found.dossier), "changes_at": found.changes_at}
        return self.written(events, subject=found.dossier, kind="event", **options)

    def row(self, pair: str) -> reading.Row:
        having = (reading.Having("pair", (pair,)),)
        found = reading.everything(reading.select("dossier", self.preference(), having=having), at=self.at, limit=1)
        if not found:
            raise not_readable(self, "dossier", uid_of(pair))
        return found[0]

    def proper(self, pair: str) -> str:
        """The pair as it is written: in capitals and in order. A uid stands for the pair of its dossier."""
        if "-" in pair:
            return "-".join(sorted(pair.upper().split("-")))
        row = reading.get("dossier", pair, Preference((), original=True), self.at, content="summary")
        if row is None:
            raise not_readable(self, "dossier", pair)
        return "-".join(orjson.loads(row.content)["pair"])

    def redirect(self, pair: str, part: str) -> HttpResponse:
        path = self.formed("/".join(filter(None, [api_path("dossier", pair), part])))
        query = self.request.GET.urlencode(safe=",:*")
        response = HttpResponsePermanentRedirect(self.url(f"{path}?{query}" if query else path), preserve_request=True)
        response["Cache-Control"] = f"public, max-age={LONGEST}"
        return response


class DossierPart(DossierView):
    description = "One part of a dossier. The formats beside JSON are those of the timeline and the agreements."
    path_parameters = {**View.path_parameters, "part": ({"type": "string", "enum": list(PARTS)}, "A part.")}

    def response_schema(self) -> dict:
        return schemas.ref("DossierPart")

    def forms(self) -> tuple[Form, ...]:
        """Those of the part; for the document, those of any."""
        return BY_PART.get(self.kwargs["part"], (JSON,)) if "part" in self.kwargs else (JSON, CSV, ICS)


class DossierEditions(RecordEditions):
    kind = "dossier"

    def get(self, request, pair: str) -> HttpResponse:
        return super().get(request, uid_of(pair), address=pair)


class DossierEdition(RecordEdition):
    kind = "dossier"

    def get(self, request, pair: str, language: str, number: str) -> HttpResponse:
        return super().get(request, uid_of(pair), language, number)


def uid_of(pair: str) -> str:
    """Of the dossier that is or was public of the pair."""
    uid = reading.owner_by_facet("dossier", "pair", pair)
    if uid is None:
        raise Http404
    return uid


def check(values: dict) -> None:
    faults = [
        parameters.fault("fields", "unknown-field", name) for name in values.get("fields", ()) if name not in KNOWN
    ]
    if faults:
        parameters.raise_invalid(faults)
