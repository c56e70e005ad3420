"""A text as words with their places, folded so that spellings, scripts of digits and vowel signs make no difference."""

import re
import unicodedata
from typing import NamedTuple

from newsroom.public.search.analysis import TOKEN
from newsroom.public.search.folding import fold

CONTEXT = 40


class Token(NamedTuple):
    folded: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    return [Token(fold(match[0]), match.start(), match.end()) for match in TOKEN.finditer(text)]


def with_western_digits(text: str) -> str:
    """As long as it was."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def around(text: str, start: int, end: int) -> str:
    """What was said with some words on either side, on one line."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if start > CONTEXT:
        before = f"…{re.sub(r'^\S*\s', '', before)}"
    if end + CONTEXT < len(text):
        after = f"{re.sub(r'\s\S*$', '', after)}…"
    return " ".join(f"{before}{text[start:end]}{after}".split())
