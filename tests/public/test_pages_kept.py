"""A page that is kept shows every change at once: each is read before and after something that it shows changes."""

import pytest
from django.test import Client

from newsroom.public import reading
from newsroom.public.pages import showing, stories
from newsroom.public.reading import Moment
from tests.public.conftest import DAY, THEN, withdraw
from tests.public.reader import read
from tests.public.test_pages import path_of, put

pytestmark = pytest.mark.django_db
LATER = THEN + DAY


def must(edition) -> list[dict]:
    return [{"$must": edition.uid}]


def text_of(path: str) -> str:
    return read(Client(), path).text


def test_article_shows_the_new_name_of_what_it_refers_to():
    topic = put("topic", "Energy")
    path = path_of(put("article", "Report", topics=must(topic)))
    before = text_of(path)

    put("topic", "Power", uid=topic.uid, live_from=LATER)

    assert "Energy" in before
    assert "Power" in text_of(path)
    assert "Energy" not in text_of(path)


def test_article_shows_nothing_of_an_event_from_its_withdrawal():
    event = put("event", "Talks", summary="They talked at length.")
    path = path_of(put("article", "Report", events=must(event)))
    before = text_of(path)

    withdraw(event, LATER)

    assert "They talked at length." in before
    assert "Talks" not in text_of(path)


def test_article_shows_its_correction_its_translation_and_what_else_is_published():
    event = put("event", "Talks")
    article = put("article", "Report", events=must(event), facets=[("event", event.uid)])
    before = text_of(path_of(article))

    note = {"action": "corrected", "note": "It was a Tuesday.", "slug": article.slug}
    put("article", "Report", uid=article.uid, live_from=LATER, events=must(event), fields=note)
    put("article", "Rapport", uid=article.uid, language="fr", fields={"slug": "rapport"})
    put("article", "Another report", events=must(event), facets=[("event", event.uid)])

    page = read(Client(), path_of(article))
    assert "It was a Tuesday." not in before
    assert "It was a Tuesday." in page.text
    assert "Another report" in page.text
    assert page.all("a", href="/fr/articles/rapport")


def test_article_shows_a_picture_no_longer_than_its_rights_run():
    at = reading.moment()
    picture = {
        "url": {"$file": "p/photo.jpg"}, "alt": "A photo", "caption": "", "credit": "", "width": 8, "height": 6,
        "rights_until": at.now.date().isoformat(),
    }  # fmt: skip
    row = reading.by_slug("article", "en", put("article", "Report", media=[picture]).slug)
    found = stories.material(row, "en", at)

    assert "photo.jpg" in kept(found)
    assert "photo.jpg" not in kept(found._replace(day=Moment(at.now + DAY, at.now + DAY)))


def kept(found) -> str:
    return showing._made(stories.told, found, "en", "http://testserver").decode()


def test_article_gives_each_host_its_own_addresses(settings):
    settings.ALLOWED_HOSTS = ["one.example", "other.example"]
    path = path_of(put("article", "Report"))

    bodies = {host: Client().get(path, headers={"host": host}).content.decode() for host in settings.ALLOWED_HOSTS}

    assert "http://one.example/id/" in bodies["one.example"]
    assert "one.example" not in bodies["other.example"]


def test_front_page_shows_what_is_new_corrected_and_withdrawn():
    gone = put("article", "Withdrawn report")
    corrected = put("event", "Talks", facets=[("status", "held")])
    before = text_of("/en/")

    put("article", "New report")
    put("event", "Long talks", uid=corrected.uid, live_from=LATER, facets=[("status", "held")], fields={"action": "corrected", "note": "They were long."})  # fmt: skip
    withdraw(gone, LATER)

    after = text_of("/en/")
    assert "Withdrawn report" in before
    assert "Withdrawn report" not in after
    assert "New report" in after
    assert "They were long." in after
