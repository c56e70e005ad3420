"""The map and the network of a dossier say the API's numbers, and their tables say them again."""

import pytest
from django.utils.translation import override

from newsroom.public.pages.charts import charts_of
from newsroom.public.pages.charts.frame import frame_of
from newsroom.public.pages.charts.network import MOST
from newsroom.public.pages.charts.outlines import middle, outlines
from tests.public.conftest import DAY, THEN, withdraw
from tests.public.pairs import PAGE, answered, html, pair, texts, took_part
from tests.public.reader import read
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db
__all__ = ["pair"]


def city(name: str, latitude: str, longitude: str, kind: str = "city"):
    return put("place", name, kind=kind, latitude=latitude, longitude=longitude)


# Map


@pytest.fixture
def visited(pair):
    algiers, baku = city("Algiers", "36.75380", "3.05880"), city("Baku", "40.40930", "49.86710")
    palace = city("Palace", "36.75000", "3.05000", kind="venue")
    pair.visit("First to Algiers", pair.azerbaijan, pair.algeria, algiers)
    pair.visit("Second to Algiers", pair.azerbaijan, pair.algeria, algiers)
    pair.visit("To Baku", pair.algeria, pair.azerbaijan, baku)
    pair.put("event", "Audience", kind="audience", places=[{"$must": palace.uid}, {"$must": algiers.uid}])
    pair.put("event", "Somewhere", kind="talks")
    pair.visit("Called off", pair.algeria, pair.azerbaijan, baku, status="cancelled")
    pair.visit("Ahead", pair.algeria, pair.azerbaijan, baku, status="planned")
    return pair


def test_map_counts_events_by_place_as_the_api_has_them(client, visited):
    content = answered(client)
    at_places = [
        {place["label"] for place in event["places"]} for event in content["timeline"] if event["status"] == "held"
    ]

    rows = {row["place"]["label"]: len(row["events"]) for row in charts_of(content)["places"]["rows"]}

    assert rows == {"Algiers": 3, "Palace": 1, "Baku": 1}
    assert rows == {name: sum(name in places for places in at_places) for name in rows}


def test_map_draws_a_circle_for_a_city_with_its_venues_and_an_arrow_for_each_direction(client, visited):
    content = answered(client)
    drawn = charts_of(content)["places"]["map"]
    visits = {way["from"]["label"]: sum(one["status"] == "held" for one in way["results"]) for way in content["visits"]}

    assert {mark["place"]["label"]: mark["events"] for mark in drawn["marks"]} == {"Algiers": 3, "Baku": 1}
    assert {arc["from"]["label"]: arc["visits"] for arc in drawn["arcs"]} == visits == {"Azerbaijan": 2, "Algeria": 1}
    assert [name for name in texts(html(client), "map") if not name.isdigit()] == ["Algeria", "Algiers", "Baku"]


def test_cities_too_near_to_be_told_apart_share_a_circle_and_count_each_event_once(client, pair):
    baku, sumgait = city("Baku", "40.40930", "49.86710"), city("Sumgait", "40.59000", "49.67000")
    far = city("New York", "40.71000", "-74.01000")
    pair.put("event", "In both", places=[{"$must": place.uid} for place in (baku, sumgait)])
    pair.put("event", "Far away", places=[{"$must": far.uid}])

    marks = charts_of(answered(client))["places"]["map"]["marks"]

    assert [(mark["name"], mark["events"]) for mark in marks] == [("Baku, Sumgait", 1), ("New York", 1)]


def test_map_has_the_same_numbers_in_tables(client, visited):
    text = read(client, PAGE).text

    assert "Events by place Place Kind Events Algiers City 3 Baku City 1 Palace Venue 1 Place not known 1" in text
    assert "Visits by direction Visitors from Visited country Visits Azerbaijan Algeria 2 Algeria Azerbaijan 1" in text
    assert "Algiers: 3 events. Baku: 1 event. From Azerbaijan to Algeria: 2 visits." in text


def test_map_is_not_mirrored_but_its_words_are_arabic(client, visited):
    with override("ar"):
        mirrored = charts_of(answered(client))["places"]["map"]

    drawn = charts_of(answered(client))["places"]["map"]
    assert [mark["x"] for mark in mirrored["marks"]] == [mark["x"] for mark in drawn["marks"]]


def test_a_place_known_by_its_country_alone_stands_in_the_table_only(client, pair):
    country = put("place", "Land", kind="country", latitude="28.0", longitude="2.6")
    pair.visit("To the country", pair.azerbaijan, pair.algeria, country)

    chart = charts_of(answered(client))["places"]

    assert chart["map"] is None
    assert "Land Country not known more closely 1" in read(client, PAGE).text
    assert 'class="map"' not in html(client)


def test_a_place_that_is_withdrawn_is_on_no_map(client, pair):
    baku = city("Baku", "40.40930", "49.86710")
    pair.put("event", "Talks there", places=[{"$ref": baku.uid}])
    withdraw(baku, THEN + DAY)

    assert charts_of(answered(client))["places"] is None
    assert "Baku" not in html(client)


def test_outlines_lie_where_their_countries_do():
    assert len(outlines()) == 176
    assert middle("DZA") == pytest.approx((2.6, 28.2), abs=0.5)
    assert middle("AZE") == pytest.approx((47.7, 40.3), abs=0.5)
    assert middle("AAA") is None


