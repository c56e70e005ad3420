"""Tenures drawn over time: numbers against the API's own dates, and the list that says the same in words."""

import datetime as dt

import pytest

from newsroom.public.pages.drawing.tenures import chart
from newsroom.public.pages.holding import titled
from tests.public.payloads import fuzzy
from tests.public.reader import read
from tests.public.test_pages import path_of, put

TODAY = dt.date(2026, 12, 31)


def held(start=None, end=None, attested=()) -> dict:
    return {"start": start, "end": end, "attested": list(attested)}


def day(iso: str) -> dict:
    return {**fuzzy(iso, iso), "edtf": iso}


def month(iso: str, last: str) -> dict:
    return {**fuzzy(iso, f"{iso}-01", f"{iso}-{last}"), "edtf": iso}


def drawn(tenure: dict, **more) -> dict[str, list[tuple[float, float]]]:
    """Spans by kind, as numbers."""
    found: dict[str, list] = {}
    (row,) = chart([tenure], TODAY, **more)["rows"]
    for one in (*row["lane"]["bars"], *row["lane"]["marks"]):
        found.setdefault(one["kind"], []).append((number(one["x"]), number(one["width"])))
    return found


def number(part: str) -> float:
    return float(part.removesuffix("%"))


def test_tenure_without_end_lasts_until_today():
    found = drawn(held(start=day("2025-01-01")))

    # Two years: all of them.
    assert found == {"sure": [(0.0, 100.0)]}


def test_tenure_ends_where_it_is_known_to_end_and_may_last_as_long_as_its_end_is_not_known_to_the_day():
    found = drawn(held(start=day("2023-01-01"), end=month("2024-12", "31")))

    # Four years of 1461 days: until 1 December 2024 certainly, until the 31st perhaps.
    assert found["sure"] == [(0.0, round(100 * 701 / 1461, 2))]
    assert found["perhaps"] == [(round(100 * 700 / 1461, 2), round(100 * 31 / 1461, 2))]


def test_tenure_that_is_only_attested_is_drawn_between_its_attestations_and_open_at_both_ends():
    found = drawn(held(attested=[day("2025-03-01"), day("2026-03-01")]))

    start, end = 100 * 59 / 730, 100 * 425 / 730
    assert found["between"] == [(round(start, 2), round(100 * 366 / 730, 2))]
    assert "sure" not in found
    assert found["open"] == [(round(start - 3, 2), 3.0), (round(end, 2), 3.0)]
    assert [x for x, _ in found["mark"]] == [round(start, 2), round(100 * 424 / 730, 2)]


def test_attestation_that_is_not_known_to_the_day_is_a_span_and_one_without_end_runs_to_the_edge():
    open_ended = {**day("2025-07-02"), "edtf": "2025-07-02/..", "end": None, "precision": "open"}

    found = drawn(held(attested=[month("2025-01", "31"), open_ended]))

    assert found["within"][0] == (0.0, round(100 * 31 / 730, 2))
    assert found["within"][1] == (round(100 * 182 / 730, 2), round(100 * 548 / 730, 2))


def test_known_end_proves_no_earlier_day():
    found = drawn(held(end=day("2025-12-31")))

    assert set(found) == {"open"}
    assert found["open"] == [(round(100 * 364 / 730 - 3, 2), 3.0)]


def test_mirrored_drawing_begins_at_the_right():
    tenure = held(start=day("2023-01-01"), end=day("2023-12-31"), attested=[day("2023-06-01")])

    plain, mirrored = drawn(tenure), drawn(tenure, mirrored=True)

    assert plain.keys() == mirrored.keys()
    for kind, spans in plain.items():
        turned = [(round(100 - x - width, 1), width) for x, width in spans]
        assert [(round(x, 1), width) for x, width in mirrored[kind]] == turned


def test_axis_names_no_more_years_than_there_is_room_for():
    many = chart([held(start=day("1999-05-01"))], TODAY)

    named = [year["name"] for year in many["years"] if year["name"]]
    assert (len(many["years"]), len(named)) == (28, 7)
    assert named[0] == "1999"


