"""The diary, as a list and month by month."""

import datetime as dt

import pytest
from django.utils import timezone

from newsroom.public.pages.months import Month, weeks
from relations.values.fuzzy import FuzzyDate
from relations.values.labels import fuzzy_json
from tests.public.conftest import DAY, withdraw
from tests.public.reader import read
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db

LANGUAGES = pytest.mark.parametrize("language", ["en", "fr", "ar", "az"])


def put_event(title, edtf, *, status="held", facets=(), fields=None, **given):
    date = FuzzyDate.parse(edtf)
    days = {
        "date_lower": date.lower,
        "date_upper": date.upper,
        "sort_date": dt.datetime.combine(date.sort_date, dt.time(), dt.UTC),
    }
    return put(
        "event", title, status=status, date=fuzzy_json(date, "en"), facets=[("status", status), *facets],
        fields={**days, **(fields or {})}, **given,
    )  # fmt: skip


def day(offset: int) -> str:
    return (timezone.now() + offset * DAY).date().isoformat()


def cells(client, path) -> dict[str, str]:
    """The titles on each day that has some."""
    html = client.get(path).content.decode()
    found = {}
    for part in html.split('<time datetime="')[1:]:
        _, _, rest = part.partition("<ul>")
        titles = [one.partition("</a>")[0].rpartition(">")[2] for one in rest.partition("</td>")[0].split("<li>")[1:]]
        if "</td>" in part and "<ul>" in part.partition("</td>")[0]:
            found[part[:10]] = titles
    return found


# The list


@LANGUAGES
def test_diary_has_what_is_coming_before_what_has_been(client, language):
    titles = ("Talks soon", "Summit later", "Visit lately", "Round before")
    put_event(titles[1], day(30), status="planned", language=language)
    put_event(titles[0], day(3), status="confirmed", language=language)
    put_event(titles[2], day(-3), language=language)
    put_event(titles[3], day(-30), language=language)

    page = read(client, f"/{language}/diary")

    assert page.all("html") == [{"lang": language, "dir": "rtl" if language == "ar" else "ltr"}]
    places = [page.text.index(title) for title in titles]
    assert places == sorted(places)
    assert page.links(f"/{language}/diary/") == [f"/{language}/diary/{timezone.now():%Y-%m}"]


def test_diary_says_what_was_called_off_and_forgets_what_was_planned_for_a_day_that_has_passed(client):
    put_event("Called off", day(3), status="cancelled")
    put_event("Missed", day(-3), status="planned")

    page = read(client, "/en/diary")

    assert "Called off" in page.text
    assert page.all("span", **{"class": "chip cancelled"})
    assert "Missed" not in page.text


def test_diary_of_nothing_says_so(client):
    assert read(client, "/en/diary").all("p", **{"class": "empty"})


def test_diary_is_narrowed_by_country_and_kind_and_keeps_both_on_the_way_to_a_month(client):
    country = put("actor", "Algeria", kind="country")
    both = [("kind", "visit"), ("country", country.uid)]
    put_event("Visit of Algeria", day(3), status="planned", facets=both)
    put_event("Visit of others", day(3), status="planned", facets=both[:1])
    put_event("Old visit of Algeria", day(-3), facets=both)
    query = f"kind=visit&country={country.uid}"

    page = read(client, f"/en/diary?{query}")

    assert "Old visit of Algeria" in page.text
    assert "Visit of others" not in page.text
    assert "Country: Algeria ×" in page.text
    assert page.links("/en/diary/") == [f"/en/diary/{timezone.now():%Y-%m}?{query}"]
    assert page.hreflang()["fr"].endswith(f"/fr/diary?{query}")


@pytest.mark.parametrize("path", ["diary", "diary/2025-04"])
def test_diary_refuses_what_it_cannot_understand(client, path):
    assert client.get(f"/en/{path}?kind=nonsense").status_code == 400
    assert client.get(f"/en/{path}?country=x").status_code == 400
    assert client.get(f"/en/{path}?utm_source=x&kind=&country=").status_code == 200


# The month


def test_month_has_each_event_on_its_days(client):
    put_event("Round", "2025-11-12")
    put_event("Visit", "2025-11-03/2025-11-05")
    put_event("Over the end", "2025-11-30/2025-12-02")
    put_event("Another month", "2025-10-31")

    assert cells(client, "/en/diary/2025-11") == {
        "2025-11-03": ["Visit"],
        "2025-11-04": ["Visit"],
        "2025-11-05": ["Visit"],
        "2025-11-12": ["Round"],
        "2025-11-30": ["Over the end"],
    }
    assert list(cells(client, "/en/diary/2025-12")) == ["2025-12-01", "2025-12-02"]


def test_what_is_not_known_to_the_day_stands_below_the_month(client):
    put_event("Some day in August", "2022-08")
    put_event("End of July or August", "[2022-07-31..2022-08-30]")
    put_event("Some day in 2022", "2022")
    put_event("By 2022", "../2022")
    put_event("Since 2022", "2022/..")

    page = read(client, "/en/diary/2022-08")
    below, perhaps = page.text.split("on a day that is not known")[1].split("Perhaps in this month")

    assert cells(client, "/en/diary/2022-08") == {}
    assert "Some day in August" in below
    assert "End of July or August" in perhaps
    assert "Some day in 2022" in perhaps
    assert "By 2022" not in page.text
    assert "Since 2022" not in page.text
    assert "End of July or August" in read(client, "/en/diary/2022-07").text
    assert "Some day in August" not in read(client, "/en/diary/2022-07").text


