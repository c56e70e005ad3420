"""Where a record is edited, and what its fields are called there."""

from functools import cache

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from relations.models import Record


@cache
def model_of(kind: str) -> type[Record]:
    return next(model for model in Record.__subclasses__() if kind == model.KIND)


def change_url(record: Record) -> str:
    """The form of a record, from its common row or its own."""
    return change_url_of(record.kind, record.pk)


def change_url_of(kind: str, pk: int) -> str:
    meta = model_of(kind)._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[pk])


def field_label(model: type[models.Model], field: str) -> str:
    """Of a dotted field: `headline` → “Headline”, `claims.dc-1.text` → “Claims dc-1: Text”."""
    first, *inner = field.split(".")
    found = field_of(model, first)
    name = capfirst(name_of(found) if found is not None else first.replace("_", " "))
    if not inner:
        return name
    part = found.related_model if found is not None and found.is_relation else None
    last = field_of(part, inner[-1]) if part else None
    inner[-1] = name_of(last) if last is not None else inner[-1].replace("_", " ")
    return _("%(part)s: %(field)s") % {"part": " ".join([name, *inner[:-1]]), "field": inner[-1]}


def field_of(model: type[models.Model], name: str):
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def name_of(field) -> str:
    """A relation from the other side is called after the rows at its end."""
    if field.auto_created and field.is_relation:
        return str(field.related_model._meta.verbose_name_plural)
    # modeltranslation keeps the plain name on the untranslated column.
    return str(getattr(field, "verbose_name", field.name))
