"""Records in order, to be spoilt in one respect by each test."""

import datetime as dt

from newsroom.desk.checks import run_checks
from tests.factories import relations as facts

TODAY = dt.date(2026, 3, 1)


def codes(record, language: str = "en") -> list[str]:
    """What the checks say, each thing once."""
    return sorted({message.code for message in run_checks(record, language, today=TODAY)})


def levels(record, code: str, language: str = "en") -> set[str]:
    return {message.level for message in run_checks(record, language, today=TODAY) if message.code == code}


def cited(record):
    """With a source that has no date, so that none is compared with it."""
    facts.CitationFactory(record=record, source__published=None)
    return record


def sound_event(**fields):
    return cited(facts.EventFactory(**fields))


def sound_visit(**fields):
    visitor, host = facts.CountryFactory(), facts.CountryFactory()
    place = facts.PlaceFactory(country=host)
    given = {"type": "visit", "visiting_country": visitor, "host_country": host, "place": place}
    return sound_event(**{**given, **fields})


def sound_agreement(*, parties: int = 2, **fields):
    agreement = cited(facts.AgreementFactory(**fields))
    for _ in range(parties):
        facts.AgreementPartyFactory(agreement=agreement)
    return agreement


def party(agreement, number: int = 0):
    return agreement.parties.all()[number].actor


def sound_person(**fields):
    return cited(facts.PersonFactory(**fields))


def sound_claim(record, **fields):
    claim = facts.ClaimFactory(record=record, **fields)
    facts.CitationFactory(record=record, claim=claim)
    return claim
