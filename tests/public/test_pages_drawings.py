"""The drawings of a dossier's page say what the API says, and so do the lists and tables beside them."""

import pytest
from django.utils import timezone

from tests.public.conftest import DAY, THEN, withdraw
from tests.public.drawn import classed, described, drawings, words
from tests.public.reader import read
from tests.public.test_drawing import date
from tests.public.test_pages import put
from tests.public.test_pages_dossier import PAGE, of_both, put_visit, sides

__all__ = ["sides"]
pytestmark = pytest.mark.django_db


def drawn(client, path: str = PAGE) -> dict:
    return drawings(client.get(path).content.decode())


def part(client, name: str):
    return client.get(f"/api/v1/dossiers/AZE-DZA/{name}").json()[name]


def titles(drawing) -> list[str]:
    return [words(link.find("title")) for link in drawing.iter("a")]


@pytest.fixture
def visited(sides):
    azerbaijan, algeria = sides
    for edtf in ("2022-08", "2025-04-21", "2025-11-03/2025-11-04"):
        put_visit(f"To Baku {edtf}", sides, algeria, azerbaijan, date=date(edtf))
    put_visit("To Algiers", sides, azerbaijan, algeria, date=date("../2023?"))
    put_visit("Not held", sides, azerbaijan, algeria, date=date("2024"), status="cancelled")


def by_year(results: list[dict]) -> dict[str, int]:
    """As a partner would count them from the API's answer."""
    found: dict[str, int] = {}
    for event in results:
        start, end = event["date"]["start"], event["date"]["end"]
        year = start[:4] if start and end and start[:4] == end[:4] else "not known"
        found[year] = found.get(year, 0) + (event["status"] == "held")
    return {year: number for year, number in found.items() if number}


def test_visits_chart_has_the_numbers_of_the_api(client, visited):
    chart = drawn(client)["visits-title"]

    years = [words(one) for one in classed(chart, "year")]
    values = [int(words(one)) for one in classed(chart, "value")]
    for side, way in enumerate(part(client, "visits")):
        numbers = dict(zip(years, values[side::2], strict=True))
        assert {year: number for year, number in numbers.items() if number} == by_year(way["results"])
    assert years == ["2022", "2023", "2024", "2025", "not known"]


def test_visits_table_has_the_numbers_of_the_chart(client, visited):
    page = read(client, PAGE)

    assert described(drawn(client)["visits-title"])
    assert page.all("table", **{"class": "numbers"})
    table = page.text.partition("As a table Visits by year Year")[2]
    assert "2022 0 1 2023 0 0 2024 0 0 2025 0 2 not known 1 0" in table


def test_visits_that_are_not_held_are_listed_as_such(client, visited):
    assert "2024 Not held cancelled" in read(client, PAGE).text


def put_rounds(sides, *rounds: tuple[int, str]) -> None:
    series = put("series", "Consultations")
    for ordinal, edtf in rounds:
        place = {"series": {"$ref": series.uid}, "ordinal": ordinal, "body": None}
        given = {"kind": "consultation_round", "series": place, "date": date(edtf)}
        put("event", f"Round {ordinal}", facets=of_both(sides), **given)


def test_rounds_are_drawn_with_the_gaps_of_the_api(client, sides):
    put_rounds(sides, (1, "2023-11-29"), (2, "2025-04-21"), (4, "2026-01-15"))

    drawing = drawn(client)["rounds-title-1"]

    ((series),) = part(client, "rounds")
    assert [int(words(one)) for one in classed(drawing, "ordinal-in")] == [one["ordinal"] for one in series["results"]]
    gaps = [one["days_since_previous"] for one in series["results"][1:]]
    assert (
        [words(one) for one in classed(drawing, "value")] == [f"{gap} days" for gap in gaps] == ["509 days", "269 days"]
    )
    assert [words(one) for one in classed(drawing, "missing-number")] == ["3"]
    assert described(drawing)


def test_rounds_are_listed_as_they_are_drawn(client, sides):
    put_rounds(sides, (1, "2023-11-29"), (2, "2025-04-21"), (4, "2026-01-15"))

    text = read(client, PAGE).text

    assert "269 days later 1 round between them is not known 4 15 January 2026 Round 4" in text


@pytest.fixture
def several(sides):
    put("event", "Fuzzy", facets=of_both(sides), date=date("[2022-07-31..2022-08-30]"))
    put("event", "Known", facets=of_both(sides), kind="signing", date=date("2025-11-04"))
    put("event", "Open", facets=of_both(sides), kind="talks", date=date("../2023"))
    put("event", "Ahead", facets=of_both(sides), kind="summit", date=date("2026"), status="planned")


