"""Where the words of a query stand in a text, as segments of plain text: whoever shows them marks and escapes them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypedDict

import orjson

from newsroom.public.search.analysis import CONTINUED, MARKS, query_terms, word_terms
from newsroom.public.search.folding import fold

# The plain texts of a payload from which snippets are cut, the tersest first. Frozen words of references are not among
# them: their targets may have gone.
FIELDS = ("standfirst", "summary", "subject", "intro_text", "body_text", "description")
LENGTH = 220
LEAD_IN = 60
# How far into a text a match is looked for.
REACH = 8_000
NOTHING = "(?!)"
ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"


def spellings() -> dict[str, str]:
    """Each folded letter or digit with all characters that fold to it."""
    found: dict[str, str] = defaultdict(str)
    for character in map(
        chr, (*range(0x30, 0x250), *range(0x660, 0x66A), *range(0x6F0, 0x6FA), *range(0x1E00, 0x1F00))
    ):
        found[fold(character)[:1]] += character if character.isalnum() else ""
    return found | dict.fromkeys(map(chr, range(0x620, 0x700)), ARABIC)


SPELLINGS = spellings()


class Segment(TypedDict):
    text: str
    match: bool


type Segments = Sequence[Segment]


def snippets(payloads: Iterable[tuple[int, bytes]], query: str, language: str) -> dict[int, Segments]:
    """For each edition the first passage with a match, or else how its text begins."""
    highlighter = Highlighter(query, language)
    return {pk: highlighter.snippet(_texts(orjson.loads(payload))) for pk, payload in payloads}


def highlight(text: str, query: str, language: str) -> Segments:
    """The whole text in segments, for a title or a name."""
    return Highlighter(query, language).cut(text, 0, len(text))


def _texts(payload: dict) -> list[str]:
    return [text for field in FIELDS if isinstance(text := payload.get(field), str) and text]


class Highlighter:
    def __init__(self, query: str, language: str):
        self.language = language
        self.asked = {term for word in query_terms(query, language) for term in word}
        self.tokens = tokens_like(self.asked)
        self.known: dict[str, bool] = {}

    def snippet(self, texts: Sequence[str]) -> Segments:
        for text in texts:
            if match := next(self.matches(text, 0, REACH), None):
                return self.passage(text, *match)
        return self.passage(texts[0], 0, 0) if texts else []

    def passage(self, text: str, match_start: int, match_end: int) -> Segments:
        start = _word_edge(text, match_start - LEAD_IN) if match_start > LEAD_IN else 0
        end = max(match_end, _word_edge(text, start + LENGTH) if start + LENGTH < len(text) else len(text))
        before = [_segment("… ", match=False)] if start else []
        after = [_segment("…", match=False)] if end < len(text) else []
        return [*before, *self.cut(text, start, end), *after]

    def cut(self, text: str, start: int, end: int) -> list[Segment]:
        segments = []
        for match_start, match_end in self.matches(text, start, end):
            if match_start > start:
                segments.append(_segment(text[start:match_start], match=False))
            segments.append(_segment(text[match_start:match_end], match=True))
            start = match_end
        if start < end:
            segments.append(_segment(text[start:end], match=False))
        return segments

    def matches(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        return (token.span() for token in self.tokens.finditer(text, start, end) if self.is_match(token[0]))

    def is_match(self, word: str) -> bool:
        if word not in self.known:
            self.known[word] = not self.asked.isdisjoint(word_terms(word, self.language))
        return self.known[word]


def tokens_like(terms: Iterable[str]) -> re.Pattern:
    """The tokens worth analysing: stemming leaves the first letter alone, but in Arabic, where an article may precede."""
    initials = {SPELLINGS.get(term[0], term[0]) for term in terms}
    # Looking behind the initial, not before it, lets the search leap from one initial to the next.
    return re.compile(rf"[{''.join(sorted(initials))}](?<![\w{MARKS}].){CONTINUED}" if initials else NOTHING)


def _word_edge(text: str, near: int) -> int:
    """The start of the next word, or `near` itself in a text without spaces."""
    space = text.find(" ", near, near + 30)
    return near if space < 0 else space + 1


def _segment(text: str, *, match: bool) -> Segment:
    return {"text": text, "match": match}
