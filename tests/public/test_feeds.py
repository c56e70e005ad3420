"""Feeds: what they tell, and in which language. Programs of others read them."""

import pytest
from django.utils import timezone

from newsroom.public.pages.feeds.entries import marked
from newsroom.public.pages.feeds.gathering import FACTS
from tests.public.conftest import DAY, THEN
from tests.public.following import atom, countries, json_feed, put_dossier, titles
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db


# What they tell


def test_feed_tells_of_articles_whole_with_absolute_addresses(client):
    topic = put("topic", "visas")
    author = put("author", "Foreign desk")
    actor = put("actor", "Ministry", slug="ministry")
    body = ["<p>Seen at the ", {"$link": actor.uid, "words": "ministry"}, ".</p>"]
    article = put(
        "article",
        "Report",
        slug="report",
        body=body,
        topics=[{"$must": topic.uid}],
        byline=[{"author": {"$must": author.uid}}],
    )

    feed = atom(client, "all")
    (entry,) = feed.entries

    assert (feed.feed.id, feed.feed.language) == ("tag:testserver,2026:feed/all:en", "en")
    assert (feed.feed.title, feed.feed.author, feed.feed.rights) == ("Communiqué", "Communiqué", "© Communiqué")
    assert (entry.id, entry.title) == (f"tag:testserver,2026:article/{article.uid}:en", "Report")
    assert (entry.link, entry.summary) == ("http://testserver/en/articles/report", "About Report")
    assert (entry.published, entry.updated) == ("2026-03-01T09:00:00Z", "2026-03-01T09:00:00Z")
    assert entry.author == "Foreign desk"
    assert [(tag.term, tag.label) for tag in entry.tags] == [("article", "Report"), (topic.uid, "visas")]
    assert '<a href="http://testserver/en/actors/ministry">ministry</a>' in entry.content[0].value


def test_json_feed_tells_the_same(client):
    topic, author = put("topic", "visas"), put("author", "Foreign desk", slug="desk")
    article = put(
        "article", "Report", slug="report", topics=[{"$must": topic.uid}], byline=[{"author": {"$must": author.uid}}]
    )
    put("article", "Rapport", uid=article.uid, language="fr", slug="rapport")

    feed = json_feed(client, "all")
    (item,) = feed["items"]

    assert {name: feed[name] for name in ("title", "language", "home_page_url", "feed_url")} == {
        "title": "Communiqué",
        "language": "en",
        "home_page_url": "http://testserver/en/",
        "feed_url": "http://testserver/en/feeds/all.json",
    }
    content = item.pop("content_html")
    assert content.startswith('<div lang="en" dir="ltr">')
    assert "<p>Report in full.</p>" in content
    assert item == {
        "id": f"tag:testserver,2026:article/{article.uid}:en",
        "url": "http://testserver/en/articles/report",
        "title": "Report",
        "summary": "About Report",
        "date_published": "2026-03-01T09:00:00Z",
        "date_modified": "2026-03-01T09:00:00Z",
        "authors": [{"name": "Foreign desk", "url": "http://testserver/en/authors/desk"}],
        "tags": ["Report", "visas"],
        "language": "en",
        "_communique": {
            "type": "article",
            "corrections": [],
            "translations": {"fr": "http://testserver/fr/articles/rapport"},
        },
    }


def test_correction_takes_the_place_of_what_it_corrects_and_says_so(client):
    article = put("article", "Wrong")
    put(
        "article", "Right", uid=article.uid, live_from=THEN + DAY,
        fields={"action": "corrected", "note": "The title named another minister."},
    )  # fmt: skip

    feed = atom(client, "all")
    (entry,) = feed.entries

    assert (entry.title, entry.published) == ("Right", "2026-03-01T09:00:00Z")
    assert entry.updated == feed.feed.updated == "2026-03-02T09:00:00Z"
    assert "The title named another minister." in entry.content[0].value
    (item,) = json_feed(client, "all")["items"]
    assert item["_communique"]["corrections"] == [
        {"at": "2026-03-02T09:00:00Z", "kind": "correction", "note": "The title named another minister."}
    ]


def test_newest_publications_come_first(client):
    for days, title in enumerate(("First", "Second", "Third")):
        moment = THEN + days * DAY
        put("article", title, live_from=moment, fields={"first_published_at": moment, "sort_date": moment})

    assert titles(client, "all") == ["Third", "Second", "First"]


