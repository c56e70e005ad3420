"""The languages that a person writes in and those that a person approves, where that is limited."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from newsroom.desk.models import Remit
from relations.values.languages import LANGUAGES

EVERY_LANGUAGE = frozenset(LANGUAGES)


class Remits(NamedTuple):
    edits: frozenset[str] = EVERY_LANGUAGE
    approves: frozenset[str] = EVERY_LANGUAGE


def remits_of(person) -> Remits:
    """Nobody is limited who has no remit, nor is the operator (None)."""
    kept = person and Remit.objects.filter(user=person.pk).values_list("edits", "approves").first()
    return Remits(*map(frozenset, kept)) if kept else Remits()


def remit_of(person, work: str) -> frozenset[str]:
    """The languages of somebody's `edits` or `approves`."""
    return getattr(remits_of(person), work)


def names_of(languages: Iterable[str]) -> str:
    """As the interface calls them, in one order: “French, Arabic”."""
    return _(", ").join(str(get_language_info(code)["name_translated"]) for code in LANGUAGES if code in languages)
