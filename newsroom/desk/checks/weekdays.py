"""A weekday beside a date in running text: "Tuesday 4 November 2025", "4 noyabr 2025-ci il, çərşənbə axşamı"."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from babel.dates import format_date, get_day_names, get_month_names
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.desk.checks.message import Message, Subject, warning
from newsroom.desk.checks.running import Sentence, Word, forms_of, running_texts, sentences, words_of
from relations.values.fuzzy import FuzzyDate

# Months have names of their own in Algeria, Morocco, the Levant and the Gulf.
LOCALES = {"en": ("en_GB",), "fr": ("fr",), "ar": ("ar_DZ", "ar_MA", "ar_LB", "ar_AE"), "az": ("az",)}

# What may stand between a weekday and its date, or inside a date. Folded.
LINKS = {
    "en": set("the on a an of this last next being was".split()),
    "fr": set("le du un au de ce dernier prochain".split()),
    "ar": set("يوم الموافق موافق وهو وهي من في الماضي المقبل القادم الجاري".split()),
    "az": set("gunu gun tarixi tarixinde kecen gelen bu".split()),
}
LOOSE = re.compile(r"[\s,،()«»–—-]*")
DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er|e)?")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# Endings written after a number with a hyphen: 2025-ci, noyabrın 4-də.
AFTER_NUMBER = re.compile(r"[a-z]{1,4}")
YEAR_WORD = re.compile(r"il(?:in|i|de|e|den)?")
# A date without a year is of the year that brings it nearest to the text's own date, if that is known to a month.
WELL_KNOWN = dt.timedelta(days=62)
MOST_LINKS = 3

type Span = tuple[int, int]


def weekday_beside_date(subject: Subject) -> Iterator[Message]:
    """23, in running text: the weekday that is named is that of the date beside it."""
    anchor = own_day(subject)
    for field, text in running_texts(subject):
        for sentence in sentences(text):
            for words, weekday, date in weekday_dates(sentence, subject.language, anchor):
                if date.isoweekday() != weekday:
                    said = _("“%(words)s”: %(date)s is a %(weekday)s.")
                    yield warning("weekday-wrong", field, said, words=words, **in_words(date))


def in_words(date: dt.date) -> dict[str, str]:
    locale = (get_language() or "en").partition("-")[0]
    return {"date": format_date(date, "d MMMM y", locale), "weekday": format_date(date, "EEEE", locale)}


def own_day(subject: Subject) -> dt.date | None:
    """The day a text speaks of, where it is known well enough to say which year is meant."""
    date = getattr(subject.row, "dateline_date", None) or getattr(subject.row, "date", None)
    known = isinstance(date, FuzzyDate) and date.lower and date.upper and date.upper - date.lower <= WELL_KNOWN
    return date.lower if known else None


def weekday_dates(sentence: Sentence, language: str, anchor=None) -> Iterator[tuple[str, int, dt.date]]:
    """Each weekday with the date that it stands beside: the words, 1 (Monday) to 7, the day."""
    dates = list(dates_in(sentence, language, anchor))
    for weekday, span in weekdays_in(sentence, language):
        after = [(date, at) for date, at in dates if is_beside(sentence, language, span, at)]
        before = [
            (date, at)
            for date, at in dates
            if is_beside(sentence, language, at, span) and not ends_a_range(sentence, at)
        ]
        for date, at in (after or before)[:1]:
            yield sentence.between(min(span[0], at[0]), max(span[1], at[1])), weekday, date


def is_beside(sentence: Sentence, language: str, first: Span, second: Span) -> bool:
    """Whether the second span follows the first with nothing but commas and linking words between."""
    between = range(first[1] + 1, second[0])
    if first[1] >= second[0] or len(between) > MOST_LINKS:
        return False
    linked = all(sentence.words[number].folded in LINKS[language] for number in between)
    return linked and all(LOOSE.fullmatch(sentence.gap(number)) for number in range(first[1], second[0]))


def ends_a_range(sentence: Sentence, span: Span) -> bool:
    """3-4 November, du 3 au 4 novembre: a weekday after it may be of the first day."""
    earlier = sentence.words[max(0, span[0] - 2) : span[0]]
    return any(DAY.fullmatch(word.folded) for word in earlier)


def weekdays_in(sentence: Sentence, language: str) -> Iterator[tuple[int, Span]]:
    number = 0
    while number < len(sentence.words):
        found = weekday_at(sentence.words, number, language)
        if found:
            weekday, length = found
            yield weekday, (number, number + length - 1)
        number += found[1] if found else 1


def weekday_at(words: tuple[Word, ...], number: int, language: str) -> tuple[int, int] | None:
    """The weekday that begins at a word, and how many words it has."""
    for name, weekday in weekday_names(language):
        if matches(words, number, name, language):
            return weekday, len(name)
    return None


def dates_in(sentence: Sentence, language: str, anchor: dt.date | None) -> Iterator[tuple[dt.date, Span]]:
    for number in range(len(sentence.words)):
        for read in READERS[language]:
            found = read(sentence, number, language)
            if found and (date := day_of(*found[:3], anchor)):
                yield date, (found[3], found[4])
                break


# Each answers day, month, year or None, and the numbers of the first and the last word.


def day_month_year(sentence: Sentence, number: int, language: str):
    """4 November 2025, 1er novembre, 4 من نوفمبر 2025, 4 noyabr 2025-ci il."""
    day = DAY.fullmatch(sentence.words[number].folded)
    at = number + 1
    if day and at < len(sentence.words) and sentence.words[at].folded in ("of", "من", "de"):
        at += 1
    month, length = month_at(sentence.words, at, language) if day else (None, 0)
    if month is None:
        return None
    year, last = year_at(sentence, at + length)
    return int(day[1]), month, year, number, last if year else at + length - 1


def month_day_year(sentence: Sentence, number: int, language: str):
    """November 4, 2025."""
    month, length = month_at(sentence.words, number, language)
    at = number + length
    day = DAY.fullmatch(sentence.words[at].folded) if month and at < len(sentence.words) else None
    if not day:
        return None
    year, last = year_at(sentence, at + 1)
    return int(day[1]), month, year, number, last if year else at


def year_month_day(sentence: Sentence, number: int, language: str):
    """2025-ci il noyabrın 4-də; noyabrın 4-ü."""
    year, last = year_at(sentence, number)
    at = last + 1 if year else number
    found = month_day_year(sentence, at, language) if at < len(sentence.words) else None
    if not found:
        return None
    day, month, later_year, _first, last = found
    return day, month, year or later_year, number, past_ending(sentence, last)


READERS = {
    "en": (day_month_year, month_day_year),
    "fr": (day_month_year,),
    "ar": (day_month_year,),
    "az": (day_month_year, year_month_day),
}


def month_at(words: tuple[Word, ...], number: int, language: str) -> tuple[int | None, int]:
    for name, month in month_names(language):
        if matches(words, number, name, language):
            return month, len(name)
    return None, 0


def year_at(sentence: Sentence, number: int) -> tuple[int | None, int]:
    """A year and the last word that belongs to it: `2025`, `2025-ci ilin`."""
    if number >= len(sentence.words) or not YEAR.fullmatch(sentence.words[number].folded):
        return None, number
    year, last = int(sentence.words[number].folded), past_ending(sentence, number)
    if last + 1 < len(sentence.words) and YEAR_WORD.fullmatch(sentence.words[last + 1].folded):
        last += 1
    return year, last


def past_ending(sentence: Sentence, number: int) -> int:
    if number + 1 < len(sentence.words) and sentence.gap(number) == "-":
        return number + bool(AFTER_NUMBER.fullmatch(sentence.words[number + 1].folded))
    return number


def day_of(day: int, month: int, year: int | None, anchor: dt.date | None) -> dt.date | None:
    """The day meant; none where it does not exist, or where the year cannot be told."""
    years = [year] if year else [anchor.year + step for step in (-1, 0, 1)] if anchor else []
    days = [found for found in (existing(one, month, day) for one in years) if found]
    return min(days, key=lambda one: abs(one - anchor), default=None) if not year else next(iter(days), None)


def existing(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def matches(words: tuple[Word, ...], number: int, name: tuple[str, ...], language: str) -> bool:
    """Whether a name of one or more words begins here; its last word may carry a case ending in Azerbaijani."""
    here = words[number : number + len(name)]
    if len(here) < len(name) or [word.folded for word in here[:-1]] != list(name[:-1]):
        return False
    last = here[-1]
    return last.folded == name[-1] or (language == "az" and name[-1] in forms_of(last, language) and name != ("bazar",))


@cache
def weekday_names(language: str) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Folded words of each weekday, the longest name first: "cümə axşamı" is no "cümə"."""
    names = [
        (fold_name(name), number + 1)
        for locale in LOCALES[language]
        for number, name in get_day_names(locale=locale).items()
    ]
    if language == "ar":
        # Without its article a weekday is also a number, so it has to say that it is a day.
        names += [(("يوم", name[-1].removeprefix("ال")), number) for name, number in names]
    return longest_first(names)


@cache
def month_names(language: str) -> tuple[tuple[tuple[str, ...], int], ...]:
    return longest_first(
        [
            (fold_name(name), number)
            for locale in LOCALES[language]
            for number, name in get_month_names("wide", locale=locale).items()
        ]
    )


def fold_name(name: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words_of(name))


def longest_first(names: list) -> tuple:
    return tuple(sorted(dict(names).items(), key=lambda pair: -len(pair[0])))
