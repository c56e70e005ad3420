"""What somebody asks the board for, read from an address. What makes no sense is not asked for."""

import datetime as dt
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from django.db import models
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.desk.models import Stage
from newsroom.desk.saving import REVIEWED_KINDS
from relations.models import Record
from relations.values.languages import LANGUAGES


class Condition(models.TextChoices):
    """What a text can be beside its stage."""

    SCHEDULED = "scheduled", _("scheduled")
    STALE = "stale", _("behind its source")
    MISSING = "missing", _("missing")


CONDITIONS = (*Stage.choices, *Condition.choices)


@dataclass(frozen=True)
class Place:
    """In a list from the latest change to the earliest: after the record that was changed then."""

    changed: dt.datetime
    pk: int

    @classmethod
    def of(cls, text: str) -> "Place | None":
        moment, _comma, pk = text.rpartition(",")
        try:
            changed = parse_datetime(moment)
        except ValueError:
            return None
        return cls(changed, int(pk)) if changed and changed.tzinfo and pk.isdecimal() else None

    @classmethod
    def behind(cls, record: Record) -> "Place":
        return cls(record.modified_at, record.pk)

    def __str__(self):
        return f"{self.changed.isoformat()},{self.pk}"


@dataclass(frozen=True)
class Asked:
    kind: str = ""
    language: str = ""
    condition: str = ""
    person: int | None = None
    country: int | None = None
    topic: int | None = None
    q: str = ""
    after: Place | None = None

    @classmethod
    def of(cls, given) -> "Asked":
        """From the parameters of a request."""
        return cls(
            kind=one_of(REVIEWED_KINDS, given.get("kind")),
            language=one_of(LANGUAGES, given.get("language")),
            condition=one_of(dict(CONDITIONS), given.get("condition")),
            **{name: number(given.get(name, "")) for name in ("person", "country", "topic")},
            q=given.get("q", "").strip()[:200],
            after=Place.of(given.get("after", "")),
        )

    @property
    def narrowed(self) -> bool:
        return replace(self, after=None) != Asked()

    def further(self, record: Record) -> str:
        """The query of the page that begins after this record."""
        return query_of(self, after=Place.behind(record))


class State(models.TextChoices):
    """How far a translation is. Ready: every text of its source has one, made from the source as it is now."""

    MISSING = "missing", pgettext_lazy("translation", "missing")
    STALE = "stale", pgettext_lazy("translation", "behind its source")
    IN_PROGRESS = "in_progress", pgettext_lazy("translation", "in progress")
    READY = "ready", pgettext_lazy("translation", "ready")


@dataclass(frozen=True)
class Pair:
    """Translations into one language, from one or from any; without a state, those that are not ready."""

    into: str
    out_of: str = ""
    state: str = ""
    kind: str = ""
    after: Place | None = None

    @classmethod
    def of(cls, given, usual: str) -> "Pair":
        """From the parameters of a request; `usual` is the language that somebody translates into."""
        into = one_of(LANGUAGES, given.get("into")) or usual
        out_of = one_of(LANGUAGES, given.get("out_of"))
        return cls(
            into=into,
            out_of="" if out_of == into else out_of,
            state=one_of(State.values, given.get("state")),
            kind=one_of(REVIEWED_KINDS, given.get("kind")),
            after=Place.of(given.get("after", "")),
        )

    def further(self, record: Record) -> str:
        return query_of(self, after=Place.behind(record))


def query_of(asked, **changed) -> str:
    """An address's query that asks the same, but for what is changed."""
    same = {one.name: getattr(asked, one.name) for one in fields(asked)}
    return urlencode({name: str(value) for name, value in (same | changed).items() if value})


def one_of(known, value) -> str:
    return value if value in known else ""


def number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 16 else None
