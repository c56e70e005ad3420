"""Agreements, figures, organisations and disputes are drawn with the API's numbers, and their tables say them again."""

import pytest
from django.utils.translation import override

from newsroom.public.pages.charts import charts_of
from newsroom.public.pages.charts.register import register
from newsroom.public.pages.charts.trade import trade
from tests.public import payloads
from tests.public.conftest import DAY, THEN
from tests.public.pairs import PAGE, Pair, act, answered, html, pair, texts
from tests.public.reader import read
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db
__all__ = ["pair"]


# Register


@pytest.fixture
def agreed(pair):
    parties = [{"actor": {"$must": side.uid}, "kind": "state"} for side in pair.sides]
    signed = payloads.fuzzy("4 November 2025", "2025-11-04")
    pair.put(
        "agreement",
        "Treaty",
        parties=parties,
        signed_on=signed,
        lifecycle=[act("signed", date=signed), act("ratified", pair.algeria, payloads.fuzzy("May 2026", "2026-05-01"))],
    )
    return pair


def test_register_knows_each_step_of_each_party_as_the_api_has_it(client, agreed):
    content = answered(client)

    (row,) = charts_of(content)["register"]["rows"]

    assert row["stages"] == ["proposed", "signed", "ratified", "in_force"]
    steps = {
        lane["party"]["label"]: [
            (step["act"]["date"] or {}).get("label") if step["act"] else None for step in lane["steps"]
        ]
        for lane in row["lanes"]
    }
    assert steps == {
        "Azerbaijan": [None, "4 November 2025", None, None],
        "Algeria": [None, "4 November 2025", "May 2026", None],
    }
    assert [one["date"]["label"] for one in content["agreements"][0]["lifecycle"]] == ["4 November 2025", "May 2026"]


def test_register_draws_what_all_some_or_none_have_done(client, agreed):
    (track,) = charts_of(answered(client))["register"]["drawing"]["rows"]

    assert [(mark["stage"], mark["state"], mark["when"]) for mark in track["marks"]] == [
        ("proposed", "none", ""),
        ("signed", "all", "2025"),
        ("ratified", "some", "2026"),
        ("in_force", "none", ""),
    ]
    assert texts(html(client), "lives") == ["Proposed", "Signed", "Ratified", "In force", "Treaty", "2025", "2026"]


def test_register_has_the_same_steps_in_tables(client, agreed):
    text = read(client, PAGE).text

    assert (
        "Party Proposed Signed Ratified In force Azerbaijan not known 4 November 2025 not known not known"
        " Algeria not known 4 November 2025 May 2026 not known"
    ) in text
    assert "Step Party Date Sources Signed Azerbaijan , Algeria 4 November 2025 Ratified Algeria May 2026" in text


def test_register_says_what_is_not_dated_and_has_a_column_for_a_rare_step(pair):
    agreement = payloads.agreement("Old", lifecycle=[act("terminated")], id="a", html_url="/a", language="en")

    chart = register([agreement])

    assert chart["stages"] == ["proposed", "signed", "ratified", "in_force", "terminated"]
    assert [mark["state"] for mark in chart["drawing"]["rows"][0]["marks"]] == ["none"] * 4 + ["all"]
    assert register([]) is None


# Figures


def figure(indicator, source, value, comparator, year, **given) -> dict:
    return {
        "key": f"{comparator}-{year}", "indicator": {"$must": indicator.uid}, "label": "Bilateral trade",
        "reporter": None, "partner": None, "period": None, "comparator": comparator, "value": value,
        "value_high": None, "currency": "USD", "unit": "", "printed_as": "",
        "as_of": payloads.fuzzy(year, f"{year}-01-01", f"{year}-12-31"), "note": "",
        "sources": [payloads.use(source.uid)], **given,
    }  # fmt: skip


@pytest.fixture
def traded(db):
    indicator, source = put("indicator", "Bilateral trade"), put("source", "Yearbook")
    found = [
        figure(indicator, source, "4000000", "ge", "2025"),
        figure(indicator, source, "2000000", "le", "2023"),
        figure(indicator, source, "1000000", "eq", "2022"),
        figure(indicator, source, "2000000", "between", "2024", value_high="3000000"),
    ]
    return Pair(figures=found)


