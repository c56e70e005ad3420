"""Dates, numbers and names that one language of a record has and another has not."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from newsroom.desk.comparing.days import Day, days_in
from newsroom.desk.comparing.names import Name, Words
from newsroom.desk.comparing.numbers import LEAST, numbers_in, spelt_in
from newsroom.desk.comparing.rich import RICH, plain_lines
from newsroom.desk.comparing.tokens import around

DATE, NUMBER, NAME = "date", "number", "name"
YEARS = range(1800, 2200)


class Absence(NamedTuple):
    """
    `said` stands in `field` of the text in `language`, `context` around it, and nothing like it in that in `missing_in`.

    `kind` is `date`, `number` or `name`; a name also says how it is `expected` there, where the desk knows it.
    """

    kind: str
    said: str
    language: str
    missing_in: str
    field: str
    context: str
    expected: str = ""


def fact_difference(
    texts: Mapping[str, str],
    language: str,
    others: Mapping[str, str],
    other: str,
    names: Iterable[Name] = (),
    *,
    html: bool = True,
) -> list[Absence]:
    """Both ways. Texts are by field, with `html` those of `RICH` are HTML; a fact may move between fields."""
    names = list(names)
    if html:
        texts, others = without_html(texts), without_html(others)
    here, there = Said(texts, language, names), Said(others, other, names)
    return [*absent(here, there), *absent(there, here)]


class Said:
    """The facts in the texts of one language."""

    def __init__(self, texts: Mapping[str, str], language: str, names: list[Name]):
        self.language = language
        self.texts = {field: text for field, text in texts.items() if text}
        self.days = [(field, day) for field, text in self.texts.items() for day in days_in(text, language)]
        self.numbers = [(field, number) for field, text in self.texts.items() for number in numbers_in(text, language)]
        self.words = {field: Words(text) for field, text in self.texts.items()}
        self.names = names

    def naming(self) -> Iterator[tuple[Name, str, int, int]]:
        """Each that is called by name, with the field and place where that happens first."""
        for name in self.names:
            found = ((field, place) for field, words in self.words.items() if (place := name.place_in(words)))
            if first := next(found, None):
                yield name, first[0], *first[1]

    def speaks_of(self, name: Name) -> bool:
        return any(name.is_in(words) for words in self.words.values())

    def values(self) -> set[Decimal]:
        """Every number there is, days, months and years of dates and small ones in words among them."""
        found = set().union(*(number.values for _field, number in self.numbers))
        found |= {Decimal(part) for _field, day in self.days for part in (day.day, day.month, day.year) if part}
        return found.union(*(spelt_in(text, self.language) for text in self.texts.values()))

    def absence(self, kind: str, field: str, start: int, end: int, missing_in: str, expected: str = "") -> Absence:
        text = self.texts[field]
        said, context = " ".join(text[start:end].split()), around(text, start, end)
        return Absence(kind, said, self.language, missing_in, field, context, expected)


def without_html(texts: Mapping[str, str]) -> dict[str, str]:
    return {
        field: plain_lines(text, links=False) if field.rpartition(".")[2] in RICH else text
        for field, text in texts.items()
    }


def absent(here: Said, there: Said) -> Iterator[Absence]:
    """What stands here and not there, each once and in the order of the text."""
    yield from absent_days(here, there)
    yield from absent_numbers(here, there)
    for name, field, start, end in here.naming():
        if not there.speaks_of(name):
            yield here.absence(NAME, field, start, end, there.language, name.label.get(there.language, ""))


def absent_days(here: Said, there: Said) -> Iterator[Absence]:
    said = set()
    others = [day for _field, day in there.days]
    for field, day in here.days:
        key = day.day, day.month, day.year
        if key not in said and not any(means(day, other) for other in others):
            said.add(key)
            yield here.absence(DATE, field, day.start, day.end, there.language)


def means(day: Day, other: Day) -> bool:
    """Whether the other may be the same date. What one of them leaves unsaid does not tell them apart."""
    same_day = day.day is None or day.day == other.day
    same_year = not (day.year and other.year) or day.year == other.year
    return same_day and day.month == other.month and same_year


def absent_numbers(here: Said, there: Said) -> Iterator[Absence]:
    present, said = there.values(), set()
    for field, number in here.numbers:
        if any(day.start <= number.start < day.end for of, day in here.days if of == field):
            continue
        if number.values & present or number.values & said or max(number.values) < LEAST:
            continue
        if not any(is_decade(value) and value % 100 in present for value in number.values):
            said |= number.values
            yield here.absence(NUMBER, field, number.start, number.end, there.language)


def is_decade(value: Decimal) -> bool:
    return value % 10 == 0 and value in YEARS
