"""Codes in the words of the active language."""

from functools import cache

from django.utils.translation import get_language

from newsroom.public.api.vocabularies import NAMES


def label(code: str | None, vocabulary: str) -> str:
    """The label of a code: `{{ event.kind|label:"event_types" }}`. A code without one stands for itself."""
    return _label(code, vocabulary, get_language()) if code else ""


@cache
def _label(code: str, vocabulary: str, language: str) -> str:
    choices = NAMES[vocabulary]
    return str(choices(code).label) if code in choices.values else code.replace("_", " ")


def capital(text: str) -> str:
    """With a capital first letter, as the page's language writes it."""
    first = "İ" if text[:1] == "i" and get_language() == "az" else text[:1].upper()
    return first + text[1:]