def test_frame_shows_all_its_points_and_never_less_than_a_region():
    frame = frame_of([(3.06, 36.75), (49.87, 40.41)])

    (x, y), (to_x, to_y) = frame.at(3.06, 36.75), frame.at(49.87, 40.41)
    assert 0 < x < to_x < 720
    assert 0 < to_y < y < frame.height
    assert {"DZA", "AZE", "ITA"} <= frame.lands.keys()
    assert "BRA" not in frame.lands
    assert frame_of([(3.06, 36.75)]).across == 720 / 12


# Network


@pytest.fixture
def met(pair):
    lamamra, attaf, bayramov = (put("actor", name) for name in ("Lamamra", "Attaf", "Bayramov"))
    body = put("actor", "Joint Commission", kind="joint_body")
    series = put("series", "Sessions")
    both = [took_part(lamamra, pair.algeria), took_part(bayramov, pair.azerbaijan)]
    place = {"series": {"$ref": series.uid}, "ordinal": 1, "body": {"$ref": body.uid}}
    pair.put("event", "Talks", kind="talks", participants=both)
    pair.put("event", "Session", kind="talks", participants=both, series=place)
    pair.put(
        "event", "Visit", participants=[took_part(attaf, pair.algeria), took_part(pair.azerbaijan, pair.azerbaijan)]
    )
    pair.put("event", "Not held", status="cancelled", participants=[took_part(attaf, pair.algeria), both[1]])
    return pair


def test_network_counts_events_in_common_as_the_api_has_them(client, met):
    content = answered(client)
    (found,) = charts_of(content)["network"]["pairs"]
    names = {one["label"] for one in found["people"]}
    common = [
        event["title"]
        for event in content["timeline"]
        if event["status"] == "held" and names <= {one["actor"]["label"] for one in event["participants"]}
    ]

    assert names == {"Bayramov", "Lamamra"}
    assert sorted(event["title"] for event in found["events"]) == sorted(common) == ["Session", "Talks"]


def test_network_draws_people_by_country_with_the_number_of_events_and_joint_bodies(client, met):
    assert texts(html(client), "network") == [
        "Azerbaijan", "Algeria", "2", "Joint Commission", "Bayramov", "Lamamra", "Attaf",
    ]  # fmt: skip
    drawing = charts_of(answered(client))["network"]["drawing"]
    assert [line["is_tie"] for line in drawing["lines"]] == [False, True, True]


def test_network_has_the_same_numbers_in_tables(client, met):
    text = read(client, PAGE).text

    assert "Events in common Azerbaijan Algeria Events Which Bayramov Lamamra 2 Talks" in text
    assert "Algeria Name Events Lamamra 2 Attaf 1" in text
    assert "Joint body Events Who took part Joint Commission 1 Lamamra , Bayramov" in text


def test_network_is_mirrored_where_words_run_from_the_right(client, met):
    content = answered(client)
    drawn = charts_of(content)["network"]["drawing"]["nodes"]
    with override("ar"):
        mirrored = charts_of(content)["network"]["drawing"]["nodes"]

    assert [float(one["x"]) for one in mirrored] == [720 - float(one["x"]) for one in drawn]
    assert [one["anchor"] for one in mirrored] == [one["anchor"] for one in drawn]


def test_network_draws_the_most_connected_and_says_how_many_it_leaves_out(client, pair):
    minister = put("actor", "Minister")
    guests = [put("actor", f"Guest {number:02}") for number in range(MOST + 2)]
    people = [took_part(guest, pair.algeria) for guest in guests]
    pair.put("event", "Everybody", participants=[took_part(minister, pair.azerbaijan), *people])
    pair.put("event", "Again", participants=[took_part(minister, pair.azerbaijan), people[-1]])

    chart = charts_of(answered(client))["network"]

    nodes = [node["actor"]["label"] for node in chart["drawing"]["nodes"]]
    assert len(nodes) == 1 + MOST
    assert nodes[1] == "Guest 21"
    assert chart["left_out"] == 2
    assert "2 who met fewer are not drawn, but stand in the table." in read(client, PAGE).text


def test_long_names_are_cut_in_the_drawing_alone(client, pair):
    name = "Ministry of Hydrocarbons, Mines and Renewable Energies"
    ministry, minister = put("actor", name, kind="institution"), put("actor", "Minister")
    pair.put("event", "Talks", participants=[took_part(ministry, pair.algeria), took_part(minister, pair.azerbaijan)])

    assert texts(html(client), "network")[-1] == "Ministry of Hydrocarbons,…"
    assert f"Minister {name} 1" in read(client, PAGE).text


def test_who_is_not_public_is_in_no_network(client, met):
    hidden = put("actor", "Hidden Person")
    bayramov = put("actor", "Bayramov Second")
    others = [took_part(bayramov, met.azerbaijan), {**took_part(hidden, met.algeria), "actor": {"$ref": hidden.uid}}]
    met.put("event", "With somebody", participants=others)
    withdraw(hidden, THEN + DAY)

    assert "Hidden" not in html(client)


def test_dossier_of_a_country_that_is_not_public_has_no_network(client, met):
    withdraw(met.algeria, THEN + DAY)

    assert charts_of(answered(client))["network"] is None
    assert read(client, PAGE).all("svg", **{"class": "network"}) == []
