from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom.desk.checks.dates import certainly_before, is_exact
from newsroom.desk.checks.message import Message, Subject, error, warning
from relations.models import Actor, Event, Tenure
from relations.querysets import tenure_coverage
from relations.values.fuzzy import FuzzyDate
from relations.values.intervals import Coverage
from relations.values.vocabularies import ActStage, EventType, ParticipationRole


def visit_has_two_sides(subject: Subject) -> Iterator[Message]:
    """4: a visit has a visitor and a host, of different countries."""
    row = subject.row
    if row.type != EventType.VISIT:
        return
    visitors = sides(row, ParticipationRole.VISITOR) | {row.visiting_country} - {None}
    hosts = sides(row, ParticipationRole.HOST) | {row.host_country} - {None}
    if not visitors:
        yield error("visitor-missing", "visiting_country", _("Say which country visits."))
    if not hosts:
        yield error("host-missing", "host_country", _("Say which country receives the visit."))
    if visitors & hosts:
        yield error("visit-of-one-country", "host_country", _("Visitor and host are of the same country."))


def visit_is_in_host_country(subject: Subject) -> Iterator[Message]:
    """4: a visit takes place in the country that receives it."""
    row = subject.row
    where = row.place.country if row.place else None
    if row.type == EventType.VISIT and where and row.host_country and where != row.host_country:
        yield error("place-outside-host", "place", _("The place does not lie in the host country."))


def sides(row: Event, role: str) -> set[Actor]:
    return {part.side for part in row.participations.all() if part.role == role and part.side}


def visit_has_place(subject: Subject) -> Iterator[Message]:
    """5: a visit says where it went."""
    if subject.row.type == EventType.VISIT and not subject.row.place:
        yield warning("place-missing", "place", _("Where did the visit go?"))


def duration_matches(subject: Subject) -> Iterator[Message]:
    """5: the number of days is that of the dates."""
    row = subject.row
    if row.duration_days and is_exact(row.date) and row.duration_days != days(row.date):
        text = _("The date covers %(days)s days. Correct the date or the number of days.")
        yield warning("duration-differs", "duration_days", text, days=days(row.date))


def days(date: FuzzyDate) -> int:
    return (date.upper - date.lower).days + 1


def signing_has_agreement(subject: Subject) -> Iterator[Message]:
    """6: at a signing something is signed, on that day."""
    row = subject.row
    if row.type != EventType.SIGNING:
        return
    signed = [act for act in row.acts.all() if act.stage == ActStage.SIGNED]
    if not signed:
        yield error("nothing-signed", "type", _("Record the agreement, and this event as where it was signed."))
    for act in signed:
        if act.date and not act.date.overlaps(row.date):
            text = _("“%(agreement)s” was signed on another date.")
            yield error("signed-another-day", "date", text, agreement=act.agreement.key)


def rounds_in_order(subject: Subject) -> Iterator[Message]:
    """11: a later round is not held earlier."""
    row = subject.row
    for other in numbered_rounds(row):
        first, second = sorted((row, other), key=lambda event: event.ordinal)
        if certainly_before(second.date, first.date):
            text = _("Number %(ordinal)s of the series is dated the other way round.")
            yield error("rounds-out-of-order", "ordinal", text, ordinal=other.ordinal)


def rounds_without_gap(subject: Subject) -> Iterator[Message]:
    """11: a missing number is worth a look; a series may start at any."""
    row = subject.row
    known = {other.ordinal for other in numbered_rounds(row)}
    if known and min(known) < (row.ordinal or 0) and row.ordinal - 1 not in known:
        yield warning("round-missing", "ordinal", _("Number %(ordinal)s is not recorded."), ordinal=row.ordinal - 1)


def numbered_rounds(row: Event) -> list[Event]:
    if row.ordinal is None or not row.series:
        return []
    return list(Event.objects.filter(series=row.series, ordinal__isnull=False).exclude(pk=row.pk))


def round_after_founding(subject: Subject) -> Iterator[Message]:
    """12: no round before the agreement that founded the series was signed."""
    row = subject.row
    agreement = row.series.agreement if row.series else None
    for act in agreement.acts.filter(stage=ActStage.SIGNED) if agreement else ():
        if certainly_before(row.date, act.date):
            yield error("round-before-founding", "date", _("The agreement that founded the series was signed later."))


def holders_are_known(subject: Subject) -> Iterator[Message]:
    """14: somebody shown in a post is known to have held it that day."""
    row = subject.row
    held = [part for part in row.participations.all() if part.person and part.post]
    tenures = Tenure.objects.filter(person__in=[part.person for part in held]).prefetch_related("attestations")
    for part in held:
        mine = [tenure for tenure in tenures if (tenure.person_id, tenure.post_id) == (part.person_id, part.post_id)]
        if not any(tenure_coverage(tenure, row.date) != Coverage.UNKNOWN for tenure in mine):
            text = _("Nothing shows %(person)s in this post on that day. Record the tenure or what attests it.")
            yield warning("holder-unattested", f"participations.{part.key}", text, person=part.person.key)


def holders_are_named(subject: Subject) -> Iterator[Message]:
    """16: a post without a person is shown as "holder not named"."""
    for part in subject.row.participations.all():
        if part.post and not part.person:
            text = _("The holder is not named, and readers are told so. Name the person if a source does.")
            yield warning("holder-not-named", f"participations.{part.key}", text)