def test_timeline_draws_the_events_of_the_api_each_once(client, several):
    drawing = drawn(client)["timeline-title"]

    events = [*part(client, "timeline"), *part(client, "planned")]
    assert sorted(titles(drawing)) == sorted(f"{one['date']['label']}: {one['title']}" for one in events)
    assert described(drawing)


def test_timeline_draws_a_date_within_a_range_as_a_span(client, several):
    drawing = drawn(client, f"{PAGE}?from=2022&to=2022")["timeline-title"]

    (fuzzy,) = classed(drawing, "range")
    # From 31 July to the end of 30 August, of 960 parts of the year; a visit has round ends of five parts.
    left, width = 960 * 211 / 365, 960 * 31 / 365
    moved, _, drawn_on = fuzzy.find("path").get("d").partition("h")
    assert float(moved.strip("M").split()[0]) == pytest.approx(left + 5, abs=0.01)
    assert float(drawn_on.partition("a")[0]) == pytest.approx(width - 10, abs=0.01)


def test_timeline_tells_what_it_draws_by_shape(client, several):
    drawing = drawn(client)["timeline-title"]

    forms = {
        titles(drawing)[n].rpartition(" ")[2]: link.get("class").split() for n, link in enumerate(drawing.iter("a"))
    }
    assert forms == {"Fuzzy": ["range"], "Known": ["day"], "Open": ["until"], "Ahead": ["range", "ahead"]}
    fills = {link.get("class"): link.find("path").get("fill") for link in drawing.iter("a")}
    assert (fills["until "], fills["range ahead"]) == ("url(#fades-in)", "url(#hatched)")


def test_marks_lead_to_their_line_of_the_list(client, several):
    page = read(client, PAGE)

    lines = {f"#{attrs['id']}" for attrs in page.all("li") if attrs.get("id", "").startswith("event-")}
    marks = [link.get("href") for link in drawn(client)["timeline-title"].iter("a")]
    assert len(marks) == len(set(marks)) == 4
    assert set(marks) <= lines
    assert len(lines) == 4


def test_years_can_be_chosen_without_a_script(client, several):
    page = read(client, f"{PAGE}?from=2025&to=2025&on=2025-04-21")

    assert "1 of 3 events may lie in these years. 4 November 2025 Known" in page.text
    assert "?on=2025-04-21&from=2022&to=2022#timeline" in page.links("?")
    assert page.all("a", href="?on=2025-04-21&from=2025&to=2025#timeline", **{"aria-current": "true"})
    assert page.all("link", rel="canonical", href=f"http://testserver{PAGE}")
    assert page.all("meta", name="robots", content="noindex")
    assert not read(client, PAGE).all("meta", name="robots")


def test_years_with_nothing_in_them_say_so(client, several):
    assert "None known." in read(client, f"{PAGE}?from=2030").text


@pytest.mark.parametrize(
    "query",
    ["from=22", "from=2022.5", "from=2025&to=2022", "to=99999", "from=2022&from=2023", "to=%D9%A2%D9%A0%D9%A2%D9%A2"],
)
def test_years_that_cannot_be_understood_are_refused(client, several, query):
    assert client.get(f"{PAGE}?{query}").status_code == 400


def test_years_left_empty_are_all_years(client, several):
    assert "may lie in these years" not in read(client, f"{PAGE}?from=&to=").text


def test_forms_carry_on_what_else_is_asked_for(client, several, sides):
    put("post", "Foreign Minister", facets=of_both(sides)[:1])

    page = read(client, f"{PAGE}?from=2022&on=2025-04-21")

    assert len(page.all("input", type="hidden", name="from", value="2022")) == 2
    assert page.all("input", type="hidden", name="on") == [{"type": "hidden", "name": "on", "value": "2025-04-21"}]


def test_what_is_not_public_is_not_drawn(client, several, sides):
    put("event", "Scheduled", facets=of_both(sides), live_from=timezone.now() + DAY)
    withdraw(put("event", "Withdrawn", facets=of_both(sides)), THEN + DAY)

    assert len(titles(drawn(client)["timeline-title"])) == 4


def test_titles_in_another_language_say_so(client, several, sides):
    put("event", "Titre", language="fr", facets=of_both(sides), date=date("2024"), fields={"original_language": "fr"})

    (mark,) = [link for link in drawn(client)["timeline-title"].iter("a") if "Titre" in words(link)]

    assert [one.get("lang") for one in (mark.find("title"), mark.find("text"))] == ["fr", "fr"]
