"""Calendars: which events are in them, how they are told, and that programs of others can read them."""

import datetime as dt

import icalendar
import pytest
from django.utils import timezone

from newsroom.public.api.formats.calendars import days_of
from tests.public import payloads
from tests.public.conftest import DAY, THEN, withdraw
from tests.public.following import countries, put_dossier, queries
from tests.public.reader import read
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db
SOME = pytest.mark.parametrize("number", [1, 3])
LONGEST_LINE = 75


def calendar(client, what: str = "all", language: str = "en") -> icalendar.Calendar:
    response = client.get(f"/{language}/calendar/{what}.ics")
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    lines = response.content.split(b"\r\n")
    assert lines.pop() == b""
    assert [line for line in lines if len(line) > LONGEST_LINE or b"\n" in line] == []
    found = icalendar.Calendar.from_ical(response.content)
    assert [one.errors for one in found.walk() if one.errors] == []
    return found


def events(client, what: str = "all", language: str = "en") -> list[icalendar.Event]:
    return calendar(client, what, language).walk("VEVENT")


def summaries(client, what: str = "all", language: str = "en") -> list[str]:
    return [str(event["SUMMARY"]) for event in events(client, what, language)]


def on(day: str, end: str | None = None) -> dict:
    """The fields of an event on a day, or from one to another."""
    return {"date": payloads.fuzzy(day, day, end)}


def dated(edtf: str) -> dict:
    return {"date": {**payloads.fuzzy(edtf), "edtf": edtf}}


def test_event_is_told_as_days_of_a_calendar(client):
    place = put("place", "Baku")
    minister, post = put("actor", "Ahmed Attaf"), put("post", "Foreign minister of Algeria")
    office = {
        "post": {"$must": post.uid},
        "title": "Minister of Foreign Affairs",
        "organisation": None,
        "country": None,
    }
    row = {"actor": {"$must": minister.uid}, "name": None, "post_at_the_time": office, "holder_named": True,
           "role": "visitor", "side": None, "capacity": None, "note": ""}  # fmt: skip
    event = put(
        "event", "Visit; the first, of two", slug="visit", summary="Talks\nand more", places=[{"$must": place.uid}],
        participants=[row], **on("2025-11-03", "2025-11-04"),
    )  # fmt: skip

    (found,) = events(client)

    assert str(found["UID"]) == f"tag:testserver,2026:event/{event.uid}:en"
    assert found["DTSTART"].to_ical() == b"20251103"
    assert found["DTSTART"].params["VALUE"] == "DATE"
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (dt.date(2025, 11, 3), dt.date(2025, 11, 5))
    assert (str(found["SUMMARY"]), str(found["LOCATION"])) == ("Visit; the first, of two", "Baku")
    assert str(found["DESCRIPTION"]) == (
        "Talks\nand more\n\n– Ahmed Attaf, Minister of Foreign Affairs\n\nhttp://testserver/en/events/visit"
    )
    assert (str(found["STATUS"]), found["SEQUENCE"], str(found["TRANSP"])) == ("CONFIRMED", 1, "TRANSPARENT")
    assert str(found["URL"]) == "http://testserver/en/events/visit"
    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == found["CREATED"].dt == THEN
    assert "ATTENDEE" not in found


def test_words_say_their_language(client):
    event = put("event", "Visit")
    put("event", "زيارة", uid=event.uid, language="ar")

    (found,) = events(client, language="ar")

    assert [found[name].params["LANGUAGE"] for name in ("SUMMARY", "DESCRIPTION", "CATEGORIES")] == ["ar"] * 3
    assert str(found["UID"]).endswith(":ar")
    assert calendar(client, language="ar")["NAME"].params["LANGUAGE"] == "ar"


