"""What search engines are told: every address that is public, in every language, and no other."""

from urllib.robotparser import RobotFileParser

import pytest
from django.utils import timezone

from newsroom.public import reading
from newsroom.public.reading import Stretch
from tests.public.conftest import DAY, THEN, withdraw
from tests.public.feed_readers import NEWS, SITEMAP, listed, locations, tree
from tests.public.following import countries, put_dossier, queries
from tests.public.reader import read
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db
SOME = pytest.mark.parametrize("number", [1, 3])
HOST = "http://testserver"


def get(client, path: str) -> bytes:
    response = client.get(path.removeprefix(HOST))
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml; charset=utf-8")
    return response.content


def files(client) -> list[str]:
    return [path.removeprefix(f"{HOST}/sitemaps/") for path in locations(get(client, "/sitemap.xml"))]


# Records


def test_index_names_a_file_for_each_kind_and_language(client):
    article = put("article", "Report")
    put("article", "Rapport", uid=article.uid, language="fr")
    put("place", "Baku")

    assert files(client) == ["sections.xml", "articles-en-1.xml", "articles-fr-1.xml", "places-en-1.xml"]


def test_record_is_listed_in_each_language_with_all_others(client):
    article = put("article", "Report", slug="report")
    put("article", "Rapport", uid=article.uid, language="fr", slug="rapport", live_from=THEN + DAY)
    put("article", "Only here", language="fr", slug="ici", fields={"original_language": "fr"})
    both = {"en": f"{HOST}/en/articles/report", "fr": f"{HOST}/fr/articles/rapport"}

    assert listed(get(client, "/sitemaps/articles-en-1.xml")) == {both["en"]: {**both, "x-default": both["en"]}}
    assert listed(get(client, "/sitemaps/articles-fr-1.xml")) == {
        both["fr"]: {**both, "x-default": both["en"]},
        f"{HOST}/fr/articles/ici": dict.fromkeys(("fr", "x-default"), f"{HOST}/fr/articles/ici"),
    }


def test_page_and_sitemap_send_readers_of_other_languages_to_the_same_address(client):
    arabic = put("article", "خبر", language="ar", slug="khabar", fields={"original_language": "ar"})
    put("article", "Nouvelle", uid=arabic.uid, language="fr", slug="nouvelle", fields={"original_language": "ar"})
    address = f"{HOST}/ar/articles/khabar"

    told = listed(get(client, "/sitemaps/articles-ar-1.xml"))[address]

    assert told["x-default"] == f"{HOST}/fr/articles/nouvelle"
    assert read(client, "/ar/articles/khabar").hreflang() == told


def test_last_change_is_that_of_the_edition_in_its_language(client):
    article = put("article", "Report")
    put("article", "Rapport", uid=article.uid, language="fr", live_from=THEN + DAY)

    found = [
        [one.text for one in tree(get(client, f"/sitemaps/articles-{code}-1.xml")).iter(f"{SITEMAP}lastmod")]
        for code in ("en", "fr")
    ]

    assert found == [["2026-03-01T09:00:00Z"], ["2026-03-02T09:00:00Z"]]


def test_every_address_answers_and_every_alternate_leads_back(client):
    sides = countries()
    put_dossier(sides)
    for kind in ("article", "event", "agreement", "topic", "series", "author"):
        record = put(kind, "Record")
        for language in ("fr", "ar", "az"):
            put(kind, f"Record {language}", uid=record.uid, language=language)

    found = {}
    for path in files(client):
        found |= listed(get(client, f"/sitemaps/{path}"))

    assert {url: client.get(url).status_code for url in found} == dict.fromkeys(found, 200)
    assert [url for url, alternates in found.items() if url not in alternates.values()] == []
    others = {(url, other) for url, alternates in found.items() for other in alternates.values()}
    assert [pair for pair in others if found[pair[1]] != found[pair[0]]] == []
    assert len(found) == 6 * 4 + 3 + 4 * 23


def test_nothing_that_is_not_public_is_in_any_file(client):
    ahead, gone = put("article", "qzx ahead", live_from=timezone.now() + DAY), put("event", "qzx gone")
    withdraw(gone, THEN + DAY)
    put("series", "qzx alone", live_from=timezone.now() + DAY)
    put("article", "Known", slug="known")
    moved = put("article", "Moved", slug="qzx-former")
    put("article", "Moved", uid=moved.uid, slug="moved", live_from=THEN + DAY)
    put("article", "Moves", uid=moved.uid, slug="qzx-next", live_from=timezone.now() + DAY)
    half = put("article", "Half", slug="half")
    put("article", "qzx french", uid=half.uid, language="fr", slug="qzx-fr", live_from=timezone.now() + DAY)

    assert files(client) == ["sections.xml", "articles-en-1.xml"]
    assert listed(get(client, "/sitemaps/articles-en-1.xml")).keys() == {
        f"{HOST}/en/articles/{slug}" for slug in ("known", "moved", "half")
    }
    for path in ("/sitemap.xml", "/sitemaps/articles-en-1.xml", "/news-sitemap.xml"):
        assert not any(word in client.get(path).text for word in ("qzx", ahead.slug, ahead.uid))
    # As if there were nothing of the kind.
    for path in ("series-en-1", "events-en-1", "articles-fr-1", "articles-en-2", "articles-en-999999999"):
        assert client.get(f"/sitemaps/{path}.xml").status_code == 404


@pytest.mark.parametrize("path", ["articles-de-1", "articles-en-0", "articles-en-01", "people-en-1", "articles-en"])
def test_other_files_are_not_found(client, path):
    assert client.get(f"/sitemaps/{path}.xml").status_code == 404


