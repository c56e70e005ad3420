"""Key posts then and now."""

import datetime as dt

from newsroom.public.pages.offices import then_and_now, turning_days
from tests.public.test_drawing import TODAY, date


def holder(name: str, start: str | None = None, end: str | None = None, *attested: str) -> dict:
    dates = {"start": start and date(start), "end": end and date(end), "attested": [date(one) for one in attested]}
    return {"person": {"id": name}, "acting": False, **dates}


def test_posts_then_and_now_mark_only_what_is_known_to_have_changed():
    changed = {"holders": [holder("a", "2020", "2022-12-31"), holder("b", "2023-01-01")]}
    unknown = {"holders": [holder("c", None, None, "2022-05-01")]}
    kept = {"holders": [holder("d", "2019-01-01")]}

    found = then_and_now([changed, unknown, kept], dt.date(2022, 5, 1), TODAY)

    assert [one["changed"] for one in found] == [True, False, False]
    assert [(one["then"] or {}).get("coverage") for one in found] == ["covered", "attested", "covered"]
    assert [(one["now"] or {}).get("coverage") for one in found] == ["covered", None, "covered"]


def test_turning_days_are_those_on_which_something_becomes_another_thing():
    offices = [{"holders": [holder("a", "2020-03-01", "2022-12-31"), holder("b", None, None, "2023-04-21")]}]

    assert turning_days(offices, TODAY) == [
        dt.date(2020, 3, 1), dt.date(2023, 1, 1), dt.date(2023, 4, 21), dt.date(2023, 4, 22), TODAY,
    ]  # fmt: skip


def test_turning_days_end_with_the_day_of_reading():
    assert turning_days([{"holders": [holder("a", "2030-01-01")]}], TODAY) == []
    assert turning_days([], TODAY) == []
