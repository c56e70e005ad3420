"""Running text as checks read it: plain, in sentences, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.desk.checks.message import Subject
from newsroom.desk.compose.rich_text import plain_text
from newsroom.desk.fields import tr, translated_fields
from newsroom.public.search.analysis import TOKEN, word_terms
from newsroom.public.search.folding import fold

RICH = {"body", "intro"}
# Names are as others wrote them; only what the desk itself says is checked word by word.
NAMES = {"name", "short_name", "official_title", "meeting_noun"}

# A full stop after three letters or digits ends a sentence; one after fewer ("M.", "Mr.") may not.
SENTENCE_END = re.compile(r"(?<=\w{3}[.!?؟…])[»”\"]?\s+|\n+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: as written, folded, and where it stands."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start`: where it begins in the text it is from."""

    text: str
    words: tuple[Word, ...]
    start: int = 0

    def between(self, first: int, last: int) -> str:
        """What stands between the words of these numbers, words included."""
        return self.text[self.words[first].start : self.words[last].end]

    def gap(self, number: int) -> str:
        """What stands between a word and the next."""
        return self.text[self.words[number].end : self.words[number + 1].start]


def running_texts(subject: Subject) -> Iterator[tuple[str, str]]:
    """The record's own texts that are not names, by field, without markup."""
    for field in translated_fields(type(subject.row)):
        text = "" if field in NAMES else tr(subject.row, field, subject.language)
        if text:
            yield field, plain_text(text) if field in RICH else text


def sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for end, following in [*(match.span() for match in SENTENCE_END.finditer(text)), (len(text), len(text))]:
        if words := tuple(words_of(text[start:end])):
            yield Sentence(text[start:end], words, start)
        start = following


def words_of(text: str) -> Iterator[Word]:
    return (Word(match[0], fold(match[0]), *match.span()) for match in TOKEN.finditer(text))


def forms_of(word: Word, language: str) -> set[str]:
    """A word folded, and without what its language writes on to it: article, particle, plural, case."""
    return {word.folded, *word_terms(word.text, language)}
