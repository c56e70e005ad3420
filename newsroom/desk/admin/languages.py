"""Every translated input stands for itself, knows its language and which way it runs, and stands with those of its language."""

from django.db.models import JSONField, TextField
from django.utils.text import capfirst

from newsroom.desk.admin.labels import label_of
from newsroom.desk.admin.titles import Titles
from newsroom.desk.admin.widgets import (
    FORM_MEDIA,
    DataInput,
    DateField,
    LinesField,
    ProseField,
    ProseInput,
    picker_for,
)
from newsroom.desk.fields import RICH_TEXT, translated_fields
from newsroom.desk.remits import EVERY_LANGUAGE, remit_of
from relations.fields import FuzzyDateField
from relations.values.languages import LANGUAGES, NATIVE_NAMES, direction

# What an input carries in a language that whoever looks does not write in; the page says why, in one place.
CLOSED = {"readonly": True, "aria-describedby": "closed-languages"}


class LanguageName(str):
    """A language's own name, as the heading of the fields in it; templates ask it for code and direction."""

    def __new__(cls, code: str):
        name = super().__new__(cls, NATIVE_NAMES[code])
        name.code, name.dir = code, direction(code)
        return name


def column_of(model, name: str) -> tuple[str, str] | None:
    """The translated field and the language that a column is of; None for a column of no language."""
    field, _, language = name.rpartition("_")
    return (field, language) if language in LANGUAGES and field in translated_fields(model) else None


def titles_for(request) -> Titles:
    """One for a page, so that it asks once."""
    if not hasattr(request, "titles"):
        request.titles = Titles()
    return request.titles


def let_take_back(forms) -> None:
    """What came back changed in a language that is closed can be put back as it was."""
    for form in forms:
        for name in form.changed_data if form.is_bound else ():
            form.fields[name].widget.attrs.pop("readonly", None)


class LanguageMixin:
    @property
    def media(self):
        return super().media + FORM_MEDIA

    def get_exclude(self, request, obj=None):
        """The untranslated column holds whatever language was active at the last save, so nobody edits it."""
        return (*(super().get_exclude(request, obj) or ()), *translated_fields(self.model))

    def get_fieldsets(self, request, obj=None):
        """What is the same in every language, then a group for each language."""
        names = self.get_fields(request, obj)
        common = [name for name in names if not column_of(self.model, name)]
        return [(None, {"fields": common}), *self.language_groups(names)]

    def language_groups(self, names) -> list:
        groups = []
        for code in LANGUAGES:
            columns = [f"{field}_{code}" for field in translated_fields(self.model) if f"{field}_{code}" in names]
            if columns:
                groups.append((LanguageName(code), {"fields": columns}))
        return groups

    def closed_to(self, request) -> frozenset[str]:
        """The languages that whoever asks does not write in; one query for a page."""
        if not hasattr(request, "closed_languages"):
            request.closed_languages = EVERY_LANGUAGE - remit_of(request.user, "edits")
        return request.closed_languages

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        column = column_of(self.model, db_field.name)
        if isinstance(db_field, FuzzyDateField):
            kwargs.setdefault("form_class", DateField)
            kwargs.setdefault("help_text", DateField.hint)
        if column and column[0] in RICH_TEXT.get(getattr(self.model, "KIND", None), ()):
            kwargs |= {"form_class": ProseField, "widget": ProseInput}
        elif isinstance(db_field, TextField):
            kwargs.setdefault("form_class", LinesField)
        if db_field.remote_field and (picker := picker_for(db_field, titles_for(request))):
            kwargs.setdefault("widget", picker)
        if isinstance(db_field, JSONField):
            kwargs.setdefault("widget", DataInput)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        return field and self.dressed(field, db_field, column, request)

    def dressed(self, field, db_field, column, request):
        if column:
            name, language = column
            closed = CLOSED if language in self.closed_to(request) else {}
            field.widget.attrs |= {"lang": language, "dir": direction(language), **closed}
            field.short_label = capfirst(self.model._meta.get_field(name).verbose_name)
        else:
            field.label = capfirst(label_of(db_field))
        if db_field.many_to_many and hasattr(field.widget, "widget"):
            # The admin's advice on holding down a key is for lists that the pickers replace.
            field.help_text = db_field.help_text
        for icon in ("can_change_related", "can_delete_related", "can_view_related"):
            if hasattr(field.widget, icon):
                setattr(field.widget, icon, False)
        return field
