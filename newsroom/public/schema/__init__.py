"""The contract between the sides: what the desk must compose for each kind, and what readers get.

Payloads are JSON objects whose every key is always present (null or empty where there is nothing to say). Frozen
in them are reference markers, resolved when read:

- `{"$ref": uid}` becomes the target's card, or null while the target has no current edition;
- `{"$must": uid}` likewise, and takes the nearest enclosing list entry away with it where the target is not public: it
  stands wherever words of the target are frozen in that entry, and as an entry of its own in lists of references;
- `{"$file": name}` becomes the address of a picture;
- `body` is a list of segments, HTML or `{"$link": uid, "words": html}`, read as `body_html`.

Dates are instants (`2025-04-22T09:00:00Z`), days (`2025-04-22`) or `Fuzzy`. Text is plain unless its name ends in
`_html`. A key documented here as a `Ref` holds a marker when written and a `Card` (or null) when read.
"""

from newsroom.public.schema.actor import Actor, HeldTitle, IdentifierRow, MemberOf, OtherName, PostHeld
from newsroom.public.schema.agreement import Act, Agreement, Party, Signatory
from newsroom.public.schema.article import ActorLink, Article, BylineRow, Dateline
from newsroom.public.schema.dossier import Dossier, Figure
from newsroom.public.schema.envelope import Correction, Envelope, Rights, Translation
from newsroom.public.schema.event import Event, Participant, SeriesPlace
from newsroom.public.schema.frozen import Frozen
from newsroom.public.schema.parts import (
    CapacityThen,
    Card,
    ClaimRow,
    DisputeRow,
    Facts,
    Fuzzy,
    Office,
    PictureRow,
    QuoteRow,
    Ref,
    RenditionRow,
    SourceUse,
)
from newsroom.public.schema.reference import Author, Capacity, Indicator, Place, Post, Series, Source, TitleRow, Topic

__all__ = [
    "Act",
    "Actor",
    "ActorLink",
    "Agreement",
    "Article",
    "Author",
    "BylineRow",
    "Capacity",
    "CapacityThen",
    "Card",
    "ClaimRow",
    "Dateline",
    "Correction",
    "DisputeRow",
    "Dossier",
    "Envelope",
    "Event",
    "Facts",
    "Figure",
    "Frozen",
    "Fuzzy",
    "HeldTitle",
    "IdentifierRow",
    "Indicator",
    "MemberOf",
    "Office",
    "OtherName",
    "Participant",
    "Party",
    "PictureRow",
    "Place",
    "Post",
    "PostHeld",
    "QuoteRow",
    "Ref",
    "RenditionRow",
    "Rights",
    "Series",
    "SeriesPlace",
    "Signatory",
    "Source",
    "SourceUse",
    "TitleRow",
    "Translation",
    "Topic",
]
