"""Short lists above the records: what waits for one person, and what lies ahead of the desk."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.desk.board.ahead import Ahead
from newsroom.desk.board.chips import Chip, Row
from newsroom.desk.board.kinds import field_labels
from newsroom.desk.board.wording import assigned, day, name_of, when
from newsroom.desk.board.work import READ
from newsroom.desk.models import Decision
from newsroom.public.models import Edition
from relations.values.languages import direction
from relations.values.vocabularies import DisputeKind, Occurrence

SHOWN = 6
FAR = dt.datetime.max.replace(tzinfo=dt.UTC)


@dataclass(frozen=True)
class Notice:
    """A line of a panel: a record and those of its texts that are meant, or a release. `pressing`: overdue."""

    title: str
    url: str
    language: str = ""
    chips: tuple[Chip, ...] = ()
    said: tuple[str, ...] = ()
    pressing: bool = False

    @property
    def direction(self) -> str:
        return direction(self.language) if self.language else "auto"


@dataclass(frozen=True)
class Panel:
    """`more` is the address of the rest, `empty` what is said where there is none; without it the panel is left out."""

    code: str
    title: str
    notices: list[Notice]
    more: str = ""
    empty: str = ""


def notice_of(row: Row, chips: Iterable[Chip] = (), said: Iterable[str] = (), pressing: bool = False) -> Notice:
    """What is said of several texts alike is said once."""
    words = tuple(dict.fromkeys(filter(None, said)))
    return Notice(row.title, row.url, row.language, tuple(chips), words, pressing)


def with_something(*panels: Panel) -> list[Panel]:
    return [panel for panel in panels if panel.notices or panel.empty]


# What waits for one person


class Work:
    """The queues of one person, with the rows of all that is in them."""

    def __init__(self, user, queues: dict, looks: list[Decision], rows: dict[str, Row], now: dt.datetime):
        self.user, self.queues, self.looks, self.rows, self.now = user, queues, looks, rows, now
        self.by_pk = {row.record.pk: row for row in rows.values()}

    def panels(self) -> list[Panel]:
        looks = [second_look(one, self.rows[one.uid]) for one in self.looks if one.uid in self.rows]
        nothing = _("Nothing of yours is unfinished.")
        return [
            self.panel("mine", _("My items"), "admin:index", empty=nothing, person=self.user.pk),
            Panel("look", _("Published urgently, awaiting a second look"), looks),
            self.panel("review", _("To review"), "admin:index", condition="in_review"),
            self.panel("publish", _("To publish"), "admin:index", condition="approved"),
            self.panel("behind", _("Translations behind their source"), "admin:translations", state="stale"),
            self.panel("missing", _("To translate"), "admin:translations", state="missing"),
        ]

    def panel(self, queue: str, title: str, page: str, empty: str = "", **query) -> Panel:
        texts = self.queues.get(queue, ())
        records = self.records_of(queue, texts)
        more = len(records) > SHOWN or len(texts) > READ
        address = f"{reverse(page)}?{urlencode(query)}" if more else ""
        return Panel(queue, title, [self.notice(queue, *record) for record in records[:SHOWN]], address, empty)

    def records_of(self, queue: str, texts: Iterable[tuple[int, str]]) -> list[tuple[Row, list[Chip]]]:
        """In the order of the queue, each with those of its texts that stand in it."""
        known = ((self.by_pk[pk], language) for pk, language in texts if pk in self.by_pk)
        found = defaultdict(list)
        for row, chip in sorted(((row, row.chip(language)) for row, language in known), key=ORDER[queue]):
            found[row.record.uid].append(chip)
        return [(self.rows[uid], chips) for uid, chips in found.items()]

    def notice(self, queue: str, row: Row, chips: list[Chip]) -> Notice:
        said = (words for chip in chips for words in SAID[queue](row, chip))
        return notice_of(row, chips, said, pressing=any(due(chip) <= self.now for chip in chips))


def due(chip: Chip) -> dt.datetime:
    return (chip.assignment and chip.assignment.due) or FAR


def by_due(pair: tuple[Row, Chip]):
    return due(pair[1]), *latest(pair)


def by_submission(pair: tuple[Row, Chip]):
    version = pair[1].version
    return version.submitted_at or FAR, version.pk


def latest(pair: tuple[Row, Chip]):
    row, chip = pair
    return -row.record.modified_at.timestamp(), -row.record.pk, row.chips.index(chip)


ORDER: dict[str, Callable] = {
    "mine": by_due,
    "review": by_submission,
    "publish": by_submission,
    "behind": latest,
    "missing": latest,
}


def task(row: Row, chip: Chip) -> Iterable[str]:
    return assigned(chip.assignment) if chip.assignment else ()


def submitted(row: Row, chip: Chip) -> Iterator[str]:
    version = chip.version
    if version.submitted_by and version.submitted_at:
        terms = {"name": name_of(version.submitted_by), "moment": when(version.submitted_at)}
        yield _("submitted by %(name)s, %(moment)s") % terms


def stale_fields(row: Row, chip: Chip) -> Iterable[str]:
    return field_labels(row.record.kind, chip.version.stale_fields)


SAID: dict[str, Callable] = {
    "mine": task,
    "review": submitted,
    "publish": submitted,
    "behind": stale_fields,
    "missing": task,
}


def second_look(decision: Decision, row: Row) -> Notice:
    terms = {"name": decision.by_label, "moment": when(decision.at)}
    said = (_("published by %(name)s, %(moment)s") % terms, decision.reason)
    return notice_of(row, [row.chip(decision.language)], said, pressing=True)


# What lies ahead of the desk


def ahead_panels(found: dict[str, list[Ahead]], rows: dict[str, Row], now: dt.datetime) -> list[Panel]:
    releases = [(one.moment, release_notice(one, now)) for one in found["release"]]
    coming = sorted((*releases, *editions(found["edition"], rows)), key=lambda pair: pair[0])
    events = [event_notice(one, rows[one.uid]) for one in found["event"] if one.uid in rows]
    disputes = dispute_notices(found["dispute"], rows)
    return with_something(
        Panel("due", _("Releases and publications due"), [notice for _moment, notice in coming][:SHOWN]),
        Panel("events", _("Events ahead"), events[:SHOWN]),
        Panel("disputes", _("Open disputes"), disputes[:SHOWN]),
    )


def release_notice(one: Ahead, now: dt.datetime) -> Notice:
    url, overdue = reverse("admin:release", args=[one.pk]), one.moment <= now
    said = (_("release due %(moment)s") % {"moment": when(one.moment, one.about)}, overdue and _("overdue"))
    return Notice(one.word, url, said=tuple(filter(None, said)), pressing=overdue)


def editions(found: list[Ahead], rows: dict[str, Row]) -> Iterator[tuple[dt.datetime, Notice]]:
    """One line for the languages of a record that come, or go, at the same moment."""
    together = defaultdict(list)
    for one in found:
        if one.uid in rows:
            together[one.moment, one.uid, one.word].append(rows[one.uid].chip(one.about))
    for (moment, uid, state), chips in together.items():
        words = _("withdrawn on %(moment)s") if state == Edition.State.WITHDRAWN else _("public from %(moment)s")
        yield moment, notice_of(rows[uid], chips, [words % {"moment": when(moment)}])


def event_notice(one: Ahead, row: Row) -> Notice:
    return notice_of(row, said=(day(one.word), str(Occurrence(one.about).label)))


def dispute_notices(found: list[Ahead], rows: dict[str, Row]) -> list[Notice]:
    """One line a record, with what its sources disagree on."""
    kinds = defaultdict(list)
    for one in found:
        if one.uid in rows:
            kinds[one.uid].append(str(DisputeKind(one.word).label))
    return [notice_of(rows[uid], said=words) for uid, words in kinds.items()]
