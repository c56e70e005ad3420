"""The languages that a person writes in and those that a person approves, where that is limited."""

from collections.abc import Iterable

from django.utils.translation import get_language_info

from newsroom.desk.models import Remit
from relations.values.languages import LANGUAGES

EVERY_LANGUAGE = frozenset(LANGUAGES)


def remit_of(person, work: str) -> frozenset[str]:
    """The languages of somebody's `edits` or `approves`. Nobody is limited who has no remit, nor is the operator (None)."""
    if person is None:
        return EVERY_LANGUAGE
    kept = Remit.objects.filter(user=person.pk).values_list(work, flat=True).first()
    return EVERY_LANGUAGE if kept is None else frozenset(kept)


def names_of(languages: Iterable[str]) -> str:
    """As the interface calls them, in one order: “French, Arabic”."""
    return ", ".join(str(get_language_info(code)["name_translated"]) for code in LANGUAGES if code in languages)
