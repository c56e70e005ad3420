"""The values by which an edition can be found."""

from collections.abc import Iterable, Iterator

from relations.models import Place, Record
from relations.values.fuzzy import FuzzyDate
from relations.values.vocabularies import ActorType, Doubt, Precision

# The columns of public.Facet; a longer value cannot be asked for.
NAME_LENGTH, VALUE_LENGTH = 30, 60

# A span of more years than this says nothing about any of them.
YEARS = 12


def facet_rows(named: dict[str, Iterable[Record | str | None]]) -> list[tuple[str, str]]:
    """Sorted pairs without repetition; a record counts by its uid."""
    pairs = {(name, facet_value(value)) for name, values in named.items() for value in values if value}
    return sorted((name, value) for name, value in pairs if len(name) <= NAME_LENGTH and len(value) <= VALUE_LENGTH)


def facet_value(value: Record | str) -> str:
    return value.uid if isinstance(value, Record) else str(value)


def with_ancestors(place: Place | None, above: str = "parent") -> list[Record]:
    """A place (or topic, by `broader`) and all that it lies in."""
    found = []
    while place and place not in found:
        found.append(place)
        place = getattr(place, above)
    return found


def date_facets(date: FuzzyDate | None) -> dict[str, list[str]]:
    if not date:
        return {}
    return {
        "precision": [date.precision],
        "day_known": ["yes" if date.precision == Precision.DAY else "no"],
        "certainty": ["certain" if date.doubt == Doubt.NONE and date.precision == Precision.DAY else "uncertain"],
        "year": list(years(date)),
    }


def years(date: FuzzyDate) -> Iterator[str]:
    """Every year it may be in, unless they are too many or without end."""
    if date.lower and date.upper and date.upper.year - date.lower.year < YEARS:
        yield from (str(year) for year in range(date.lower.year, date.upper.year + 1))


def countries_among(actors: Iterable[Record | None]) -> Iterator[Record]:
    """Each actor that is a country, or else the country it belongs to."""
    for actor in filter(None, actors):
        if actor.type == ActorType.COUNTRY:
            yield actor
        elif actor.country:
            yield actor.country
