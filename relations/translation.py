"""Which fields are translated. A storage layout only: code names the columns, as `title_fr`."""

from modeltranslation.translator import TranslationOptions, translator

from relations import models

TRANSLATED = {
    models.Actor: ("name", "short_name", "summary", "description"),
    models.Membership: ("role", "note"),
    models.Place: ("name",),
    models.Topic: ("name",),
    models.PostTitle: ("title", "title_f", "abbreviation"),
    models.Capacity: ("title", "title_f"),
    models.Series: ("name", "meeting_noun"),
    models.Event: ("title", "summary", "date_note"),
    models.Participation: ("note",),
    models.Agreement: ("official_title", "descriptive_title", "subject"),
    models.AgreementAct: ("note",),
    models.Claim: ("text", "attribution_text"),
    models.Dispute: ("statement", "rationale"),
    models.Indicator: ("name",),
    models.Observation: ("unit", "method_note"),
    models.Dossier: ("title", "intro"),
    models.Picture: ("alt", "caption"),
}

for model, names in TRANSLATED.items():
    translator.register(model, type(f"{model.__name__}Translation", (TranslationOptions,), {"fields": names}))
