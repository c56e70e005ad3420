import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.values.fuzzy import FuzzyDate
from relations.values.intervals import Coverage, certainly_overlap, covers, ends, weekday_agrees
from tests.relations.dates import fuzzy_dates, near_days

maybe = st.none() | fuzzy_dates


def fuzzy(text: str | None) -> FuzzyDate | None:
    return FuzzyDate.parse(text) if text else None


LAMAMRA = {"start": None, "end": None, "attested": ["2022-08"]}
ATTAF = {"start": None, "end": None, "attested": ["2023", "2025-04-21", "[2023..2026]"]}
BOUNDED = {"start": "2021-07", "end": "2023-03-16~", "attested": []}
RUNNING = {"start": "2019-12-19", "end": None, "attested": []}
ENDED = {"start": None, "end": "2023-03", "attested": ["2022-08-09"]}


@pytest.mark.parametrize(
    ("tenure", "on", "coverage"),
    [
        (LAMAMRA, "2022-08", "attested"),
        (LAMAMRA, "2025-04-21", "unknown"),
        (ATTAF, "2022-08", "unknown"),
        (ATTAF, "2025-04-21", "attested"),
        (ATTAF, "2024-05", "attested"),
        (ATTAF, "2027", "unknown"),
        (BOUNDED, "2022-08", "covered"),
        (BOUNDED, "2021-07-31", "covered"),
        (BOUNDED, "2021-07-30", "unknown"),
        (BOUNDED, "2023-03-16", "covered"),
        (BOUNDED, "2023-03-17", "unknown"),
        (BOUNDED, "2023", "unknown"),
        (RUNNING, "2019-12-18", "unknown"),
        (RUNNING, "2025-04-21", "covered"),
        (ENDED, "2022-08-09", "attested"),
        (ENDED, "2022-11", "attested"),
        (ENDED, "2022-08-08", "unknown"),
        (ENDED, "2023-03-15", "unknown"),
    ],
)
def test_coverage_of_a_tenure(tenure, on, coverage):
    attested = [fuzzy(text) for text in tenure["attested"]]

    assert covers(fuzzy(tenure["start"]), fuzzy(tenure["end"]), attested, fuzzy(on)) == coverage


def test_tenure_still_held_on_a_day_is_covered_until_then():
    start, seen = fuzzy("2019-12-19"), fuzzy("2025-11/..")

    assert covers(start, seen, [], dt.date(2025, 11, 1)) == Coverage.COVERED
    assert covers(start, seen, [], dt.date(2025, 11, 2)) == Coverage.UNKNOWN


def test_attestation_before_the_known_start_does_not_count():
    assert covers(fuzzy("2023-03-16"), None, [fuzzy("[2023..2026]")], dt.date(2023, 1, 1)) == Coverage.UNKNOWN


@given(st.lists(fuzzy_dates), near_days)
def test_without_start_and_end_nothing_is_covered(attested, day):
    assert covers(None, None, attested, day) != Coverage.COVERED


@given(maybe, maybe, st.lists(fuzzy_dates), fuzzy_dates)
def test_covered_day_lies_after_the_start_and_before_the_end(start, end, attested, on):
    if covers(start, end, attested, on) == Coverage.COVERED:
        assert start.upper <= on.lower
        assert end is None or on.upper <= end.lower


@given(maybe, maybe, st.lists(fuzzy_dates), near_days)
def test_further_attestation_never_lowers_the_coverage(start, end, attested, day):
    rank = [Coverage.UNKNOWN, Coverage.ATTESTED, Coverage.COVERED].index
    before = covers(start, end, attested[1:], day)

    assert rank(covers(start, end, attested, day)) >= rank(before)


@pytest.mark.parametrize(
    ("a", "b", "overlap"),
    [
        (("2021-07", "2023-03-16"), ("2023-03-16", None), False),
        (("2021-07", "2023-03-17"), ("2023-03-16", None), True),
        (("2021-07", "2023-03"), ("2023-03", None), False),
        (("2021-07", None), ("2023-03-16", None), True),
        (("2021", "2024"), ("2022", "2023"), True),
        (("2021", "2024"), (None, "2023"), False),
        ((None, None), ("2022", None), False),
        (("2021", "2022"), ("2024", "2025"), False),
    ],
)
def test_periods_overlap_for_certain_only_beyond_the_day_of_handover(a, b, overlap):
    a, b = map(fuzzy, a), map(fuzzy, b)

    assert certainly_overlap(*a, *b) is overlap


@given(maybe, maybe, maybe, maybe)
def test_certain_overlap_is_mutual_and_shares_a_day(a_start, a_end, b_start, b_end):
    overlap = certainly_overlap(a_start, a_end, b_start, b_end)

    assert certainly_overlap(b_start, b_end, a_start, a_end) == overlap
    if overlap:
        shared = max(a_start.upper, b_start.upper)
        assert covers(a_start, a_end, [], shared) == covers(b_start, b_end, [], shared) == Coverage.COVERED


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2022-08/2023", ("2022-08", "2023")),
        ("2024~/..", ("2024~", None)),
        ("../2023?", (None, "2023?")),
        ("2025-04", ("2025-04", "2025-04")),
        ("[2023..2026]", ("[2023..2026]", "[2023..2026]")),
        (None, (None, None)),
    ],
)
def test_validity_period_has_a_start_and_an_end(period, expected):
    assert ends(fuzzy(period)) == tuple(map(fuzzy, expected))


@pytest.mark.parametrize("name", ["Tuesday", "mardi", "الثلاثاء", "çərşənbə axşamı", "TUESDAY", "ÇƏRŞƏNBƏ AXŞAMI"])
def test_weekday_is_known_in_each_language(name):
    assert weekday_agrees(fuzzy("2025-11-04"), name)
    assert not weekday_agrees(fuzzy("2025-11-05"), name)


def test_weekday_agrees_with_a_period_that_has_such_a_day():
    assert weekday_agrees(fuzzy("2025-11-03/2025-11-04"), "Tuesday")
    assert not weekday_agrees(fuzzy("2025-11-03/2025-11-04"), "Wednesday")
    assert weekday_agrees(fuzzy("2025-11"), "Wednesday")
    assert weekday_agrees(fuzzy("2025/.."), "Wednesday")


@given(fuzzy_dates)
def test_weekday_of_the_first_day_always_agrees(date):
    assert weekday_agrees(date, f"{date.sort_date:%A}")


def test_unknown_weekday_is_refused():
    with pytest.raises(KeyError, match="someday"):
        weekday_agrees(fuzzy("2025-11-04"), "Someday")
