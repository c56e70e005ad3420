"""Questions about people, posts, agreements, claims and sources."""

import datetime as dt

import pytest

from relations.models import (
    Actor,
    Agreement,
    Claim,
    Dispute,
    Dossier,
    Event,
    Membership,
    Participation,
    Post,
    Record,
    Source,
    Tenure,
)
from relations.values.fuzzy import FuzzyDate
from relations.values.intervals import Coverage
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "marks", "day", "coverage"),
    [
        ({"start": "2023-03-16"}, [], "2025-04-21", Coverage.COVERED),
        ({"start": "2020", "end": "2022"}, [], "2021-06-01", Coverage.COVERED),
        ({"start": "2020", "end": "2022"}, [], "2023-01-01", Coverage.UNKNOWN),
        ({}, ["2022-08"], "2022-08-09", Coverage.ATTESTED),
        ({}, ["2022-08"], "2022-08", Coverage.ATTESTED),
        ({}, ["2022-08"], "2021-01-01", Coverage.UNKNOWN),
        ({}, ["2023", "2025-04-21"], "2024-06-01", Coverage.ATTESTED),
        ({}, [], "2025-04-21", Coverage.UNKNOWN),
    ],
)
def test_holder_is_covered_attested_or_unknown(fields, marks, day, coverage):
    tenure = facts.TenureFactory(**fields)
    for mark in marks:
        facts.AttestationFactory(tenure=tenure, on=mark)

    holder = Post.objects.holder_on(tenure.post, day)

    assert holder.coverage == coverage
    assert holder.person == (None if coverage == Coverage.UNKNOWN else tenure.person)


def test_covered_holder_comes_before_an_attested_one():
    post = facts.PostFactory()
    facts.AttestationFactory(tenure=facts.TenureFactory(post=post), on="2025")
    covered = facts.TenureFactory(post=post, start="2024")

    assert Tenure.objects.holder_on(post, dt.date(2025, 4, 21)).tenure == covered


@pytest.mark.parametrize("day", ["2025-04-21", dt.date(2025, 4, 21), FuzzyDate.parse("2025-04-21")])
def test_day_may_be_given_in_any_form(day):
    tenure = facts.TenureFactory(start="2025-04-20")

    assert Post.objects.holder_on(tenure.post, day).person == tenure.person


def test_holder_takes_two_queries_whatever_the_number(django_assert_num_queries):
    post = facts.PostFactory()
    for _ in range(3):
        facts.AttestationFactory(tenure__post=post)

    # Tenures with their people; attestations.
    with django_assert_num_queries(2):
        assert Post.objects.holder_on(post, "2025-04-21").person is not None


def test_actor_is_found_by_exact_form():
    name = facts.ActorNameFactory(form="Jehon", kind="misprint")
    facts.ActorNameFactory(form="Jehona")

    assert list(Actor.objects.named("Jehon")) == [name.actor]


def test_joint_bodies_are_a_type():
    body = facts.JointBodyFactory()
    facts.OrganisationFactory()

    assert list(Actor.objects.joint_bodies()) == [body]


def test_shared_memberships_are_those_of_both():
    shared = facts.MembershipFactory(status="full")
    other = facts.MembershipFactory(organisation=shared.organisation, status="observer")
    facts.MembershipFactory(member=shared.member)
    facts.MembershipFactory(organisation=shared.organisation)

    assert set(Membership.objects.shared_by((shared.member, other.member))) == {shared, other}


def test_sources_are_counted_once_and_not_those_of_parts():
    event = facts.EventFactory()
    first = facts.CitationFactory(record=event, start=0, end=5)
    facts.CitationFactory(record=event, source=first.source, start=9, end=12)
    claim = facts.ClaimFactory(record=event)
    facts.CitationFactory(record=event, claim=claim)

    assert Event.objects.with_source_count().get(pk=event.pk).source_count == 1
    assert list(Event.objects.supported_by_at_least(2)) == []


def test_two_sources_support_a_record():
    citation = facts.CitationFactory()
    facts.CitationFactory(record=citation.record)
    facts.EventFactory()

    assert list(Event.objects.supported_by_at_least(2)) == [citation.record]


def test_agreements_between_two_have_both_as_parties():
    party = facts.AgreementPartyFactory()
    other = facts.AgreementPartyFactory(agreement=party.agreement)
    facts.AgreementPartyFactory(actor=party.actor)

    assert list(Agreement.objects.between((party.actor, other.actor))) == [party.agreement]


def test_agreements_by_stage_reached():
    signed = facts.AgreementActFactory(stage="signed").agreement
    ratified = facts.AgreementActFactory(stage="ratified").agreement
    facts.AgreementActFactory(agreement=ratified, stage="signed")
    facts.AgreementActFactory(stage="proposed")

    assert set(Agreement.objects.signed()) == {signed, ratified}
    assert list(Agreement.objects.ratified_or_in_force()) == [ratified]


def test_agreements_without_signatories():
    facts.SignatureFactory()
    unsigned = facts.AgreementActFactory().agreement

    assert list(Agreement.objects.without_signatories()) == [unsigned]


def test_agreements_without_official_title_lack_it_in_every_language():
    facts.AgreementFactory(official_title_ar="العنوان الرسمي")
    untitled = facts.AgreementFactory()

    assert list(Agreement.objects.without_official_title(("en", "fr", "ar", "az"))) == [untitled]
    assert Agreement.objects.without_official_title(("en",)).count() == 2


def test_sources_naming_a_record_are_told_once():
    citation = facts.CitationFactory(start=0, end=5)
    facts.CitationFactory(record=citation.record, source=citation.source, start=9, end=12)
    facts.CitationFactory()

    assert list(Source.objects.naming(citation.record)) == [citation.source]


def test_claims_by_attribution_field_and_what_they_are_about():
    topic = facts.TopicFactory()
    anonymous = facts.ClaimFactory(attribution_kind="anonymous")
    dated = facts.ClaimFactory(field="date", date="2025-11-04")
    dated.about.add(topic)

    assert list(Claim.objects.anonymous()) == [anonymous]
    assert list(Claim.objects.of_field("date")) == [dated]
    assert list(Claim.objects.about_record(topic)) == [dated]
    assert list(Claim.objects.about_record(dated.record)) == [dated]


def test_open_disputes_leave_out_the_settled():
    dispute = facts.DisputeFactory()
    facts.DisputeFactory(state="resolved")
    facts.DisputeFactory(state="accepted")

    assert list(Dispute.objects.open()) == [dispute]


def test_unnamed_holders_and_leads():
    unnamed = facts.ParticipationFactory(person=None, post=facts.PostFactory())
    lead = facts.ParticipationFactory(role="lead")

    assert list(Participation.objects.unnamed_holders()) == [unnamed]
    assert list(Participation.objects.leads()) == [lead]


def test_dossier_is_found_by_its_pair_in_either_order():
    dossier = facts.DossierFactory()

    assert list(Dossier.objects.between((dossier.country_b, dossier.country_a))) == [dossier]
    assert list(Dossier.objects.between((dossier.country_a, facts.CountryFactory()))) == []


def test_record_is_found_by_kind_and_key():
    place = facts.PlaceFactory(key="algiers")
    facts.CountryFactory(key="algiers")

    assert Record.objects.at("place/algiers").working_row() == place


@pytest.mark.parametrize("path", ["place/nowhere", "planet/mars", "algiers", ""])
def test_no_record_at_a_wrong_path(path):
    with pytest.raises((Record.DoesNotExist, ValueError)):
        Record.objects.at(path)