def test_figures_of_several_years_are_drawn_to_scale_with_what_they_leave_open(client, traded):
    content = answered(client)
    (group,) = charts_of(content)["trade"]
    bars = group["drawing"]["bars"]

    assert [one["figure"]["as_of"]["label"] for one in bars] == ["2022", "2023", "2024", "2025"]
    assert {(one["figure"]["comparator"], one["figure"]["value"]) for one in bars} == {
        (one["comparator"], one["value"]) for one in content["trade"]
    }
    widths = [(one["sure"]["width"], one["open"] and (one["open"]["x"], one["open"]["width"])) for one in bars]
    assert widths == [("128", None), ("0", ("0", "256")), ("256", ("256", "128")), ("512", ("512", "128"))]


def test_figures_have_the_same_numbers_in_a_table(client, traded):
    page = read(client, PAGE)

    assert texts(html(client), "bars") == [
        "2022 · 1,000,000",
        "2023 · At most 2,000,000",
        "2024 · Between 2,000,000 – 3,000,000",
        "2025 · At least 4,000,000",
    ]
    assert (
        "Figure Value As of Sources Bilateral trade 1,000,000 USD 2022 1 Bilateral trade At most 2,000,000" in page.text
    )


def test_a_single_figure_is_a_card_and_what_cannot_be_compared_is_not_drawn_together(client, db):
    indicator, source = put("indicator", "Bilateral trade"), put("source", "Yearbook")
    one = figure(indicator, source, "5", "le", "2022")
    other = figure(indicator, source, "7", "eq", "2023", currency="EUR")
    Pair(figures=[one, other])

    groups = charts_of(answered(client))["trade"]

    assert [(group["unit"], group["drawing"]) for group in groups] == [("USD", None), ("EUR", None)]
    assert "Bilateral trade At most 5 USD as of 2022" in read(client, PAGE).text


def test_bars_begin_where_words_begin():
    cards = {"indicator": None, "reporter": None, "partner": None, "currency": "USD", "unit": "", "period": None}
    rows = [
        {
            **cards,
            "key": year,
            "label": "",
            "comparator": "eq",
            "value": "5",
            "value_high": None,
            "as_of": {"start": year},
        }
        for year in ("2022", "2023")
    ]

    with override("ar"):
        (group,) = trade(rows)

    assert [bar["sure"] for bar in group["drawing"]["bars"]] == [{"x": "80", "width": "640"}] * 2


# Shared organisations


@pytest.mark.parametrize(
    ("statuses", "words", "shapes"),
    [
        (("full", "full"), "Full member Full member same status", ["full", "full"]),
        (("observer", "full"), "Observer Full member status differs", ["ring", "full"]),
        (("implied", "full"), "Membership implied Full member cannot be compared", ["dotted", "full"]),
    ],
)
def test_status_in_a_shared_organisation_is_told_in_words_and_shape(client, pair, statuses, words, shapes):
    movement, source = put("actor", "Movement", kind="multilateral_organisation"), put("source", "Dispatch")
    for side, status in zip(pair.sides, statuses, strict=True):
        member = {
            "key": "m", "organisation": {"$must": movement.uid}, "status": status, "start": None, "end": None,
            "role": "", "note": "", "sources": [payloads.use(source.uid)],
        }  # fmt: skip
        put("actor", side.title, uid=side.uid, kind="country", iso3=side.slug, member_of=[member], live_from=THEN + DAY)

    content = answered(client)

    assert [one["status"] for one in content["forums"][0]["members"]] == list(statuses)
    assert [one["shape"] for one in charts_of(content)["forums"][0]["members"]] == shapes
    assert f"Movement {words} 1" in read(client, PAGE).text


# Where sources differ


def test_open_questions_come_first_and_both_are_counted(client, db):
    rows = [
        {
            "key": state, "kind": "date", "state": state, "statement": f"It is {state}", "rationale": "", "claims": [],
            "resolved_claim": None, "about": [], "sources": [],
        }
        for state in ("resolved", "open")
    ]  # fmt: skip
    Pair(disputes=rows)

    content = answered(client)

    assert [one["state"] for one in content["disputes"]] == ["resolved", "open"]
    assert content["counts"]["disputes_open"] == len(charts_of(content)["disputes"]["open"]) == 1
    text = read(client, PAGE).text
    assert "1 question is open. 1 is settled." in text
    assert text.index("It is open") < text.index("It is resolved")
