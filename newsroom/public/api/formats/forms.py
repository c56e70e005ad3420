"""The formats that answers can have, and which of them a resource has."""

from collections.abc import Callable
from typing import NamedTuple

import orjson
from django.utils.translation import override

from newsroom.public.addresses import API, PLURALS
from newsroom.public.api.formats import calendars, columns, csv, ftm, jsonld, ninjs, popolo
from newsroom.public.api.formats.document import Document
from newsroom.public.api.formats.feeds import atom, following, json_feed

UTF_8 = "; charset=utf-8"
OBJECT = {"type": "object"}
TEXT = {"type": "string"}


class Form(NamedTuple):
    """
    `suffix` is that of addresses. `one` and `many` are the JSON Schema of a single record and of a list in this format.
    `write` is null for plain JSON, whose lists are sent as they were frozen. Only formats that can mark what is not public
    yet are given it.
    """

    suffix: str
    media_type: str
    write: Callable[[Document], bytes] | None
    one: dict = TEXT
    many: dict = TEXT
    is_text: bool = True
    is_file: bool = False
    marks_embargoed: bool = False

    @property
    def content_type(self) -> str:
        return self.media_type + UTF_8 if self.is_text else self.media_type


def in_jsonld(document: Document) -> bytes:
    if document.is_list:
        return orjson.dumps(jsonld.document([jsonld.of(item) for item in document.items]))
    return orjson.dumps({"@context": jsonld.CONTEXT, **jsonld.of(document.items[0])})


def in_ninjs(document: Document) -> bytes:
    """A list is an array: ninjs knows single news objects alone."""
    found = [ninjs.of(item, document.origin) for item in document.items]
    return orjson.dumps(found if document.is_list else found[0])


def in_csv(document: Document) -> bytes:
    table = columns.of(document.kind)
    return csv.csv_of(list(table), ([read(item) for read in table.values()] for item in document.items))


def in_calendar(document: Document) -> bytes:
    name, language, items = document.title, document.language, document.items
    return calendars.write(name, language, document.address, document.home, items, document.origin)


def in_atom(document: Document) -> bytes:
    with override(document.language):
        return atom.write(following.feed(document))


def in_json_feed(document: Document) -> bytes:
    with override(document.language):
        return json_feed.write(following.feed(document))


def in_popolo(document: Document) -> bytes:
    return orjson.dumps(popolo.of(document.items))


def in_ftm(document: Document) -> bytes:
    return b"".join(orjson.dumps(entity) + b"\n" for entity in ftm.of(document.items))


JSON = Form("json", "application/json", None, is_text=False, marks_embargoed=True)
JSON_LD = Form("jsonld", "application/ld+json", in_jsonld, OBJECT, OBJECT, is_text=False)
NINJS = Form("ninjs", ninjs.MEDIA_TYPE, in_ninjs, ninjs.SHAPE, {"type": "array", "items": ninjs.SHAPE}, is_text=False)
CSV = Form("csv", csv.MEDIA_TYPE, in_csv, is_file=True)
ICS = Form("ics", calendars.MEDIA_TYPE, in_calendar)
ATOM = Form("atom", atom.MEDIA_TYPE, in_atom)
JSON_FEED = Form("feed.json", json_feed.MEDIA_TYPE, in_json_feed, OBJECT, OBJECT, is_text=False)
POPOLO = Form("popolo.json", popolo.MEDIA_TYPE, in_popolo, popolo.SHAPE, popolo.SHAPE, is_text=False)
FTM = Form("ftm.ndjson", ftm.MEDIA_TYPE, in_ftm, is_file=True)

# Every kind has JSON, JSON-LD and CSV.
FURTHER = {
    "article": (NINJS, ATOM, JSON_FEED),
    "event": (NINJS, ICS, ATOM, JSON_FEED),
    "agreement": (NINJS, ATOM, JSON_FEED),
    "actor": (POPOLO, FTM),
}
BY_KIND = {kind: (JSON, JSON_LD, CSV, *FURTHER.get(kind, ())) for kind in PLURALS}
# Of a compiled dossier: the whole, and those of its parts that are tables.
BY_PART = {
    "": (JSON, JSON_LD, CSV, ICS),
    "timeline": (JSON, CSV, ICS),
    "agreements": (JSON, CSV),
}
SUFFIXES = sorted({form.suffix for forms in (*BY_KIND.values(), *BY_PART.values()) for form in forms})


def file_name(path: str, suffix: str) -> str:
    """Of what is kept as a file: "/api/v1/dossiers/AZE-DZA" is dossiers-AZE-DZA.csv."""
    words = path.removeprefix(f"{API}/").removesuffix(f".{suffix}").replace("/", "-")
    return f"{words}.{suffix}"
