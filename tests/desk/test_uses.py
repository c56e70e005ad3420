"""Where a record is used: exactly, from editions and from working rows, and by nothing of its own."""

import datetime as dt

import pytest
from django.utils import timezone

from newsroom.desk.publish import publish, withdraw
from newsroom.desk.uses import uses_of
from tests.factories import desk as texts
from tests.factories import relations as facts
from tests.factories.publication import item

pytestmark = pytest.mark.django_db

OTHER = "0" * 25 + "9"


def working(record):
    return sorted({f"{use.record.kind}/{use.record.key}" for use in uses_of(record).working})


def editions(record):
    return [(use.title, use.is_pending, use.where) for use in uses_of(record).editions]


def naming(uid, title="Story", **options):
    payload = f'{{"headline":"{title}","byline":[{{"author":{{"$must":"{uid}"}}}}],"body":["<p>{uid} in words</p>"]}}'
    return publish(items=[item(OTHER, text=title, payload=payload.encode(), facets=[])], by=None, **options)


def test_record_that_nobody_points_to_is_not_in_use():
    person = facts.PersonFactory()
    facts.ActorNameFactory(actor=person)
    facts.TenureFactory(person=person)
    facts.CitationFactory(record=person)
    person.versions.create(language="en")

    assert not uses_of(person)


@pytest.mark.parametrize(
    ("target", "user", "path"),
    [
        (facts.PersonFactory, lambda one: facts.ParticipationFactory(person=one).event, "event"),
        (facts.PersonFactory, lambda one: facts.SignatureFactory(person=one).act.agreement, "agreement"),
        (facts.PersonFactory, lambda one: texts.ArticleActorFactory(actor=one).article, "article"),
        (facts.PersonFactory, lambda one: facts.QuoteFactory(speaker=one).record, "event"),
        (facts.CountryFactory, lambda one: facts.PersonFactory(country=one), "actor"),
        (facts.PlaceFactory, lambda one: facts.EventFactory(place=one), "event"),
        (facts.PostFactory, lambda one: facts.TenureFactory(post=one).person, "actor"),
        (facts.SourceFactory, lambda one: facts.AttestationFactory(source=one).tenure.person, "actor"),
        (facts.SourceFactory, lambda one: facts.CitationFactory(source=one).record, "event"),
        (texts.AuthorFactory, lambda one: texts.BylineFactory(author=one).article, "article"),
        (facts.PictureFactory, lambda one: texts.ArticleFactory(lead_picture=one), "article"),
    ],
)
def test_foreign_key_is_a_use_by_the_record_that_it_belongs_to(target, user, path, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    record = target()
    by = user(record)

    assert working(record) == [f"{path}/{by.key}"]


def test_lists_of_records_are_uses():
    topic, event, person = facts.TopicFactory(), facts.EventFactory(), facts.PersonFactory()
    article = texts.ArticleFactory()
    article.topics.add(topic)
    article.events.add(event)
    claim = facts.ClaimFactory()
    claim.about.add(person)

    assert [working(one) for one in (topic, event)] == [[f"article/{article.key}"]] * 2
    assert working(person) == [f"event/{claim.record.key}"]


def test_links_in_running_text_of_any_language_are_uses_and_longer_keys_are_not():
    person, other = facts.PersonFactory(key="ali"), facts.PersonFactory(key="ali-reza")
    article = texts.ArticleFactory(body_ar='<p><a href="record:actor/ali">علي</a></p>')
    dossier = facts.DossierFactory(intro_fr='<p><a href="record:actor/ali-reza">Ali-Reza</a></p>')

    assert working(person) == [f"article/{article.key}"]
    assert working(other) == [f"dossier/{dossier.key}"]


def test_claimed_values_are_uses():
    person = facts.PersonFactory(key="signer")
    one = facts.ClaimFactory(value="actor/signer")
    many = facts.ClaimFactory(value=["actor/signer", "actor/another"])
    facts.ClaimFactory(value="actor/signers")

    assert working(person) == sorted(f"event/{claim.record.key}" for claim in (one, many))


def test_record_is_used_by_current_and_coming_editions_alone():
    person = facts.PersonFactory()
    naming(person.uid, "First")
    naming(person.uid, "Now")
    naming(person.uid, "Soon", at=timezone.now() + dt.timedelta(days=1))

    assert editions(person) == [("Now", False, ("byline",)), ("Soon", True, ("byline",))]

    withdraw(uids=[OTHER], by=None, reason="Gone.")
    assert not uses_of(person)


def test_edition_that_names_it_is_a_use_even_when_the_working_row_no_longer_does():
    person, other = facts.PersonFactory(), facts.PersonFactory()
    naming(person.uid)

    assert (working(person), len(editions(person)), uses_of(other).editions) == ([], 1, [])
