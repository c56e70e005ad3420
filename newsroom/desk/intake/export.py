"""Records as the interchange format has them. What it writes, `load` reads back to the same rows."""

from django.db.models import FileField

from newsroom.desk.intake.shape import kinds, shape_of
from newsroom.desk.intake.values import dump

FORMAT = "communique-records/1"


def export_records(kinds_wanted=()) -> dict:
    """Everything the desk keeps, or the records of some kinds, ordered by kind and key."""
    wanted = kinds_wanted or kinds()
    return {
        "format": FORMAT,
        "records": [
            dump_record(record) for kind in wanted for record in kinds()[kind]._default_manager.order_by("key")
        ],
    }


def files_of(kinds_wanted=()):
    """The stored files of those records."""
    for kind in kinds_wanted or kinds():
        model = kinds()[kind]
        for shape in shape_of(model).fields:
            if isinstance(shape.field, FileField):
                yield from (
                    getattr(record, shape.name) for record in model._default_manager.exclude(**{shape.name: ""})
                )


def dump_record(record) -> dict:
    """With the version it was read at, so that a file brought back later cannot undo what was saved meanwhile."""
    return {"kind": str(record.kind), "key": record.key, "row_version": record.row_version, **dump_row(record)}


def dump_row(row, names=None) -> dict:
    """The fields and parts of a record or part that differ from their defaults; `names` asks for some of them alone."""
    shape = shape_of(type(row))
    values = {one.name: dump(one, row) for one in shape.fields if names is None or one.name in names}
    parts = {
        part.name: [dump_part(child) for child in rows_of(part, row)]
        for part in shape.parts
        if names is None or part.name in names
    }
    return {name: value for name, value in {**values, **parts}.items() if value not in (None, [])}


def dump_part(part) -> dict:
    return {"key": part.key, **dump_row(part)}


def rows_of(part, row):
    """The parts directly under a row: a record's own citations, not those of its claims."""
    children = part.model._default_manager.filter(**{part.link: row.pk})
    if part.link == part.model.OWNER:
        children = children.filter(**dict.fromkeys(getattr(part.model, "PART_FIELDS", ()), None))
    return children.order_by("pk")
