from typing import TypedDict

from newsroom.public.schema.parts import Facts, Fuzzy, Ref, SourceUse


class Figure(TypedDict):
    key: str
    indicator: Ref
    label: str
    reporter: Ref
    partner: Ref
    period: Fuzzy | None
    comparator: str
    value: str
    value_high: str | None
    currency: str | None
    unit: str
    printed_as: str
    as_of: Fuzzy
    note: str
    sources: list[SourceUse]


class Dossier(Facts):
    """The frozen part of a dossier; the rest is compiled when read (`newsroom.public.dossier`)."""

    pair: list[str]
    title: str
    intro: list[str | dict]
    intro_text: str
    countries: list[Ref]
    figures: list[Figure]
