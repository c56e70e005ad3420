"""An entry of the style list, tried over what is published before it is saved."""

from dataclasses import dataclass

import orjson

from newsroom.desk.checks.house import Hit, StyleList
from newsroom.desk.models import HouseWord
from newsroom.public import reading, search
from newsroom.public.addresses import page_path
from newsroom.public.models import Edition
from newsroom.public.search.highlighting import FIELDS

# Editions read at most, and shown; passages shown of each; characters on either side of the word.
READ, SHOWN, PASSAGES, AROUND = 400, 50, 3, 80
LONGEST = HouseWord._meta.get_field("word").max_length


@dataclass(frozen=True)
class Passage:
    before: str
    words: str
    after: str
    is_quoted: bool


@dataclass(frozen=True)
class Found:
    """An edition that uses the word: its title, the path of its page, its first passages, and how many there are."""

    title: str
    kind: str
    path: str
    passages: list[Passage]
    count: int


@dataclass(frozen=True)
class Trial:
    """`is_whole`: whether everything published was read, and everything found is shown."""

    found: list[Found]
    editions: int
    hits: int
    is_whole: bool


def try_word(*, word: str, language: str) -> Trial:
    """Every use of a word or phrase in the current editions of a language, the newest first."""
    style = StyleList([HouseWord(word=word[:LONGEST], language=language)], language)
    candidates = search.candidates(word, language=language, current=reading.current(reading.moment())) if style else []
    newest = sorted(candidates, key=lambda hit: (hit.sort_date, hit.edition_id), reverse=True)[:READ]
    editions = Edition.objects.in_bulk([hit.edition_id for hit in newest])
    tried = [found_in(editions[hit.edition_id], style) for hit in newest if hit.edition_id in editions]
    found = [one for one in tried if one.count]
    shown = found[:SHOWN]
    whole = len(found) == len(shown) and len(candidates) < search_limit()
    return Trial(shown, len(found), sum(one.count for one in found), whole)


def search_limit() -> int:
    """The search ranks no more than so many of the newest, so there may be older ones."""
    return min(READ, search.LIMIT)


def found_in(edition: Edition, style: StyleList) -> Found:
    payload = orjson.loads(bytes(edition.payload))
    texts = [edition.title, *(payload.get(field) for field in FIELDS)]
    hits = [hit for text in texts if isinstance(text, str) and text for hit in style.hits(text)]
    path = page_path(edition.kind, edition.language, edition.slug)
    return Found(edition.title, edition.kind, path, [passage_of(hit) for hit in hits[:PASSAGES]], len(hits))


def passage_of(hit: Hit) -> Passage:
    start, end = hit.span
    before, after = hit.text[:start], hit.text[end:]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return Passage(before, hit.words, after, hit.is_quoted)
