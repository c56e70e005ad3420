"""What payloads of several kinds are made of."""

from typing import Any, NotRequired, TypedDict

# A marker when frozen, `{"$ref": uid}` or `{"$must": uid}`; a Card or null when read.
Ref = dict[str, str] | None


class Card(TypedDict):
    """
    A reference as read. What follows `html_url` is there according to the type; `embargoed_until` only of what is not
    public yet.
    """

    id: str
    type: str
    kind: str | None
    label: str
    language: str
    dir: str
    url: str
    html_url: str
    embargoed_until: NotRequired[str | None]
    iso2: NotRequired[str | None]
    iso3: NotRequired[str | None]
    pair: NotRequired[list[str]]
    standfirst: NotRequired[str]
    status: NotRequired[str | None]
    date: "NotRequired[Fuzzy | None]"
    signed_on: "NotRequired[Fuzzy | None]"
    latitude: NotRequired[str | None]
    longitude: NotRequired[str | None]
    web_url: NotRequired[str | None]


class Fuzzy(TypedDict):
    edtf: str
    start: str | None
    end: str | None
    precision: str
    doubt: str
    label: str


class SourceUse(TypedDict):
    """A source as cited. `source` is a must-reference: a source that is not public is not named.

    `group` is opaque; sources with the same one count as one voice. `quote` holds the cited words, where they are kept.
    """

    source: Ref
    title: str
    publisher: Ref
    url: str | None
    date: Fuzzy | None
    language: str
    group: str
    start: int | None
    end: int | None
    quote: str | None


class ClaimRow(TypedDict):
    """What a source says of a field, or (field `statement`) in plain words. Records in `value` are references."""

    key: str
    field: str
    value: Any
    date: Fuzzy | None
    weekday: int | None
    text: str
    about: list[Ref]
    rank: str
    basis: str
    modality: str
    attribution_kind: str
    attributed_to: list[Ref]
    attribution_text: str
    sources: list[SourceUse]


class DisputeRow(TypedDict):
    key: str
    kind: str
    state: str
    statement: str
    rationale: str
    claims: list[str]
    resolved_claim: str | None
    about: list[Ref]
    sources: list[SourceUse]


class Office(TypedDict):
    """A post as held on the record's own day: the title frozen, the post itself a must-reference."""

    post: Ref
    title: str
    organisation: Ref
    country: Ref


class CapacityThen(TypedDict):
    """The hat worn on that occasion: the title frozen, the capacity itself a must-reference."""

    capacity: Ref
    kind: str
    title: str


class QuoteRow(TypedDict):
    key: str
    text: str
    language: str
    dir: str
    is_translation: bool | None
    anonymous: bool
    speaker: Ref
    post_at_the_time: Office | None
    about: list[Ref]
    sources: list[SourceUse]


class Facts(TypedDict):
    """What every record of facts carries beside its own fields."""

    claims: list[ClaimRow]
    disputes: list[DisputeRow]
    quotes: list[QuoteRow]
    sources: list[SourceUse]


class RenditionRow(TypedDict):
    """A picture at another size. crop: full, or cut around the focal point to wide (16:9) or square (1:1)."""

    url: dict[str, str]
    crop: str
    media_type: str
    width: int
    height: int


class PictureRow(TypedDict):
    """`renditions` may be empty: small pictures have none. Lists hold only those that are cut."""

    id: str
    url: dict[str, str]
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    rights: str
    rights_until: str | None
    focal_point: list[float]
    renditions: list[RenditionRow]
