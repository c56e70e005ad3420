"""Whole records as an interchange file in the browser."""

import json
from functools import cache
from pathlib import Path

from django.db.models import FileField

from newsroom.desk.intake.export import FORMAT, dump_record
from newsroom.desk.intake.shape import kinds, shape_of

# An upload has no folder beside it.
NOWHERE = Path("/nonexistent")


@cache
def filed_kinds() -> frozenset[str]:
    """Kinds whose records have a stored file: they travel by import_records and export_records alone."""
    return frozenset(
        kind
        for kind, model in kinds().items()
        if any(isinstance(field.field, FileField) for field in shape_of(model).fields)
    )


def write_json(records) -> bytes:
    document = {"format": FORMAT, "records": [dump_record(record) for record in records]}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