def test_events_of_other_languages_are_told_in_the_nearest(client):
    put("event", "Visite", language="fr", fields={"original_language": "fr"})
    both = put("event", "Talks")
    put("event", "Pourparlers", uid=both.uid, language="fr")

    assert sorted(summaries(client, language="az")) == ["Talks", "Visite"]
    assert sorted(summaries(client, language="fr")) == ["Pourparlers", "Visite"]
    assert {event["SUMMARY"].params["LANGUAGE"] for event in events(client, language="az")} == {"en", "fr"}


def test_long_titles_in_any_script_are_folded_between_letters(client):
    title = "محادثات سياسية بين وزيري الشؤون الخارجية " * 5
    put("event", title.strip(), language="ar", slug="talks", summary="Müşavirə " * 40)

    (found,) = events(client, language="ar")

    assert str(found["SUMMARY"]) == title.strip()


@pytest.mark.parametrize(
    ("status", "told", "summary"),
    [
        ("planned", "TENTATIVE", "Visit"),
        ("confirmed", "CONFIRMED", "Visit"),
        ("held", "CONFIRMED", "Visit"),
        ("cancelled", "CANCELLED", "Cancelled: Visit"),
        ("postponed", "CANCELLED", "Postponed: Visit"),
        ("unconfirmed", "TENTATIVE", "Unconfirmed: Visit"),
    ],
)
def test_status_is_told(client, status, told, summary):
    put("event", "Visit", status=status)

    (found,) = events(client)

    assert (str(found["STATUS"]), str(found["SUMMARY"])) == (told, summary)


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2025-04-21", ("2025-04-21", "2025-04-22")),
        ("2025-12-31", ("2025-12-31", "2026-01-01")),
        ("2025-11-03/2025-11-04", ("2025-11-03", "2025-11-05")),
        ("2025-04-21?", None),
        ("2025-04-21~", None),
        ("2025-11-03/2025-11-04?", None),
        ("2025-04", None),
        ("2025", None),
        ("2025-04-XX", None),
        ("2025-04/2025-05", None),
        ("2025-04-21/..", None),
        ("../2025-04-21", None),
        ("[2025-04-21..2025-04-23]", None),
        ("[2025-04-21,2025-04-23]", None),
    ],
)
def test_only_events_known_to_the_day_have_days(edtf, days):
    found = days_of({"date": {"edtf": edtf}})

    assert (found and tuple(day.isoformat() for day in found)) == days


def test_events_not_known_to_the_day_are_left_out(client):
    put("event", "Some day in April", **dated("2025-04"))
    put("event", "On the day")

    assert summaries(client) == ["On the day"]


def test_next_edition_counts_up_and_tells_its_correction(client):
    event = put("event", "Visit")
    put("event", "Visit of two days", uid=event.uid, live_from=THEN + DAY,
        fields={"action": "corrected", "note": "It took two days."})  # fmt: skip

    (found,) = events(client)

    assert (str(found["SUMMARY"]), found["SEQUENCE"]) == ("Visit of two days", 2)
    assert (found["CREATED"].dt, found["DTSTAMP"].dt) == (THEN, THEN + DAY)
    assert "It took two days." in str(found["DESCRIPTION"])


def test_diary_is_in_order_of_dates(client):
    for day in (3, 1, 2):
        moment = dt.datetime(2025, 4, day, tzinfo=dt.UTC)
        put("event", f"Day {day}", fields={"sort_date": moment}, **on(f"2025-04-0{day}"))

    assert summaries(client) == ["Day 1", "Day 2", "Day 3"]


def test_calendar_of_a_dossier_has_the_events_of_both_countries(client):
    forum = put("actor", "Forum")
    sides = countries(member_of=[{"organisation": {"$must": forum.uid}}])
    dossier = put_dossier(sides)
    both = [("country", side.uid) for side in sides]
    put("event", "Of both", facets=both)
    put("event", "Of one", facets=both[:1])
    put("event", "Summit", facets=[both[0], ("forum", forum.uid)])

    assert sorted(summaries(client, "dossier/AZE-DZA")) == ["Of both", "Summit"]
    found = calendar(client, "dossier/AZE-DZA")
    assert str(found["NAME"]) == str(found["X-WR-CALNAME"]) == "Algeria and Azerbaijan – Communiqué"
    assert str(found["URL"]) == f"http://testserver/en/dossiers/{dossier.slug}"
    assert str(found["SOURCE"]) == "http://testserver/en/calendar/dossier/AZE-DZA.ics"


