"""Fuzzy dates in words, in the four languages."""

from relations.values.fuzzy import FuzzyDate
from relations.values.vocabularies import Precision
from relations.values.wording import Arabic, Azerbaijani, French, Wording

# The desk's first readers of Arabic are in Algeria, whose papers write أوت and أفريل; other countries pass their code.
REGION = "DZ"

WORDINGS = {"en": Wording(), "fr": French(), "az": Azerbaijani()}


def date_label(date: FuzzyDate | None, language: str, *, region: str = REGION, once: bool = False) -> str:
    """A date as a reader says it: `21 April 2025`, `between 31 July and 30 August 2022`, `since 2024`.

    `once` is for what happened at one moment: an open date then reads `2024 or later`, not `since 2024`.
    """
    if date is None:
        return ""
    wording = Arabic(region) if language == "ar" else WORDINGS[language]
    if date.precision == Precision.OPEN:
        return _open_label(date, wording, once)
    return _closed_label(date, wording)


def _open_label(date: FuzzyDate, wording: Wording, once: bool) -> str:
    start, end = date.points
    if end is None:
        return wording.later(start) if once else wording.since(start)
    return wording.earlier(end) if once else wording.until(end)


def _closed_label(date: FuzzyDate, wording: Wording) -> str:
    if len(set(date.points)) == 1:
        return wording.alone(date.points[0])
    if date.is_interval:
        return wording.from_to(date.points)
    return wording.either(date.points) if date.is_list else wording.between(date.points)


def fuzzy_json(date: FuzzyDate | None, language: str, **options) -> dict | None:
    """A date as payloads carry it; `options` are those of `date_label`."""
    if date is None:
        return None
    return {
        "edtf": date.edtf,
        "start": date.lower.isoformat() if date.lower else None,
        "end": date.upper.isoformat() if date.upper else None,
        "precision": str(date.precision),
        "doubt": str(date.doubt),
        "label": date_label(date, language, **options),
    }
