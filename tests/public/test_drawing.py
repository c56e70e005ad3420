"""Where drawings put what they draw, in both directions of writing."""

import datetime as dt

import pytest
from django.utils.translation import override

from newsroom.public.pages.drawing import Years, timeline
from newsroom.public.pages.drawing.periods import choices, within
from newsroom.public.pages.drawing.placing import extent, placed
from newsroom.public.pages.drawing.scale import of_years, ticks
from newsroom.public.pages.drawing.spans import Span, span_of
from newsroom.public.pages.drawing.wording import ELLIPSIS, room, shortened
from relations.values.fuzzy import FuzzyDate
from relations.values.labels import fuzzy_json

TODAY = dt.date(2025, 12, 1)
YEARS = range(2022, 2026)


def date(edtf: str) -> dict:
    return fuzzy_json(FuzzyDate.parse(edtf), "en")


def event(edtf: str, uid: str = "one", **given) -> dict:
    return {
        "id": uid, "title": f"Event {uid}", "kind": "visit", "status": "held", "language": "en", "series": None,
        "date": date(edtf), "bounds": {"start": None, "end": None}, "part_of": None, **given,
    }  # fmt: skip


def extents(*edtf: str, width: int = 1461) -> list[tuple[float, float]]:
    """Along the scale of `YEARS`, which are as many days as it is wide."""
    scale = of_years(YEARS, width)
    return [extent(span_of(event(one)), scale) for one in edtf]


def marks(drawn: dict) -> dict:
    return {mark.event["id"]: mark for lane in drawn["drawing"]["lanes"] for mark in lane["marks"]}


def test_one_of_several_days_is_drawn_from_the_first_possible_to_the_last():
    span = span_of(event("[2022-07-31..2022-08-30]"))

    assert span == Span(dt.date(2022, 7, 31), dt.date(2022, 8, 30), "range")
    assert extents("[2022-07-31..2022-08-30]") == [pytest.approx((211, 242))]


def test_year_is_as_wide_as_its_days_and_a_day_as_wide_as_can_be_seen():
    assert extents("2023", "2023-07-02") == [pytest.approx((365, 730)), pytest.approx((540.5, 554.5))]


def test_open_end_runs_to_the_edge():
    assert extents("2024/..", "../2023?") == [pytest.approx((730, 1461)), pytest.approx((0, 730))]


def test_bounds_say_more_than_the_date():
    bounds = {"start": date("[2022-07-31..2022-08-30]"), "end": date("[2022-08-01..2022-08-31]")}

    span = span_of(event("2022-08", bounds=bounds))

    assert span == Span(dt.date(2022, 7, 31), dt.date(2022, 8, 31), "range")


def test_bounds_are_drawn_over_the_days_on_which_it_may_have_begun_and_ended():
    bounds = {"start": date("[2022-07-31..2022-08-30]"), "end": date("[2022-08-01..2022-08-31]")}

    mark = marks(timeline([event("2022-08", bounds=bounds)], [], today=TODAY))["one"]

    # Of the 960 parts of one year.
    begun, ended = (dt.date(2022, month, 1).timetuple().tm_yday - 1 for month in (8, 9))
    starts, ends = [path.replace("M", "").split(" ")[0] for path in mark.bounds], [reached(p) for p in mark.bounds]
    assert [float(one) for one in starts] == pytest.approx([960 * (begun - 1) / 365, 960 * begun / 365], abs=0.01)
    assert ends == pytest.approx([960 * (ended - 1) / 365, 960 * ended / 365], abs=0.01)


def reached(path: str) -> float:
    return float(path.partition("H")[2].partition("m")[0])


@pytest.mark.parametrize(
    ("edtf", "form"),
    [
        ("2025-04-21", "day"),
        ("2025-11-03/2025-11-04", "run"),
        ("2022-08", "range"),
        ("2022/2024", "range"),
        ("[2022-07-31..2022-08-30]", "range"),
        ("../2023", "open"),
        ("2024/..", "open"),
    ],
)
def test_form_tells_how_well_days_are_known(edtf, form):
    assert span_of(event(edtf)).form == form


@pytest.mark.parametrize(
    ("given", "standing"),
    [
        ({}, ""),
        ({"date": date("2025-04-21?")}, "doubtful"),
        ({"status": "confirmed"}, "ahead"),
        ({"status": "postponed"}, "off"),
    ],
)
def test_what_is_not_certain_looks_different(given, standing):
    drawn = timeline([event("2025-04-21", **given), event("2024", "other")], [], today=TODAY)

    assert marks(drawn)["one"].standing == standing


def test_time_runs_leftwards_where_writing_does():
    events = [event("2022-01-01/2022-12-31", "first"), event("2025-12-31", "last")]

    drawn = timeline(events, [], today=TODAY)
    with override("ar"):
        mirrored = timeline(events, [], today=TODAY)

    for one, other in zip(drawn["drawing"]["ticks"], mirrored["drawing"]["ticks"], strict=True):
        assert (one.label, one.x) == (other.label, pytest.approx(960 - other.x))
    for uid, mark in marks(drawn).items():
        assert mark.taken == marks(mirrored)[uid].taken
        assert marks(mirrored)[uid].label["x"] == pytest.approx(960 - mark.label["x"])
        assert marks(mirrored)[uid].label["anchor"] == mark.label["anchor"]


