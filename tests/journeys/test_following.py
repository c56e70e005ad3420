"""Feeds, calendars and sitemaps of the corpus, read by programs of others in every language."""

import json
import re

import feedparser
import icalendar
import pytest

from relations.values.languages import LANGUAGES
from tests.public.feed_readers import faults_of_json_feed, listed, locations

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("corpus")]
HOST = "http://testserver"


def get(client, url: str) -> bytes:
    response = client.get(url.removeprefix(HOST))
    assert response.status_code == 200, url
    return response.content


def sitemap(client) -> dict[str, dict[str, str]]:
    """Every address, with its alternates."""
    found = {}
    for url in locations(get(client, "/sitemap.xml")):
        found |= listed(get(client, url))
    return found


def followed(client, media_type: str) -> list[str]:
    """All feeds or calendars that pages of the corpus lead to."""
    pages = [url for url in sitemap(client) if re.search("/(dossiers|actors|topics|authors|series)/|/../$", url)]
    # A few of the actors, who are many.
    pages = [url for number, url in enumerate(sorted(pages)) if "/actors/" not in url or not number % 64]
    links = (
        re.findall(rf'type="{re.escape(media_type)}"[^>]*href="([^"]+)"', get(client, url).decode()) for url in pages
    )
    return sorted({url for found in links for url in found})


def test_every_atom_feed_of_the_corpus_is_read_without_complaint(client):
    urls = followed(client, "application/atom+xml")

    found = {url: feedparser.parse(get(client, url)) for url in urls}

    assert [url for url, feed in found.items() if feed.bozo or not feed.feed.title] == []
    assert [url for url, feed in found.items() if feed.feed.language != url.removeprefix(HOST)[1:3]] == []
    assert all(len(found[f"{HOST}/{code}/feeds/dossier/AZE-DZA.atom"].entries) > 20 for code in LANGUAGES)
    assert all(found[f"{HOST}/{code}/feeds/all.atom"].entries for code in LANGUAGES)


def test_every_json_feed_of_the_corpus_keeps_to_its_format(client):
    urls = followed(client, "application/feed+json")

    assert {url: faults_of_json_feed(json.loads(get(client, url))) for url in urls} == dict.fromkeys(urls, [])
    assert len(urls) > 80


def test_every_calendar_of_the_corpus_is_read_without_complaint(client):
    found = {url: get(client, url) for url in followed(client, "text/calendar")}
    calendars = {url: icalendar.Calendar.from_ical(body) for url, body in found.items()}

    assert {url: [one.errors for one in calendar.walk() if one.errors] for url, calendar in calendars.items()} == (
        dict.fromkeys(found, [])
    )
    assert [url for url, body in found.items() if max(map(len, body.split(b"\r\n"))) > 75] == []
    known = {code: calendars[f"{HOST}/{code}/calendar/dossier/AZE-DZA.ics"].walk("VEVENT") for code in LANGUAGES}
    assert {code: len(events) for code, events in known.items()} == dict.fromkeys(LANGUAGES, 2)


def test_every_address_of_the_sitemap_answers_and_every_alternate_leads_back(client):
    found = sitemap(client)

    assert [url for url, alternates in found.items() if url not in alternates.values()] == []
    assert [
        (url, other)
        for url, alternates in found.items()
        for other in alternates.values()
        if found.get(other) != alternates
    ] == []
    tried = [url for number, url in enumerate(sorted(found)) if "/actors/" not in url or not number % 64]
    assert {url: client.get(url.removeprefix(HOST)).status_code for url in tried} == dict.fromkeys(tried, 200)
    assert len(found) > 1_000
