"""Two texts of readers, compared paragraph by paragraph and in these word by word."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from newsroom.public.search.analysis import TOKEN

# A word with the marks and joiners inside it, a run of blanks, or any other single character.
TOKENS = re.compile(rf"{TOKEN.pattern}|\s+|.", re.DOTALL)
# Comparing takes time with the product of both lengths; beyond this a paragraph is replaced as a whole.
MOST = 4_000_000
# With less in common than this, word by word would be a jumble.
ALIKE = 0.35
SAME, DELETED, INSERTED = "same", "deleted", "inserted"


class Piece(NamedTuple):
    kind: str
    text: str


class Paragraph(NamedTuple):
    """With pieces where it differs; else it stands for `unchanged` paragraphs that do not."""

    pieces: list[Piece]
    unchanged: int = 0


def compare(old: list[str], new: list[str]) -> list[Paragraph]:
    return list(paragraphs(old, new))


def paragraphs(old: list[str], new: list[str]) -> Iterator[Paragraph]:
    for tag, start, end, other_start, other_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Paragraph([], end - start)
        else:
            for before, after in zip_longest(old[start:end], new[other_start:other_end], fillvalue=""):
                yield Paragraph(words(before, after))


def words(old: str, new: str) -> list[Piece]:
    """Without what is inserted it reads as the old text, without what is deleted as the new one."""
    before, after = TOKENS.findall(old), TOKENS.findall(new)
    if len(before) * len(after) > MOST:
        return whole(old, new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return whole(old, new)
    steps = [
        ("".join(before[start:end]), "".join(after[other_start:other_end]))
        for _tag, start, end, other_start, other_end in matcher.get_opcodes()
    ]
    return list(merged(widened(steps)))


def whole(old: str, new: str) -> list[Piece]:
    return [Piece(kind, text) for kind, text in ((DELETED, old), (INSERTED, new)) if text]


def widened(steps: list[tuple[str, str]]) -> Iterator[tuple[str, str, bool]]:
    """Both texts in step, and whether they are the same there. A blank between two changes changes with them."""
    last = len(steps) - 1
    for place, (before, after) in enumerate(steps):
        is_inside = 0 < place < last and not TOKEN.search(before)
        yield before, after, before == after and not is_inside


def merged(steps: Iterable[tuple[str, str, bool]]) -> Iterator[Piece]:
    deleted = inserted = ""
    for before, after, is_same in steps:
        if not is_same:
            deleted, inserted = deleted + before, inserted + after
            continue
        yield from whole(deleted, inserted)
        deleted = inserted = ""
        yield Piece(SAME, before)
    yield from whole(deleted, inserted)


def count_words(paragraphs: Iterable[Paragraph], kind: str) -> int:
    pieces = (piece for paragraph in paragraphs for piece in paragraph.pieces)
    return sum(len(TOKEN.findall(piece.text)) for piece in pieces if piece.kind == kind)
