"""The terms of one normalised word: as it is written, then its stems. Every database sees the same ones."""

from collections.abc import Callable, Iterator

from newsroom.public.search.folding import fold, is_arabic

# The classes, not snowballstemmer.stemmer(): that one hands out the C library's stems wherever PyStemmer happens to be.
from newsroom.public.search.snowball.arabic_stemmer import ArabicStemmer
from newsroom.public.search.snowball.english_stemmer import EnglishStemmer
from newsroom.public.search.snowball.french_stemmer import FrenchStemmer
from newsroom.public.search.words import (
    ARABIC_PLURALS,
    AZERBAIJANI_AFTER_ANY,
    AZERBAIJANI_AFTER_CONSONANT,
    AZERBAIJANI_AFTER_VOWEL,
    UNSTEMMED,
)

SNOWBALL = {"en": EnglishStemmer, "fr": FrenchStemmer}
ARTICLES = ("وال", "فال", "بال", "كال", "ولل", "ال", "لل")
PARTICLES = ("ول", "وب", "وك", "و", "ف", "ب", "ل", "ك")
# A written-out feminine ending comes back before a possessive: زيارتها is a زيارة of hers.
POSSESSIVES = (("تهما", "ة"), ("تها", "ة"), ("تهم", "ة"), ("ته", "ة"), ("هما", ""), ("هم", ""), ("ها", ""), ("ه", "ة"))


def stems(word: str, language: str) -> list[str]:
    if word.isdigit():
        return [word]
    if is_arabic(word):
        return _unique(_arabic(word))
    return _unique(_LATIN.get(language, _surface)(word, language))


def _surface(word: str, language: str) -> Iterator[str]:
    yield fold(word)


def _snowball(word: str, language: str) -> Iterator[str]:
    """Stemmed with and without accents, since a reader may leave them out and Snowball's rules see them."""
    folded = fold(word)
    yield folded
    if folded not in UNSTEMMED.get(language, ()):
        # A stemmer object keeps state between calls, and the server has threads.
        yield from (fold(SNOWBALL[language]().stemWord(spelling)) for spelling in dict.fromkeys((word, folded)))


def _azerbaijani(word: str, language: str) -> Iterator[str]:
    """
    Everything that suffixes can be taken from, since the ending alone does not tell which it is: zamanı is zaman with
    an accusative, but by its letters could be zama. One of them is the dictionary's word.
    """
    yield (folded := fold(word))
    yield from _shortened(folded)


def _shortened(word: str, shortest: int = 3) -> Iterator[str]:
    for stem in _without_suffix(word, shortest):
        yield stem
        yield from _hardened(stem)
        yield from _shortened(stem, shortest=4)


def _without_suffix(word: str, shortest: int) -> Iterator[str]:
    for suffix in (*AZERBAIJANI_AFTER_ANY, *AZERBAIJANI_AFTER_CONSONANT, *AZERBAIJANI_AFTER_VOWEL):
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= shortest and len(word) > 4 and _may_precede(stem, suffix):
            yield stem


def _may_precede(stem: str, suffix: str) -> bool:
    if stem[-1] in "aeiou":
        return suffix not in AZERBAIJANI_AFTER_CONSONANT
    return suffix not in AZERBAIJANI_AFTER_VOWEL


def _hardened(stem: str) -> Iterator[str]:
    """əməkdaşlıq, əməkdaşlığı; nazirlik, nazirliyi: q and k soften before a vowel."""
    if len(stem) > 4 and stem[-1] in "gy":
        yield stem[:-1] + {"g": "q", "y": "k"}[stem[-1]]


_LATIN: dict[str, Callable[[str, str], Iterator[str]]] = {"en": _snowball, "fr": _snowball, "az": _azerbaijani}


def _arabic(word: str) -> Iterator[str]:
    for bare in bare_forms(word):
        bare = ARABIC_PLURALS.get(bare, bare)
        # With the article Snowball takes a leading و ف ب ل ك for what it is in فلسطين: a letter of the word.
        yield fold(bare)
        yield fold(ArabicStemmer().stemWord("ال" + _without_possessive(bare)))


def bare_forms(word: str) -> Iterator[str]:
    """An Arabic word without the article and the particles that may be written on to it."""
    article = next((a for a in ARTICLES if word.startswith(a) and len(word) > len(a) + 2), "")
    yield word[len(article) :]
    if article == "لل":
        # للجنة is ل + اللجنة
        yield word[1:]
    elif not article:
        particle = next((p for p in PARTICLES if word.startswith(p) and len(word) > len(p) + 3), "")
        if particle:
            yield word[len(particle) :]


def _without_possessive(word: str) -> str:
    return next(
        (
            word[: -len(end)] + instead
            for end, instead in POSSESSIVES
            if word.endswith(end) and len(word) > len(end) + 2
        ),
        word,
    )


def _unique(words: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(word for word in words if word))
