"""The editions of a record: listed, compared, and never more of them than was public and still is."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsroom.public.models import Address, Edition
from newsroom.public.models.edition import BLANK, erased_slug
from tests.public import payloads
from tests.public.conftest import DAY, THEN, new_uid, publish, withdraw
from tests.public.reader import read
from tests.public.test_pages import path_of, put

pytestmark = pytest.mark.django_db


def put_editions(*titles: str, kind: str = "article", **given) -> list[Edition]:
    """Of one record, a day apart; all but the first are corrections."""
    uid = new_uid()
    return [
        put(
            kind, title, uid=uid, slug="talks", live_from=THEN + number * DAY,
            fields={"action": "corrected", "note": f"Note {number}."} if number else {}, **given,
        )
        for number, title in enumerate(titles)
    ]  # fmt: skip


# The list


def test_editions_are_listed_with_moment_and_note_the_latest_first(client):
    put_editions("Talks on Monday", "Talks on Tuesday")

    page = read(client, "/en/articles/talks/editions")

    assert "2 March 2026, 09:00 UTC Edition 2 corrected the present one What changed Note 1." in page.text
    assert "1 March 2026, 09:00 UTC Edition 1 As first published Talks on Monday" in page.text
    assert page.text.index("Edition 2") < page.text.index("Edition 1")
    assert page.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}]


def test_every_record_leads_to_its_editions(client):
    edition = put("agreement", "Visa waiver")

    assert f"{path_of(edition)}/editions" in read(client, path_of(edition)).links()


def test_correction_leads_to_the_editions(client):
    put_editions("Talks on Monday", "Talks on Tuesday")

    assert read(client, "/en/articles/talks").links().count("/en/articles/talks/editions") == 2


def test_editions_of_other_languages_are_not_listed(client):
    (english,) = put_editions("Talks")
    french = put("article", "Entretiens", uid=english.uid, language="fr")

    page = read(client, "/en/articles/talks/editions")

    assert "Entretiens" not in page.text
    assert page.hreflang()["fr"].endswith(f"{path_of(french)}/editions")


# The difference


def test_difference_marks_words_taken_out_and_put_in(client):
    put_editions("Talks on Monday", "Talks on Tuesday")

    html = client.get("/en/articles/talks/editions/2").text

    assert '<p class="words">Talks on <del>Monday</del><ins>Tuesday</ins></p>' in html
    assert '−1</span> <span class="in-count" dir="ltr">+1' in html


def test_difference_names_its_editions_and_its_correction(client):
    put_editions("Talks on Monday", "Talks on Tuesday", "Talks on Friday")

    page = read(client, "/en/articles/talks/editions/2")

    assert "From edition 1 to edition 2" in page.text
    assert "2 March 2026 Note 1." in page.text
    assert page.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}]
    assert page.links("/en/articles/talks/editions/2?") == ["/en/articles/talks/editions/2?against=3"]


@pytest.mark.parametrize(
    ("path", "between"), [("1", "1 to edition 3"), ("3?against=1", "1 to edition 3"), ("2?against=3", "2 to edition 3")]
)
def test_editions_are_compared_with_any_other_the_older_first(client, path, between):
    put_editions("Talks on Monday", "Talks on Tuesday", "Talks on Friday")

    assert f"From edition {between}" in read(client, f"/en/articles/talks/editions/{path}").text


def test_only_edition_has_nothing_to_be_compared_with(client):
    put_editions("Talks")

    assert "no other edition" in read(client, "/en/articles/talks/editions/1").text


def test_difference_leaves_out_what_is_not_public_any_more(client):
    person = put("actor", "Secret Envoy")
    uid = new_uid()
    actors = [{"actor": {"$must": person.uid}, "role": "subject"}]
    put("article", "Talks", uid=uid, slug="talks", actors=actors)
    put("article", "Talks", uid=uid, slug="talks", live_from=THEN + DAY)
    withdraw(person, THEN + 2 * DAY)

    assert "Secret Envoy" not in read(client, "/en/articles/talks/editions/2").text


def test_arabic_difference_runs_from_right_to_left(client):
    uid = new_uid()
    put("article", "محادثات الاثنين", uid=uid, language="ar", slug="a")
    put("article", "محادثات الثلاثاء", uid=uid, language="ar", slug="a", live_from=THEN + DAY)

    response = client.get("/ar/articles/a/editions/2")

    assert "محادثات <del>الاثنين</del><ins>الثلاثاء</ins>" in response.text
    assert '<html lang="ar" dir="rtl">' in response.text


@pytest.mark.parametrize("kind", sorted(payloads.PAYLOADS))
def test_every_kind_has_editions_to_compare(client, kind):
    first, second = put_editions("Name of old", "Name of now", kind=kind)
    plural = {"series": "series", "capacity": "capacities", "indicator": "figures"}.get(kind, f"{kind}s")

    text = client.get(f"/en/{plural}/talks/editions/2").text

    assert "Name of <del>old</del><ins>now</ins>" in text
    assert "Edition 1" in read(client, f"/en/{plural}/talks/editions").text


def test_dossier_has_editions_too(client):
    sides = [put("actor", name, kind="country", iso3=name[:3].upper()) for name in ("Azerbaijan", "Dza")]
    uid = new_uid()
    for number, title in enumerate(("The old pair", "The new pair")):
        payload = payloads.dossier(title, [side.uid for side in sides])
        publish("dossier", uid, label=title, slug="pair", payload=payload, live_from=THEN + number * DAY)

    text = client.get("/en/dossiers/pair/editions/2").text

    assert "The <del>old</del><ins>new</ins> pair" in text


# What must not show


def test_pending_edition_is_neither_listed_nor_compared(client):
    (first,) = put_editions("Talks on Monday")
    put("article", "Coming words", uid=first.uid, slug="coming", live_from=timezone.now() + DAY, standfirst="Soon")

    pages = [read(client, f"/en/articles/talks/editions{tail}") for tail in ("", "/1")]
    absent = client.get("/en/articles/talks/editions/3")
    refused = [client.get(f"/en/articles/talks/editions/{tail}") for tail in ("2", "1?against=2", "2?against=1")]

    assert not any(word in page.text for page in pages for word in ("Coming words", "Edition 2", "Soon"))
    assert {(answer.status_code, answer.content) for answer in refused} == {(404, absent.content)}


@pytest.mark.parametrize("tail", ["editions", "editions/1", "editions/2", "editions/1?against=2"])
def test_withdrawn_record_has_no_editions_any_more(client, tail):
    _, last = put_editions("Talks on Monday", "Talks on Tuesday")
    withdraw(last, THEN + 5 * DAY)

    page = read(client, f"/en/articles/talks/{tail}", 410)

    assert "An error of fact." in page.text
    assert "Monday" not in page.text
    assert "Tuesday" not in page.text


def test_editions_before_a_withdrawal_stay_hidden_when_the_record_returns(client):
    (first,) = put_editions("Wrong words")
    withdraw(first, THEN + DAY)
    put("article", "Right words", uid=first.uid, slug="talks", live_from=THEN + 2 * DAY)

    page = read(client, "/en/articles/talks/editions")

    assert "Wrong words" not in page.text
    assert page.links("/en/articles/talks/editions/") == ["/en/articles/talks/editions/3"]
    assert client.get("/en/articles/talks/editions/1").status_code == 404
    assert client.get("/en/articles/talks/editions/3?against=1").status_code == 404


@pytest.mark.parametrize("tail", ["editions", "editions/1"])
def test_erased_record_is_gone_with_its_editions(client, tail):
    (first,) = put_editions("Words of a person")
    publish("article", first.uid, state="withdrawn", action="erased", live_from=THEN + DAY, slug=first.uid)
    Edition.unguarded.filter(uid=first.uid, state="live").update(**{**BLANK, "slug": first.uid})
    Address.objects.filter(uid=first.uid, slug="talks").update(slug=erased_slug("talks"))

    assert "Words of a person" not in read(client, f"/en/articles/talks/{tail}", 410).text


@pytest.mark.parametrize("tail", ["0", "00", "1000000000", "x", "-1", "1/2", "1?against=0", "1?against=x"])
def test_odd_numbers_are_refused(client, tail):
    put_editions("Talks")

    assert client.get(f"/en/articles/talks/editions/{tail}").status_code == (400 if "?" in tail else 404)


# Addresses, validators, queries


@pytest.mark.parametrize("tail", ["editions", "editions/1"])
def test_former_slug_leads_to_the_editions_at_the_present_one(client, tail):
    first = put("article", "Old", slug="old")
    put("article", "New", uid=first.uid, slug="new", live_from=THEN + DAY)

    response = client.get(f"/en/articles/old/{tail}")

    assert (response.status_code, response["Location"]) == (301, f"/en/articles/new/{tail}")


@pytest.mark.parametrize("tail", ["editions", "editions/2"])
def test_pages_of_editions_are_validated_by_their_bytes(client, tail):
    put_editions("Talks on Monday", "Talks on Tuesday")
    first = client.get(f"/en/articles/talks/{tail}")

    again = client.get(f"/en/articles/talks/{tail}", headers={"If-None-Match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=60"
    assert (again.status_code, again.content) == (304, b"")


def test_pages_of_editions_are_kept_no_longer_than_to_a_change_within_the_minute(client):
    (first,) = put_editions("Talks")
    put("article", "Corrected", uid=first.uid, live_from=timezone.now() + dt.timedelta(seconds=30))

    age = int(client.get("/en/articles/talks/editions")["Cache-Control"].rpartition("=")[2])

    assert 20 <= age < 30


@pytest.mark.parametrize("number", [1, 3])
def test_queries(client, number):
    put_editions(*(f"Talks {one}" for one in range(number)))

    def queries(path: str) -> int:
        with CaptureQueriesContext(connection) as made:
            assert client.get(path).status_code == 200
        return len(made)

    # The edition at the address; its cards; all editions.
    assert queries("/en/articles/talks/editions") == 3
    # The edition at the address; all editions; the two compared; their cards.
    assert queries(f"/en/articles/talks/editions/{number}") == 4
