"""
How a document's terms are written into an index, and how a question asks for them.

A lexeme is the language, one letter for where the term stands, and the term: `frbvisit`, `frtvisit`. One set of
lexemes per edition, asked with nothing but AND and OR, gives the same answers in every engine, and each language and
each part of a document has posting lists of its own.
"""

from collections.abc import Iterable, Sequence

from newsroom.public.search.analysis import Alternatives, query_terms, terms, words

ANYWHERE, IN_TITLE, IN_NAME, WHOLE_TITLE = "b", "t", "n", "x"
KIND = "k"
# Best first: the title itself, a short title (names of people, places, bodies), any title, the text.
PLACES = (WHOLE_TITLE, IN_NAME, IN_TITLE, ANYWHERE)
# With more words than this a title is a sentence, not a name.
NAME_WORDS = 5
# PostgreSQL takes a megabyte of lexemes for a row; whatever a very long text says beyond this is not searched.
LEXEMES_LENGTH = 800_000

type Question = list[Alternatives]


def document(language: str, kind: str, titles: Iterable[str], text: str) -> tuple[list[str], list[str]]:
    """The lexemes of an edition: those of its titles, then those of its text."""
    titles = list(filter(None, titles))
    heading = dict.fromkeys(lexeme for title in titles for lexeme in _of_title(title, language))
    body = dict.fromkeys(language + ANYWHERE + term for term in terms("\n".join([*titles, text]), language))
    return list(heading), [language + KIND + kind, *_within(body, LEXEMES_LENGTH)]


def _of_title(title: str, language: str) -> Iterable[str]:
    found = list(words(title, language))
    places = IN_TITLE + (IN_NAME if len(found) <= NAME_WORDS else "")
    if found:
        yield language + WHOLE_TITLE + _whole(found)
    yield from (language + place + term for place in places for word in found for term in word)


def _whole(found: Sequence[Alternatives]) -> str:
    return "".join(word[0] for word in found)[:200]


def _within(lexemes: Iterable[str], length: int) -> Iterable[str]:
    for lexeme in lexemes:
        length -= len(lexeme.encode()) + 1
        if length < 0:
            return
        yield lexeme


def questions(query: str, language: str) -> dict[str, Question]:
    """For each place the lexemes to ask for: one of every entry. Empty when the query asks nothing."""
    found = query_terms(query, language)
    if not found:
        return {}
    asked = {place: [tuple(language + place + term for term in word) for word in found] for place in PLACES}
    return asked | {WHOLE_TITLE: [(language + WHOLE_TITLE + _whole(found),)]}


def of_kinds(language: str, kinds: Iterable[str]) -> Alternatives:
    return tuple(language + KIND + kind for kind in kinds if kind.isalnum())


def answers(question: Question, lexemes: set[str]) -> bool:
    return not any(map(lexemes.isdisjoint, question))
