"""The board costs the same number of queries whatever is in it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Assignment, Autosave, Decision, Presence, Release, Version
from relations.models import Record
from tests.desk.archive import DIGEST, fill
from tests.factories.relations import CountryFactory, DisputeFactory, EventFactory, TopicFactory

pytestmark = pytest.mark.django_db

# Session, person, permissions (2), remit, records, queues, second looks, ahead, typed, texts, editions, presence, names.
BOARD = 14
TRANSLATIONS = 9


@pytest.fixture
def users():
    return make_accounts()


def something_of_everything(users) -> None:
    """A line in every panel and an entry in every filter."""
    now = timezone.now()
    CountryFactory()
    TopicFactory()
    DisputeFactory()
    EventFactory(occurrence="planned", occurrence_as_of="2026-01-01", date="2999-01-01")
    Release.objects.create(name="Tonight", moment=now)
    version = Version.objects.filter(stage="draft", language="en").first()
    Assignment.objects.create(version=version, to=users["publisher"], task="write", due=now, by_label="editor", at=now)
    Presence.objects.create(user=users["editor"], record=version.record, language="en", at=now)
    for form, record in (("desk.article", version.record), ("relations.event", None)):
        Autosave.objects.create(user=users["publisher"], record=record, form=form, at=now)
    said = {"uid": version.record.uid, "language": "en", "digest": DIGEST, "at": now}
    Decision.objects.create(verb="publish_urgently", by=users["editor"], by_label="editor", **said)


@pytest.mark.parametrize("count", [3, 10_000])
def test_board_asks_the_same_of_three_records_and_of_ten_thousand(client, users, django_assert_num_queries, count):
    fill(count, users["reporter"])
    something_of_everything(users)
    client.force_login(users["publisher"])

    with django_assert_num_queries(BOARD):
        page = client.get(reverse("admin:index"))
    rows = page.context["board"].rows
    # The disputed and the planned event have no texts yet, but are rows.
    assert (len(rows), Record.objects.filter(kind="article").count()) == (min(count + 2, 50), count)
    for search in ({"q": "archived"}, {"kind": "article", "condition": "stale", "language": "fr"}, {"person": "1"}):
        with django_assert_num_queries(BOARD):
            client.get(reverse("admin:index"), search)
    with django_assert_num_queries(TRANSLATIONS):
        client.get(reverse("admin:translations"), {"into": "fr"})
