"""Entries as every format has them: titles, words in HTML, moments, people and subjects."""

import unicodedata
from typing import NamedTuple

from django.template.loader import render_to_string

from newsroom.public.api.formats.items import BEGINNING, cards, named, tag
from newsroom.public.api.wording import capital, label
from relations.values.languages import direction

VOCABULARIES = {"article": "article_types", "event": "event_types", "agreement": "agreement_types"}
MARKS = {"ltr": "\u200e", "rtl": "\u200f"}
STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


class Feed(NamedTuple):
    """
    `home` is the address of what it follows, `address` its own. `others` are the same in other formats and languages, each
    with its media type and language; `next` is where older entries are.
    """

    id: str
    title: str
    subtitle: str
    language: str
    origin: str
    home: str
    address: str
    holder: str
    notice: str
    entries: list["Entry"]
    others: list[tuple[str, str, str]] = []
    next: str | None = None

    @property
    def updated(self) -> str:
        return max((entry.updated for entry in self.entries), default=BEGINNING)


class Entry(NamedTuple):
    id: str
    url: str
    language: str
    title: str
    summary: str
    html: str
    published: str
    updated: str
    authors: list[dict]
    # (id, label) of what it is about.
    subjects: list[tuple[str, str]]
    kind: str
    type: str
    translations: list[dict]
    corrections: list[dict]
    picture: str


def entry(item: dict, origin: str) -> Entry:
    return Entry(
        id=tag(origin, f"{item['type']}/{item['id']}", item["language"]),
        url=item["html_url"],
        language=item["language"],
        title=marked(named(item), item["language"]),
        summary=item.get("standfirst") or item.get("summary") or "",
        html=render_to_string(f"public/feed/{item['type']}.html", {"item": item}).strip(),
        published=item["first_published_at"],
        updated=item["published_at"],
        authors=cards(item.get("byline"), "author"),
        subjects=[(card["id"], card["label"]) for card in item["topics"]],
        kind=capital(label(item["kind"], VOCABULARIES[item["type"]])),
        type=item["type"],
        translations=item["translations"],
        corrections=item["corrections"],
        picture=next((picture["url"] for picture in item.get("media", ())), ""),
    )


def marked(text: str, language: str) -> str:
    """With a mark in front where the first word would make a reader's program guess the wrong direction."""
    strong = (STRONG.get(unicodedata.bidirectional(character)) for character in text)
    guessed = next(filter(None, strong), "ltr")
    wanted = direction(language)
    return text if guessed == wanted else MARKS[wanted] + text
