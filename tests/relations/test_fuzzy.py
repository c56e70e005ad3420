import copy
import datetime as dt
import math
import pickle

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from relations.values.bad_date import HINTS, BadDate
from relations.values.fuzzy import FuzzyDate
from tests.relations.dates import CORPUS, common_texts, days, fuzzy_dates, near_days, texts

parse = FuzzyDate.parse


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "expected"), CORPUS.items())
def test_date_of_the_corpus_has_its_bounds_precision_and_doubt(text, expected):
    lower, upper, precision, doubt = expected

    date = parse(text)

    assert (date.lower, date.upper, date.precision, date.doubt) == (day(lower), day(upper), precision, doubt)


@pytest.mark.parametrize(
    ("text", "precision", "doubt"),
    [
        ("2025-XX-XX", "year", "none"),
        ("2025-04-21%", "day", "both"),
        ("2025~/2026?", "range", "both"),
        ("[2025?,2026?]", "range", "uncertain"),
        ("[2025%..2026]", "range", "both"),
        ("2025-04-21/2025-04-21", "day", "none"),
        ("2025-04/2025-04", "range", "none"),
        ("2025~/..", "open", "approximate"),
    ],
)
def test_precision_and_doubt_of_longer_dates(text, precision, doubt):
    date = parse(text)

    assert (date.precision, date.doubt) == (precision, doubt)


def test_choice_is_bounded_by_its_earliest_and_latest_member_in_any_order():
    date = parse("[2025-04,2023,2024-02]")

    assert (date.lower, date.upper) == (dt.date(2023, 1, 1), dt.date(2025, 4, 30))


def test_period_runs_from_the_start_of_the_first_to_the_end_of_the_last():
    dates = [parse(text) for text in ("2021/2021-11-01", "2021-06-15/2021", "[2021..2021-11]")]

    assert [(str(date.lower), str(date.upper)) for date in dates] == [
        ("2021-01-01", "2021-11-01"),
        ("2021-06-15", "2021-12-31"),
        ("2021-01-01", "2021-11-30"),
    ]


def test_february_ends_with_the_leap_day():
    assert [parse(text).upper.day for text in ("2023-02", "2024-02", "1900-02", "2000-02")] == [28, 29, 28, 29]


REFUSED = {
    "": "Write a date, such as 2025, 2025-04 or 2025-04-21.",
    "   ": "Write a date, such as 2025, 2025-04 or 2025-04-21.",
    "2025-04-21 ": "Write the date without spaces, such as 2025-04-21.",
    "2025-04-21\n": "Write the date without spaces, such as 2025-04-21.",
    "[2023, 2025]": "Write the date without spaces, such as 2025-04-21.",
    "٢٠٢٥": "Write the date in digits 0 to 9 and hyphens, such as 2025-04-21.",
    "2025–04": "Write the date in digits 0 to 9 and hyphens, such as 2025-04-21.",
    "{2023,2025}": "Curly brackets are not used. Write [2023,2025] when one of several dates is meant.",
    "2023/": "Write two points for an open end, as in 2023/.. or ../2023.",
    "/2023": "Write two points for an open end, as in 2023/.. or ../2023.",
    "../..": "Give at least one of the two ends, as in 2023/.. or ../2023.",
    "[..2023]": "Write an open end without brackets, as in 2023/.. or ../2023.",
    "[2023..]": "Write an open end without brackets, as in 2023/.. or ../2023.",
    "2025-04-21T10:00": "Write the day without the time, such as 2025-04-21.",
    "21/04/2025": "Write the year first, then month and day: 2025-04-21.",
    "21.4.2025": "Write the year first, then month and day: 2025-04-21.",
    "2025-04-XX?": "An unknown day needs no further mark. Write 2025-04-XX, or 2025-04? when the month is in doubt.",
    "202X": "Write a range when digits are unknown, as in [2020..2029] or [2025-04-10..2025-04-19].",
    "2025-04-1X": "Write a range when digits are unknown, as in [2020..2029] or [2025-04-10..2025-04-19].",
    "2025-21": "Seasons are not used. Write the months, as in 2025-03/2025-05.",
    "2024/2025-41": "Seasons are not used. Write the months, as in 2025-03/2025-05.",
    "2025-4-1": "Write months and days with two digits, as in 2025-04-01.",
    "2025-04-1": "Write months and days with two digits, as in 2025-04-01.",
    "2025-04-31": "“2025-04-31” names a day, month or year that the calendar does not have.",
    "2025-00": "“2025-00” names a day, month or year that the calendar does not have.",
    "0000": "“0000” names a day, month or year that the calendar does not have.",
    "2025/2023": "“2025/2023” ends before it begins. Write the earlier date first.",
    "[2025-05..2025-04]": "“[2025-05..2025-04]” ends before it begins. Write the earlier date first.",
    "[2025]": "“[2025]” gives a single choice. Write that date alone, or different dates between the brackets.",
    "[2025,2025]": "“[2025,2025]” gives a single choice. Write that date alone, or different dates between the brackets.",
    "[" + ",".join(["2025-04-21"] * 6) + "]": "This date is too long. "
    "Write the first and the last possible day, as in [2025-04-21..2025-04-30].",
}


