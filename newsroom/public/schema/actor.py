from typing import TypedDict

from newsroom.public.schema.parts import Facts, Fuzzy, PictureRow, Ref, SourceUse


class OtherName(TypedDict):
    name: str
    language: str
    script: str
    kind: str
    valid: Fuzzy | None


class IdentifierRow(TypedDict):
    scheme: str
    value: str


class HeldTitle(TypedDict):
    """A title of the post in the form the holder bears; `valid` is null where it held whenever no other did."""

    title: str
    valid: Fuzzy | None


class PostHeld(TypedDict):
    """A tenure. `attested` lists the days on which sources show the person in the post; `title` is the post's latest
    title, `titles` all of them over time, so that the title of any day can be shown."""

    key: str
    post: Ref
    title: str
    titles: list[HeldTitle]
    role: str
    organisation: Ref
    country: Ref
    start: Fuzzy | None
    end: Fuzzy | None
    acting: bool
    attested: list[Fuzzy]
    start_cause: str
    end_cause: str
    sources: list[SourceUse]


class MemberOf(TypedDict):
    key: str
    organisation: Ref
    status: str
    start: Fuzzy | None
    end: Fuzzy | None
    role: str
    note: str
    sources: list[SourceUse]


class Actor(Facts):
    """kind: person, country, institution, multilateral_organisation, joint_body, company, media, group."""

    kind: str
    name: str
    short_name: str
    summary: str
    description: str
    other_names: list[OtherName]
    identifiers: list[IdentifierRow]
    iso2: str | None
    iso3: str | None
    gender: str | None
    country: Ref
    parent: Ref
    seat: Ref
    founding_agreement: Ref
    founded: Fuzzy | None
    dissolved: Fuzzy | None
    posts: list[PostHeld]
    member_of: list[MemberOf]
    media: list[PictureRow]
