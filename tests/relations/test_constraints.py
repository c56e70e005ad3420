"""What the database refuses, whoever writes: one violation for every named constraint of the facts."""

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from relations.models import Actor, AgreementAct, Event, Membership, Participation
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db


def twice(factory, **fields):
    """The same row again: everything given is alike."""

    def write():
        given = {name: value() if callable(value) else value for name, value in fields.items()}
        for _ in range(2):
            factory(**given)

    return write


def once(factory, **fields):
    return lambda: factory(**{name: value() if callable(value) else value for name, value in fields.items()})


def preferred_twice():
    event = facts.EventFactory()
    for _ in range(2):
        facts.ClaimFactory(record=event, field="date", rank="preferred")


def identifier_twice():
    for _ in range(2):
        facts.CountryFactory().identifiers.create(scheme="wikidata", value="Q262")


def member_of_itself():
    country = facts.CountryFactory()
    facts.MembershipFactory(member=country, organisation=country)


def dossier_of_one():
    country = facts.CountryFactory(iso3="DZA")
    facts.DossierFactory(country_a=country, country_b=country)


def dossier_twice():
    dossier = facts.DossierFactory()
    facts.DossierFactory(country_a=dossier.country_a, country_b=dossier.country_b, pair="AAA-BBB", key="other")


VIOLATIONS = {
    "record_kind_key_unique": twice(facts.PlaceFactory, key="baku"),
    "record_kind_known": once(facts.PlaceFactory, kind="planet"),
    "actor_type_known": once(facts.PersonFactory, type="robot", gender=""),
    "actor_iso_codes_only_on_countries": once(facts.PersonFactory, iso2="DZ"),
    "actor_gender_only_on_persons": once(facts.CountryFactory, gender="f"),
    "actor_founding_agreement_only_on_bodies": once(facts.CountryFactory, founding_agreement=facts.AgreementFactory),
    "actor_iso2_unique": twice(facts.CountryFactory, iso2="DZ"),
    "actor_iso3_unique": twice(facts.CountryFactory, iso3="DZA"),
    "actor_name_unique": twice(facts.ActorNameFactory, actor=facts.PersonFactory, form="Attaf"),
    "actor_name_kind_known": once(facts.ActorNameFactory, kind="nickname"),
    "identifier_unique": identifier_twice,
    "membership_status_known": once(facts.MembershipFactory, status="friend"),
    "membership_of_another": member_of_itself,
    "membership_unique": twice(
        facts.MembershipFactory, member=facts.CountryFactory, organisation=facts.OrganisationFactory, start="1962"
    ),
    "membership_undated_unique": twice(
        facts.MembershipFactory, member=facts.CountryFactory, organisation=facts.OrganisationFactory
    ),
    "agreement_type_known": once(facts.AgreementFactory, type="handshake"),
    "agreement_binding_known": once(facts.AgreementFactory, binding="somewhat"),
    "agreement_party_unique": twice(
        facts.AgreementPartyFactory, agreement=facts.AgreementFactory, actor=facts.CountryFactory
    ),
    "agreement_party_kind_known": once(facts.AgreementPartyFactory, kind="person"),
    "agreement_act_stage_known": once(facts.AgreementActFactory, stage="dreamt"),
    "agreement_act_unique": twice(
        facts.AgreementActFactory, agreement=facts.AgreementFactory, party=facts.CountryFactory, date="2022-08"
    ),
    "signature_names_somebody": once(facts.SignatureFactory, person=None),
    "claim_rank_known": once(facts.ClaimFactory, rank="best"),
    "claim_basis_known": once(facts.ClaimFactory, basis="rumour"),
    "claim_modality_known": once(facts.ClaimFactory, modality="hope"),
    "claim_weekday_1_to_7": once(facts.ClaimFactory, weekday=8),
    "claim_one_preferred_per_field": preferred_twice,
    "dispute_kind_known": once(facts.DisputeFactory, kind="quarrel"),
    "dispute_state_known": once(facts.DisputeFactory, state="forgotten"),
    "quote_speaker_or_anonymous": once(facts.QuoteFactory, speaker=None),
    "dossier_pair_unique": dossier_twice,
    "dossier_two_countries": dossier_of_one,
    "event_type_known": once(facts.EventFactory, type="dream"),
    "event_occurrence_known": once(facts.EventFactory, occurrence="maybe", occurrence_as_of="2025-01-01"),
    "event_visit_type_only_on_visits": once(facts.EventFactory, visit_type="state_visit"),
    "event_not_held_says_as_of": once(facts.EventFactory, occurrence="planned"),
    "event_ordinal_needs_series": once(facts.EventFactory, ordinal=1),
    "event_series_ordinal_unique": twice(facts.EventFactory, series=facts.SeriesFactory, ordinal=1),
    "participation_role_known": once(facts.ParticipationFactory, role="bystander"),
    "participation_names_somebody": once(facts.ParticipationFactory, person=None),
    "participation_actor_or_person_and_post": once(facts.ParticipationFactory, actor=facts.CountryFactory),
    "observation_comparator_known": once(facts.ObservationFactory, comparator="roughly"),
    "observation_upper_value_only_between": once(facts.ObservationFactory, value=1, value_high=2),
    "picture_focal_point_inside": once(facts.PictureFactory, focal_x=1.5),
    "place_type_known": once(facts.PlaceFactory, type="cloud"),
    "place_coordinates_both_or_neither": once(facts.PlaceFactory, latitude="36.75000"),
    "post_role_known": once(facts.PostFactory, role="jester"),
    "post_level_only_on_ambassadors": once(facts.PostFactory, level="minister"),
    "post_title_unique": twice(facts.PostTitleFactory, post=facts.PostFactory, valid="2022"),
    "post_title_undated_unique": twice(facts.PostTitleFactory, post=facts.PostFactory),
    "capacity_type_known": once(facts.CapacityFactory, type="tourist"),
    "source_type_known": once(facts.SourceFactory, type="whisper"),
    "source_sha256_unique": twice(facts.SourceFactory, sha256="0" * 64),
    "citation_start_before_end": once(facts.CitationFactory, start=5, end=5),
}


