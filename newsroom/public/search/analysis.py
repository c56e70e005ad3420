"""Text to search terms, in Python: the same answers on every database, in Arabic and Azerbaijani too."""

import re
from collections.abc import Iterator
from functools import lru_cache

from newsroom.public.search.folding import fold, is_arabic, normalise
from newsroom.public.search.stems import stems
from newsroom.public.search.words import STOPWORDS

# Letters and digits with the marks and invisible joiners that may stand among them.
MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u2060\ufeff"
CONTINUED = rf"[^\W_]*(?:[{MARKS}]+[^\W_]*)*"
TOKEN = re.compile(rf"[^\W_]{CONTINUED}")
TERM_LENGTH = 60
QUERY_LENGTH = 500
QUERY_WORDS = 16

type Alternatives = tuple[str, ...]


def terms(text: str, language: str) -> list[str]:
    """Stems and folded surface forms of every word, in order and with repetitions."""
    return [term for word in words(text, language) for term in word]


def words(text: str, language: str) -> Iterator[Alternatives]:
    """Each word that counts, as its terms; the first is its folded surface."""
    for match in TOKEN.finditer(text):
        if found := word_terms(match[0], language):
            yield found


def query_terms(text: str, language: str) -> list[Alternatives]:
    """What a document must have: one of the alternatives of every entry. Empty when nothing is asked."""
    found = dict.fromkeys(words(text[:QUERY_LENGTH], language))
    return list(found)[:QUERY_WORDS]


@lru_cache(maxsize=20_000)
def word_terms(token: str, language: str) -> Alternatives:
    """The terms of one word; none for function words and single letters (the l of l'Algérie, the s of Baku's)."""
    word = normalise(token[: TERM_LENGTH * 2])[:TERM_LENGTH]
    if _says_nothing(word, language):
        return ()
    return tuple(stems(word, language))


def _says_nothing(word: str, language: str) -> bool:
    if len(word) < 2 and not word.isdigit():
        return True
    return fold(word) in _STOPWORDS["ar" if is_arabic(word) else language]


# Folded once more, since the Arabic list is easier to read as it is written.
_STOPWORDS = {language: frozenset(map(fold, listed)) for language, listed in STOPWORDS.items()}
