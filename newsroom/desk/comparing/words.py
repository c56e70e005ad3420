"""Two plain texts, word by word, in any script."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from newsroom.public.search.analysis import TOKEN

# A word with the marks and joiners inside it, a run of blanks, or any other single character.
TOKENS = re.compile(rf"{TOKEN.pattern}|[^\S\n]+|.", re.DOTALL)
SAME, GONE, NEW = "same", "gone", "new"


class Piece(NamedTuple):
    """A run of text. `kind` is `same`, `gone` (only in the old text) or `new` (only in the new one)."""

    kind: str
    text: str


def compare_words(old: str, new: str) -> list[Piece]:
    """Without the new pieces it reads as the old text, without those gone as the new; neighbours differ in kind."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    pieces = (piece for one, other in runs(before, after) for piece in within(one, other))
    return list(merged(joined_by_words(list(merged(pieces)))))


def runs(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Both texts in step: what stands in either at the same place."""
    for _tag, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield "".join(before[start:end]), "".join(after[other_start:other_end])


def within(old: str, new: str) -> Iterator[Piece]:
    if old == new:
        yield Piece(SAME, old)
        return
    for one, other in runs(TOKENS.findall(old), TOKENS.findall(new)):
        if one == other:
            yield Piece(SAME, one)
        else:
            yield from (Piece(GONE, one), Piece(NEW, other))


def merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Between two pieces that stay, what goes is said once and before what comes; empty pieces are left out."""
    waiting = {GONE: "", NEW: ""}
    same = ""
    for kind, text in pieces:
        if not text:
            continue
        if kind == SAME and any(waiting.values()):
            yield from said(waiting)
            waiting = {GONE: "", NEW: ""}
        if kind == SAME:
            same += text
            continue
        if same:
            yield Piece(SAME, same)
            same = ""
        waiting[kind] += text
    if same:
        yield Piece(SAME, same)
    yield from said(waiting)


def said(waiting: dict[str, str]) -> Iterator[Piece]:
    return (Piece(kind, text) for kind, text in waiting.items() if text)


def joined_by_words(pieces: list[Piece]) -> Iterator[Piece]:
    """A blank or a comma that happens to stay between two changes makes them harder to read, so it changes too."""
    last = len(pieces) - 1
    for place, piece in enumerate(pieces):
        if 0 < place < last and piece.kind == SAME and "\n" not in piece.text and not TOKEN.search(piece.text):
            yield from (Piece(GONE, piece.text), Piece(NEW, piece.text))
        else:
            yield piece


def paragraphs(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of each line. A line break of one text alone begins a new line too, and keeps its mark."""
    found: list[list[Piece]] = [[]]
    for kind, text in pieces:
        first, *others = text.split("\n")
        for number, line in enumerate([first, *others]):
            if number:
                if kind != SAME:
                    found[-1].append(Piece(kind, "¶"))
                found.append([])
            if line:
                found[-1].append(Piece(kind, line))
    return [line for line in found if line]
