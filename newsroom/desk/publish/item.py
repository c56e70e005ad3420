import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Item:
    """One record in one language, composed and ready to be frozen as an edition."""

    uid: str
    kind: str
    language: str
    title: str
    payload: bytes
    summary: bytes
    card: bytes
    digest: str
    original_language: str
    # Empty: the address is the uid.
    slug: str = ""
    # None: the moment at which the record was first published, in whatever language.
    sort_date: dt.datetime | None = None
    sort_name: str = ""
    date_lower: dt.date | None = None
    date_upper: dt.date | None = None
    facets: Sequence[tuple[str, str]] = ()
    # Names of the pictures it shows: public while it is.
    files: Sequence[str] = ()
    # By what it is found beside its title: other names and its own words.
    search: Sequence[str] = ()

    @property
    def address(self) -> str:
        return self.slug or self.uid
