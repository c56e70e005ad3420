from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _

from newsroom.desk.checks.message import Message, Subject, error, warning
from newsroom.desk.fields import part_names
from relations.fields import FuzzyDateField
from relations.models import Event, Record
from relations.values.fuzzy import FuzzyDate
from relations.values.vocabularies import Doubt, Occurrence, Precision

# Pairs of fields that hold the beginning and the end of something.
PERIODS = (("start", "end"), ("founded", "dissolved"), ("inception", "dissolved"), ("bounds_start", "bounds_end"))


def parts_of(row: Record) -> Iterator[tuple[str, object]]:
    for name in part_names(type(row)):
        yield from ((f"{name}.{part.key}", part) for part in getattr(row, name).all())


def dated_rows(row: Record) -> Iterator[tuple[str, object]]:
    return chain([("", row)], parts_of(row))


def fuzzy_fields(row) -> list[str]:
    return [field.name for field in row._meta.get_fields() if isinstance(field, FuzzyDateField)]


def certainly_before(first: FuzzyDate | None, second: FuzzyDate | None) -> bool:
    """Whether the first lies before the second on any reading; a missing date proves nothing."""
    return bool(first and second and first.upper and second.lower and first.upper < second.lower)


def dates_are_readable(subject: Subject) -> Iterator[Message]:
    """1: every date is in the notation."""
    for where, row in dated_rows(subject.row):
        for name in fuzzy_fields(row):
            if not isinstance(getattr(row, name), FuzzyDate | None):
                yield error(
                    "date-unreadable", f"{where}.{name}".strip("."), _("Write the date as 2025, 2025-04 or 2025-04-21.")
                )


def periods_run_forward(subject: Subject) -> Iterator[Message]:
    """1: nothing ends before it begins."""
    for where, row in dated_rows(subject.row):
        dates = {name: getattr(row, name) for name in fuzzy_fields(row)}
        for first, last in PERIODS:
            if certainly_before(dates.get(last), dates.get(first)):
                yield error("ends-before-start", f"{where}.{last}".strip("."), _("The end lies before the beginning."))


def bounds_match_date(subject: Subject) -> Iterator[Message]:
    """1: the possible first and last days hold the date."""
    row = subject.row
    if not row.date.possibly_within(*span(row)):
        yield error("date-outside-bounds", "bounds_start", _("The date lies outside its possible first and last days."))


def span(row: Event):
    """The first and last possible day of an event."""
    return (row.bounds_start or row.date).lower, (row.bounds_end or row.date).upper


def sub_events_within_parent(subject: Subject) -> Iterator[Message]:
    """2: a sub-event overlaps its parent; when known to the day, it lies within."""
    row = subject.row
    if row.parent and not fits(row, row.parent):
        yield error("outside-parent", "date", _("The date lies outside that of “%(parent)s”."), parent=row.parent.key)
    for child in row.sub_events.all():
        if not fits(child, row):
            yield error("sub-event-outside", "date", _("“%(child)s” lies outside this date."), child=child.key)


def fits(child: Event, parent: Event) -> bool:
    if is_exact(child.date) and is_exact(parent.date):
        return child.date.certainly_within(*span(parent))
    return child.date.possibly_within(*span(parent))


def is_exact(date: FuzzyDate) -> bool:
    """A day, or a period from day to day, without doubt."""
    return (
        date.doubt == Doubt.NONE and not date.is_one_of and all(p and p.precision == Precision.DAY for p in date.points)
    )


def held_is_past(subject: Subject) -> Iterator[Message]:
    """24: what was held cannot lie ahead."""
    row = subject.row
    if row.occurrence == Occurrence.HELD and row.date.lower and row.date.lower > subject.today:
        yield error("held-in-future", "occurrence", _("The date lies ahead: call the event planned or confirmed."))


def reported_before_held(subject: Subject) -> Iterator[Message]:
    """24: a source that is older than the event cannot report that it was held."""
    row = subject.row
    for citation in row.citations.all():
        published = citation.source.published
        if row.occurrence == Occurrence.HELD and certainly_before(published, row.date):
            text = _("“%(source)s” appeared before this date. Check both dates.")
            yield warning("source-before-event", "date", text, source=citation.source.key)


def not_held_says_as_of(subject: Subject) -> Iterator[Message]:
    """25: what is planned, or did not happen, says as of which day."""
    row = subject.row
    if row.occurrence != Occurrence.HELD and not row.occurrence_as_of:
        yield error("as-of-missing", "occurrence_as_of", _("Say as of which day this is known."))


def plan_is_ahead(subject: Subject) -> Iterator[Message]:
    """25: a plan whose day has passed is settled one way or the other."""
    row = subject.row
    planned = row.occurrence in (Occurrence.PLANNED, Occurrence.CONFIRMED)
    if planned and row.date.upper and row.date.upper < subject.today:
        yield warning(
            "plan-passed", "occurrence", _("The date has passed. Was the event held, postponed or cancelled?")
        )
