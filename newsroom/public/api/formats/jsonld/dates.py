"""Dates in ISO 8601, which knows no doubt: as much as is certain, or nothing."""

from relations.values.fuzzy import OPEN, FuzzyDate
from relations.values.vocabularies import Doubt, Precision

# How much of "2025-04-21" each says.
LENGTHS = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def known(fuzzy: dict | None) -> str | None:
    """A day, a month or a year; None of a period, of one among several and of what is in doubt."""
    return _known(fuzzy["edtf"]) if fuzzy else None


def ends(fuzzy: dict | None) -> tuple[str | None, str | None]:
    """The first and the last day of a period; of anything else its date, twice."""
    if not fuzzy:
        return None, None
    first, slash, last = fuzzy["edtf"].partition("/")
    return _known(first), _known(last if slash else first)


def period(fuzzy: dict | None) -> str | None:
    """From then on, with no end known."""
    start = known(fuzzy)
    return f"{start}/{OPEN}" if start else None


def _known(edtf: str) -> str | None:
    if edtf == OPEN:
        return None
    date = FuzzyDate.parse(edtf)
    length = LENGTHS.get(date.precision)
    if not length or date.is_one_of or date.doubt != Doubt.NONE:
        return None
    return date.lower.isoformat()[:length]