def test_calendar_of_a_series_has_its_meetings(client):
    series = put("series", "Consultations")
    put("event", "Second round", facets=[("series", series.uid)])
    put("event", "Visit")

    assert summaries(client, f"series/{series.uid}") == ["Second round"]


# What they never tell


def test_nothing_that_is_not_public_is_in_a_calendar(client):
    sides, series = countries(), put("series", "Consultations")
    put_dossier(sides)
    facets = [("series", series.uid), *(("country", side.uid) for side in sides)]
    put("event", "Known", facets=facets, status="planned")
    put("event", "qzx ahead", facets=facets, status="planned", live_from=timezone.now() + DAY)
    withdraw(put("event", "qzx gone", facets=facets), THEN + DAY, note="qzx reason")
    rewritten = put("event", "qzx as it was", facets=facets)
    put("event", "Rewritten", uid=rewritten.uid, facets=facets, live_from=THEN + DAY)
    put("event", "qzx as it will be", uid=rewritten.uid, facets=facets, live_from=timezone.now() + DAY)
    hidden = put("actor", "qzx minister", live_from=timezone.now() + DAY)
    row = {"actor": {"$must": hidden.uid}, "name": "qzx name", "post_at_the_time": None}
    put("event", "With nobody", facets=facets, participants=[row])

    for what in ("all", "dossier/AZE-DZA", f"series/{series.uid}"):
        response = client.get(f"/en/calendar/{what}.ics")
        assert sorted(summaries(client, what)) == ["Known", "Rewritten", "With nobody"]
        assert "qzx" not in response.text.replace("\r\n ", "")


def test_calendar_of_what_was_withdrawn_is_gone_with_its_reason(client):
    series, dossier = put("series", "Consultations"), put_dossier(countries())
    for one in (series, dossier):
        withdraw(one, THEN + DAY)

    for what in (f"series/{series.uid}", "dossier/AZE-DZA"):
        assert "An error of fact." in read(client, f"/en/calendar/{what}.ics", 410).text


def test_calendar_of_what_was_never_public_is_not_found(client):
    ahead = put("series", "qzx", live_from=timezone.now() + DAY)

    for what in (f"series/{ahead.uid}", "dossier/AZE-DZA", "dossier/x"):
        assert "qzx" not in read(client, f"/en/calendar/{what}.ics", 404).text


# As responses


def test_calendar_is_validated_and_the_same_again(client):
    put("event", "Visit")
    first = client.get("/az/calendar/all.ics")
    again = client.get("/az/calendar/all.ics", headers={"If-None-Match": first["ETag"]})

    assert (first["Cache-Control"], first["Content-Language"]) == ("public, max-age=60", "az")
    assert "Accept-Language" not in first.get("Vary", "")
    assert again.status_code == 304


def test_pair_out_of_order_leads_to_the_proper_calendar(client):
    response = client.get("/en/calendar/dossier/DZA-AZE.ics")

    assert (response.status_code, response["Location"]) == (301, "/en/calendar/dossier/AZE-DZA.ics")


@SOME
def test_queries_of_calendars(client, number):
    sides, series = countries(), put("series", "Consultations")
    put_dossier(sides)
    facets = [("series", series.uid), *(("country", side.uid) for side in sides)]
    for one in range(number):
        put("event", f"Visit {one}", facets=facets)

    # The events; the cards.
    assert queries(client, "/en/calendar/all.ics") == 2
    # The series; its events; the cards.
    assert queries(client, f"/en/calendar/series/{series.uid}.ics") == 3
    # The dossier and its countries; the events; the cards.
    assert queries(client, "/en/calendar/dossier/AZE-DZA.ics") == 3