def test_sections_are_listed_in_every_language(client):
    found = listed(get(client, "/sitemaps/sections.xml"))

    assert {f"{HOST}/{code}/" for code in ("en", "fr", "ar", "az")} < found.keys()
    assert found[f"{HOST}/ar/events"] == {
        **{code: f"{HOST}/{code}/events" for code in ("en", "fr", "ar", "az")},
        "x-default": f"{HOST}/en/events",
    }
    assert {url: client.get(url).status_code for url in found} == dict.fromkeys(found, 200)


# Stretches


def test_stretches_hold_every_record_once_in_order_of_dates():
    for number in range(7):
        put("article", f"Report {number}", fields={"sort_date": THEN + number // 2 * DAY})

    found = reading.stretches(3)
    slugs = [[editions[0].slug for editions in reading.stretch(one, 3)] for one in found]

    assert found == [Stretch("article", "en", number) for number in (1, 2, 3)]
    assert [len(stretch) for stretch in slugs] == [3, 3, 1]
    assert [slug[:8] for stretch in slugs for slug in stretch] == [f"report-{number}" for number in range(6, -1, -1)]


def test_stretch_without_anything_public_is_left_out():
    for number in range(2):
        withdraw(put("article", f"Gone {number}", fields={"sort_date": THEN - DAY}), THEN + DAY, sort_date=THEN - DAY)
    for number in range(2):
        put("article", f"Report {number}")

    assert reading.stretches(2) == [Stretch("article", "en", 1)]
    assert reading.stretch(Stretch("article", "en", 2), 2) == []


def test_record_with_an_edition_ahead_is_in_one_stretch_alone():
    for number in range(4):
        record = put("article", f"Report {number}")
        put("article", f"Report {number} ahead", uid=record.uid, live_from=timezone.now() + DAY)

    found = [editions[0].uid for one in reading.stretches(3) for editions in reading.stretch(one, 3)]

    assert len(found) == len(set(found)) == 4


# News


def test_news_are_the_articles_of_two_days_in_every_language(client):
    now = timezone.now()
    for hours, title in ((1, "New"), (47, "Still new"), (49, "Old")):
        moment = now - hours * DAY / 24
        put("article", title, slug=title[:3].lower(), fields={"first_published_at": moment, "sort_date": moment})
    old = put("article", "Translated", fields={"sort_date": now - 9 * DAY, "first_published_at": now - 9 * DAY})
    put("article", "Traduit & neuf", uid=old.uid, language="fr", slug="traduit",
        fields={"sort_date": now - 9 * DAY, "first_published_at": now - DAY})  # fmt: skip

    found = tree(get(client, "/news-sitemap.xml"))

    assert [one.text for one in found.iter(f"{SITEMAP}loc")] == [
        f"{HOST}/en/articles/new",
        f"{HOST}/fr/articles/traduit",
        f"{HOST}/en/articles/sti",
    ]
    (_, told, _) = found.iter(f"{NEWS}news")
    assert [(one.tag.removeprefix(NEWS), one.text) for one in told.iter() if one.text] == [
        ("name", "Communiqué"),
        ("language", "fr"),
        ("publication_date", (now - DAY).strftime("%Y-%m-%dT%H:%M:%SZ")),
        ("title", "Traduit & neuf"),
    ]


# Robots


def robots(client) -> RobotFileParser:
    response = client.get("/robots.txt")
    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    parser = RobotFileParser()
    parser.parse(response.text.splitlines())
    return parser


@pytest.mark.parametrize("path", ["/admin/", "/preview/abc", "/en/search?q=visa", "/ar/search", "/api/v1/search?q=x"])
def test_robots_need_not_ask(client, path):
    assert not robots(client).can_fetch("anybot", HOST + path)


@pytest.mark.parametrize("path", ["/", "/en/", "/az/articles/x", "/en/feeds/all.atom", "/api/v1/articles", "/static/x"])
def test_robots_may_ask(client, path):
    assert robots(client).can_fetch("anybot", HOST + path)


def test_robots_are_told_of_sitemaps_and_not_to_ask_for_the_past(client):
    assert robots(client).site_maps() == [f"{HOST}/sitemap.xml", f"{HOST}/news-sitemap.xml"]
    assert "\nDisallow: /*?as_of=\n" in client.get("/robots.txt").text


# As responses


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemaps/sections.xml", "/sitemaps/articles-en-1.xml", "/news-sitemap.xml", "/robots.txt"])  # fmt: skip
def test_answers_are_validated_and_the_same_in_every_language(client, path):
    put("article", "Report")
    first = client.get(path, headers={"Accept-Language": "fr"})
    again = client.get(path, headers={"If-None-Match": first["ETag"], "Accept-Language": "ar"})

    assert first["Cache-Control"] == "public, max-age=60"
    assert first.get("Content-Language") is None
    assert "Accept-Language" not in first.get("Vary", "")
    assert again.status_code == 304
    assert client.post(path).status_code == 405


@SOME
def test_queries_of_sitemaps(client, number):
    for one in range(number):
        record = put("article", f"Report {one}")
        put("article", f"Rapport {one}", uid=record.uid, language="fr")

    # Where files begin; which of them hold anything; what is about to change.
    assert queries(client, "/sitemap.xml") == 3
    # Where the file begins and ends; what is in it; what is about to change.
    assert queries(client, "/sitemaps/articles-en-1.xml") == 3
    # The articles; what is about to change.
    assert queries(client, "/news-sitemap.xml") == 2
    assert queries(client, "/robots.txt") == queries(client, "/sitemaps/sections.xml") == 0
