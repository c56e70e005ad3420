from relations.values.fuzzy import FuzzyDate
from relations.values.labels import fuzzy_json


def moment(date: FuzzyDate | None, language: str) -> dict | None:
    """A date on which something happened once: an open one reads "2024 or later"."""
    return fuzzy_json(date, language, once=True)


def period(date: FuzzyDate | None, language: str) -> dict | None:
    """A date through which something lasted: an open one reads "since 2024"."""
    return fuzzy_json(date, language)


def possible_days(first: FuzzyDate | None, last: FuzzyDate | None) -> dict:
    """The first and the last possible day, as an edition keeps them for date filters."""
    lower, upper = first and first.lower, last and last.upper
    return {"date_lower": lower.isoformat() if lower else None, "date_upper": upper.isoformat() if upper else None}