def test_actor_is_followed_in_articles_events_and_agreements(client):
    actor = put("actor", "Ministry", slug="ministry")
    for number, kind in enumerate(("article", "event", "agreement")):
        moment = THEN + number * DAY
        fields = {"first_published_at": moment}
        put(kind, f"One {kind}", facets=[("actor", actor.uid)], live_from=moment, fields=fields)
        put(kind, f"Other {kind}")

    assert titles(client, f"actor/{actor.uid}") == ["One agreement", "One event", "One article"]
    feed = atom(client, f"actor/{actor.uid}").feed
    assert (feed.title, feed.link) == ("Ministry – Communiqué", "http://testserver/en/actors/ministry")


def test_publication_about_the_past_is_told_however_many_events_came_later(client):
    actor = put("actor", "Ministry")
    sides = countries()
    put_dossier(sides)
    named = [("actor", actor.uid), *(("country", side.uid) for side in sides)]
    for number in range(FACTS + 1):
        put("event", f"Event {number}", facets=named, fields={"sort_date": THEN + number * DAY})
    later, told = THEN + DAY, {"first_published_at": THEN + DAY, "sort_date": THEN - 9_000 * DAY}
    old = put("event", "Old visit", facets=named, live_from=later, fields=told)
    put("event", "Köhnə səfər", uid=old.uid, language="az", facets=named, live_from=later, fields=told)
    put("event", "Of others", live_from=later, fields=told)
    put("event", "Not yet", facets=named, live_from=timezone.now() + DAY, fields=told)

    for what in (f"actor/{actor.uid}", "dossier/AZE-DZA"):
        assert titles(client, what)[0] == "Old visit"
        assert {"Of others", "Not yet"}.isdisjoint(titles(client, what))


def test_author_is_followed_in_articles(client):
    author = put("author", "Foreign desk")
    put("article", "By the desk", facets=[("author", author.uid)])
    put("article", "By another")

    assert titles(client, f"author/{author.uid}") == ["By the desk"]
    assert atom(client, f"author/{author.uid}").feed.subtitle == "Articles as they are published."


def test_dossier_is_followed_in_what_concerns_both_countries(client):
    forum = put("actor", "Forum")
    sides = countries(member_of=[{"organisation": {"$must": forum.uid}}])
    put_dossier(sides)
    both = [("country", side.uid) for side in sides]
    put("event", "Of both", facets=both)
    put("event", "Of one", facets=both[:1])
    put("event", "Of one, in a forum of both", facets=[both[0], ("forum", forum.uid)])
    put("agreement", "Treaty", facets=both)
    put("article", "Report", facets=both)

    assert sorted(titles(client, "dossier/AZE-DZA")) == ["Of both", "Of one, in a forum of both", "Report", "Treaty"]


# Languages


def test_articles_are_in_the_language_of_the_feed_and_facts_in_the_nearest(client):
    actor = put("actor", "Ministry")
    named = [("actor", actor.uid)]
    article = put("article", "Report", facets=named)
    put("article", "Rapport", uid=article.uid, language="fr", facets=named)
    put("event", "Visit", facets=named)
    put("agreement", "Treaty", facets=named)
    treaty = put("agreement", "Treaty of peace", facets=named)
    put("agreement", "Traité", uid=treaty.uid, language="fr", facets=named)

    feed = json_feed(client, f"actor/{actor.uid}", "fr")

    assert {item["title"]: item["language"] for item in feed["items"]} == {
        "Rapport": "fr",
        "Visit": "en",
        "Treaty": "en",
        "Traité": "fr",
    }
    assert titles(client, "all", "ar") == []


def test_entries_of_another_language_say_so_in_xml(client):
    actor = put("actor", "Ministry")
    put("event", "Visit", facets=[("actor", actor.uid)])

    feed = atom(client, f"actor/{actor.uid}", "ar")
    (entry,) = feed.entries

    assert (feed.feed.title_detail.language, entry.title_detail.language) == ("ar", "en")
    assert entry.content[0].value.startswith('<div dir="rtl" lang="ar">')


@pytest.mark.parametrize(
    ("title", "language", "shown"),
    [
        ("Baku", "en", "Baku"),
        ("باكو", "ar", "باكو"),
        ("2025: باكو", "ar", "2025: باكو"),
        ("AZERTAC: باكو", "ar", "\u200fAZERTAC: باكو"),
        ("باكو is Baku", "en", "\u200eباكو is Baku"),
        ("2025", "ar", "\u200f2025"),
    ],
)
def test_titles_are_marked_where_their_direction_would_be_guessed_wrong(title, language, shown):
    assert marked(title, language) == shown


def test_words_that_xml_cannot_hold_are_left_out(client):
    put("article", "Report\x0b on all\ufffe", slug="report")

    assert [entry.title for entry in atom(client, "all").entries] == ["Report on all"]