def test_month_finds_an_event_whose_days_reach_back_before_the_date_it_is_sorted_by(client):
    put_event("Visit", "2022-08", fields={"date_lower": dt.date(2022, 7, 31), "date_upper": dt.date(2022, 8, 31)})

    assert "Visit" in read(client, "/en/diary/2022-07").text


@LANGUAGES
def test_month_speaks_its_language_and_its_week_begins_as_there(client, language):
    put_event("Round", "2025-11-12", language=language)
    names = {
        "en": ["November 2025", "Monday"],
        "fr": ["Novembre 2025", "Lundi"],
        "ar": ["نوفمبر 2025", "الأحد"],
        "az": ["Noyabr 2025", "Bazar ertəsi"],
    }

    page = read(client, f"/{language}/diary/2025-11")

    found = [word for word in map(str.strip, page.words) if word in names[language]]
    assert list(dict.fromkeys(found)) == names[language]
    assert page.all("html") == [{"lang": language, "dir": "rtl" if language == "ar" else "ltr"}]
    assert page.links(f"/{language}/diary/2025-1") == [
        f"/{language}/diary/2025-11",
        f"/{language}/diary/2025-10",
        f"/{language}/diary/2025-12",
    ]
    assert set(page.hreflang()) == {"en", "fr", "ar", "az", "x-default"}


def test_weeks_are_whole_and_begin_on_sunday_in_arabic_alone():
    november = Month(2025, 11)

    assert [week[0].isoformat() for week in weeks(november, "ar")][:2] == ["2025-10-26", "2025-11-02"]
    assert [week[0].isoformat() for week in weeks(november, "az")][:2] == ["2025-10-27", "2025-11-03"]
    assert {len(week) for week in weeks(november, "ar")} == {7}


def test_today_is_marked(client):
    today = timezone.now()

    assert len(read(client, f"/en/diary/{today:%Y-%m}").all("td", **{"aria-current": "date"})) == 1
    assert read(client, "/en/diary/2025-04").all("td", **{"aria-current": "date"}) == []


@pytest.mark.parametrize("month", ["2025-13", "2025-00", "2025-1", "1899-12", "2100-01", "2025-04-21", "٢٠٢٥-٠٤"])
def test_what_is_no_month_is_no_address(client, month):
    assert client.get(f"/en/diary/{month}").status_code == 404


def test_first_and_last_month_lead_only_one_way(client):
    assert read(client, "/en/diary/1900-01").all("a", rel="prev") == []
    assert read(client, "/en/diary/2099-12").all("a", rel="next") == []
    assert Month(2025, 12).beside(1) == (2026, 1)
    assert Month(2026, 1).beside(-1) == (2025, 12)


def test_month_without_events_is_kept_from_search_engines(client):
    put_event("Round", "2025-11-12")

    assert read(client, "/en/diary/2025-10").all("meta", name="robots") == [
        {"name": "robots", "content": "noindex, nofollow"}
    ]
    assert read(client, "/en/diary/2025-11").all("meta", name="robots") == []


def test_event_in_another_language_is_marked_as_such(client):
    put_event("زيارة", "2025-11-12", language="ar", fields={"original_language": "ar"})

    assert read(client, "/en/diary/2025-11").all("a", lang="ar", dir="rtl")


def test_doubt_about_a_day_is_told_beside_the_event(client):
    put_event("Round", "2025-11-12?")
    put_event("Visit", "2025-11-13")

    page = read(client, "/en/diary/2025-11")

    assert "Round uncertain" in page.text
    assert len(page.all("span", **{"class": "differ"})) == 1


# What is not public


@pytest.mark.parametrize("path", ["/en/diary", "/en/diary/2025-11", "/en/"])
def test_diary_holds_nothing_that_is_not_public(client, path):
    put_event("Scheduled", "2025-11-12", live_from=timezone.now() + DAY)
    put_event("Scheduled summit", day(3), status="planned", live_from=timezone.now() + DAY)
    withdraw(put_event("Withdrawn", "2025-11-12"), timezone.now() - DAY)
    public = put_event("Public", "2025-11-12")
    put_event("Public with a new day", "2025-11-13", uid=public.uid, live_from=timezone.now() + DAY)

    text = read(client, path).text

    assert "Scheduled" not in text
    assert "Withdrawn" not in text
    assert "Public with a new day" not in text


def test_diary_narrowed_by_a_country_that_is_not_public_holds_and_names_nothing(client):
    hidden = put("actor", "Secret", kind="country", live_from=timezone.now() + DAY)
    put_event("Visit", "2025-11-12", facets=[("country", hidden.uid)])

    for path in ("/en/diary", "/en/diary/2025-11"):
        page = read(client, f"{path}?country={hidden.uid}")
        assert page.links("/en/events/") == []
        assert "Secret" not in page.text
