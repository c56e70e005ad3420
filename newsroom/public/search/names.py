"""
Names that sound alike, whatever the script and the school of spelling: Bayramov, Bairamov, بايراموف.

Of a word only the consonants are kept, those that schools of spelling take for each other as one. Two words are alike
where these keys are nearly the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from newsroom.public.search.analysis import TOKEN
from newsroom.public.search.folding import fold, is_arabic
from newsroom.public.search.lexemes import IN_TITLE, NAME_WORDS, WHOLE_TITLE, Question

# No language has this code, so no lexeme of a text begins so.
MARK = "q"
ALIKE = 84
# Keys as short as this are shared by words that have nothing else in common.
SHORT = 2
PLAINLY_ALIKE = 70
# By how much a name that is all like the query is liker than one that is so in part.
WHOLLY = 10
# With fewer consonants one more or less makes another word.
FORGIVING = 4

DIGRAPHS = {
    "tch": "s", "dzh": "j", "kh": "h", "gh": "k", "sh": "s", "ch": "s", "th": "t", "dh": "d", "ph": "f", "zh": "j",
    "dj": "j", "ck": "k", "ts": "s", "tz": "s", "дж": "j",
}  # fmt: skip
SOUNDS = {
    **dict(zip("bdfgjklmnpqrstvz", "bdfkjklmnbkrstfs", strict=True)), "h": "h",
    **dict(zip("бвгджзклмнпрстфхцчшщ", "bfkdjsklmnbrstfhssss", strict=True)),
    **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهپچڤگژ", "bttjhhddrssssdtskfkklmnhbsfkj", strict=True)),
}  # fmt: skip
PIECES = re.compile("|".join([*DIGRAPHS, "."]), re.DOTALL)
ARTICLE = re.compile("^ال(?=..)")


@lru_cache(maxsize=8_192)
def keys(word: str) -> frozenset[str]:
    """Of a folded word. The c of one language is the j, k or s of others; what looks like an article may be none."""
    forms = [word, ARTICLE.sub("", word)]
    found = {_key(form, hard, crossed) for form in forms for hard in ("k", "j", "s") for crossed in ("h", "ks")}
    return frozenset(found - {""})


def _key(word: str, hard: str, crossed: str) -> str:
    sounds = [_sound(piece, hard, crossed, first=not at) for at, piece in enumerate(PIECES.findall(word))]
    # In Arabic a letter written twice has a vowel between.
    kept = sounds if is_arabic(word) else (sound for sound, _ in groupby(sounds))
    return "".join(kept).removesuffix("h")


def _sound(piece: str, hard: str, crossed: str, *, first: bool) -> str:
    if piece in ("w", "و"):
        return "f" if first else ""
    return {"c": hard, "x": crossed}.get(piece) or DIGRAPHS.get(piece) or SOUNDS.get(piece, "")


def near(key: str) -> Iterator[str]:
    """The key, and what is left of it without one of its letters: by these two are found that differ in little."""
    yield key
    if len(key) >= FORGIVING:
        yield from (key[:at] + key[at + 1 :] for at in range(len(key)))


def name_lexemes(names: Iterable[str]) -> list[str]:
    """What is kept in the index of the names of a record."""
    spelt = map(spelt_words, names)
    forms = {form for name in spelt if len(name) <= NAME_WORDS for form in (*name, *joined(name))}
    return sorted(_lexemes(forms))


def name_questions(query: str) -> list[Question]:
    """How names like the query are asked for: by all its words; or by that which tells most, or by two as one."""
    spelt = spelt_words(query)
    asked = [found for word in spelt if (found := tuple(sorted(_lexemes([word]))))]
    if not 0 < len(asked) <= NAME_WORDS:
        return []
    most = max(asked, key=lambda one: max(map(len, one)))
    return [asked, [tuple(sorted({*most, *_lexemes(joined(spelt))}))]][: len(asked)]


def _lexemes(forms: Iterable[str]) -> set[str]:
    return {MARK + one for form in forms for key in keys(form) if len(key) >= SHORT for one in near(key)}


def spelt_words(text: str) -> list[str]:
    """As they are written, what may be an article with them."""
    return list(filter(None, (fold(match[0]) for match in TOKEN.finditer(text))))


def joined(name: Sequence[str]) -> list[str]:
    """Abd al-Madjid is also written as one word."""
    return ["".join(pair) for pair in pairwise(name)]


def likeness(asked: Sequence[str], heading: str) -> float:
    """
    Of the words of a query to the names in a heading of the index: to 100, and more where they are all of a name; 0
    where some word is like none.
    """
    lexemes = heading.split()
    known = {one[3:] for one in lexemes if one[2:3] == IN_TITLE}
    whole = {one[3:] for one in lexemes if one[2:3] == WHOLE_TITLE}
    best = [max((alike(word, other) for other in known), default=0) for word in asked if tells(word)]
    together = "".join(asked)
    rates = [sum(best) / len(best) if best and all(best) else 0]
    rates += (WHOLLY + rate for other in whole if (rate := alike(together, other)))
    # Of the parts of a name, two may be written as one.
    rates += (alike(together, other) for other in known if asked[1:])
    return max(rates)


def tells(word: str, least: int = SHORT) -> bool:
    """Not the al of a name, nor its initials."""
    return any(len(key) >= least for key in keys(word))


def alike(one: str, other: str) -> float:
    # Seldom needed, so a worker loads it when it first is.
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    found = max((ratio(a, b, score_cutoff=ALIKE) for a in keys(one) for b in keys(other)), default=0)
    shortest = min((len(key) for key in (*keys(one), *keys(other))), default=0)
    if shortest <= SHORT and is_arabic(one) == is_arabic(other) and ratio(one, other) < PLAINLY_ALIKE:
        return 0
    return found


def is_telling(query: str) -> bool:
    """Whether no word of the query may as well sound like another that is no name at all."""
    return all(tells(word, FORGIVING) for word in spelt_words(query))


def is_spelt_so(query: str, name: str) -> bool:
    """Whether all words of the query are words of the name, letter by letter."""
    return set(spelt_words(query)) <= set(spelt_words(name))
