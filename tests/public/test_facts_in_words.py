"""How pages put facts: how well a date is known, where a place lies, which party has taken which step."""

import pytest
from django.utils.translation import override

from newsroom.public.templatetags.facts import certainty, lasted, lifecycle, position, year_of
from tests.public.payloads import fuzzy


def date(edtf: str) -> dict:
    return {**fuzzy(edtf), "edtf": edtf}


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-04-21", ""),
        ("2025-04-21?", "known to the day, the source is not sure"),
        ("2022-08", "known to the month only"),
        ("2023~", "known to the year only, approximately"),
        ("[2022-07-31..2022-08-30]", "one day within this span, it is not known which"),
        ("2025-11-03/2025-11-04", "the whole span"),
        ("2024/..", "only one end of the period is known"),
    ],
)
def test_dates_say_how_well_they_are_known(edtf, words):
    assert certainty(date(edtf)) == words


def test_no_date_says_nothing():
    assert certainty(None) == ""


def test_year_of_a_date_that_may_be_any_before_is_its_last():
    assert year_of({"start": "2022-08-01", "end": "2023-01-31"}) == "2022"
    assert year_of({"start": None, "end": "2023-12-31"}) == "2023"


def test_tenure_without_dates_is_not_known():
    assert lasted({"start": None, "end": None, "attested": []}) == "not known"


@pytest.mark.parametrize(
    ("latitude", "longitude", "words"),
    [
        ("40.36667", "49.83500", "40.37° N, 49.84° E"),
        ("-33.90000", "-70.66000", "33.9° S, 70.66° W"),
        (None, None, ""),
    ],
)
def test_places_lie_where_sailors_would_say(latitude, longitude, words):
    assert position({"latitude": latitude, "longitude": longitude}) == words


def test_degrees_are_written_as_the_language_does():
    with override("fr"):
        assert position({"latitude": "40.36667", "longitude": "49.83500"}).startswith("40,37°")


# Steps of an agreement


def card(uid: str) -> dict:
    return {"id": uid, "label": uid.upper()}


def act(stage: str, party: str | None = None) -> dict:
    return {"key": f"{stage}-{party}", "stage": stage, "party": card(party) if party else None}


def agreement(*acts) -> dict:
    return {"parties": [{"actor": card("a")}, {"actor": card("b")}], "lifecycle": list(acts)}


def test_every_act_stands_in_one_place_of_the_matrix():
    acts = [act("ratified", "b"), act("signed"), act("ratified", "a"), act("notified", "gone")]

    rows = lifecycle(agreement(*acts))["rows"]

    shown = [one["key"] for row in rows for one in (*row["joint"], *(one for cell in row["cells"] for one in cell))]
    assert sorted(shown) == sorted(one["key"] for one in acts)
    assert [row["stage"] for row in rows] == ["signed", "ratified", "notified", "in_force"]
    assert [[one["key"] for one in cell] for cell in rows[1]["cells"]] == [["ratified-a"], ["ratified-b"]]


def test_stages_that_no_source_tells_of_are_named_as_such_but_not_those_already_passed():
    def stages(*acts):
        return [(row["stage"], row["is_known"]) for row in lifecycle(agreement(*acts))["rows"]]

    assert stages() == [("signed", False), ("ratified", False), ("in_force", False)]
    assert stages(act("signed")) == [("signed", True), ("ratified", False), ("in_force", False)]
    assert stages(act("signed"), act("in_force")) == [("signed", True), ("in_force", True)]
    assert stages(act("signed"), act("accepted", "a")) == [("signed", True), ("accepted", True), ("in_force", False)]


def test_stage_unknown_to_this_code_comes_last():
    assert [row["stage"] for row in lifecycle(agreement(act("signed"), act("sealed")))["rows"]] == ["signed", "sealed"]
