"""A record's form costs the same number of queries however many parts it has and however large the archive is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Article
from newsroom.desk.saving import saving_many
from relations.models import Actor, Agreement, Event, Record
from tests.desk.archive import fill
from tests.factories.desk import ArticleActorFactory, BylineFactory
from tests.factories.relations import (
    ActorNameFactory,
    AgreementActFactory,
    AgreementFactory,
    AgreementPartyFactory,
    AttestationFactory,
    CitationFactory,
    ClaimFactory,
    DisputeFactory,
    EventFactory,
    MembershipFactory,
    ParticipationFactory,
    PersonFactory,
    QuoteFactory,
    SignatureFactory,
    SourceFactory,
    TenureFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

# Disputes here are about claims of their own record; one that names claims of another record asks once more for those.
BUDGET = 25


def facts(record, count: int) -> None:
    """Of each part that every record of facts has, so many, linked to others and cited."""
    for _ in range(count):
        claim, quote = ClaimFactory(record=record), QuoteFactory(record=record)
        dispute = DisputeFactory(record=record, resolved_claim=claim)
        claim.about.set([PersonFactory().record_ptr, EventFactory().record_ptr])
        claim.attributed_to.set([PersonFactory().record_ptr])
        quote.about.set([PersonFactory().record_ptr])
        dispute.claims.set([claim])
        dispute.sources.set([SourceFactory()])
        for supported in ({}, {"claim": claim}, {"quote_of": quote}):
            CitationFactory(record=record, **supported)


def article(count: int) -> Article:
    row = Article.objects.get(key="pattern")
    for _ in range(count):
        BylineFactory(article=row)
        ArticleActorFactory(article=row)
        CitationFactory(record=row)
        row.topics.add(TopicFactory())
        row.events.add(EventFactory())
    return row


def event(count: int) -> Event:
    row = EventFactory()
    for _ in range(count):
        ParticipationFactory(event=row)
    facts(row, count)
    return row


def person(count: int) -> Actor:
    row = PersonFactory()
    for _ in range(count):
        ActorNameFactory(actor=row)
        MembershipFactory(member=row)
        tenure = TenureFactory(person=row)
        AttestationFactory(tenure=tenure)
        CitationFactory(record=row, tenure=tenure)
    facts(row, count)
    return row


def agreement(count: int) -> Agreement:
    row = AgreementFactory()
    for number in range(count):
        AgreementPartyFactory(agreement=row)
        act = AgreementActFactory(agreement=row, date=f"2025-04-{number + 1:02}")
        SignatureFactory(act=act)
        CitationFactory(record=row, act=act)
    facts(row, count)
    return row


def asked(client, record) -> int:
    address = reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address)
    assert page.status_code == 200
    return len(queries)


@pytest.mark.parametrize("make", [article, event, person, agreement])
def test_form_stays_within_its_budget_among_ten_thousand_records(client, make):
    users = make_accounts()
    fill(10_000, users["reporter"])
    record = make(3)
    with saving_many(references=False) as saves:
        saves.add(record)
    client.force_login(users["editor"])

    few = asked(client, record)
    make_more = make(3) if make is article else make(9)
    many = asked(client, make_more)

    assert Record.objects.filter(kind="article").count() == 10_000
    # The record that was never saved through the desk has no texts to ask after, and may take fewer.
    assert many <= few <= BUDGET
