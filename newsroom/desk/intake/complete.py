"""What must be there: the fields without which a row says nothing, asked of rows that are new and of what a file empties."""

from collections import defaultdict

from django.utils.translation import gettext as _

from newsroom.desk.intake.faults import Faults
from newsroom.desk.intake.read import Row
from newsroom.desk.intake.shape import FieldShape
from relations.models import Record

EMPTY = (None, "", [])


def check_complete(rows: list[Row], found: Faults) -> None:
    every = [part for record in rows for part in record.walk()]
    kept = kept_keys(every)
    for row in every:
        is_new = (row.model, row.key) not in kept
        for shape in row.shape.fields:
            if is_required(shape) and lacks(row, shape.name, is_new):
                found.add(row.at(shape.name), _("this must be given"))


def kept_keys(rows: list[Row]) -> set[tuple[type, str]]:
    """The rows that exist already, for one query of each model."""
    keys = defaultdict(set)
    for row in rows:
        keys[row.model].add(row.key)
    return {(model, key) for model, wanted in keys.items() for key in existing(model, wanted)}


def existing(model, keys: set[str]) -> set[str]:
    # A long list of keys is slower to ask for, and has a limit, than all there are.
    manager = model._base_manager
    rows = manager.filter(key__in=keys) if len(keys) < 500 else manager.all()
    return keys & set(rows.values_list("key", flat=True))


def is_required(shape: FieldShape) -> bool:
    if shape.how == "plain" and shape.field.model is not Record:
        return not (shape.field.blank or shape.field.null or shape.field.has_default())
    return shape.how == "reference" and not shape.field.null


def lacks(row: Row, name: str, is_new: bool) -> bool:
    """A field given but unreadable has its fault already."""
    if name in row.values:
        return row.values[name] in EMPTY
    return is_new and name not in row.given
