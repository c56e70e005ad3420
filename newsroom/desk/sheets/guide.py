"""What each column of a sheet takes, for whoever fills one in."""

from dataclasses import dataclass

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from newsroom.desk.intake.shape import FieldShape, is_fuzzy
from newsroom.desk.sheets.cells import is_list
from newsroom.desk.sheets.columns import SHEETS, VERSION_COLUMN, Column, Sheet
from relations.models import Record


@dataclass(frozen=True)
class Explained:
    name: str
    label: str
    takes: str
    codes: tuple[str, ...] = ()


def guide() -> list[tuple[str, list[Explained]]]:
    """The label of each sheet with its columns; the languages of a field stand in one line."""
    return [(sheet.label, explained(sheet)) for sheet in SHEETS.values()]


def explained(sheet: Sheet) -> list[Explained]:
    found = {}
    for column in sheet.columns:
        name = f"{column.shape.name}_…" if column.language else column.name
        found.setdefault(name, explain(sheet, column, name))
    return list(found.values())


def explain(sheet: Sheet, column: Column, name: str) -> Explained:
    if column.shape is None:
        return Explained(name, key_label(sheet, column), key_takes(column))
    codes = tuple(str(code) for code, _label in column.shape.field.flatchoices if code)
    return Explained(name, capfirst(column.shape.field.verbose_name), _("a code:") if codes else takes(column), codes)


def key_label(sheet: Sheet, column: Column) -> str:
    if column.name == VERSION_COLUMN:
        return _("Version")
    return _("Key of the part") if column.of_part else capfirst(sheet.model._meta.verbose_name)


def key_takes(column: Column) -> str:
    if column.name == VERSION_COLUMN:
        return _("as exported; empty for a new record")
    if column.of_part:
        return _("as exported; empty for a new one")
    return _("the record's key, such as “ahmed-attaf”")


def takes(column: Column) -> str:
    shape = column.shape
    if column.language:
        return _("text, a column for each language: en, fr, ar, az")
    if is_fuzzy(shape):
        return _("2025, 2025-04, 2025-04-21, 2025-04-21/2025-04-23, 2024/.., [2025-04-21,2025-04-22]")
    if shape.how == "reference":
        return key_of(shape)
    if is_list(shape):
        return _("keys or codes with spaces between them")
    return next((text for kind, text in plain_takes() if isinstance(shape.field, kind)), _("text"))


def key_of(shape: FieldShape) -> str:
    if shape.target is Record:
        return _("kind and key, such as actor/algeria")
    return _("the key of: %(kind)s") % {"kind": shape.target._meta.verbose_name}


def plain_takes() -> list[tuple[type, str]]:
    return [
        (models.BooleanField, _("true or false")),
        (models.IntegerField, _("a whole number")),
        (models.DecimalField, _("a number, with a point before decimals")),
        (models.DateField, _("a day, such as 2025-04-21")),
    ]
