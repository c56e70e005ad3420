"""What two people wrote into the same record, field by field, its parts included."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Difference:
    label: str
    kept: str
    yours: str


def what_differs(form, kept, label: str = "") -> list[Difference]:
    """The fields in which the form differs from the row as kept now, both texts in full."""
    saved = type(form)(instance=kept, prefix=form.prefix)
    differences = []
    for name in form.fields:
        if name in ("seen_version", "key", "DELETE") or name not in saved.initial:
            continue
        before, typed = shown(saved[name]), shown(form[name])
        if before != typed:
            differences.append(Difference(labelled(label, form[name].label), before, typed))
    return differences


def what_differs_in_parts(formset) -> Iterator[Difference]:
    """Of one kind of part: those changed, taken away or added on either side."""
    forms_of = {form.instance.pk: form for form in formset.forms if form.instance.pk}
    kept = {row.pk: row for row in formset.queryset.all()}
    kind = formset.model._meta.verbose_name
    for pk, row in kept.items():
        form = forms_of.get(pk)
        if form is None or form["DELETE"].value():
            yield Difference(f"{kind}", f"{row}", "" if form is None else _("taken away"))
        else:
            yield from what_differs(form, row, f"{kind} “{row}”")
    for form in formset.forms:
        if form.instance.pk not in kept and form.has_changed():
            yield from typed_anew(form, kind)


def typed_anew(form, kind) -> Iterator[Difference]:
    for name in form.fields:
        text = shown(form[name])
        if (
            text
            and name not in ("id", "DELETE")
            and not isinstance(form.fields[name], forms.models.InlineForeignKeyField)
        ):
            yield Difference(labelled(kind, form[name].label), "", text)


def labelled(part: str, field) -> str:
    return f"{part}: {field}" if part else f"{field}"


def shown(bound) -> str:
    """As a reader would see it: rows by their names, choices by their labels."""
    value = bound.field.prepare_value(bound.value())
    if isinstance(bound.field, forms.ModelChoiceField):
        return names_of(bound.field.queryset, value)
    if isinstance(bound.field, forms.ChoiceField):
        return str(dict(bound.field.choices).get(value, text_of(value)))
    return text_of(value)


def names_of(rows, value) -> str:
    """What is no number was never a choice, and is shown as typed."""
    picked = [text_of(item) for item in (value if isinstance(value, list | tuple) else [value])]
    names = {str(row.pk): str(row) for row in rows.filter(pk__in=[pk for pk in picked if pk.isdecimal()])}
    return ", ".join(sorted(names.get(pk, pk) for pk in picked))


def text_of(value) -> str:
    return "" if value is None or value is False else str(value).replace("\r\n", "\n")
