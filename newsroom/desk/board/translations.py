"""Which texts have to be translated, and how far each is."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Case, CharField, Exists, F, OuterRef, Subquery, Value, When
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from newsroom.desk.board.asked import Pair, State, query_of
from newsroom.desk.board.chips import Chip, Row, rows_of
from newsroom.desk.board.choices import Choice
from newsroom.desk.board.colleague import Colleague
from newsroom.desk.board.inside import LacksKeys
from newsroom.desk.board.kinds import field_labels, reviewed_kinds
from newsroom.desk.board.records import SIZE, Reviewed, texts
from newsroom.desk.board.wording import assigned
from newsroom.desk.models import Version
from newsroom.desk.models.stage import GIVEN_UP
from relations.models import Record
from relations.values.languages import NATIVE_NAMES


class Translations(Reviewed):
    def into(self, language: str, out_of: str = ""):
        """Records with a text to translate, each with the `state` of its translation."""
        source = texts(language=out_of) if out_of else texts().exclude(language=language)
        made = translations(language, out_of)
        return self.filter(
            ~Exists(texts(language=language)) | Exists(made), Exists(source.exclude(stage__in=GIVEN_UP))
        ).annotate(state=state_of(language, made))

    def in_state(self, *states: str):
        return self.filter(state__in=states)


def translations(language: str, out_of: str = ""):
    """Of the record of the outer query, as long as anybody wants it."""
    made = texts(language=language).exclude(translated_from="").exclude(stage__in=GIVEN_UP)
    return made.filter(translated_from=out_of) if out_of else made


def state_of(language: str, made) -> Case:
    source = Version.objects.filter(record=OuterRef("record"), language=OuterRef("translated_from"))
    untranslated = LacksKeys(Subquery(source.values("text_hashes")[:1]), F("text_hashes"))
    return Case(
        When(~Exists(texts(language=language)), then=Value(State.MISSING)),
        When(Exists(made.stale()), then=Value(State.STALE)),
        When(Exists(made.filter(untranslated)), then=Value(State.IN_PROGRESS)),
        default=Value(State.READY),
        output_field=CharField(),
    )


@dataclass(frozen=True)
class Translation:
    """A line of the queue. `behind` and `untranslated` name fields in words."""

    row: Row
    state: State
    source: Chip
    chip: Chip
    behind: list[str] = field(default_factory=list)
    untranslated: list[str] = field(default_factory=list)
    # To whom, and by when.
    assigned: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Queue:
    pair: Pair
    lines: list[Translation]
    # The query of the next page; empty on the last.
    further: str

    @property
    def first(self) -> str:
        return query_of(self.pair, after=None)

    @property
    def choices(self) -> list[Choice]:
        languages = list(NATIVE_NAMES.items())
        return [
            Choice("out_of", _("From"), _("Any language"), languages, self.pair.out_of),
            Choice("into", _("Into"), "", languages, self.pair.into),
            Choice(
                "state", pgettext("translation", "State"), _("Whatever is not ready"), State.choices, self.pair.state
            ),
            Choice("kind", _("Kind"), _("Every kind"), reviewed_kinds(), self.pair.kind),
        ]


def queue_for(user, given, now: dt.datetime) -> Queue:
    """As asked for by the parameters of a request; first of all into the language of the interface or of the remit."""
    edits = Colleague(user).edits
    here = get_language()
    return queue_of(Pair.of(given, here if here in edits or not edits else edits[0]), now)


def queue_of(pair: Pair, now: dt.datetime) -> Queue:
    """A page, of the record changed last first."""
    records = Translations.all_of_them().into(pair.into, pair.out_of)
    records = records.in_state(*([pair.state] if pair.state else [s for s in State if s != State.READY]))
    records = records.of_kind(pair.kind) if pair.kind else records
    records = records.after(pair.after) if pair.after else records
    found = list(records.latest_first().select_related("modified_by")[: SIZE + 1])
    rows = rows_of(found[:SIZE], now=now)
    lines = [translation_of(rows[record.uid], record, pair) for record in found[:SIZE]]
    return Queue(pair, lines, pair.further(found[SIZE - 1]) if len(found) > SIZE else "")


def translation_of(row: Row, record: Record, pair: Pair) -> Translation:
    chip = row.chip(pair.into)
    source = row.chip(source_of(row, chip, pair))
    here = chip.version.text_hashes if chip.version else {}
    there = source.version.text_hashes if source.version else {}
    return Translation(
        row=row,
        state=State(record.state),
        source=source,
        chip=chip,
        behind=field_labels(record.kind, chip.version.stale_fields if chip.version else []),
        untranslated=field_labels(record.kind, [name for name in there if name not in here]) if here else [],
        assigned=list(assigned(chip.assignment)) if chip.assignment else [],
    )


def source_of(row: Row, chip: Chip, pair: Pair) -> str:
    """What it was made from; where there is no translation yet, the original, or else whatever has words."""
    written = [one.language for one in row.chips if one.version and one.version.text_hashes]
    made_from = chip.version.translated_from if chip.version else ""
    wishes = (pair.out_of, made_from, row.record.original_language, *written)
    return next(code for code in wishes if code in written and code != pair.into)
