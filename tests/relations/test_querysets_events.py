"""Questions about events: when, where, between whom."""

import pytest

from relations.models import Event
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    return facts.CountryFactory(), facts.CountryFactory()


@pytest.mark.parametrize(
    ("date", "on", "during_2025", "certainly"),
    [
        ("2025-04-21", True, True, True),
        ("2025-04-22", False, True, True),
        ("2025-04", True, True, True),
        ("2025", True, True, True),
        ("[2023..2026]", True, True, False),
        ("2024/..", True, True, False),
        ("../2025-04-20", False, True, False),
        ("2024-12-31", False, False, False),
        ("2026", False, False, False),
    ],
)
def test_events_by_date(date, on, during_2025, certainly):
    facts.EventFactory(date=date)

    assert Event.objects.on("2025-04-21").exists() == on
    assert Event.objects.possibly_during("2025").exists() == during_2025
    assert Event.objects.certainly_during("2025").exists() == certainly


def test_known_to_the_day_is_not_yet_certain():
    certain = facts.EventFactory(date="2025-04-21")
    doubtful = facts.EventFactory(date="2025-04-22?")
    facts.EventFactory(date="2025-04")

    assert set(Event.objects.known_to_the_day()) == {certain, doubtful}
    assert list(Event.objects.certain()) == [certain]


def test_every_way_of_being_involved(pair):
    country, _ = pair
    involved = [
        facts.EventFactory(host_country=country),
        facts.EventFactory(visiting_country=country),
        facts.EventFactory(place=facts.PlaceFactory(country=country)),
        facts.ParticipationFactory(person=None, actor=country).event,
        facts.ParticipationFactory(side=country).event,
        facts.ParticipationFactory(person__country=country).event,
        facts.ParticipationFactory(person=None, post=facts.PostFactory(country=country)).event,
    ]
    facts.ParticipationFactory()

    assert set(Event.objects.involving(country)) == set(involved)


def test_event_is_found_once_however_many_take_part(pair):
    country, _ = pair
    event = facts.EventFactory(host_country=country)
    for _ in range(2):
        facts.ParticipationFactory(event=event, side=country)

    assert list(Event.objects.involving(country)) == [event]


def test_events_between_two_have_both(pair):
    one, other = pair
    both = facts.EventFactory(host_country=one, visiting_country=other)
    facts.EventFactory(host_country=one)
    facts.EventFactory(visiting_country=other)

    assert list(Event.objects.between(pair)) == [both]
    assert list(Event.objects.between((other, one))) == [both]


def test_forum_of_both_brings_an_event_of_one(pair):
    one, other = pair
    organisation = facts.OrganisationFactory()
    for member in pair:
        facts.MembershipFactory(member=member, organisation=organisation)
    hosted = facts.EventFactory(host_country=one, type="summit")
    facts.ParticipationFactory(event=hosted, person=None, actor=organisation, role="convener")
    elsewhere = facts.EventFactory(host_country=facts.CountryFactory(), type="summit")
    facts.ParticipationFactory(event=elsewhere, person=None, actor=organisation, role="convener")

    assert list(Event.objects.between(pair)) == [hosted]


@pytest.mark.parametrize(("role", "members"), [("participant", 2), ("convener", 1)])
def test_forum_must_convene_and_have_both_as_members(role, members, pair):
    organisation = facts.OrganisationFactory()
    for member in pair[:members]:
        facts.MembershipFactory(member=member, organisation=organisation)
    event = facts.EventFactory(host_country=pair[0])
    facts.ParticipationFactory(event=event, person=None, actor=organisation, role=role)

    assert list(Event.objects.between(pair)) == []


def test_visits_have_a_direction(pair):
    guest, host = pair
    there = facts.EventFactory(type="visit", visiting_country=guest, host_country=host)
    back = facts.EventFactory(type="visit", visiting_country=host, host_country=guest)
    facts.EventFactory(type="talks", visiting_country=guest, host_country=host)

    assert list(Event.objects.visits(guest=guest, host=host)) == [there]
    assert list(Event.objects.visits(host=guest)) == [back]
    assert set(Event.objects.visits()) == {there, back}


def test_planned_are_those_yet_to_come():
    planned = facts.EventFactory(occurrence="planned", occurrence_as_of="2025-01-01")
    confirmed = facts.EventFactory(occurrence="confirmed", occurrence_as_of="2025-01-01")
    facts.EventFactory(occurrence="cancelled", occurrence_as_of="2025-01-01")
    facts.EventFactory()

    assert set(Event.objects.planned()) == {planned, confirmed}


def test_rounds_are_in_order_of_their_numbers():
    series = facts.SeriesFactory()
    second = facts.EventFactory(series=series, ordinal=2)
    first = facts.EventFactory(series=series, ordinal=1)
    facts.EventFactory(series=series)

    assert list(Event.objects.rounds()) == [first, second]


def test_place_holds_what_lies_in_it_two_levels_deep():
    country = facts.PlaceFactory(type="country")
    city = facts.PlaceFactory(parent=country)
    venue = facts.PlaceFactory(type="venue", parent=city)
    in_city, in_venue = facts.EventFactory(place=city), facts.EventFactory(place=venue)
    facts.EventFactory(place=facts.PlaceFactory())

    assert set(Event.objects.in_place(city)) == {in_city, in_venue}
    assert set(Event.objects.in_place(country)) == {in_city, in_venue}
    assert list(Event.objects.in_place(venue)) == [in_venue]


def test_questions_are_chained(pair):
    guest, host = pair
    wanted = facts.EventFactory(type="visit", visiting_country=guest, host_country=host, date="2023")
    facts.EventFactory(type="visit", visiting_country=guest, host_country=host, date="2024")

    assert list(Event.objects.between(pair).visits(guest=guest).certainly_during("2023")) == [wanted]
