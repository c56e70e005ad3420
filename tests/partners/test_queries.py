"""What each list asks of both stores, however long its pages: literal numbers, for strangers and by key."""

import time
from contextlib import ExitStack

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from newsroom.desk.publish.door import door
from newsroom.partners import auditing
from newsroom.public.addresses import PLURALS
from newsroom.public.search import index_edition
from tests.partners.conftest import bearing, new_key
from tests.partners.test_tiers import payload_of
from tests.public.conftest import DAY, THEN

pytestmark = pytest.mark.django_db(databases=["default", "usage"])

SIZES = (1, 100)
# The key with its partner.
KEY = 1
# The counter of the minute; what went out.
USED = 2


@pytest.fixture
def many(published):
    """Three public records of every kind, each with a reference to the next; the uid of one article."""
    for kind in PLURALS:
        uids = [published("actor", label=f"Of {kind}").uid for _ in range(3)]
        for uid in uids:
            edition = published(
                kind, label=f"Talks {uid}", payload={**payload_of(kind, "Talks", uids), "actors": [{"$ref": uid}]}
            )
            index_edition(edition.id, "en", kind, edition.title, "talks")
    article = published(label="Talks once more")
    for number in range(1, 4):
        published(uid=article.uid, label="Talks once more", live_from=THEN + number * DAY)
    return article.uid


@pytest.fixture
def key(client):
    """One that was used within the minute, so that this is not written again."""
    shown = bearing(new_key("partner"))
    client.get("/api/v1/", headers=shown)
    return shown


def queries(client, path: str, **headers) -> tuple[int, int]:
    """Of the main store, and of that of usage."""
    with ExitStack() as stack:
        made = [stack.enter_context(CaptureQueriesContext(connections[alias])) for alias in ("default", "usage")]
        answer = client.get(path, headers=headers)
        assert (answer.status_code, len(answer.json()["results"]) > 0) == (200, True), path
        return len(made[0]), len(made[1])


@pytest.mark.parametrize("size", SIZES)
def test_lists_of_records(client, many, key, size):
    paths = [f"/api/v1/{plural}?lang=en&page_size={size}" for plural in PLURALS.values()]

    # Editions; cards, translations, corrections and scheduled changes.
    assert {queries(client, path) for path in paths} == {(2, 0)}
    assert {queries(client, path, **key) for path in paths} == {(2 + KEY, USED)}
    # How many there are.
    assert {queries(client, f"{path}&count=true", **key) for path in paths} == {(3 + KEY, USED)}


@pytest.mark.parametrize("size", SIZES)
def test_list_for_a_wire_asks_no_more(client, many, size):
    wire = bearing(new_key("wire"))
    client.get("/api/v1/", headers=wire)

    assert queries(client, f"/api/v1/articles?lang=en&page_size={size}", **wire) == (2 + KEY, USED)


@pytest.mark.parametrize(("size", "asked"), [(1, 5), (100, 6)])
def test_search(client, many, key, size, asked):
    path = f"/api/v1/search?q=talks&lang=en&page_size={size}"

    # Titles found, which are public, words to show, rows, cards; what titles do not fill is looked for in texts.
    assert queries(client, path) == (asked, 0)
    assert queries(client, path, **key) == (asked + KEY, USED)


@pytest.mark.parametrize("size", SIZES)
def test_history_of_a_record(client, many, key, size):
    path = f"/api/v1/articles/{many}/editions?lang=en&page_size={size}"

    # The editions; what is scheduled. No edition goes out.
    assert queries(client, path) == (2, 0)
    assert queries(client, path, **key) == (2 + KEY, USED - 1)


@pytest.mark.parametrize("size", SIZES)
def test_change_feed(client, many, key, size):
    with door() as held:
        held.withdraw(many, reason="Taken back.")
    path = f"/api/v1/changes?since=0&page_size={size}"

    # How far it has come; what is due; the rows with their editions.
    assert queries(client, path) == (3, 0)
    assert queries(client, path, **key) == (3 + KEY, USED - 1)


@pytest.mark.parametrize("size", SIZES)
def test_audit(client, many, key, size):
    client.get("/api/v1/articles?lang=en", headers=key)

    # The counter; the rows.
    assert queries(client, f"/api/v1/me/usage?page_size={size}", **key) == (KEY, 2)


def test_stranger_costs_one_count(client, many, settings):
    settings.ANONYMOUS_QUOTA = 60

    assert queries(client, "/api/v1/articles?lang=en") == (2, 1)


def test_two_quotas_are_two_counts_and_the_last_use_is_written_once_a_minute(client, many, monkeypatch):
    registered = bearing(new_key("registered"))
    path = "/api/v1/articles?lang=en"

    first, second = queries(client, path, **registered), queries(client, path, **registered)
    later = time.monotonic() + 61
    monkeypatch.setattr(auditing.time, "monotonic", lambda: later)

    assert (first, second) == ((2 + KEY, USED + 2), (2 + KEY, USED + 1))
    assert queries(client, path, **registered) == (2 + KEY, USED + 2)
