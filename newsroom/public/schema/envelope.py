"""What reading adds to every payload."""

from typing import NotRequired, TypedDict

from newsroom.public.schema.parts import Ref, SourceUse


class Correction(TypedDict):
    at: str
    kind: str
    note: str


class Translation(TypedDict):
    """The same record in another language in which it is public now, or will be where it says when."""

    language: str
    url: str
    html_url: str
    edition: int
    published_at: str
    embargoed_until: NotRequired[str]


class Rights(TypedDict):
    holder: str
    notice: str
    usage_terms: str
    licence_url: str | None


class Envelope(TypedDict):
    """
    `type` is the kind of record, `id` stays for ever, `url` is its identity; moments are UTC. `embargoed_until` marks
    what only partners of a wire see before that moment; it is null in everything public.
    """

    id: str
    type: str
    url: str
    html_url: str
    language: str
    dir: str
    edition: int
    edition_url: str
    original_language: str
    published_at: str
    first_published_at: str
    embargoed_until: str | None
    corrections: list[Correction]
    translations: list[Translation]
    rights: Rights
    sources: list[SourceUse]
    topics: list[Ref]
