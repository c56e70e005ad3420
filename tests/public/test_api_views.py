"""Search, changes, posts of a person, dossiers, pictures."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from newsroom.public.models import Change, Head
from newsroom.public.search import index_edition
from tests.public.conftest import DAY, THEN, withdraw
from tests.public.test_api_records import faults, problem

PAIR = "AZE-DZA"


def searchable(edition, *texts):
    index_edition(edition.id, edition.language, edition.kind, edition.title, " ".join(texts))
    return edition


def announce(*editions):
    """Enters editions into the change feed as the door does."""
    Change.objects.bulk_create(
        Change(seq=number, at=edition.live_from, edition=edition) for number, edition in enumerate(editions, 1)
    )
    Head.objects.update(last_seq=len(editions), until=THEN + 5 * DAY)


def fuzzy(edtf: str) -> dict:
    return {"edtf": edtf, "start": None, "end": None, "precision": "day", "doubt": "none", "label": edtf}


def tenure(post, *, start=None, end=None, attested=(), titles=()) -> dict:
    return {
        "post": {"$must": post.uid},
        "title": "Latest title",
        "titles": [{"title": title, "valid": fuzzy(valid)} for title, valid in titles],
        "start": fuzzy(start) if start else None,
        "end": fuzzy(end) if end else None,
        "attested": [fuzzy(day) for day in attested],
    }


def test_search_finds_records_of_all_types_in_one_language(client, published):
    searchable(published(label="Talks in Baku"))
    searchable(published("event", label="Baku talks"))
    searchable(published(label="Baku", language="fr"))
    searchable(published(label="Baku ahead", live_from=timezone.now() + DAY))
    searchable(published(label="Algiers"))

    body = client.get("/api/v1/search", {"q": "baku", "lang": "en"}).json()
    events = client.get("/api/v1/search", {"q": "baku", "lang": "en", "type": "event"}).json()

    assert sorted(row["type"] for row in body["results"]) == ["article", "event"]
    assert [row["headline"] for row in events["results"]] == ["Baku talks"]
    assert (body["language"], body["next"]) == ("en", None)


def test_search_goes_on_page_by_page(client, published):
    for number in range(3):
        searchable(published(label=f"Baku {number}"))

    first = client.get("/api/v1/search", {"q": "baku", "page_size": 2}, headers={"Accept-Language": "en"}).json()
    second = client.get(first["next"], headers={"Accept-Language": "en"}).json()

    found = [row["headline"] for row in first["results"] + second["results"]]
    assert sorted(found) == ["Baku 0", "Baku 1", "Baku 2"]
    assert problem(client.get(first["next"].replace("q=baku", "q=talks"))) == (400, "invalid-cursor")


def test_search_needs_words(client, db):
    assert faults(client.get("/api/v1/search")) == [("q", "required")]
    assert client.get("/api/v1/search", {"q": "?!"}).json()["results"] == []


def test_list_is_narrowed_by_words(client, published):
    searchable(published(label="Talks in Baku"))
    searchable(published(label="Algiers"))

    rows = client.get("/api/v1/articles", {"q": "baku", "lang": "en"}).json()["results"]

    assert [row["headline"] for row in rows] == ["Talks in Baku"]
    assert client.get("/api/v1/articles", {"q": "nothing", "lang": "en"}).json() == {"results": [], "next": None}


def test_changes_come_in_order_without_words(client, published):
    country = published("actor", label="Algeria")
    first = published(label="Wrong words", facets=[("country", country.uid)])
    second = published("event", language="fr", live_from=THEN + DAY)
    gone = withdraw(first, THEN + 2 * DAY)
    announce(first, second, gone)

    response = client.get("/api/v1/changes", {"since": 0})

    body = response.json()
    assert [(row["seq"], row["action"], row["type"], row["language"], row["reason"]) for row in body["results"]] == [
        (1, "published", "article", "en", None),
        (2, "published", "event", "fr", None),
        (3, "withdrawn", "article", "en", "An error of fact."),
    ]
    assert (body["checkpoint"], body["next"]) == ("3", None)
    assert (body["complete_until"], body["caught_up"]) == ("2026-03-06T09:00:00Z", True)
    assert response["Cache-Control"] == "no-cache"
    assert "Wrong words" not in response.text


def test_changes_are_hidden_by_filters_while_the_checkpoint_advances(client, published):
    country = published("actor", label="Algeria")
    first = published(facets=[("country", country.uid)])
    second = published("event", language="fr", live_from=THEN + DAY)
    announce(first, second, withdraw(first, THEN + 2 * DAY))

    def seen(**query):
        body = client.get("/api/v1/changes", {"since": 0, **query}).json()
        return [row["seq"] for row in body["results"]], body["checkpoint"]

    assert seen(type="event") == ([2], "3")
    assert seen(language="en,ar") == ([1, 3], "3")
    assert seen(country=country.uid) == ([1, 3], "3")
    assert seen(page_size=2) == ([1, 2], "2")
    assert seen(since="latest") == ([], "3")
    assert seen(since=2) == ([3], "3")


def test_changes_page_leads_to_the_next(client, published):
    announce(*(published() for _ in range(3)))

    first = client.get("/api/v1/changes", {"page_size": 2}).json()
    second = client.get(first["next"]).json()

    assert [row["seq"] for row in first["results"] + second["results"]] == [1, 2, 3]
    assert (first["complete_until"], first["caught_up"]) == (None, False)


def test_changes_can_be_had_as_the_last_of_each_record_and_language(client, published):
    first = published()
    again = published(uid=first.uid, live_from=THEN + DAY)
    other = published(uid=first.uid, language="fr")
    announce(first, other, again)

    body = client.get("/api/v1/changes", {"compact": "true"}).json()

    assert [(row["seq"], row["language"], row["edition"]) for row in body["results"]] == [(2, "fr", 1), (3, "en", 2)]


@pytest.mark.parametrize(("since", "code"), [("9", "ahead"), ("-1", "number"), ("9" * 20, "number"), ("now", "number")])
def test_checkpoint_that_was_never_given_is_refused(client, db, since, code):
    assert faults(client.get("/api/v1/changes", {"since": since})) == [("since", code)]


def test_posts_of_a_person_on_a_day(client, published):
    minister, envoy = published("post", label="Minister"), published("post", label="Envoy")
    titles = [("Minister of Foreign Affairs", "../2023-12-31"), ("Minister of State", "2024-01-01/..")]
    person = published(
        "actor",
        payload={
            "posts": [
                tenure(minister, start="2022-07-08", end="2024-11-18", titles=titles),
                tenure(envoy, attested=["2022-08-10"]),
            ]
        },
    )
    url = f"/api/v1/actors/{person.uid}/posts"

    def held(**query):
        return [(row["title"], row["coverage"]) for row in client.get(url, query).json()["results"]]

    assert held(on="2022-08-10") == [("Minister of Foreign Affairs", "covered"), ("Latest title", "attested")]
    assert held(on="2024-02-01") == [("Minister of State", "covered")]
    assert held(on="2020-01-01") == []
    assert held() == [("Latest title", None), ("Latest title", None)]
    assert faults(client.get(url, {"on": "yesterday"})) == [("on", "date")]


def test_actors_who_held_a_post_on_a_day(client, published):
    post = published("post")
    early, late = (tenure(post, start=start, end=end) for start, end in (("2020", "2021"), ("2023-01-01", "2024")))
    for label, held in (("Early", early), ("Late", late)):
        published("actor", label=label, payload={"name": label, "posts": [held]}, facets=[("post", post.uid)])

    rows = client.get("/api/v1/actors", {"post": post.uid, "held_on": "2023-06-01", "lang": "en"}).json()["results"]

    assert [row["name"] for row in rows] == ["Late"]
    assert faults(client.get("/api/v1/actors", {"held_on": "2023-06-01"})) == [("held_on", "incomplete")]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2022-12-31", []), ("2023-01-01", ["Treaty"]), ("2024-06-30", ["Treaty"]), ("2024-07-01", [])],
)
def test_agreements_in_force_on_a_day(client, published, day, expected):
    date = {"start": "2023-01-01", "end": "2023-01-01"}
    over = {"stage": "terminated", "date": {"start": "2024-06-30", "end": "2024-06-30"}}
    payload = {"title": "Treaty", "in_force_on": date, "lifecycle": [{"stage": "in_force", "date": date}, over]}
    published("agreement", payload=payload, facets=[("stage", "in_force")])
    published("agreement", payload={**payload, "title": "Signed", "in_force_on": None}, facets=[("stage", "signed")])

    rows = client.get("/api/v1/agreements", {"in_force_on": day, "lang": "en"}).json()["results"]

    assert [row["title"] for row in rows] == expected


@pytest.fixture
def dossier(published):
    countries = [
        published("actor", label=label, payload={"kind": "country", "name": label, "member_of": []})
        for label in ("Azerbaijan", "Algeria")
    ]
    payload = {
        "kind": None,
        "pair": PAIR.split("-"),
        "title": "Algeria and Azerbaijan",
        "intro": ["<p>Words</p>"],
        "intro_text": "Words",
        "countries": [{"$must": country.uid} for country in countries],
        "figures": [],
        "claims": [],
        "disputes": [],
        "quotes": [],
        "sources": [],
    }
    facets = [("pair", PAIR), *(("country", country.uid) for country in countries)]
    return published("dossier", label="Algeria and Azerbaijan", payload=payload, facets=facets)


@pytest.mark.parametrize("path", ["DZA-AZE", "aze-dza", "dza-AZE"])
def test_dossier_written_otherwise_is_redirected(client, dossier, path):
    response = client.get(f"/api/v1/dossiers/{path}/timeline?lang=en,fr")

    assert response.status_code == 308
    assert response["Location"] == f"http://testserver/api/v1/dossiers/{PAIR}/timeline?lang=en,fr"


def test_dossier_is_found_by_its_uid(client, dossier):
    response = client.get(f"/api/v1/dossiers/{dossier.uid}")

    assert (response.status_code, response["Location"]) == (308, f"http://testserver/api/v1/dossiers/{PAIR}")


def test_dossier_without_a_withdrawn_record_answers_in_parts(client, dossier):
    whole = client.get(f"/api/v1/dossiers/{PAIR}").json()
    part = client.get(f"/api/v1/dossiers/{PAIR}/timeline").json()
    listed = client.get("/api/v1/dossiers", {"lang": "en"}).json()["results"][0]

    assert whole["url"] == listed["url"] == f"http://testserver/api/v1/dossiers/{PAIR}"
    assert part["timeline"] == whole["timeline"] == []
    assert "visits" not in part
    assert client.get(whole["edition_url"]).json()["title"] == "Algeria and Azerbaijan"
    assert len(client.get(f"/api/v1/dossiers/{PAIR}/editions").json()["results"]) == 1


def test_dossier_that_was_withdrawn_is_gone(client, dossier):
    withdraw(dossier, THEN + DAY)

    for path in (PAIR, f"{PAIR}/visits", dossier.uid, f"{PAIR}/editions", f"{PAIR}/editions/en/1"):
        assert problem(client.get(f"/api/v1/dossiers/{path}")) == (410, "withdrawn")


@pytest.fixture
def picture(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return default_storage.save("pictures/talks.png", ContentFile(b"\x89PNG"))


def used(published, picture, *, until=None, **fields):
    media = [{"url": {"$file": picture}, "rights_until": until.isoformat() if until else None}]
    return published(payload={"media": media}, facets=[("file", picture)], **fields)


def test_picture_is_served_while_a_current_edition_uses_it(client, published, picture):
    article = used(published, picture)

    response = client.get(f"/media/{picture}")
    again = client.get(f"/media/{picture}", headers={"If-None-Match": response["ETag"]})

    assert (response.status_code, b"".join(response)) == (200, b"\x89PNG")
    assert (response["Content-Type"], response["Cache-Control"]) == ("image/png", "public, max-age=60")
    assert again.status_code == 304
    withdraw(article, THEN + DAY)
    assert client.get(f"/media/{picture}").status_code == 404


def test_picture_of_what_is_not_public_is_not_served(client, published, picture):
    today = timezone.now().date()
    used(published, picture, live_from=timezone.now() + DAY)
    used(published, picture, until=today - DAY)

    assert client.get(f"/media/{picture}").status_code == 404

    used(published, picture, until=today)
    response = client.get(f"/media/{picture}")
    assert (response.status_code, bool(b"".join(response))) == (200, True)


def test_rendition_is_served_while_a_current_edition_lists_it(client, published, picture):
    names = [default_storage.save(f"renditions/abc/full-{width}.webp", ContentFile(b"RIFF")) for width in (480, 960)]
    media = [{"url": {"$file": picture}, "renditions": [{"url": {"$file": names[0]}}], "rights_until": None}]
    article = published(payload={"media": media}, facets=[("file", picture), ("file", "renditions/abc")])

    listed = client.get(f"/media/{names[0]}")
    assert (listed.status_code, listed["Content-Type"], b"".join(listed)) == (200, "image/webp", b"RIFF")
    # In the same folder, made around another focal point: in no edition.
    assert client.get(f"/media/{names[1]}").status_code == 404
    withdraw(article, THEN + DAY)
    assert client.get(f"/media/{names[0]}").status_code == 404


def test_rendition_goes_with_the_rights_of_its_picture(client, published, picture):
    name = default_storage.save("renditions/abc/wide-480.avif", ContentFile(b"...."))
    yesterday = (timezone.localdate() - DAY).isoformat()
    media = [{"url": {"$file": picture}, "renditions": [{"url": {"$file": name}}], "rights_until": yesterday}]
    published(payload={"media": media}, facets=[("file", picture), ("file", "renditions/abc")])

    assert client.get(f"/media/{name}").status_code == 404


@pytest.mark.parametrize("name", ["../settings.py", "pictures/none.png", "pictures/evil.svg", "%00.png", "a" * 200])
def test_nothing_else_is_served(client, db, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_picture_answers_to_reading_alone(client, db):
    assert client.post("/media/pictures/talks.png").status_code == 405


def test_scheduled_change_of_the_dossier_shortens_its_life(client, dossier, published):
    published("event", live_from=timezone.now() + dt.timedelta(seconds=30))

    age = client.get(f"/api/v1/dossiers/{PAIR}")["Cache-Control"].rpartition("=")[2]

    assert int(age) <= 30
