"""Kinds that need no review: what the record of facts refers to."""

from typing import TypedDict

from newsroom.public.schema.parts import Facts, Fuzzy, Ref


class Place(TypedDict):
    kind: str
    name: str
    parent: Ref
    country: Ref
    latitude: str | None
    longitude: str | None
    sensitive: bool


class Topic(TypedDict):
    name: str
    qcode: str | None
    broader: Ref


class TitleRow(TypedDict):
    title: str
    title_f: str
    abbreviation: str
    valid: Fuzzy | None


class Post(Facts):
    kind: str
    name: str
    organisation: Ref
    country: Ref
    accredited_to: Ref
    level: str | None
    single_holder: bool
    titles: list[TitleRow]
    inception: Fuzzy | None
    dissolved: Fuzzy | None


class Series(TypedDict):
    name: str
    meeting_noun: str
    body: Ref
    agreement: Ref
    ordinal_scheme: str


class Indicator(TypedDict):
    name: str
    unit_kind: str
    measure: str
    flow: str


class Source(TypedDict):
    kind: str
    genre: str | None
    title: str
    original_title: str
    web_url: str | None
    publisher: Ref
    published_language: str
    published: Fuzzy | None
    published_basis: str
    dateline: str
    sha256: str | None
    rights_note: str
    independent_group: str


class Author(TypedDict):
    name: str


class Capacity(TypedDict):
    kind: str
    title: str
    title_f: str
    on_behalf_of: Ref
