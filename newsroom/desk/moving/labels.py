"""Fields named as the form names them, and where the form has them."""

from django.core.exceptions import FieldDoesNotExist
from django.urls import reverse

from newsroom.desk.fields import translated_fields
from newsroom.desk.models import Version
from relations.models import Record


def field_label(row: Record, name: str) -> str:
    """`headline`, or of a part: `claims.dc-1.text`."""
    first, *rest = name.split(".")
    try:
        field = row._meta.get_field(first)
    except FieldDoesNotExist:
        return name
    if field.auto_created and field.related_model:
        label = str(field.related_model._meta.verbose_name_plural)
        inner = rest[-1] if len(rest) > 1 else ""
        label = f"{label}: {verbose_name(field.related_model, inner)}" if inner else label
    else:
        label = str(field.verbose_name)
    return label[:1].upper() + label[1:]


def verbose_name(model, name: str) -> str:
    try:
        return str(model._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:
        return name


def change_url(record: Record) -> str:
    """The form of a record, from its common row or its own."""
    row = record.working_row()
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[record.pk])


def field_url(version: Version, row: Record, name: str) -> str:
    """The place of a field in the form of its record, in its language."""
    first = name.partition(".")[0]
    own = {field.name for field in (*row._meta.fields, *row._meta.many_to_many)}
    if first in translated_fields(type(row)):
        return f"{change_url(row)}?field=id_{first}_{version.language}#lang-{version.language}"
    place = f"id_{first}" if first in own else f"{first}-group"
    return f"{change_url(row)}?field={place}#lang-{version.language}"
