"""Charts of visits and of rounds: their numbers, and where they put them."""

import pytest
from django.utils.translation import override

from newsroom.public.pages.drawing import rounds, visits
from tests.public.test_drawing import event


def way(*edtf: str, **given) -> dict:
    card = {"label": "A country"}
    return {"from": card, "to": card, "results": [event(one, **given) for one in edtf]}


def counted(drawn: dict) -> dict:
    return {row["year"]: [bar["count"] for bar in row["bars"]] for row in drawn["rows"]}


def test_visits_count_in_the_year_they_began_and_else_apart():
    drawn = visits(
        [way("2022-08", "2024-12-31/2025-01-02", "../2023?"), way("2025-04-21?", "[2022-01-01..2023-12-31]")]
    )

    assert counted(drawn) == {2022: [1, 0], 2023: [0, 0], 2024: [1, 0], 2025: [0, 1], None: [1, 1]}
    assert drawn["totals"] == [3, 2]


def test_visits_that_did_not_take_place_are_not_counted():
    drawn = visits([way("2022", "2023"), way("2022", status="cancelled")])

    assert counted(drawn) == {2022: [1, 0], 2023: [1, 0]}
    assert visits([way("2022", status="planned"), way()]) is None


def test_bars_are_as_long_as_their_numbers_and_change_sides_with_the_writing():
    ways = [way("2022", "2022"), way("2022")]

    ((one, other),) = [row["bars"] for row in visits(ways)["rows"]]
    with override("ar"):
        ((mirrored, _),) = [row["bars"] for row in visits(ways)["rows"]]

    assert one["width"] == 2 * other["width"]
    assert one["x"] + one["width"] < 200 < other["x"]
    assert mirrored["x"] == pytest.approx(400 - one["x"] - one["width"])


def test_of_very_many_years_only_those_with_visits_are_drawn():
    assert list(counted(visits([way("1962", "2025"), way()]))) == [1962, 2025]


def a_round(ordinal: int, edtf: str, days: int | None = None, missing: int = 0) -> dict:
    return {"ordinal": ordinal, "event": event(edtf), "days_since_previous": days, "numbers_missing": missing}


def test_rounds_lie_at_their_days_with_what_is_missing_between_them():
    drawn = rounds([a_round(1, "2023-01-01"), a_round(4, "2024-01-01", 365, 2), a_round(5, "2025-01-01", 366)])

    assert [mark["x"] for mark in drawn["marks"]] == [70.0, pytest.approx(319.66, abs=0.01), 570.0]
    assert [gap["days"] for gap in drawn["gaps"]] == [365, 366]
    assert [[one["ordinal"] for one in gap["missing"]] for gap in drawn["gaps"]] == [[2, 3], []]


def test_rounds_are_mirrored():
    with override("ar"):
        drawn = rounds([a_round(1, "2023-01-01"), a_round(2, "2024-01-01", 365)])

    assert [mark["x"] for mark in drawn["marks"]] == [570.0, 70.0]


def test_rounds_that_lie_close_leave_words_to_the_list():
    drawn = rounds([a_round(1, "2023-01-01"), a_round(2, "2023-01-05", 4, 1), a_round(4, "2025-01-01", 727, 1)])

    assert [bool(mark["label"]) for mark in drawn["marks"]] == [True, False, True]
    assert [gap["days"] for gap in drawn["gaps"]] == [None, 727]
    assert drawn["gaps"][0]["missing"] == []


def test_one_round_is_not_drawn():
    assert rounds([a_round(1, "2023-01-01")]) is None
    assert rounds([a_round(1, "2023-01-01"), a_round(2, "2023-01-01", 0)]) is None
