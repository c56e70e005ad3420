"""Two texts word by word. Words are never cut, so that joined letters stay joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape
from itertools import groupby

KEPT, ADDED, REMOVED = "kept", "added", "removed"
TOKEN = re.compile(r"\s+|\S+")
BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|blockquote|div)>|<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^>]*>")


@dataclass(frozen=True)
class Piece:
    """A run of words: in both texts, only in the later one, or only in the earlier one."""

    mark: str
    text: str


def word_marks(before: str, after: str) -> list[Piece]:
    """What is kept or added makes up `after`, what is kept or removed `before`, to the letter."""
    return [Piece(mark, "".join(text for _, text in run)) for mark, run in groupby(marked(before, after), by_mark)]


def by_mark(pair: tuple[str, str]) -> str:
    return pair[0]


def marked(before: str, after: str) -> Iterator[tuple[str, str]]:
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    # Blanks alone hold no two texts together.
    for what, a, b, c, d in SequenceMatcher(str.isspace, old, new).get_opcodes():
        if what == "equal":
            yield from ((KEPT, token) for token in new[c:d])
        else:
            yield from ((REMOVED, token) for token in old[a:b])
            yield from ((ADDED, token) for token in new[c:d])


def readable(*texts: str) -> list[str]:
    """Running text without its tags, unless the tags are all that differs: then as it is written."""
    bare = [without_tags(text) for text in texts]
    hidden = any(
        one != other and a == b
        for one, a in zip(texts, bare, strict=True)
        for other, b in zip(texts, bare, strict=True)
    )
    return list(texts) if hidden else bare


def without_tags(text: str) -> str:
    if not TAG.search(text):
        return text
    return unescape(TAG.sub("", BLOCK_END.sub("\n", text))).strip()


def one_after_the_other(mine: str, theirs: str, *, between: str) -> str:
    """Both texts; once where one holds the other."""
    if theirs in mine:
        return mine
    if mine in theirs:
        return theirs
    blocks = mine.endswith(">") and theirs.startswith("<")
    return f"{mine}{'' if blocks else between}{theirs}"
