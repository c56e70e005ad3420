"""A part of a record in one line: who, as what, when."""

from django.utils.text import Truncator, capfirst
from django.utils.translation import get_language

from newsroom.desk.admin.titles import Titles, aspect_of
from newsroom.desk.fields import tr, translated_fields
from newsroom.desk.models import ArticleActor, Byline
from relations import models
from relations.models import Part, Record
from relations.values.fuzzy import FuzzyDate
from relations.values.labels import date_label
from relations.values.languages import LANGUAGES

LENGTH = 90

SUMMARY = {
    Byline: ("author",),
    ArticleActor: ("actor", "role"),
    models.ActorName: ("form", "lang", "kind"),
    models.Identifier: ("scheme", "value"),
    models.Tenure: ("post", "start", "end", "acting"),
    models.Membership: ("organisation", "status", "start", "end"),
    models.Attestation: ("tenure", "on", "source"),
    models.AgreementParty: ("actor", "kind"),
    models.AgreementAct: ("stage", "party", "date"),
    models.Signature: ("act", "side", "person", "post"),
    models.Participation: ("person", "post", "actor", "role", "side"),
    models.Observation: ("indicator", "reporter", "value", "currency", "period"),
    models.PostTitle: ("title", "valid"),
    models.Claim: ("field", "text", "date"),
    models.Dispute: ("kind", "statement", "state"),
    models.Quote: ("speaker", "text"),
    models.Citation: ("source", *models.Citation.PART_FIELDS, "quote", "page"),
}


def summary_of(part: Part, titles: Titles) -> str:
    """What the fields of SUMMARY say, empty ones left out."""
    said = (value_of(part, name, titles) for name in SUMMARY[type(part)])
    return " · ".join(Truncator(text).chars(LENGTH) for text in said if text)


def value_of(part: Part, name: str, titles: Titles) -> str:
    if name in translated_fields(type(part)):
        return next(filter(None, (tr(part, name, code) for code in (get_language(), *LANGUAGES))), "")
    if isinstance(part, models.Claim) and name == "field":
        return aspect_of(part)
    field = part._meta.get_field(name)
    if field.remote_field:
        return linked(part, field, titles)
    if field.choices:
        return str(getattr(part, f"get_{name}_display")())
    value = getattr(part, name)
    if isinstance(value, FuzzyDate):
        return date_label(value, get_language())
    if isinstance(value, bool):
        return capfirst(field.verbose_name) if value else ""
    return "" if value is None else str(value)


def linked(part: Part, field, titles: Titles) -> str:
    pk = getattr(part, field.attname)
    if not pk:
        return ""
    if issubclass(field.related_model, Record):
        return titles.of([field.related_model.KIND], pk)
    return summary_of(getattr(part, field.name), titles)


def named_by(parts) -> list[int]:
    """The records that the summaries of these parts name."""
    return [
        pk
        for part in parts
        for name in SUMMARY[type(part)]
        if (field := part._meta.get_field(name)).remote_field and issubclass(field.related_model, Record)
        if (pk := getattr(part, field.attname))
    ]
