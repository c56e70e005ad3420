"""What changed of late: the front page's news of dossiers, its corrections, and what other languages have more of."""

import datetime as dt

import pytest
from django.utils import timezone

from newsroom.public import reading
from tests.public import payloads
from tests.public.conftest import DAY, THEN, canonical, new_uid, publish, withdraw
from tests.public.reader import read
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db

LANGUAGES = pytest.mark.parametrize("language", ["en", "fr", "ar", "az"])
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def sides():
    """The facets of a record that involves both countries of a dossier."""
    return [("country", put("actor", name, kind="country").uid) for name in ("Algeria", "Azerbaijan")]


def put_dossier(title, sides, **fields):
    payload = payloads.dossier(title, [uid for _, uid in sides])
    card = canonical({"kind": None, "label": title, "pair": payload["pair"]})
    return publish("dossier", new_uid(), label=title, payload=payload, card=card, facets=sides, **fields)


def put_new(record, title, sides, *, ago=HOUR, **fields):
    moment = timezone.now() - ago
    return put(record, title, facets=sides, live_from=moment, fields={"first_published_at": moment, **fields})


def put_corrected(record, title, *, at=THEN, note="The day was wrong.", **given):
    return put(record, title, live_from=at, fields={"action": "corrected", "note": note}, **given)


# The week of a dossier


def test_front_page_says_what_a_week_brought_to_a_dossier(client, sides):
    put_dossier("Algeria and Azerbaijan", sides)
    put_new("event", "Visit of this week", sides, ago=2 * HOUR)
    put_new("event", "Talks of this week", sides)
    put_new("agreement", "Treaty of this week", sides, ago=3 * HOUR)

    text = read(client, "/en/").text

    assert "Algeria and Azerbaijan New this week 2 events 1 agreement Talks of this week" in text


def test_week_of_a_dossier_leaves_out_what_is_older_of_others_or_not_public(client, sides):
    put_dossier("Algeria and Azerbaijan", sides)
    put_new("event", "Of last month", sides, ago=30 * DAY)
    first = put_new("event", "Revised", sides, ago=30 * DAY)
    put("event", "Revised again", uid=first.uid, facets=sides, live_from=timezone.now() - HOUR, fields={"first_published_at": first.first_published_at})  # fmt: skip
    put_new("event", "Of one side", sides[:1])
    put_new("event", "Ahead", sides, ago=-DAY)
    withdraw(put_new("event", "Withdrawn", sides, ago=2 * HOUR), timezone.now() - HOUR)
    put("event", "D’autrui", language="fr", facets=sides, live_from=timezone.now() - HOUR)

    page = read(client, "/en/")

    assert "Algeria and Azerbaijan Nothing new this week" in page.text
    assert "Ahead" not in page.text
    assert "Withdrawn" not in page.text


def test_news_are_of_the_dossiers_asked_about(sides):
    dossier, other = put_dossier("Pair", sides), put_dossier("Another", sides)
    put_new("event", "Visit", sides)

    found = reading.lately("en", [dossier.uid]).news

    assert list(found) == [dossier.uid]
    assert [(one.kind, one.title, one.number) for one in found[dossier.uid]] == [("event", "Visit", 1)]
    assert other.uid not in found


# Languages with less


def test_front_page_of_a_language_with_less_says_so_and_leads_to_the_others(client):
    both = put("article", "Talks")
    put("article", "Entretiens", uid=both.uid, language="fr")
    put("article", "Only in English")

    page = read(client, "/fr/")

    assert "Only in English" in page.text
    assert page.all("a", lang="en", dir="ltr")
    assert page.all("a", href="/en/articles", lang="en", hreflang="en")
    assert "Talks" not in page.text


def test_front_page_of_the_language_with_the_most_makes_no_excuses(client):
    both = put("article", "Talks")
    put("article", "Entretiens", uid=both.uid, language="fr")
    put("article", "À venir", language="fr", live_from=timezone.now() + DAY)

    page = read(client, "/en/")

    assert page.all("section", **{"class": "elsewhere"}) == []
    assert page.all("p", **{"class": "tally"}) == []


# Corrections


@LANGUAGES
def test_corrections_are_listed_with_note_and_record_in_each_language(client, language):
    edition = put_corrected("event", "Visit", note="It was a Tuesday.", language=language)

    page = read(client, f"/{language}/corrections")

    assert page.all("html") == [{"lang": language, "dir": "rtl" if language == "ar" else "ltr"}]
    assert "It was a Tuesday." in page.text
    assert page.links(f"/{language}/events/") == [f"/{language}/events/{edition.slug}"]
    assert set(page.hreflang()) == {"en", "fr", "ar", "az", "x-default"}


def test_note_that_set_several_records_right_is_shown_once(client):
    for title in ("Visit", "Talks"):
        put_corrected("event", title)
    put_corrected("agreement", "Treaty", at=THEN + DAY)

    page = read(client, "/en/corrections")

    assert page.text.count("The day was wrong.") == 2
    assert page.text.index("Treaty") < page.text.index("Visit")
    assert len(page.all("time")) == 2


def test_correction_stays_listed_under_the_present_title_after_later_editions(client):
    first = put_corrected("event", "Visit on Monday")
    put("event", "Visit on Tuesday", uid=first.uid, live_from=THEN + DAY)

    text = read(client, "/en/corrections").text

    assert "The day was wrong. Visit on Tuesday" in text
    assert "Visit on Monday" not in text


@pytest.mark.parametrize("path", ["/en/corrections", "/en/"])
def test_corrections_leave_out_what_is_withdrawn_ahead_or_in_another_language(client, path):
    withdraw(put_corrected("event", "Taken back", note="Note of what is gone."), THEN + DAY)
    put_corrected("event", "To come", at=timezone.now() + DAY, note="Note ahead.")
    put_corrected("event", "Ailleurs", language="fr", note="Note française.")
    pending = put("event", "Public")
    put_corrected("event", "Public corrected", uid=pending.uid, at=timezone.now() + DAY, note="Note pending.")

    text = read(client, path).text

    assert "Note" not in text
    assert "Taken back" not in text
    assert "To come" not in text


def test_correction_of_what_was_withdrawn_and_published_anew_is_not_brought_back():
    first = put_corrected("event", "Visit")
    withdraw(first, THEN + DAY)
    put("event", "Visit anew", uid=first.uid, live_from=THEN + 2 * DAY)

    assert reading.corrections("en") == ([], None)


def test_corrections_follow_page_after_page(client):
    for number in range(65):
        put_corrected("event", f"Visit {number:02}", at=THEN + number // 2 * DAY, note=f"Note {number // 2:02}.")

    found, path = [], "/en/corrections"
    while path:
        page = read(client, path)
        found.append(len(page.links("/en/events/")))
        path = next((attrs["href"] for attrs in page.all("a", rel="next")), None)

    assert found == [30, 30, 5]


@pytest.mark.parametrize("cursor", ["forged", "x" * 1001])
def test_cursor_that_was_not_given_is_refused(client, cursor):
    assert client.get(f"/en/corrections?cursor={cursor}").status_code == 400


def test_corrections_are_kept_no_longer_than_to_the_next_one(client):
    edition = put("post", "Minister")
    put_corrected("post", "Minister of State", uid=edition.uid, at=timezone.now() + dt.timedelta(seconds=30))

    ages = [client.get(path)["Cache-Control"].rpartition("=")[2] for path in ("/en/corrections", "/en/")]

    assert all(20 <= int(age) < 30 for age in ages)