def test_nothing_is_drawn_without_dates():
    assert chart([held()], TODAY) == {"years": [], "rows": [{**held(), "lane": None}], "kinds": []}


def test_charts_of_a_page_have_one_axis():
    earlier = held(start=day("2019-02-01"), end=day("2020-02-01"))

    found = chart([held(start=day("2025-01-01"))], TODAY, beside=[earlier])

    assert found["years"][0]["name"] == "2019"


def test_title_of_an_attestation_is_that_of_the_day_unless_it_changed_meanwhile():
    titles = [
        {"title": "Minister", "valid": None},
        {"title": "Minister of State", "valid": {"edtf": "2025-04-21/.."}},
    ]
    post = {"title": "Minister of State", "titles": titles}

    assert titled(day("2025-04-20"), post)["title"] == "Minister"
    assert titled(day("2025-04-21"), post)["title"] == "Minister of State"
    assert titled(month("2025-04", "30"), post)["title"] == ""


# On the page


def tenure_of(post, **given) -> dict:
    return {
        "key": "t", "post": {"$must": post.uid}, "title": post.title, "titles": [], "role": "minister",
        "organisation": None, "country": None, "start": None, "end": None, "acting": False, "attested": [],
        "start_cause": "", "end_cause": "", "sources": [], **given,
    }  # fmt: skip


@pytest.mark.django_db
def test_drawing_on_a_persons_page_is_of_the_dates_that_the_api_gives(client):
    minister, envoy = put("post", "Foreign Minister"), put("post", "Ambassador")
    posts = [
        tenure_of(minister, attested=[day("2023-11-29"), day("2025-04-21")]),
        tenure_of(envoy, start=day("2019-01-01"), end=day("2020-12-31")),
    ]
    edition = put("actor", "Ahmed Attaf", posts=posts)

    page = read(client, path_of(edition))
    told = client.get(f"/api/v1/actors/{edition.uid}/posts").json()["results"]

    lanes = [attrs["aria-label"] for attrs in page.all("svg", **{"class": "lane"})]
    assert lanes == ["Ambassador: From 2019-01-01; To 2020-12-31", "Foreign Minister: Attested 2023-11-29; 2025-04-21"]
    marks = page.all("rect", **{"class": "mark"})
    by_title = {post["title"]: post for post in told}
    # One more, in the key.
    assert len(marks) - 1 == len(by_title["Foreign Minister"]["attested"])
    (sure,) = [attrs for attrs in page.all("rect", **{"class": "sure"}) if attrs["width"] != "100%"]
    years = page.all("line", **{"class": "grid"})
    first, last = (dt.date.fromisoformat(by_title["Ambassador"][end]["start"]) for end in ("start", "end"))
    days = (dt.date(2019 + len(years) // 2, 1, 1) - dt.date(2019, 1, 1)).days
    assert number(sure["width"]) == round(100 * ((last - first).days + 1) / days, 2)


@pytest.mark.django_db
def test_list_beside_the_drawing_says_the_same(client):
    minister = put("post", "Foreign Minister")
    edition = put("actor", "Ahmed Attaf", posts=[tenure_of(minister, attested=[day("2023-11-29")])])

    page = read(client, path_of(edition))

    assert "Foreign Minister start and end not known" in page.text
    assert "Attested 2023-11-29" in page.text
    (lane,) = page.all("svg", **{"class": "lane"})
    assert lane["role"] == "img"


@pytest.mark.django_db
def test_drawing_is_mirrored_in_arabic(client):
    minister = put("post", "Foreign Minister")
    posts = [tenure_of(minister, start=day("2023-01-01"), end=day("2023-12-31"))]
    english = put("actor", "Ahmed Attaf", posts=posts)
    arabic = put("actor", "أحمد عطاف", uid=english.uid, language="ar", slug="ahmad-ataf", posts=posts)

    bars = [
        next(attrs for attrs in read(client, path_of(one)).all("rect", **{"class": "sure"}) if attrs["width"] != "100%")
        for one in (english, arabic)
    ]

    assert bars[0]["width"] == bars[1]["width"]
    assert number(bars[1]["x"]) == pytest.approx(100 - number(bars[0]["x"]) - number(bars[0]["width"]), abs=0.02)
