"""What follows from an agreement's acts and parties; none of it is ever stored."""

import datetime as dt

from relations.models import Agreement, AgreementAct
from relations.values.fuzzy import FuzzyDate
from relations.values.vocabularies import ActStage, Laterality

# Steps that each party takes for itself: the agreement has reached them when all have.
OF_EACH_PARTY = {ActStage.APPROVED, ActStage.RATIFIED, ActStage.ACCEPTED, ActStage.NOTIFIED}


def status(row: Agreement) -> str | None:
    """The furthest stage reached, none when no act is known."""
    reached = {act.stage for act in row.acts.all()}
    return next((stage.value for stage in reversed(ActStage) if stage in reached and is_reached(row, stage)), None)


def is_reached(row: Agreement, stage: ActStage) -> bool:
    if stage not in OF_EACH_PARTY:
        return True
    acts = [act for act in row.acts.all() if act.stage == stage]
    parties = {party.actor_id for party in row.parties.all()}
    return any(act.party_id is None for act in acts) or parties <= {act.party_id for act in acts}


def signed_on(row: Agreement) -> FuzzyDate | None:
    return first_date(row, ActStage.SIGNED)


def in_force_on(row: Agreement) -> FuzzyDate | None:
    return first_date(row, ActStage.IN_FORCE)


def first_date(row: Agreement, stage: ActStage) -> FuzzyDate | None:
    return min(dates_of(row, stage), default=None)


def dates_of(row: Agreement, *stages: ActStage) -> list[FuzzyDate]:
    return [act.date for act in row.acts.all() if act.date and (not stages or act.stage in stages)]


def sort_day(row: Agreement) -> dt.date:
    """The day of signature, else that of the latest act, else before all others."""
    day = signed_on(row) or max(dates_of(row), default=None)
    return day.sort_date if day else dt.date.min


def laterality(row: Agreement) -> str:
    """More than two parties are plurilateral; with a depositary, to whom others may accede, multilateral."""
    number = len(row.parties.all())
    if number < 2:
        return Laterality.UNILATERAL
    if number == 2:
        return Laterality.BILATERAL
    return Laterality.MULTILATERAL if row.depositary_id else Laterality.PLURILATERAL


def acts_at(row: Agreement, *stages: ActStage) -> list[AgreementAct]:
    return [act for act in row.acts.all() if act.stage in stages]
