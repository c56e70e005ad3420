"""Rules 3, 13, 15, 17, 18, 30, 31, 33, 34 and 37: actors, posts and what they are referred to by."""

import pytest

from relations.models import Place, Topic
from tests.desk.checking import cited, codes, levels, sound_person
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("mine", "others", "sound"),
    [
        ({"start": "2020", "end": "2023-03-16"}, {"start": "2023-03-16"}, True),
        ({"start": "2020", "end": "2023-03-17"}, {"start": "2023-03-16"}, False),
        ({"start": "2020"}, {"start": "2023"}, False),
        ({"start": "2020"}, {"start": "2023", "acting": True}, True),
        ({"start": "2020", "acting": True}, {"start": "2023"}, True),
        ({}, {"start": "2023"}, True),
        ({"start": "2022", "end": "2023"}, {"start": "2023"}, True),
    ],
)
def test_post_for_one_has_one_holder(mine, others, sound):
    person, post = sound_person(), facts.PostFactory()
    facts.AttestationFactory(tenure=facts.TenureFactory(person=person, post=post, **mine), source=facts.SourceFactory())
    facts.TenureFactory(post=post, **others)

    assert codes(person) == ([] if sound else ["two-holders"])


def test_post_for_several_may_have_several():
    person, post = sound_person(), facts.PostFactory(single_holder=False)
    facts.AttestationFactory(
        tenure=facts.TenureFactory(person=person, post=post, start="2020"), source=facts.SourceFactory()
    )
    facts.TenureFactory(post=post, start="2021")

    assert codes(person) == []


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        ([None, "2022-08/2023", "2025-04-21/.."], []),
        (["../2022", "2023/.."], []),
        (["2020/2022-06", "2022-05/2024"], ["titles-overlap"]),
        (["2020/..", "2022/.."], ["titles-overlap"]),
        (["2020/2021", "2023/.."], ["title-missing"]),
        (["2022-08", "[2021..2023]"], []),
    ],
)
def test_post_has_one_title_at_a_time(periods, said):
    post = facts.PostFactory()
    for period in periods:
        facts.PostTitleFactory(post=post, valid=period)

    assert codes(post) == said


@pytest.mark.parametrize(
    ("type_", "said"), [("special_envoy", ["on-behalf-missing"]), ("head_of_delegation", []), ("acting", [])]
)
def test_envoy_is_of_somebody(type_, said):
    assert codes(facts.CapacityFactory(type=type_)) == said
    assert codes(facts.CapacityFactory(type=type_, on_behalf_of=facts.PostFactory())) == []


@pytest.mark.parametrize(
    ("membership", "said"),
    [
        ({"start": "1961"}, []),
        ({"start": "1960"}, ["membership-outside"]),
        ({"start": "1962", "end": "1970"}, []),
        ({"end": "1950"}, ["membership-outside"]),
        ({"start": "2001"}, ["membership-outside"]),
        ({"end": "2001"}, ["membership-outside"]),
        ({}, []),
    ],
)
def test_membership_lies_in_the_lifetime_of_the_organisation(membership, said):
    country = facts.CountryFactory()
    organisation = facts.OrganisationFactory(founded="1961", dissolved="2000")
    belonging = facts.MembershipFactory(member=country, organisation=organisation, **membership)
    facts.CitationFactory(record=country, membership=belonging)

    assert codes(country) == said


@pytest.mark.parametrize(
    ("first", "second", "twice"),
    [
        ({"start": "1962"}, {"start": "1990"}, True),
        ({"start": "1962", "end": "1970"}, {"start": "1990"}, False),
        ({"start": "1962"}, {"start": "1990", "status": "observer"}, False),
    ],
)
def test_full_membership_is_recorded_once(first, second, twice):
    country, organisation = facts.CountryFactory(), facts.OrganisationFactory()
    for fields in (first, second):
        belonging = facts.MembershipFactory(member=country, organisation=organisation, **fields)
        facts.CitationFactory(record=country, membership=belonging)

    assert codes(country) == (["member-twice"] if twice else [])


@pytest.mark.parametrize(
    ("own", "other", "clash"),
    [
        ({"form": "Attaf"}, {"form": "attaf"}, True),
        ({"form": "Élysée"}, {"form": "Elysee"}, True),
        ({"form": "أذربيجان", "lang": "ar"}, {"form": "اذربيجان", "lang": "ar"}, True),
        ({"form": "Attaf"}, {"form": "Attaf", "match": "after_full_name"}, False),
        ({"form": "Attaf"}, {"form": "Attaf", "lang": "fr"}, False),
        ({"form": "Attaf"}, {"form": "Attar"}, False),
    ],
)
def test_name_always_recognised_belongs_to_one_actor(own, other, clash):
    name = facts.ActorNameFactory(actor=sound_person(), **own)
    facts.ActorNameFactory(**other)

    assert codes(name.actor, name.lang) == (["name-of-two"] if clash else [])


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"form": "Ali"}, ["name-too-common"]),
        ({"form": "UN", "kind": "acronym"}, []),
        ({"form": "political consultations"}, ["name-too-common"]),
        ({"form": "political consultations", "match": "never"}, []),
        ({"form": "Political Consultations"}, []),
        ({"form": "Aliyev"}, []),
    ],
)
def test_short_names_and_common_phrases_are_warned_of(fields, said):
    name = facts.ActorNameFactory(actor=sound_person(), **fields)

    assert codes(name.actor) == said


@pytest.mark.parametrize(("language", "said"), [("fr", {"error"}), ("ar", {"error"}), ("en", set()), ("az", set())])
def test_person_in_a_post_has_a_gender_where_titles_have_two_forms(language, said):
    tenure = facts.TenureFactory(person=sound_person(gender=""))

    assert levels(tenure.person, "gender-unknown", language) == said


@pytest.mark.parametrize(
    ("pair", "said"), [("AZE-DZA", []), ("DZA-AZE", ["pair-differs"]), ("AZE-DZB", ["pair-differs"])]
)
def test_pair_of_a_dossier_is_sorted(pair, said):
    assert codes(cited(facts.DossierFactory(pair=pair, key="pair"))) == said


def test_two_countries_have_one_dossier():
    dossier = cited(facts.DossierFactory())
    facts.DossierFactory(country_a=dossier.country_b, country_b=dossier.country_a, pair="DZA-AZE")

    assert codes(dossier) == ["pair-twice"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"qcode": "medtop:20000256", "medtop_version": "2025"}, []),
        ({"qcode": "medtop:20000256"}, ["medtop-version-missing"]),
        ({"qcode": "energy", "medtop_version": "2025"}, ["qcode-malformed"]),
        ({}, []),
    ],
)
def test_code_of_a_topic(fields, said):
    assert codes(facts.TopicFactory(**fields)) == said


def test_places_and_topics_do_not_lie_in_themselves():
    place, topic = facts.PlaceFactory(), facts.TopicFactory()
    Place.objects.filter(pk=place.pk).update(parent=place)
    Topic.objects.filter(pk=topic.pk).update(broader=topic)

    assert (codes(place), codes(topic)) == (["cycle"], ["cycle"])


def test_actor_does_not_end_before_it_begins():
    assert codes(facts.CountryFactory(founded="1991", dissolved="1990")) == ["ends-before-start"]


def test_tenure_does_not_end_before_it_begins():
    tenure = facts.TenureFactory(person=sound_person(), start="2023", end="2022")

    assert "ends-before-start" in codes(tenure.person)
