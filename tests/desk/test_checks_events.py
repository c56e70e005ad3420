"""Rules 1 to 6, 11, 12, 14, 16, 24, 25 and 37 for events."""

import datetime as dt

import pytest

from relations.models import Event
from tests.desk.checking import cited, codes, levels, party, sound_agreement, sound_event, sound_person, sound_visit
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"bounds_start": "[2022-07-31..2022-08-30]", "bounds_end": "[2022-08-01..2022-08-31]"}, []),
        ({"bounds_start": "[2022-09-01..2022-09-30]"}, ["date-outside-bounds"]),
        ({"bounds_start": "2022-08-20", "bounds_end": "2022-08-10"}, ["ends-before-start"]),
    ],
)
def test_bounds_hold_the_date(fields, said):
    assert codes(sound_event(date="2022-08", **fields)) == said


@pytest.mark.parametrize(
    ("child", "parent", "sound"),
    [
        ("2025-04-21", "2025-04-21?", True),
        ("2025-04-21", "2025-04-20/2025-04-22", True),
        ("2025-04-20/2025-04-22", "2025-04-20/2025-04-22", True),
        ("2025-04-22/2025-04-23", "2025-04-20/2025-04-22", False),
        ("2025-04-23", "2025-04-20/2025-04-22", False),
        ("2025-04", "2025-04-20/2025-04-22", True),
        ("2025-11-04", "[2023..2026]", True),
        ("2024", "2025", False),
        ("2024/..", "2025", True),
    ],
)
def test_sub_event_lies_within_its_parent(child, parent, sound):
    event = sound_event(date=child, parent=sound_event(date=parent))

    assert codes(event) == ([] if sound else ["outside-parent"])
    assert codes(event.parent) == ([] if sound else ["sub-event-outside"])


def test_bounds_of_the_parent_count():
    parent = sound_event(date="2022-08", bounds_start="[2022-07-31..2022-08-30]")

    assert codes(sound_event(date="2022-07-31", parent=parent)) == []


def test_event_cannot_be_part_of_itself():
    event = sound_event(parent=facts.EventFactory(parent=facts.EventFactory()))
    Event.objects.filter(pk=event.parent.parent.pk).update(parent=event)

    assert codes(event) == ["cycle"]


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ({"visiting_country": None}, ["visitor-missing"]),
        ({"host_country": None, "place": None}, ["host-missing", "place-missing"]),
        ({"place": None}, ["place-missing"]),
        ({"date": "2025-04-21/2025-04-22", "duration_days": 2}, []),
        ({"date": "2025-04-21/2025-04-22", "duration_days": 3}, ["duration-differs"]),
        ({"date": "2025-04-21", "duration_days": 1}, []),
        ({"date": "2025-04", "duration_days": 3}, []),
        ({"date": "[2025-04-21..2025-04-28]", "duration_days": 2}, []),
    ],
)
def test_visit(spoilt, said):
    assert codes(sound_visit(**spoilt)) == said


def test_sides_of_a_visit_may_be_told_by_who_takes_part():
    event = sound_event(type="visit", place=facts.PlaceFactory())
    facts.ParticipationFactory(event=event, role="visitor", side=facts.CountryFactory())
    facts.ParticipationFactory(event=event, role="host", side=facts.CountryFactory())

    assert codes(event) == []


def test_nobody_visits_his_own_country():
    country = facts.CountryFactory()

    assert codes(sound_visit(visiting_country=country, host_country=country, place=None)) == [
        "place-missing",
        "visit-of-one-country",
    ]


def test_visit_takes_place_in_the_host_country():
    event = sound_visit(place=facts.PlaceFactory(country=facts.CountryFactory()))

    assert codes(event) == ["place-outside-host"]


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        ([], ["nothing-signed"]),
        ([("initialled", "2025-04-21")], ["nothing-signed"]),
        ([("signed", "2025-04-21")], []),
        ([("signed", "2025-04")], []),
        ([("signed", None)], []),
        ([("signed", "2025-05")], ["signed-another-day"]),
    ],
)
def test_at_a_signing_something_is_signed(acts, said):
    event = sound_event(type="signing")
    for stage, date in acts:
        facts.AgreementActFactory(event=event, stage=stage, date=date)

    assert codes(event) == said


@pytest.mark.parametrize(
    ("rounds", "said"),
    [
        ({1: "2023-11-29"}, []),
        ({1: "2025-05"}, ["rounds-out-of-order"]),
        ({3: "2024"}, ["rounds-out-of-order"]),
        ({1: "2025-04-21"}, []),
        ({4: "2025-05"}, []),
        ({}, []),
    ],
)
def test_rounds_are_dated_in_their_order(rounds, said):
    series = facts.SeriesFactory()
    for ordinal, date in rounds.items():
        facts.EventFactory(series=series, ordinal=ordinal, date=date)

    assert codes(sound_event(series=series, ordinal=2, date="2025-04-21")) == said


def test_missing_round_is_news():
    series = facts.SeriesFactory()
    facts.EventFactory(series=series, ordinal=1, date="2020")
    event = sound_event(series=series, ordinal=3)

    assert levels(event, "round-missing") == {"warning"}


def test_series_may_start_at_any_number():
    assert codes(sound_event(series=facts.SeriesFactory(), ordinal=4)) == []


@pytest.mark.parametrize(("date", "said"), [("2022-08", []), ("2022", []), ("2022-07-31", ["round-before-founding"])])
def test_no_round_before_the_founding_agreement(date, said):
    act = facts.AgreementActFactory(date="2022-08")

    assert codes(sound_event(series=facts.SeriesFactory(agreement=act.agreement), ordinal=1, date=date)) == said


