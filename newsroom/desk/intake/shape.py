"""What the interchange format holds for each kind, read off the models: one list of fields and parts a model."""

from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db import models
from modeltranslation.translator import NotRegistered, translator

from relations.fields import FuzzyDateField
from relations.models import Part, Record
from relations.values.languages import LANGUAGES
from relations.values.vocabularies import RecordKind

RECORD_FIELDS = ("original_language",)


@dataclass(frozen=True)
class FieldShape:
    """One key of a record or part. `how`: plain, translated, reference, references."""

    name: str
    how: str
    field: models.Field
    target: type | None = None


@dataclass(frozen=True)
class PartShape:
    """A list of parts under its owner; `link` is the part's foreign key to what it stands under."""

    name: str
    link: str
    model: type


@dataclass(frozen=True)
class Shape:
    model: type
    fields: tuple[FieldShape, ...]
    parts: tuple[PartShape, ...]

    def field(self, name: str) -> FieldShape | None:
        return next((field for field in self.fields if field.name == name), None)

    def part(self, name: str) -> PartShape | None:
        return next((part for part in self.parts if part.name == name), None)


@cache
def kinds() -> dict[str, type]:
    """The model of each kind of record."""
    models_ = [model for model in apps.get_models() if issubclass(model, Record) and model.KIND]
    return {str(model.KIND): model for model in sorted(models_, key=lambda m: RecordKind.values.index(m.KIND))}


@cache
def shape_of(model: type) -> Shape:
    return Shape(model, tuple(fields_of(model)), tuple(parts_of(model)))


def translated_names(model) -> tuple[str, ...]:
    try:
        return tuple(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return ()


def fields_of(model):
    translated = translated_names(model)
    columns = {f"{name}_{language}" for name in translated for language in LANGUAGES}
    for field in [*model._meta.local_fields, *record_fields(model), *model._meta.local_many_to_many]:
        if field.name in translated:
            yield FieldShape(field.name, "translated", field)
        elif field.name not in columns and is_open(model, field):
            yield shape_field(field)


def record_fields(model):
    return [Record._meta.get_field(name) for name in RECORD_FIELDS] if issubclass(model, Record) else []


def is_open(model, field) -> bool:
    """Whether a field is the file's to set: not a stamp, not a derived column, not the link to its owner."""
    hidden = field.primary_key or not (field.editable or field.name in RECORD_FIELDS) or field.name == "key"
    return not hidden and field.name not in owner_links(model) and not is_private(field)


def is_private(field) -> bool:
    """A link to what an interchange file cannot name, such as an account."""
    return field.is_relation and not issubclass(field.related_model, Record | Part)


def owner_links(model) -> set[str]:
    if not issubclass(model, Part):
        return set()
    return {model.OWNER, *getattr(model, "PART_FIELDS", ())}


def shape_field(field) -> FieldShape:
    if field.many_to_many:
        return FieldShape(field.name, "references", field, field.related_model)
    if field.is_relation:
        return FieldShape(field.name, "reference", field, field.related_model)
    return FieldShape(field.name, "plain", field)


def parts_of(model):
    """The reverse side of every part's link to its owner, whether the owner is a record or another part."""
    for relation in model._meta.related_objects:
        part, link = relation.related_model, relation.field.name
        if issubclass(part, Part) and link in owner_links(part):
            yield PartShape(relation.get_accessor_name(), link, part)


def is_fuzzy(shape: FieldShape) -> bool:
    return isinstance(shape.field, FuzzyDateField)
