"""What the desk calls the fields of a record and of its parts."""

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _


def field_label(model: type[models.Model], field: str) -> str:
    """Of a dotted field: `headline` → “Headline”, `claims.dc-1.text` → “Claims dc-1: Text”."""
    first, *inner = field.split(".")
    found = field_of(model, first)
    name = name_of(found) if found is not None else first.replace("_", " ")
    if not inner:
        return capital(name)
    part = found.related_model if found is not None and found.is_relation else None
    last = field_of(part, inner[-1]) if part else None
    inner[-1] = name_of(last) if last is not None else inner[-1].replace("_", " ")
    return _("%(part)s: %(field)s") % {"part": " ".join([capital(name), *inner[:-1]]), "field": inner[-1]}


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


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
