"""Translated columns, read by name: no language ever stands in for another here."""

from collections.abc import Iterator
from functools import cache

from django.db import models

from newsroom.desk import translation as desk_translation
from relations import translation as relations_translation
from relations.models import Part, Record
from relations.values.languages import LANGUAGES
from relations.values.vocabularies import RecordKind

# What a text must have to be published in a language. A post's words are in its titles; a source is quoted as it is.
REQUIRED = {
    RecordKind.ARTICLE: ("headline", "body"),
    RecordKind.ACTOR: ("name",),
    RecordKind.EVENT: ("title",),
    RecordKind.AGREEMENT: ("descriptive_title",),
    RecordKind.DOSSIER: ("title",),
    RecordKind.PLACE: ("name",),
    RecordKind.TOPIC: ("name",),
    RecordKind.POST: (),
    RecordKind.SERIES: ("name",),
    RecordKind.INDICATOR: ("name",),
    RecordKind.SOURCE: (),
    RecordKind.AUTHOR: ("name",),
    RecordKind.CAPACITY: ("title",),
    RecordKind.PICTURE: ("alt",),
}

# Running text with marks and links; every other text is plain.
RICH_TEXT = {RecordKind.ARTICLE: ("body",), RecordKind.DOSSIER: ("intro",)}


def tr(row: models.Model, field: str, language: str) -> str:
    """The text of one language, empty where there is none."""
    return getattr(row, f"{field}_{language}") or ""


@cache
def translated_fields(model: type[models.Model]) -> tuple[str, ...]:
    """The translated fields of a model, in order; none for a model that has none."""
    return (relations_translation.TRANSLATED | desk_translation.TRANSLATED).get(model, ())


@cache
def part_names(model: type[Record]) -> tuple[str, ...]:
    """The related names under which a kind keeps its parts."""
    return tuple(
        relation.get_accessor_name()
        for relation in model._meta.related_objects
        if issubclass(relation.related_model, Part) and relation.field.name == relation.related_model.OWNER
    )


@cache
def translated_part_names(model: type[Record]) -> tuple[str, ...]:
    """Those of them whose parts have translated fields."""
    return tuple(name for name in part_names(model) if translated_fields(model._meta.get_field(name).related_model))


def translated_parts(row: Record) -> Iterator[tuple[str, Part]]:
    """The parts of a record that have translated fields, each with the related name it is kept under."""
    for name in translated_part_names(type(row)):
        yield from ((name, part) for part in getattr(row, name).all())


def texts_of(row: Record, language: str) -> dict[str, str]:
    """Every text of a record and its parts in one language, by field (`title`, `claims.dc-1.text`); only what is filled."""
    found = {field: tr(row, field, language) for field in translated_fields(type(row))}
    for name, part in translated_parts(row):
        found |= {f"{name}.{part.key}.{field}": tr(part, field, language) for field in translated_fields(type(part))}
    return {field: text for field, text in found.items() if text}


def missing_fields(record: Record, language: str) -> list[str]:
    """The required fields that are empty in a language; `titles` for a post that nothing names."""
    row = record.working_row()
    missing = [field for field in REQUIRED[row.kind] if not tr(row, field, language).strip()]
    if row.kind == RecordKind.POST and not any(tr(title, "title", language).strip() for title in row.titles.all()):
        missing.append("titles")
    return missing


def languages_of(record: Record) -> list[str]:
    """The languages in which every required field is filled."""
    row = record.working_row()
    return [language for language in LANGUAGES if not missing_fields(row, language)]