@pytest.mark.parametrize(
    ("tenure", "said"),
    [
        (None, ["holder-unattested"]),
        ({}, ["holder-unattested"]),
        ({"start": "2023"}, []),
        ({"start": "2023", "end": "2024"}, ["holder-unattested"]),
    ],
)
def test_holder_of_a_post_is_known_to_have_held_it(tenure, said):
    part = facts.ParticipationFactory(event=sound_event(), post=facts.PostFactory())
    if tenure is not None:
        facts.TenureFactory(person=part.person, post=part.post, **tenure)

    assert codes(part.event) == said


def test_attestation_is_enough():
    part = facts.ParticipationFactory(event=sound_event(), post=facts.PostFactory())
    facts.AttestationFactory(tenure__person=part.person, tenure__post=part.post)

    assert codes(part.event) == []


def test_unnamed_holder_is_warned_of():
    part = facts.ParticipationFactory(event=sound_event(), person=None, post=facts.PostFactory())

    assert levels(part.event, "holder-not-named") == {"warning"}


@pytest.mark.parametrize(
    ("language", "gender", "holder", "said"),
    [
        ("fr", "", "", ["gender-unknown", "holder-unattested"]),
        ("ar", "", "", ["gender-unknown", "holder-unattested"]),
        ("ar", "", "f", ["holder-unattested"]),
        ("ar", "m", "", ["holder-unattested"]),
        ("az", "", "", ["holder-unattested"]),
        ("en", "", "", ["holder-unattested"]),
    ],
)
def test_title_of_two_forms_needs_a_gender(language, gender, holder, said):
    part = facts.ParticipationFactory(
        event=sound_event(), post=facts.PostFactory(), person__gender=gender, holder_gender=holder
    )

    assert codes(part.event, language) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"date": "2026-03-01"}, []),
        ({"date": "2026-03"}, []),
        ({"date": "2026-03-02"}, ["held-in-future"]),
        ({"date": "2026-05", "occurrence": "planned", "occurrence_as_of": dt.date(2026, 2, 1)}, []),
        ({"date": "2026-02", "occurrence": "planned", "occurrence_as_of": dt.date(2026, 1, 1)}, ["plan-passed"]),
        ({"date": "2026-02", "occurrence": "cancelled", "occurrence_as_of": dt.date(2026, 1, 1)}, []),
    ],
)
def test_date_agrees_with_occurrence(fields, said):
    assert codes(sound_event(**fields)) == said


@pytest.mark.parametrize(
    ("published", "said"),
    [("2025-04-20", ["source-before-event"]), ("2025-04-21", []), ("2025-04", []), ("2025-04-22", [])],
)
def test_source_is_not_older_than_what_it_reports(published, said):
    event = facts.EventFactory(date="2025-04-21")
    facts.CitationFactory(record=event, source__published=published)

    assert codes(event) == said


def test_agreement_without_its_signing_is_warned_of():
    agreement = sound_agreement()
    facts.AgreementActFactory(agreement=agreement)

    assert levels(agreement, "signing-not-recorded") == {"warning"}


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        ({"signed": "2022-08", "ratified": "2023", "in_force": "2024"}, []),
        ({"signed": "2024", "ratified": "2023"}, ["acts-out-of-order"]),
        ({"signed": "2022", "in_force": "2021-12-31"}, ["acts-out-of-order"]),
        ({"signed": "2020", "ratified": "2023", "in_force": "2022"}, ["acts-out-of-order"]),
        ({"signed": "2023", "ratified": "2023"}, []),
        ({"signed": None, "ratified": "2023"}, []),
        ({"ratified": "2023"}, ["ratified-not-signed"]),
        ({"acceded": "2022", "ratified": "2023"}, []),
    ],
)
def test_acts_of_an_agreement_are_in_order(acts, said):
    agreement = sound_agreement()
    for stage, date in acts.items():
        facts.AgreementActFactory(agreement=agreement, stage=stage, date=date, event=facts.EventFactory())

    assert codes(agreement) == said


@pytest.mark.parametrize(
    ("type_", "kind", "said"),
    [("agreement", "company", ["party-not-a-state"]), ("contract", "company", []), ("agreement", "organisation", [])],
)
def test_bilateral_treaty_binds_states_and_organisations(type_, kind, said):
    agreement = sound_agreement(parties=1, type=type_)
    facts.AgreementPartyFactory(agreement=agreement, kind=kind)

    assert codes(agreement) == said


def test_agreement_has_parties():
    assert codes(sound_agreement(parties=0)) == ["parties-missing"]


def test_acts_and_signatures_are_of_parties():
    agreement = sound_agreement()
    event = facts.EventFactory()
    own = facts.AgreementActFactory(agreement=agreement, event=event, party=party(agreement))
    facts.SignatureFactory(act=own, side=party(agreement, 1))
    before = codes(agreement)

    other = facts.AgreementActFactory(agreement=agreement, event=event, party=facts.CountryFactory())
    facts.SignatureFactory(act=other)

    assert (before, codes(agreement)) == ([], ["act-of-stranger", "signature-for-stranger"])


def test_body_is_created_by_its_founding_agreement_and_of_its_parties():
    agreement = sound_agreement()
    body = cited(facts.JointBodyFactory(founding_agreement=agreement))
    facts.MembershipFactory(member=party(agreement), organisation=body)
    before = codes(body)
    agreement.creates.add(body)
    after = codes(body)

    facts.MembershipFactory(organisation=body)

    assert (before, after, codes(body)) == (["body-not-created"], [], ["member-not-a-party"])


def test_ministry_of_a_party_may_be_a_member():
    agreement = sound_agreement()
    body = cited(facts.JointBodyFactory(founding_agreement=agreement))
    agreement.creates.add(body)
    facts.MembershipFactory(member=sound_person(country=party(agreement)), organisation=body)

    assert codes(body) == []
