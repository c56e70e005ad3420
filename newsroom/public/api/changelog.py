"""The change log of the API, from one file that is written by hand."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

KINDS = ("added", "changed", "deprecated", "removed")


class Entry(NamedTuple):
    date: date
    slug: str
    kind: str
    title: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.date.isoformat()}-{self.slug}"


@cache
def entries() -> list[Entry]:
    """The latest first."""
    found = tomllib.loads((Path(__file__).parent / "changelog.toml").read_text())
    return [Entry(**one) for one in found["changes"]]
