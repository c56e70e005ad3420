"""Every translated input stands for itself, knows its language and which way it runs."""

from newsroom.desk.fields import translated_fields
from relations.values.languages import LANGUAGES, direction


class LanguageMixin:
    def get_exclude(self, request, obj=None):
        """The untranslated column holds whatever language was active at the last save, so nobody edits it."""
        return (*(super().get_exclude(request, obj) or ()), *translated_fields(self.model))

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        name, _, language = db_field.name.rpartition("_")
        if field and language in LANGUAGES and name in translated_fields(self.model):
            field.widget.attrs.update(lang=language, dir=direction(language))
        return field
