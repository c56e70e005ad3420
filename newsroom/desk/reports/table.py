"""A report as its page and its CSV show it."""

import datetime as dt
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.desk.models import Version
from newsroom.desk.sheets.tables import write_csv

MOST_SHOWN, MOST_KEPT = 200, 10_000


@dataclass(frozen=True)
class Text:
    """Words in the language of a text, not of the page; `url` leads to the record."""

    text: str
    language: str = ""
    url: str = ""

    def __str__(self):
        return self.text


@dataclass
class Bar:
    """A labelled amount, in words where `said` has them; `share` is its percentage of the longest."""

    label: str
    amount: float
    said: str
    share: float

    # SVG takes a point in every language.
    @property
    def width(self) -> str:
        return f"{self.share:.2f}"

    @property
    def top(self) -> str:
        return f"{100 - self.share:.2f}"


@dataclass
class Table:
    """Cells are plain values or Text. `bars` draws the report where that says more than its rows."""

    headings: list[str]
    rows: list[list]
    caption: str = ""
    bars: list[Bar] = field(default_factory=list)
    bars_caption: str = ""
    # What is counted and what is not.
    note: str = ""
    # Where they are days in a row: drawn as one chart, not as lines.
    bars_are_days: bool = False

    @property
    def shown(self) -> list[list]:
        return self.rows[:MOST_SHOWN]

    @property
    def more(self) -> int:
        return max(0, len(self.rows) - MOST_SHOWN)

    def csv(self) -> bytes:
        return write_csv(self.headings, [[in_csv(cell) for cell in row] for row in self.rows])


def in_csv(cell) -> str:
    if isinstance(cell, dt.datetime):
        return timezone.localtime(cell).isoformat(timespec="minutes")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def bars(pairs, said=str) -> list[Bar]:
    """From (label, amount), in that order; `said` puts an amount into words."""
    pairs = list(pairs)
    longest = max((amount for _label, amount in pairs), default=0) or 1
    return [Bar(label, amount, said(amount), round(100 * amount / longest, 2)) for label, amount in pairs]


def known_as(titles: dict, urls: dict, uid: str, language: str, otherwise: str) -> Text:
    """A record by its title in a language, leading to where it is edited."""
    title = titles.get((uid, language))
    return Text(title or otherwise, language if title else "", urls.get(uid, ""))


def titles_of(uids) -> dict[tuple[str, str], str]:
    """What the desk calls each record in each language, by (uid, language)."""
    found = Version.objects.filter(record__uid__in=set(uids)).values_list("record__uid", "language", "title")
    return {(uid, language): title for uid, language, title in found}


def stretch(seconds: float) -> str:
    """Seconds in words: minutes below an hour, hours below two days, else days."""
    if seconds < 3600:
        return _("%(count)d min") % {"count": round(seconds / 60)}
    if seconds < 48 * 3600:
        return _("%(count)s h") % {"count": round(seconds / 3600, 1)}
    return _("%(count)s days") % {"count": round(seconds / 86400, 1)}