def test_every_constraint_has_a_violation():
    named = {c.name for model in apps.get_app_config("relations").get_models() for c in model._meta.constraints}

    assert named == set(VIOLATIONS)


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.usefixtures("media")
@pytest.mark.parametrize("name", VIOLATIONS)
def test_database_refuses(name):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        VIOLATIONS[name]()

    # SQLite names the columns of a unique constraint, not the constraint.
    assert name in str(refused.value) or "UNIQUE constraint failed" in str(refused.value)


@pytest.mark.parametrize(
    "fields", [{"start": 5}, {"end": 5}, {"start": 6, "end": 5}], ids=["start alone", "end alone", "backwards"]
)
def test_citation_has_both_ends_or_none(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        facts.CitationFactory(**fields)


@pytest.mark.parametrize(
    ("fields", "accepted"),
    [
        ({"comparator": "between", "value": 1, "value_high": 2}, True),
        ({"comparator": "between", "value": 2, "value_high": 1}, False),
        ({"comparator": "between", "value": 1}, False),
        ({"comparator": "le", "value": 1}, True),
    ],
)
def test_two_values_are_a_range(fields, accepted):
    try:
        with transaction.atomic():
            facts.ObservationFactory(**fields)
    except IntegrityError:
        assert not accepted
    else:
        assert accepted


def test_what_is_empty_is_not_repeated():
    facts.CountryFactory.create_batch(2)
    facts.SourceFactory.create_batch(2)
    facts.EventFactory.create_batch(2, series=facts.SeriesFactory())

    assert (Actor.objects.filter(iso2="").count() >= 2, Event.objects.count()) == (True, 2)


def test_keys_are_unique_within_a_kind_alone():
    facts.PlaceFactory(key="algeria")

    facts.CountryFactory(key="algeria")

    assert Actor.objects.get(key="algeria").uid != ""


def test_acts_of_one_stage_may_differ_by_party_or_date():
    act = facts.AgreementActFactory(stage="ratified", date="2023")

    facts.AgreementActFactory(agreement=act.agreement, stage="ratified", date="2024")
    facts.AgreementActFactory(agreement=act.agreement, stage="ratified", date="2023", party=facts.CountryFactory())

    assert AgreementAct.objects.count() == 3


def test_memberships_may_follow_each_other():
    first = facts.MembershipFactory(start="1962")

    facts.MembershipFactory(member=first.member, organisation=first.organisation, start="1990")

    assert Membership.objects.of(first.member).count() == 2


def test_country_with_what_refers_to_it_is_not_deleted():
    part = facts.ParticipationFactory(side=facts.CountryFactory())

    with pytest.raises(ProtectedError):
        part.side.delete()

    assert Participation.objects.count() == 1