@pytest.mark.parametrize("number", [1, 3, 12, 40])
def test_labels_do_not_collide(number):
    days = [f"2025-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(number)]
    events = [event(day, f"{n}", title=f"A visit with a name of some length, number {n}") for n, day in enumerate(days)]

    drawn = marks(timeline([*events, event("2022", "wide"), event("../2023", "open")], [], today=TODAY))

    rows: dict[float, list] = {}
    for mark in drawn.values():
        rows.setdefault(row_of(mark.path), []).append(mark.taken)
    for taken in rows.values():
        taken.sort()
        assert all(one[1] < other[0] for one, other in zip(taken, taken[1:], strict=False))
    assert len(drawn) == number + 2


def row_of(path: str) -> float:
    """The height of an outline: of a disc its middle, of a bar its upper edge."""
    middle = float(path.split(" ")[1].split("a")[0].split("h")[0])
    return middle if "a6" in path else middle + 5


def test_label_without_room_behind_its_mark_stands_before_it():
    late = placed(
        event("2025-12-31", title="A title"), Span(dt.date(2025, 12, 31), dt.date(2025, 12, 31), "day"), year()
    )

    assert late.anchor == "end"
    assert late.taken[0] > 0


def year():
    return of_years(range(2025, 2026), 960)


def test_what_is_planned_is_drawn_but_not_listed():
    drawn = timeline([event("2025-04-21")], [event("2026", "ahead", status="planned")], today=TODAY)

    assert marks(drawn)["ahead"].standing == "ahead"
    assert [row["event"]["id"] for row in drawn["rows"]] == ["one"]
    assert [one.label for one in drawn["choices"]] == ["2025", "2026"]


def test_parts_follow_the_event_they_belong_to():
    events = [
        event("2022-01-01", "part", part_of={"id": "whole"}),
        event("2022-01-02", "other", part_of={"id": "elsewhere"}),
        event("2022-01-01/2022-01-03", "whole"),
    ]

    rows = timeline(events, [], today=TODAY)["rows"]

    assert [(row["event"]["id"], row["inner"]) for row in rows] == [("other", False), ("whole", False), ("part", True)]


def test_list_narrows_to_what_may_lie_in_the_years_asked_for():
    events = [event("2022-08", "then"), event("../2023", "before"), event("2024/..", "since"), event("2023", "year")]

    drawn = timeline(events, [], today=TODAY, years=Years(2022, 2022))

    assert [row["event"]["id"] for row in drawn["rows"]] == ["then", "before"]
    assert set(marks(drawn)) == {"then", "before"}
    assert [tick.label for tick in drawn["drawing"]["ticks"]][:2] == ["January", "February"]
    assert drawn["total"] == 4


@pytest.mark.parametrize(
    ("asked", "drawn"),
    [
        (Years(), YEARS),
        (Years(2024, None), range(2024, 2026)),
        (Years(None, 2023), range(2022, 2024)),
        (Years(2030, None), range(2030, 2031)),
        (Years(None, 1999), range(1999, 2000)),
        (Years(1000, 2999), range(1000, 3000)),
    ],
)
def test_years_asked_for_need_not_be_known_ones(asked, drawn):
    assert within(YEARS, asked) == drawn
    assert 1 <= len(ticks(of_years(drawn, 960), drawn)) <= 14


def test_of_very_many_years_the_last_are_drawn_and_all_can_be_chosen():
    drawn = timeline([event("1962", "old"), event("2025", "new")], [], today=TODAY)

    assert drawn["drawing"]["years"] == "1985–2025"
    assert set(marks(drawn)) == {"new"}
    assert len(drawn["rows"]) == 2
    assert (drawn["choices"][0].first, drawn["choices"][-1].last) == (1962, 2025)


def test_many_years_are_chosen_by_spans_of_several():
    assert [one.label for one in choices(YEARS)] == ["2022", "2023", "2024", "2025"]
    assert [one.label for one in choices(range(1988, 2008))] == [
        "1988–1989",
        "1990–1994",
        "1995–1999",
        "2000–2004",
        "2005–2007",
    ]


def test_month_names_are_those_of_the_desk_and_have_no_year():
    with override("ar"):
        names = [tick.label for tick in ticks(year(), range(2025, 2026))]

    assert names[3] == "أفريل"
    assert len(set(names)) == 12


def test_nothing_known_draws_nothing():
    assert timeline([], [event("2026", status="planned")], today=TODAY)["drawing"] is None


def test_words_are_shortened_at_a_space():
    assert shortened("A short title", 13, 300) == "A short title"
    assert shortened("A title that goes on and on", 13, 100) == f"A title that{ELLIPSIS}"
    assert room(shortened("A title that goes on and on", 13, 100), 13) <= 100
    assert shortened("Unbreakable", 13, 20) == ""