@pytest.mark.parametrize(("text", "message"), REFUSED.items())
def test_text_outside_the_notation_is_refused_with_what_to_write_instead(text, message):
    with pytest.raises(BadDate) as refusal:
        parse(text)

    assert str(refusal.value) == message


def test_every_hint_is_given_for_some_text():
    given_messages = set(REFUSED.values())

    assert {message for _, message in HINTS} <= given_messages


@pytest.mark.parametrize(
    "text",
    ["2025-XX", "2025-XX-21", "-2025", "Y12025", "2025/2026/2027", "2025--04", "[2023,2024..2025]", "[2025", "2025]",
     "[]", "..", "2025..2026", "2025-04-21?~", "?2025", "[[2023,2024]]", "2023/[2024,2025]", "yesterday", "20250421"],
)  # fmt: skip
def test_other_text_is_refused(text):
    with pytest.raises(BadDate):
        parse(text)


@given(st.text())
def test_any_text_is_read_or_refused(text):
    try:
        date = parse(text)
    except BadDate:
        return

    assert date.edtf == text


@given(texts)
def test_text_round_trips(text):
    date = parse(text)

    assert str(date) == date.edtf == text
    assert parse(str(date)) == date
    assert hash(parse(str(date))) == hash(date)
    assert pickle.loads(pickle.dumps(date)) == copy.deepcopy(date) == date  # noqa: S301 (our own bytes)


@given(days)
def test_every_day_has_a_date_of_its_own(one):
    date = FuzzyDate.of(one)

    assert (date.edtf, date.lower, date.upper, date.is_certain) == (one.isoformat(), one, one, True)


@given(fuzzy_dates)
def test_bounds_are_in_order_and_agree_with_the_precision(date):
    open_ends = [date.lower, date.upper].count(None)

    assert open_ends == (1 if date.precision == "open" else 0)
    assert open_ends or date.lower <= date.upper
    assert (date.precision == "day") == (open_ends == 0 and date.lower == date.upper)
    assert date.sort_date in (date.lower, date.upper)


def oracle_bound(bound) -> dt.date | None:
    return None if isinstance(bound, float) and math.isinf(bound) else dt.date(*bound[:3])


@given(common_texts)
@settings(max_examples=60)
def test_bounds_agree_with_another_reading_of_the_standard(text):
    date, oracle = parse(text), parse_edtf(text)

    assert (date.lower, date.upper) == (oracle_bound(oracle.lower_strict()), oracle_bound(oracle.upper_strict()))


@given(fuzzy_dates, near_days)
def test_contains_a_day_as_it_overlaps_its_date(date, one):
    assert date.contains(one) == date.overlaps(FuzzyDate.of(one)) == date.possibly_within(one, one)


@given(fuzzy_dates)
def test_contains_and_overlaps_itself(date):
    assert date.contains(date.sort_date)
    assert date.overlaps(date)
    assert date.certainly_within(date.lower, date.upper)
    assert date.certainly_within(None, None)


@given(fuzzy_dates, fuzzy_dates)
def test_overlap_is_mutual_and_follows_from_lying_within(a, b):
    assert a.overlaps(b) == b.overlaps(a)
    assert a.overlaps(b) or not a.certainly_within(b.lower, b.upper)


@given(fuzzy_dates, fuzzy_dates, fuzzy_dates)
def test_lying_within_is_passed_on(a, b, c):
    if a.certainly_within(b.lower, b.upper) and b.certainly_within(c.lower, c.upper):
        assert a.certainly_within(c.lower, c.upper)


@given(fuzzy_dates, near_days, near_days)
def test_certainly_within_implies_possibly_within(date, one, other):
    lower, upper = sorted((one, other))

    assert date.possibly_within(lower, upper) or not date.certainly_within(lower, upper)


def test_possibly_and_certainly_within_a_year():
    year = dt.date(2025, 1, 1), dt.date(2025, 12, 31)
    dates = [parse(text) for text in ("2025-04", "[2023..2026]", "2024/..", "../2024", "2026", "2025")]

    assert [date.certainly_within(*year) for date in dates] == [True, False, False, False, False, True]
    assert [date.possibly_within(*year) for date in dates] == [True, True, True, False, False, True]


def test_days_are_counted_between_certain_days_only():
    first, second = parse("2023-11-29"), parse("2025-04-21")

    assert first.days_until(second) == 509
    assert second.days_until(first) == -509
    assert [first.days_until(parse(text)) for text in ("2025-04-21?", "2025-04", "2025/..")] == [None, None, None]


def test_dates_sort_as_a_timeline_with_open_beginnings_last():
    in_order = ["2022-08", "[2022-08-01..2023-01-01]", "2022-08-01/..", "2022-08-02", "2023", "../2021", "../2023?"]

    assert [str(date) for date in sorted(map(parse, reversed(in_order)))] == in_order


@given(fuzzy_dates, fuzzy_dates)
def test_order_is_total_and_agrees_with_equality(a, b):
    assert [a < b, a == b, a > b].count(True) == 1


def test_date_equals_no_text():
    assert parse("2025") != "2025"


def test_refusal_survives_copying():
    with pytest.raises(BadDate) as refusal:
        parse("2025/2023")

    assert str(copy.copy(refusal.value)) == str(refusal.value)
