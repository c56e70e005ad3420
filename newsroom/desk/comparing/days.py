"""Dates in running text of the four languages: days, months, and the years beside them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from babel.dates import get_day_names, get_month_names

from newsroom.desk.comparing.tokens import Token, tokens_of, with_western_digits
from newsroom.public.search.folding import fold

# Arabic months have other names in Algeria, on the Nile and in the Levant.
LOCALES = {"en": ("en_GB",), "fr": ("fr",), "ar": ("ar_DZ", "ar_EG", "ar_SY"), "az": ("az",)}
MORE_MONTHS = {
    "ar": {"جويليه": 7, "جوييه": 7, "افريل": 4, "ابريل": 4, "اغشت": 8, "غشت": 8, "نونبر": 11, "دجنبر": 12, "شتنبر": 9},
    "az": {"sentjabr": 9},
}
# Also another word: a month only with a day or a year beside it.
OTHER_WORDS = {
    "en": ("may", "march"),
    "fr": ("mars",),
    "ar": ("مارس", "ماي", "اوت", "اب", "واب", "باب", "لاب", "فاب", "ومارس"),
    "az": ("may", "mart"),
}
# May stand between a month and its day or year.
BETWEEN = {
    "en": {"of", "the"},
    "fr": {"de", "l", "an"},
    "ar": {"من", "شهر", "عام", "سنه", "لعام", "لسنه"},
    "az": {"ci", "cu", "il", "ilin", "ili", "ayinin", "ayi"},
}
DAY = re.compile(r"[وبل]?(\d{1,2})(?:st|nd|rd|th|er|eme)?")
YEAR = re.compile(r"(1[5-9]\d\d|20\d\d|21\d\d)(?:ci|cu)?")
AZ_ENDING = re.compile(r"(?:in|un|dan|den|nin|da|de|a|e|i|u|inda|inde|unda|undan|indan|inden|la|le|adek|edek)?")
IN_FIGURES = (
    re.compile(r"(?<!\d)(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"),
)


class Day(NamedTuple):
    """A date as written; `day` and `year` are None where they are not. `start` and `end` are its place in the text."""

    day: int | None
    month: int
    year: int | None
    start: int
    end: int


@cache
def months(language: str) -> dict[str, int]:
    """By folded name, also of two words (`كانون الثاني`)."""
    named = {
        fold_words(name): number
        for locale in LOCALES[language]
        for number, name in get_month_names("wide", "format", locale).items()
    }
    return named | MORE_MONTHS.get(language, {})


def fold_words(text: str) -> str:
    return " ".join(fold(word) for word in text.split())


def days_in(text: str, language: str) -> list[Day]:
    found = [*in_figures(text), *in_words(text, language)]
    return sorted(found, key=lambda day: day.start)


def in_figures(text: str) -> Iterator[Day]:
    western = with_western_digits(text)
    for pattern in IN_FIGURES:
        for match in pattern.finditer(western):
            day, month, year = (int(match[name]) for name in ("day", "month", "year"))
            if month in range(1, 13) and day in range(1, 32):
                yield Day(day, month, year, match.start(), match.end())


def in_words(text: str, language: str) -> Iterator[Day]:
    tokens = tokens_of(text)
    place = 0
    while place < len(tokens):
        month, length = month_at(tokens, place, language)
        if month and (length > 1 or could_be_month(text, tokens[place], language)):
            last = skip_second_name(tokens, place + length, month, language)
            yield from around_month(tokens, place, last, month, language)
            place = last
        else:
            place += 1


def month_at(tokens: list[Token], place: int, language: str) -> tuple[int | None, int]:
    """The month named at a place, and in how many words."""
    known = months(language)
    pair = " ".join(token.folded for token in tokens[place : place + 2])
    if " " in pair and pair in known:
        return known[pair], 2
    word = tokens[place].folded
    if word in known:
        return known[word], 1
    return (month_inside(word, language), 1) if language in ("ar", "az") else (None, 1)


def month_inside(word: str, language: str) -> int | None:
    """With a case ending, or with a particle before it."""
    for name, number in months(language).items():
        if language == "az" and word.startswith(name) and AZ_ENDING.fullmatch(word[len(name) :]):
            return number
        if language == "ar" and word.endswith(name) and word[: -len(name)] in ("و", "ب", "ل", "ف"):
            return number
    return None


def could_be_month(text: str, token: Token, language: str) -> bool:
    """English and French tell a month from a verb by the capital, or by there being none."""
    first = text[token.start]
    return language != "en" or first.isupper()


def skip_second_name(tokens: list[Token], place: int, month: int, language: str) -> int:
    """`نيسان/أبريل` names one month twice."""
    if place < len(tokens):
        again, length = month_at(tokens, place, language)
        if again == month and language == "ar":
            return place + length
    return place


def around_month(tokens: list[Token], first: int, after: int, month: int, language: str) -> Iterator[Day]:
    year, end = year_after(tokens, after, language)
    days = days_before(tokens, first, language)
    if not days:
        days, end, year = days_after(tokens, after, language, year, end)
    year = year or year_before(tokens, first, language)
    if not days and not year and tokens[first].folded.startswith(OTHER_WORDS[language]):
        return
    last = tokens[max(after, end) - 1].end
    if not days:
        yield Day(None, month, year, tokens[first].start, last)
    for number, start in days:
        yield Day(number, month, year, min(start, tokens[first].start), last)


def year_after(tokens: list[Token], place: int, language: str) -> tuple[int | None, int]:
    """The year that follows, and the place after it."""
    for here in range(place, min(place + 3, len(tokens))):
        if match := YEAR.fullmatch(tokens[here].folded):
            return int(match[1]), here + 1
        if tokens[here].folded not in BETWEEN[language]:
            break
    return None, place


def year_before(tokens: list[Token], place: int, language: str) -> int | None:
    """`2025-ci ilin aprelində`."""
    for here in range(place - 1, max(place - 4, -1), -1):
        if match := YEAR.fullmatch(tokens[here].folded):
            return int(match[1]) if language == "az" else None
        if tokens[here].folded not in BETWEEN[language]:
            break
    return None


def days_before(tokens: list[Token], place: int, language: str) -> list[tuple[int, int]]:
    """`21 April`, `20–21 April`, `31 juillet et 1er août`: the days that stand before a month, nearest first."""
    found: list[tuple[int, int]] = []
    for here in range(place - 1, max(place - 7, -1), -1):
        word = tokens[here].folded
        if number := day_of(word):
            found.append((number, tokens[here].start))
        elif word not in BETWEEN[language] and not (found and word.removeprefix("و") in joining(language)):
            break
    return found


@cache
def joining(language: str) -> set[str]:
    """What may stand between two days of one month: Tuesday 9 and Wednesday 10 August."""
    weekdays = {
        fold(word)
        for locale in LOCALES[language]
        for name in get_day_names("wide", "format", locale).values()
        for word in name.split()
    }
    return JOINING[language] | weekdays


JOINING = {"en": {"and", "to"}, "fr": {"et", "au", "le", "du"}, "ar": {"و", "", "الي", "حتي"}, "az": {"ve", "i"}}


def days_after(tokens, place, language, year, end):
    """`April 21, 2025`, `aprelin 21-də`."""
    takes_day = language == "en" or (language == "az" and tokens[place - 1].folded.endswith(("in", "un")))
    number = day_of(tokens[place].folded) if takes_day and not year and place < len(tokens) else None
    if not number:
        return [], end, year
    found = [(number, tokens[place].start)]
    year, end = year_after(tokens, place + 1, language)
    return found, end, year


def day_of(word: str) -> int | None:
    match = DAY.fullmatch(word)
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None
