from typing import TypedDict

from newsroom.public.schema.parts import Fuzzy, PictureRow, Ref, SourceUse


class Dateline(TypedDict):
    place: Ref
    date: Fuzzy | None


class BylineRow(TypedDict):
    author: Ref


class ActorLink(TypedDict):
    actor: Ref
    role: str


class Article(TypedDict):
    """kind: dispatch, report, analysis, background, statement."""

    kind: str
    headline: str
    standfirst: str
    slugline: str
    dateline: Dateline
    byline: list[BylineRow]
    body: list[str | dict]
    body_text: str
    word_count: int
    editor_note: str
    urgency: int
    countries: list[Ref]
    actors: list[ActorLink]
    events: list[Ref]
    agreements: list[Ref]
    related: list[Ref]
    topics: list[Ref]
    media: list[PictureRow]
    sources: list[SourceUse]
