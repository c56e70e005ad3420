"""What holds for every kind: the contract's keys, one language at a time, the same bytes again, a bounded number of queries."""

import re
from typing import get_type_hints

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.desk.compose import (
    COMPOSERS,
    candidate_bytes,
    canonical,
    compose,
    compose_all,
    compose_languages,
    digest_of,
    languages_of,
    load_all,
)
from newsroom.public import schema
from relations.models import Record
from relations.values.languages import LANGUAGES
from tests.factories import desk as texts
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db

CONTRACTS = {kind: getattr(schema, kind.capitalize()) for kind in COMPOSERS}

FACTORIES = {
    "article": texts.ArticleFactory,
    "actor": facts.PersonFactory,
    "event": facts.EventFactory,
    "agreement": facts.AgreementFactory,
    "dossier": facts.DossierFactory,
    "place": facts.PlaceFactory,
    "topic": facts.TopicFactory,
    "post": lambda **fields: facts.PostTitleFactory(**{f"post__{name}": value for name, value in fields.items()}).post,
    "series": facts.SeriesFactory,
    "indicator": facts.IndicatorFactory,
    "source": facts.SourceFactory,
    "author": texts.AuthorFactory,
    "capacity": facts.CapacityFactory,
}


@pytest.mark.parametrize("kind", COMPOSERS)
def test_payload_has_every_key_of_its_contract_and_no_other(kind):
    record = FACTORIES[kind]()

    payload = compose(record, "en")["payload"]

    assert payload.keys() == get_type_hints(CONTRACTS[kind]).keys()


@pytest.mark.parametrize("kind", COMPOSERS)
def test_frozen_has_every_key_of_its_contract(kind):
    frozen = compose(FACTORIES[kind](), "ar")

    assert frozen.keys() == get_type_hints(schema.Frozen).keys()
    assert frozen["card"]["label"] == frozen["title"] != ""
    assert frozen["search"][0] == frozen["title"]


@pytest.mark.parametrize("kind", COMPOSERS)
def test_same_record_gives_the_same_bytes(kind):
    record = FACTORIES[kind]()

    assert candidate_bytes(compose(record, "az")) == candidate_bytes(compose_all(record)["az"])


def test_no_language_stands_in_for_another():
    event = facts.EventFactory(title_fr="", title_ar=None, summary_en="Words in English alone")

    french, arabic = compose(event, "fr"), compose(event, "ar")

    assert (french["title"], arabic["title"]) == ("", "")
    assert "Words in English" not in canonical(french).decode() + canonical(arabic).decode()


def test_languages_of_a_record_have_all_required_fields():
    article = texts.ArticleFactory(headline_fr="", body_ar="  ")

    assert languages_of(article) == ["en", "az"]


def test_languages_of_a_post_are_those_of_its_titles():
    post = facts.PostTitleFactory(title_fr="", title_az="").post

    assert languages_of(post) == ["en", "ar"]


def test_source_is_published_in_every_language():
    assert languages_of(facts.SourceFactory()) == list(LANGUAGES)


def test_canonical_bytes_do_not_depend_on_the_order_of_keys():
    assert (
        canonical({"b": 1, "a": [("x", "y")]}) == b'{"a":[["x","y"]],"b":1}' == canonical({"a": [["x", "y"]], "b": 1})
    )


def test_digest_is_the_sha_256_of_the_bytes():
    assert digest_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_composing_writes_nothing():
    event = full_event()

    with CaptureQueriesContext(connection) as context:
        compose_all(event)

    assert [query["sql"] for query in context if not query["sql"].startswith("SELECT")] == []


def full_event(parts: int = 1):
    """An event with so many of each part."""
    event = facts.EventFactory(place=facts.PlaceFactory(parent=facts.PlaceFactory()), series=facts.SeriesFactory())
    for _ in range(parts):
        post = facts.PostTitleFactory().post
        part = facts.ParticipationFactory(event=event, post=post, capacity=facts.CapacityFactory())
        facts.ActorNameFactory(actor=part.person)
        event.topics.add(facts.TopicFactory())
        claim = facts.ClaimFactory(record=event)
        claim.about.add(facts.TopicFactory())
        claim.attributed_to.add(part.person)
        facts.CitationFactory(record=event, claim=claim)
        dispute = facts.DisputeFactory(record=event)
        dispute.claims.add(claim)
        dispute.sources.add(facts.SourceFactory())
        dispute.about.add(event)
        quote = facts.QuoteFactory(record=event, speaker=part.person, post=post)
        quote.about.add(facts.TopicFactory())
        facts.CitationFactory(record=event, quote_of=quote)
        facts.AgreementActFactory(event=event)
    return event


# Event; citations; claims, about, attributed; disputes, claims, sources, about; quotes, about, titles of posts; topics;
# acts; participations, names of persons, titles of posts.
QUERIES_OF_AN_EVENT = 17


@pytest.mark.parametrize("parts", [1, 3])
def test_queries_do_not_grow_with_parts(parts, django_assert_num_queries):
    event = full_event(parts)

    with django_assert_num_queries(QUERIES_OF_AN_EVENT):
        compose_all(event)


def test_many_records_take_the_queries_of_one(django_assert_num_queries):
    events = [full_event() for _ in range(3)]

    with django_assert_num_queries(QUERIES_OF_AN_EVENT):
        found = {row.pk: compose_languages(row) for row in load_all(events)}

    assert found == {event.pk: compose_all(event) for event in events}


def test_facets_are_sorted_short_and_free_of_repetition():
    event = full_event(3)

    facets = compose(event, "en")["facets"]

    assert facets == sorted(set(facets))
    assert all(len(name) <= 30 and 0 < len(value) <= 60 for name, value in facets)


def test_source_without_title_is_called_by_site_and_day():
    source = facts.SourceFactory(title="", url="https://www.agency.example/a", published="2025-11-04")

    labels = [frozen["title"] for frozen in compose_all(source).values()]

    assert labels == [
        "agency.example, 4 November 2025",
        "agency.example, 4 novembre 2025",
        "agency.example, 4 نوفمبر 2025",
        "agency.example, 4 noyabr 2025",
    ]


def test_source_never_shows_its_body():
    source = facts.SourceFactory(body="canary words of others")

    assert b"canary" not in candidate_bytes(compose(source, "en"))


def test_place_is_found_by_all_it_lies_in():
    country = facts.PlaceFactory(type="country")
    city = facts.PlaceFactory(parent=country)
    venue = facts.PlaceFactory(type="venue", parent=city)

    facets = compose(venue, "en")["facets"]

    assert {value for name, value in facets if name == "place"} == {country.uid, city.uid, venue.uid}


def test_keys_of_records_are_not_frozen():
    event = full_event()

    frozen = candidate_bytes(compose(event, "en")).decode()

    keys = Record.objects.values_list("key", flat=True)
    assert [key for key in keys if re.search(rf'"{key}"', frozen)] == []
