"""Kinds, languages and verbs in the language of the page, and where a record is edited."""

from django.utils.text import capfirst
from django.utils.translation import get_language_info

from newsroom.desk.editing import change_url_of
from newsroom.desk.models import Stage, Verb
from relations.models import Record
from relations.values.vocabularies import RecordKind


def kind_name(kind: str) -> str:
    return capfirst(RecordKind(kind).label) if kind in RecordKind.values else kind


def language_name(language: str) -> str:
    return capfirst(get_language_info(language)["name_translated"]) if language else ""


def verb_name(verb: str) -> str:
    return capfirst(Verb(verb).label) if verb in Verb.values else verb


def stage_name(stage: str) -> str:
    return capfirst(Stage(stage).label)


def urls_of(uids) -> dict[str, str]:
    """Where each record that still exists is edited, by uid; one query."""
    found = Record.objects.filter(uid__in=set(uids)).values_list("uid", "pk", "kind")
    return {uid: change_url_of(kind, pk) for uid, pk, kind in found}
