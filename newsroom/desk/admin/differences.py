"""What two people wrote into one record, laid out for the one who has to choose."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from newsroom.desk.admin.form_rows import FormRows, held
from newsroom.desk.admin.widgets import PickerMixin
from newsroom.desk.comparing import Piece, compare_words
from newsroom.desk.comparing.words import SAME
from newsroom.desk.unsaved.merging import Merged, Outcome
from newsroom.desk.unsaved.rows import GONE, RECORD, Value, is_new
from newsroom.desk.unsaved.words import one_after_the_other, readable
from relations.fields import FuzzyDateFormField
from relations.values.languages import NATIVE_NAMES

CHOOSE = "choose:"
MINE, THEIRS, TOGETHER = "mine", "theirs", "together"
NO_RUNNING_TEXT = (forms.URLField, forms.SlugField, forms.EmailField, forms.ChoiceField, FuzzyDateFormField)


@dataclass(frozen=True)
class Choice:
    """One way to settle an input; `text` is what would stand in it, where that is a text."""

    value: str
    label: str
    text: str | None = None


@dataclass(frozen=True)
class Difference:
    """An input in three hands. `name` is what it is called in the page; `base` is None where nobody knows what was opened."""

    label: str
    name: str
    lang: str
    direction: str
    outcome: str
    base: str | None
    mine: list[Piece]
    theirs: list[Piece]
    choices: tuple[Choice, ...] = ()

    @property
    def input_id(self) -> str:
        return f"id_{self.name}" if self.name else ""


def differences(rows: FormRows, merged: list[Merged]) -> list[Difference]:
    return [difference(rows, one) for one in merged if not is_default(rows, one)]


def is_default(rows: FormRows, one: Merged) -> bool:
    """What a new part holds before anybody types is nobody's text."""
    added = one.row != RECORD and one.base == () and one.name != GONE
    return added and one.result == held(rows.form_of(one.row)).get(one.name) and is_new(one.row)


def difference(rows: FormRows, one: Merged) -> Difference:
    if one.name == GONE:
        return taking_away(rows, one)
    _name, field = rows.field_of(one.row, one.name)
    texts = [None if value is None else shown(field, value) for value in (one.base, one.mine, one.theirs)]
    known = iter(readable(*(text for text in texts if text is not None)))
    base, mine, theirs = (None if text is None else next(known) for text in texts)
    attributes = inner(field).attrs
    return Difference(
        label=labelled(part_label(rows, one.row), field_label(field)),
        name=rows.name_in_page(one.row, one.name),
        lang=attributes.get("lang", ""),
        direction=attributes.get("dir", "auto"),
        outcome=one.outcome,
        base=base,
        mine=pieces(field, theirs if base is None else base, mine),
        theirs=pieces(field, base, theirs),
        choices=tuple(choices(field, one)) if one.outcome == Outcome.BOTH else (),
    )


def taking_away(rows: FormRows, one: Merged) -> Difference:
    states = {True: _("taken away"), False: _("kept")}
    options = (
        Choice(MINE, _("Taken away, as I have it") if one.mine else _("Kept, as I have it")),
        Choice(THEIRS, _("Taken away, as they have it") if one.theirs else _("Kept, as they have it")),
    )
    return Difference(
        label=part_label(rows, one.row),
        name=rows.name_in_page(one.row, one.name),
        lang="",
        direction="auto",
        outcome=one.outcome,
        base=None if one.base is None else states[bool(one.base)],
        mine=[Piece(SAME, states[bool(one.mine)])],
        theirs=[Piece(SAME, states[bool(one.theirs)])],
        choices=options if one.outcome == Outcome.BOTH else (),
    )


def pieces(field: forms.Field, before: str | None, after: str) -> list[Piece]:
    if before is None or not is_text(field):
        return [Piece(SAME, after)] if after else []
    return compare_words(before, after)


def choices(field: forms.Field, one: Merged) -> Iterator[Choice]:
    for value, label in ((MINE, _("Mine")), (THEIRS, _("Theirs")), (TOGETHER, _("Both, one after the other"))):
        if value != TOGETHER or is_text(field) or takes_several(field):
            # An input that was not sent at all holds nothing.
            text = next(iter(chosen(field, value, one.mine, one.theirs)), "") if is_text(field) else None
            yield Choice(value, _("Both") if value == TOGETHER and takes_several(field) else label, text)


def chosen(field: forms.Field, choice: str, mine: Value, theirs: Value) -> Value:
    """What an input holds after a choice; anything unknown leaves it as it was typed."""
    if choice == THEIRS:
        return theirs
    if choice == TOGETHER and takes_several(field):
        return tuple(dict.fromkeys((*mine, *theirs)))
    if choice == TOGETHER and is_text(field):
        between = "\n\n" if isinstance(field.widget, forms.Textarea) else " / "
        return (one_after_the_other(*(value[0] if value else "" for value in (mine, theirs)), between=between),)
    return mine


def is_text(field: forms.Field) -> bool:
    return isinstance(field, forms.CharField) and not isinstance(field, NO_RUNNING_TEXT)


def takes_several(field: forms.Field) -> bool:
    return isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)


def part_label(rows: FormRows, row: str) -> str:
    if row == RECORD:
        return ""
    form = rows.form_of(row)
    kind = form._meta.model._meta.verbose_name
    return f"{kind} “{form.summary or form.instance}”" if form.instance.pk else f"{kind}"


def field_label(field: forms.Field) -> str:
    """`Headline (Français)`: in the form itself the language stands above."""
    language = NATIVE_NAMES.get(inner(field).attrs.get("lang"))
    short = getattr(field, "short_label", None)
    return f"{short} ({language})" if short and language else f"{field.label}"


def inner(field: forms.Field) -> forms.Widget:
    """The widget itself; the admin wraps a choice of rows to put "add another" beside it."""
    return getattr(field.widget, "widget", field.widget)


def labelled(part: str, field) -> str:
    return f"{part}: {field}" if part else f"{field}"


def shown(field: forms.Field, value: Value) -> str:
    """As a reader would see it: records by their titles, choices by their labels."""
    if isinstance(inner(field), PickerMixin):
        return ", ".join(sorted(inner(field).titles.of(inner(field).kinds, pk) for pk in value))
    if isinstance(field, forms.ModelChoiceField):
        return names_of(field.queryset, value)
    if isinstance(field, forms.BooleanField) and not isinstance(field, forms.NullBooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, forms.ChoiceField):
        labels = {str(key): str(label) for key, label in field.choices}
        return ", ".join(labels.get(one, one) for one in value)
    return "\n".join(value)


def names_of(rows, value: Value) -> str:
    """What is no number was never a choice, and is shown as typed."""
    picked = [one for text in value for one in text.split(",")]
    names = {str(row.pk): str(row) for row in rows.filter(pk__in=[pk for pk in picked if pk.isdecimal()])}
    return ", ".join(sorted(names.get(pk, pk) for pk in picked))
