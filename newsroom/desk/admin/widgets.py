"""Inputs of the desk: a record found by typing, a date with its echo, running text. Scripts make them so; none is needed to read them."""

import json

from django import forms
from django.forms.widgets import Script, Stylesheet
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from newsroom.desk.compose.rich_text import SCHEMES, TAGS, tidy
from relations.fields import FuzzyDateFormField
from relations.models import Claim, Record
from relations.values.fuzzy import FuzzyDate
from relations.values.labels import date_label
from relations.values.vocabularies import ActorType, RecordKind


def module(name: str) -> Script:
    return Script(f"desk/{name}.js", type="module")


FORM_MEDIA = forms.Media(
    css={"all": [Stylesheet("desk/form.css"), Stylesheet("desk/prose.css")]},
    js=[module("form"), module("parts"), module("picker"), module("dates"), module("prose")],
)

# By the name of a field: which actors it may mean. A field that is not here may mean any.
ACTORS = {
    **dict.fromkeys(("person", "speaker"), [ActorType.PERSON]),
    **dict.fromkeys(
        ("country", "countries", "host_country", "visiting_country", "country_a", "country_b", "accredited_to"),
        [ActorType.COUNTRY],
    ),
}
CLAIM = "claim"


class PickerMixin:
    """A select that holds only what is chosen; the script finds the rest. `titles` names what is chosen, for one query a page."""

    def __init__(self, *, kinds=(), types=(), titles=None, attrs=None):
        super().__init__(attrs)
        self.kinds, self.types, self.titles = kinds, types, titles

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        asked = {"kinds": ",".join(self.kinds), "types": ",".join(self.types)}
        context["widget"]["attrs"] |= {"data-picker": json.dumps(asked), "data-found": reverse("admin:found")}
        return context

    def optgroups(self, name, value, attrs=None):
        chosen = [picked for picked in value if picked]
        options = [] if self.allow_multiple_selected else [self.create_option(name, "", "", not chosen, 0)]
        for index, picked in enumerate(chosen, start=1):
            options.append(self.create_option(name, picked, self.titles.of(self.kinds, picked), True, index))
        return [(None, options, 0)]

    def use_required_attribute(self, initial):
        """Asking the choices would read every row."""
        return False


class RecordPicker(PickerMixin, forms.Select):
    pass


class RecordsPicker(PickerMixin, forms.SelectMultiple):
    pass


def picker_for(db_field, titles) -> PickerMixin | None:
    """The picker of a field that names records, or claims; None for any other."""
    target = db_field.remote_field.model
    picker = RecordsPicker if db_field.many_to_many else RecordPicker
    if target is Claim:
        return picker(kinds=[CLAIM], titles=titles)
    if not issubclass(target, Record):
        return None
    kinds = [target.KIND] if target.KIND else RecordKind.values
    return picker(
        kinds=kinds, types=ACTORS.get(db_field.name, ()) if kinds == [RecordKind.ACTOR] else (), titles=titles
    )


# What lasted: an open date then reads "since 2024", not "2024 or later".
PERIODS = ("valid", "period", "on")


class DateInput(forms.TextInput):
    """Says below, in the interface's language, how the date is understood."""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        once = name.rpartition("-")[2] not in PERIODS
        said = date_label(value, get_language(), once=once) if isinstance(value, FuzzyDate) else ""
        context["widget"]["attrs"] |= {
            "data-date": reverse("admin:date_read"),
            "data-once": "1" if once else "",
            "data-said": said,
        }
        return context

    def format_value(self, value):
        return str(value) if value else ""


# Isolated, for in a line of Arabic the later date would come to stand before the earlier one.
EXAMPLES = ("2025-04-21", "2025-04", "2024/..", "[2022-07-31..2022-08-30]", "2025-04~")


def examples() -> str:
    return format_html("{} {}", gettext("Such as"), format_html_join(" ", '<code dir="ltr">{}</code>', zip(EXAMPLES)))


class DateField(FuzzyDateFormField):
    hint = lazy(examples, SafeString)()
    widget = DateInput(attrs=FuzzyDateFormField.widget.attrs)


class DataInput(forms.Textarea):
    """Nothing is shown as nothing, not as `null`."""

    def format_value(self, value):
        return "" if value == "null" else value


class LinesField(forms.CharField):
    """Browsers end a line with two characters. Text from elsewhere has one, and saving it again is no change."""

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


class ProseInput(forms.Textarea):
    """Running text. The script offers what `rich_text` lets through, and nothing else."""

    def __init__(self, attrs=None):
        allowed = {"tags": sorted(TAGS), "schemes": sorted(SCHEMES)}
        super().__init__({"data-prose": json.dumps(allowed), "rows": 14, **(attrs or {})})

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {"data-found": reverse("admin:found")}
        return context


class ProseField(forms.CharField):
    """What may not be published is not kept either."""

    widget = ProseInput

    def to_python(self, value):
        return tidy(super().to_python(value))
