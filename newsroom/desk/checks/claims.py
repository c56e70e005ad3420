from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext as _

from newsroom.desk.checks.dates import fuzzy_fields
from newsroom.desk.checks.message import Message, Subject, error, warning
from newsroom.desk.compose.sources import citations_of
from newsroom.desk.fields import tr, translated_fields
from relations.models import Claim, Dispute, Record
from relations.values.fuzzy import FuzzyDate
from relations.values.languages import LANGUAGES
from relations.values.vocabularies import AttributionKind, ClaimRank, DisputeKind, DisputeState

# Disputes over the value of one field: resolving them is choosing one of the claims.
OVER_A_VALUE = {DisputeKind.DATE, DisputeKind.NAME, DisputeKind.TITLE, DisputeKind.FIGURE, DisputeKind.STATUS}


def preferred_value_is_shown(subject: Subject) -> Iterator[Message]:
    """21: the record says what the preferred claim says."""
    for claim in subject.row.claims.all():
        if claim.rank == ClaimRank.PREFERRED and not agrees(subject.row, claim, subject.language):
            text = _("The preferred claim “%(claim)s” says otherwise. Take over its value, or prefer another claim.")
            yield error("differs-from-preferred", claim.field, text, claim=claim.key)


def agrees(row: Record, claim: Claim, language: str) -> bool:
    """Whether a record's field holds what a claim says; true where they cannot be compared."""
    if claim.field in fuzzy_fields(row):
        return claim.date is None or getattr(row, claim.field) == claim.date
    if claim.field in translated_fields(type(row)):
        return text_agrees(row, claim, language)
    is_column = claim.field in {field.name for field in row._meta.concrete_fields}
    return not is_column or claim.value is None or plain_value(getattr(row, claim.field)) == str(claim.value)


def text_agrees(row: Record, claim: Claim, language: str) -> bool:
    if isinstance(claim.value, dict):
        return claim.value.get(language) in (None, tr(row, claim.field, language))
    return claim.value is None or claim.value in {tr(row, claim.field, each) for each in LANGUAGES}


def plain_value(value) -> str:
    return f"{value.kind}/{value.key}" if isinstance(value, Record) else str(value)


def disagreeing_claims_are_disputed(subject: Subject) -> Iterator[Message]:
    """22: two claims that cannot both hold are told to readers as a dispute."""
    dated = [claim for claim in standing(subject.row) if claim.date or claim.weekday]
    for first, second in combinations(dated, 2):
        if first.field == second.field and not compatible(first, second) and not share_dispute(first, second):
            text = _("“%(first)s” and “%(second)s” cannot both be right. Record a dispute that names both.")
            yield error("not-disputed", "disputes", text, first=first.key, second=second.key)


def standing(row: Record) -> list[Claim]:
    return [claim for claim in row.claims.all() if claim.rank != ClaimRank.DEPRECATED]


def compatible(first: Claim, second: Claim) -> bool:
    if first.date and second.date:
        return first.date.overlaps(second.date)
    if first.weekday and second.weekday:
        return first.weekday == second.weekday
    return falls_on(first.date or second.date, first.weekday or second.weekday)


def falls_on(date: FuzzyDate, weekday: int) -> bool:
    """Whether some possible day of a date is that weekday."""
    if date.lower is None or date.upper is None:
        return True
    return (weekday - date.lower.isoweekday()) % 7 <= (date.upper - date.lower).days


def share_dispute(first: Claim, second: Claim) -> bool:
    return Dispute.objects.filter(claims=first).filter(claims=second).exists()


def weekdays_agree(subject: Subject) -> Iterator[Message]:
    """23: a weekday that a source gives is that of the date, or the claim is disputed."""
    for claim in standing(subject.row):
        date = getattr(subject.row, claim.field, None)
        differs = claim.weekday and isinstance(date, FuzzyDate) and not falls_on(date, claim.weekday)
        if differs and not claim.disputes.exists():
            text = _("“%(claim)s” gives another day of the week. Record a dispute, or correct the date.")
            yield error("weekday-differs", claim.field, text, claim=claim.key)


def resolved_by_a_claim(subject: Subject) -> Iterator[Message]:
    """21: a dispute over a value is resolved by a claim, which is then the preferred one."""
    for dispute in subject.row.disputes.all():
        if dispute.state != DisputeState.RESOLVED or dispute.kind not in OVER_A_VALUE:
            continue
        field = f"disputes.{dispute.key}"
        if not dispute.resolved_claim:
            yield error("resolved-without-claim", field, _("Say which claim resolves the dispute."))
        elif dispute.resolved_claim.rank != ClaimRank.PREFERRED:
            yield warning("resolved-not-preferred", field, _("Prefer the claim that resolves the dispute."))


def not_anonymous_alone(subject: Subject) -> Iterator[Message]:
    """28: what only anonymous sources say is published knowingly."""
    for claim in subject.row.claims.all():
        if claim.attribution_kind == AttributionKind.ANONYMOUS and len(voices(subject.row, claim)) < 2:
            text = _("“%(claim)s” rests on anonymous sources alone.")
            yield warning("anonymous-alone", f"claims.{claim.key}", text, claim=claim.key)


def voices(row: Record, claim: Claim) -> set[int]:
    return {citation.source_id for citation in citations_of(row, ("claim", claim.pk))}
