"""Numbers in running text, whatever their digits, grouping and words of magnitude."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from newsroom.desk.comparing.tokens import tokens_of, with_western_digits
from newsroom.public.search.folding import fold

BLANKS = " \u00a0\u202f\u2009"
GROUPS = f"{BLANKS}.,٬'’"
# Not inside a code such as G20; Arabic particles are written together with figures.
BEFORE = r"(?<![a-zA-Z\u00c0-\u024f\d])"
FIGURES = re.compile(rf"{BEFORE}(?:\d{{1,3}}(?:[{GROUPS}]\d{{3}})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,٫]\d+)?)")
WORD = re.compile(r"\s*([^\W\d_]+)")
MAGNITUDES = {
    "en": {"thousand": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9, "bn": 9, "trillion": 12},
    "fr": {"mille": 3, "millier": 3, "milliers": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9},
    "ar": {"الف": 3, "الفا": 3, "الاف": 3, "مليون": 6, "مليونا": 6, "ملايين": 6, "مليار": 9, "مليارا": 9, "مليارات": 9},
    "az": {"min": 3, "milyon": 6, "mln": 6, "milyard": 9, "mlrd": 9, "trilyon": 12},
}
SPELT = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt",
    "ar": "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
    "az": "bir iki üç dörd beş altı yeddi səkkiz doqquz on",
}
ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "fr": "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième",
    "ar": "أول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر",
    "az": "birinci ikinci üçüncü dördüncü beşinci altıncı yeddinci səkkizinci doqquzuncu onuncu",
}
MORE_SPELT = {
    "en": {"twice": 2, "both": 2, "pair": 2, "dozen": 12, "hundred": 100, "half": 50, "thirty": 30, "forty": 40}
    | {"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
    "fr": {"une": 1, "premiere": 1, "second": 2, "seconde": 2, "douzaine": 12, "dizaine": 10, "cent": 100, "trente": 30}
    | {"quarante": 40, "cinquante": 50, "soixante": 60, "moitie": 50},
    "ar": {"اثنين": 2, "اثنتين": 2, "ثلاث": 3, "اربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثمان": 8, "ثماني": 8, "تسع": 9}
    | {
        "عشر": 10,
        "عشرين": 20,
        "عشرون": 20,
        "ثلاثين": 30,
        "اربعين": 40,
        "خمسين": 50,
        "ستين": 60,
        "مائه": 100,
        "مئه": 100,
    }
    | {
        "مليونين": 2_000_000,
        "مليوني": 2_000_000,
        "مليونا": 2_000_000,
        "مليارين": 2 * 10**9,
        "ملياري": 2 * 10**9,
        "الفين": 2_000,
        "الفي": 2_000,
    }
    | {"اولي": 1, "ثلاثون": 30, "اربعون": 40, "خمسون": 50, "ستون": 60, "نصف": 50},
    "az": {"iyirmi": 20, "otuz": 30, "qirx": 40, "elli": 50, "altmis": 60, "yetmis": 70, "seksen": 80, "doxsan": 90}
    | {"yuz": 100, "ilk": 1, "yari": 50, "her": 2},
}
ROMAN = re.compile(r"(?<!\w)(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?!\w)")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
# Small numbers are said in too many ways to miss them.
LEAST = 3


class Number(NamedTuple):
    """`values` are all that the figures may mean: `1.234` is a thousand or little more than one."""

    values: frozenset[Decimal]
    start: int
    end: int


def numbers_in(text: str, language: str) -> list[Number]:
    western = with_western_digits(text)
    return [number_at(western, match, language) for match in FIGURES.finditer(western)]


def number_at(text: str, match: re.Match, language: str) -> Number:
    values, end = readings(match[0]), match.end()
    following = WORD.match(text, end)
    if following and (power := MAGNITUDES[language].get(fold(following[1]))):
        values, end = {value * 10**power for value in values}, following.end()
    return Number(frozenset(value.normalize() for value in values), match.start(), end)


def readings(figures: str) -> set[Decimal]:
    """What a run of figures may stand for: its last separator may be a decimal one, or all group."""
    parts = re.split(rf"[{GROUPS}٫]", figures)
    found = set()
    if all(len(part) == 3 for part in parts[1:]):
        found.add(Decimal("".join(parts)))
    if len(parts) > 1 and re.search(r"[.,٫]\d+$", figures):
        found.add(Decimal(f"{''.join(parts[:-1])}.{parts[-1]}"))
    return found or {Decimal("".join(parts))}


def spelt_in(text: str, language: str) -> set[Decimal]:
    """Small numbers in words and in Roman figures: enough to say that a figure of the other text is not missing."""
    known = spelt(language)
    words = {known[word] for token in tokens_of(text) if (word := bare(token.folded, language)) in known}
    roman = {Decimal(roman_value(match[0])) for match in ROMAN.finditer(text)}
    return words | roman | set(compounds(text, language))


def compounds(text: str, language: str) -> Iterator[Decimal]:
    """`twenty-five`, `خمسة وعشرين`, `iyirmi beş`: tens and units side by side."""
    known = spelt(language)
    values = [known.get(bare(token.folded, language)) for token in tokens_of(text)]
    for one, other in zip(values, values[1:], strict=False):
        if one and other and one != other:
            yield one + other
            yield one * other


@cache
def spelt(language: str) -> dict[str, Decimal]:
    found = {fold(word): number for number, word in enumerate(SPELT[language].split(), 1)}
    found |= {fold(word): number for number, word in enumerate(ORDINALS[language].split(), 1)}
    powers = {word: 10**power for word, power in MAGNITUDES[language].items()}
    return {word: Decimal(number) for word, number in (found | powers | MORE_SPELT[language]).items()}


def bare(word: str, language: str) -> str:
    """Without particle, article and ending of gender."""
    if language == "fr":
        return word.removesuffix("s") if word.endswith("iemes") else word
    if language == "az":
        return re.sub(r"(nin|nun|in|un|si|su|ne|na|de|da)$", "", word) if len(word) > 6 else word
    if language != "ar":
        return word
    found = re.sub(r"^[وبلفك]?(?:ال|لل)", "", word)
    found = found if found in spelt("ar") else found.removeprefix("و").removeprefix("ب").removeprefix("ل")
    return found if found in spelt("ar") else found.removesuffix("ه")


def roman_value(figures: str) -> int:
    values = [ROMAN_VALUES[letter] for letter in figures]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
