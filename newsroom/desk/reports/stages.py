"""How long texts stay in each stage: the median, and the slowest."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import median

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.desk.models import Decision, Stage, Version
from newsroom.desk.reports.filters import Filters, kind_of
from newsroom.desk.reports.table import Table, bars, known_as, stretch, titles_of
from newsroom.desk.reports.words import kind_name, language_name, stage_name, urls_of
from newsroom.desk.saving import REVIEWED_KINDS

MEASURED = (Stage.DRAFT, Stage.IN_REVIEW, Stage.APPROVED)
WAITING = (Stage.IN_REVIEW, Stage.APPROVED)
MOST_DECISIONS = 50_000


@dataclass(frozen=True)
class Stay:
    """A text in one stage; without an end it is there still."""

    uid: str
    label: str
    language: str
    stage: str
    start: datetime
    end: datetime | None

    @property
    def seconds(self) -> float:
        return ((self.end or timezone.now()) - self.start).total_seconds()


def stages(filters: Filters) -> Table:
    """Four queries: texts that wait, the log, titles, addresses."""
    found = sorted(stays(filters), key=lambda stay: (-stay.seconds, stay.label, stay.language))
    titles, urls = titles_of(stay.uid for stay in found), urls_of(stay.uid for stay in found)
    return Table(
        headings=[_("Stage"), _("How long"), _("Hours"), _("From"), _("Until"), _("Kind"), _("Language"), _("Title")],
        rows=[row_of(stay, titles, urls) for stay in found],
        caption=_("Each stay, the longest first"),
        bars=bars(medians(found), stretch),
        bars_caption=_("Median of the stays that ended"),
        note=_("Counted from a move into a stage to the next move; the first draft, which nobody moved into, is not."),
    )


def row_of(stay: Stay, titles, urls) -> list:
    return [
        stage_name(stay.stage),
        stretch(stay.seconds),
        round(stay.seconds / 3600, 1),
        stay.start,
        stay.end or _("still there"),
        kind_name(kind_of(stay.label)),
        language_name(stay.language),
        known_as(titles, urls, stay.uid, stay.language, stay.label),
    ]


def medians(found: list[Stay]) -> list[tuple[str, float]]:
    lengths = {stage: [stay.seconds for stay in found if stay.stage == stage and stay.end] for stage in MEASURED}
    return [(stage_name(stage), median(some)) for stage, some in lengths.items() if some]


def stays(filters: Filters) -> list[Stay]:
    """Those that ended within the period, and those of texts that wait now."""
    waiting = dict(waiting_texts())
    found = []
    for (uid, language), moves in moves_of(filters).items():
        found += [stay for stay in ended(moves) if filters.period.start <= stay.end < filters.period.end]
        last = moves[-1]
        if waiting.get((uid, language)) == last.to_stage:
            found.append(Stay(uid, last.record_label, language, last.to_stage, last.at, None))
    return found


def waiting_texts():
    texts = Version.objects.filter(stage__in=WAITING).values_list("record__uid", "language", "stage")
    return (((uid, language), stage) for uid, language, stage in texts)


def moves_of(filters: Filters) -> dict[tuple[str, str], list[Decision]]:
    """All moves up to the end of the period of texts that moved within it or that wait now, by (uid, language)."""
    kinds = Q()
    for kind in REVIEWED_KINDS:
        kinds |= Q(record_label__startswith=f"{kind}/")
    recent = filters.decisions().values("uid")
    waiting = Version.objects.filter(stage__in=WAITING).values("record__uid")
    rows = filters.narrowed(Decision.objects.filter(kinds, at__lt=filters.period.end))
    rows = rows.filter(Q(uid__in=recent) | Q(uid__in=waiting)).order_by("id")
    moves = defaultdict(list)
    for one in rows.only("uid", "record_label", "language", "from_stage", "to_stage", "at")[:MOST_DECISIONS]:
        moves[one.uid, one.language].append(one)
    return moves


def ended(moves: list[Decision]):
    """A save that drops a text to draft is no move: what follows such a gap does not count as time in the stage before."""
    for one, following in pairwise(changes(moves)):
        if one.to_stage in MEASURED and following.from_stage == one.to_stage:
            yield Stay(one.uid, one.record_label, one.language, one.to_stage, one.at, following.at)


def changes(moves: list[Decision]) -> list[Decision]:
    """Without decisions that leave the stage as it is."""
    return [one for one in moves if one.from_stage != one.to_stage]
