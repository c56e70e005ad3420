"""Where the form of a record has a field."""

from newsroom.desk.editing import change_url
from newsroom.desk.fields import translated_fields
from newsroom.desk.models import Version
from relations.models import Record


def field_url(version: Version, row: Record, name: str) -> str:
    """The place of a field in the form of its record, in its language."""
    first = name.partition(".")[0]
    own = {field.name for field in (*row._meta.fields, *row._meta.many_to_many)}
    if first in translated_fields(type(row)):
        return f"{change_url(row)}?field=id_{first}_{version.language}#lang-{version.language}"
    place = f"id_{first}" if first in own else f"{first}-group"
    return f"{change_url(row)}?field={place}#lang-{version.language}"
