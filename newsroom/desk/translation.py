"""Translated fields of the desk's own records; see relations.translation."""

from modeltranslation.translator import TranslationOptions, translator

from newsroom.desk import models

TRANSLATED = {
    models.Article: ("headline", "standfirst", "body", "editor_note"),
    models.Author: ("name",),
}

for model, names in TRANSLATED.items():
    translator.register(model, type(f"{model.__name__}Translation", (TranslationOptions,), {"fields": names}))
