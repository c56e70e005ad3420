"""Who gets a snapshot, and what is taken back of it."""

import datetime as dt
import hashlib

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from newsroom.desk.publish import door, erase, sweep
from newsroom.partners.models import Delivery
from newsroom.public import snapshots
from tests.factories.publication import HOUR, OTHER, UID, item
from tests.partners.conftest import bearing, new_key
from tests.public.snapshotting import (
    SNAPSHOTS,
    client,
    folders,
    grow_old,
    held,
    put_out,
    read,
    room,
    take_back,
    wait_for,
)

__all__ = ["client", "room"]
from tests.public.test_api_records import problem

pytestmark = pytest.mark.django_db(databases=["default", "usage"])


# What is taken back


def statuses(client, date):
    paths = (f"{SNAPSHOTS}/{date}", *(f"{SNAPSHOTS}/{date}/{plural}.ndjson.gz" for plural in ("articles", "actors")))
    return {read(client, path)[0].status_code for path in paths}, len(client.get(SNAPSHOTS).json()["results"])


def test_snapshot_is_410_as_soon_as_something_in_it_is_withdrawn(client):
    put_out(item(UID), item(UID, "fr"), item(OTHER))
    date = snapshots.make().date
    assert statuses(client, date) == ({200}, 1)

    take_back(UID)

    assert statuses(client, date) == ({410}, 0)
    gone = client.get(f"{SNAPSHOTS}/{date}").json()
    assert (gone["type"], gone["replaced_by"]) == ("/api/v1/problems/withdrawn", None)
    assert gone["withdrawn_at"] == client.get(f"/api/v1/articles/{UID}").json()["withdrawn_at"]


def test_snapshot_of_a_withdrawn_record_is_removed_by_the_next_run(client, room):
    put_out(item(UID), item(OTHER))
    grow_old(room, snapshots.make(), 1)
    take_back(UID)

    made = snapshots.make()

    assert (folders(room), held(made)) == ([made.folder.name], [("2", "en", "Title")])
    assert statuses(client, made.date) == ({200}, 1)


def test_withdrawn_snapshot_names_the_last_that_may_be_served(client, room):
    put_out(item(UID))
    grow_old(room, snapshots.make(), 1)
    put_out(item(OTHER))
    date = snapshots.make().date
    take_back(OTHER)

    [earlier] = client.get(SNAPSHOTS).json()["results"]
    assert client.get(f"{SNAPSHOTS}/{date}").json()["replaced_by"] == earlier["url"]
    assert earlier["date"] < date


def test_snapshot_stays_withdrawn_when_the_record_comes_back(client):
    put_out(item(UID))
    date = snapshots.make().date
    take_back(UID)
    put_out(item(UID, text="Again"))

    assert statuses(client, date) == ({410}, 0)


def test_language_taken_back_alone_takes_the_snapshot_back(client):
    put_out(item(UID), item(UID, "fr"))
    date = snapshots.make().date

    with door() as opened:
        opened.withdraw(UID, reason="Wrong.", languages=["fr"])

    assert statuses(client, date) == ({410}, 0)


def test_withdrawal_of_what_came_later_leaves_the_snapshot(client):
    put_out(item(UID))
    date = snapshots.make().date
    put_out(item(OTHER))
    take_back(OTHER)

    assert statuses(client, date) == ({200}, 1)


def test_expiry_takes_the_snapshot_back_at_its_moment_without_a_worker(client):
    put_out(item(UID))
    ends = timezone.now() + dt.timedelta(seconds=0.5)
    take_back(UID, at=ends)
    made = snapshots.make()
    before = statuses(client, made.date)
    wait_for(ends)

    assert (before, statuses(client, made.date)) == (({200}, 1), ({410}, 0))
    with pytest.raises(CommandError, match="no “manage.py tick” is running"):
        call_command("snapshot")
    sweep()
    assert held(snapshots.make()) == []


def test_erasure_removes_every_file_that_holds_the_record_at_once(room, django_capture_on_commit_callbacks):
    put_out(item(UID, text="Qanarya"), item(OTHER))
    grow_old(room, snapshots.make(), 2)
    grow_old(room, snapshots.make(), 1)
    snapshots.make()

    with django_capture_on_commit_callbacks(execute=True):
        erase(uid=UID, by=None, reason="Asked for.")

    assert folders(room) == []
    assert held(snapshots.make()) == [("2", "en", "Title")]


def test_erasure_of_what_no_snapshot_holds_leaves_them(room, django_capture_on_commit_callbacks):
    put_out(item(UID))
    made = snapshots.make()
    put_out(item(OTHER))

    with django_capture_on_commit_callbacks(execute=True):
        erase(uid=OTHER, by=None, reason="Asked for.")

    assert folders(room) == [made.folder.name]


# Who gets it


def test_file_arrives_as_the_manifest_says(client):
    put_out(item(UID), item(OTHER, "ar"))
    made = snapshots.make()

    [manifest] = client.get(SNAPSHOTS).json()["results"]
    [file] = [file for file in manifest["files"] if file["type"] == "article"]
    response, content = read(client, file["url"], headers={"Accept-Encoding": "gzip, br"})

    assert client.get(manifest["url"]).json() == manifest
    assert (manifest["date"], manifest["checkpoint"], file["rows"]) == (made.date, "2", 2)
    assert (hashlib.sha256(content).hexdigest(), len(content)) == (file["sha256"], file["bytes"])
    assert response["ETag"] == f'"{file["sha256"]}"'
    assert (response["Content-Type"], response["Content-Length"]) == ("application/gzip", str(file["bytes"]))
    assert (response["Cache-Control"], response.has_header("Content-Encoding")) == ("private, no-cache", False)


@pytest.mark.parametrize("path", ["", "/{date}", "/{date}/articles.ndjson.gz", "/2001-01-01"])
def test_snapshots_are_for_keys_with_the_scope_alone(path):
    put_out(item(UID))
    address = SNAPSHOTS + path.format(date=snapshots.make().date)

    def asked(tier, **options):
        return problem(Client(headers=bearing(new_key(tier, **options))).get(address))

    assert problem(Client().get(address)) == (401, "key-missing")
    assert asked("registered") == asked("wire", scopes=["read", "embargo"]) == (403, "scope-missing")


def test_file_that_went_out_is_in_the_audit(client, address):
    read(client, address)

    [sent] = Delivery.objects.all()
    assert (sent.kind, sent.uid, sent.times) == ("article", f"snapshots/{address.split('/')[4]}/articles", 1)


def test_snapshot_shows_nothing_of_an_advance_release(client):
    put_out(item(UID))
    put_out(item(OTHER, text="Embargoed"), at=timezone.now() + HOUR, advance=True)

    made = snapshots.make()
    response, _body = read(Client(headers=bearing(new_key("wire"))), f"{SNAPSHOTS}/{made.date}/articles.ndjson.gz")

    assert (response.status_code, held(made)) == (200, [("1", "en", "Title")])


@pytest.fixture
def address():
    put_out(item(UID), item(OTHER))
    return f"{SNAPSHOTS}/{snapshots.make().date}/articles.ndjson.gz"


def test_file_that_a_partner_has_is_not_sent_again(client, address):
    etag = read(client, address)[0]["ETag"]
    response = client.get(address, headers={"If-None-Match": etag})

    assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)


def test_broken_download_goes_on_where_it_broke(client, address):
    response, whole = read(client, address)
    rest, body = read(client, address, headers={"Range": "bytes=10-", "If-Range": response["ETag"]})

    size = len(whole)
    assert (rest.status_code, body) == (206, whole[10:])
    assert (rest["Content-Range"], rest["Content-Length"]) == (f"bytes 10-{size - 1}/{size}", str(size - 10))


@pytest.mark.parametrize(
    "headers",
    [
        {"Range": "bytes=10-", "If-Range": '"another"'},
        {"Range": "bytes=10-20"},
        {"Range": "bytes=-5"},
        {"Range": "bytes=0-"},
        {"Range": "bytes=999999-"},
        {"Range": "lines=1-"},
    ],
)
def test_other_parts_are_answered_with_the_whole(client, address, headers):
    response, body = read(client, address, headers=headers)

    assert (response.status_code, body) == (200, read(client, address)[1])


def test_head_tells_of_a_file_without_it(client, address):
    head = client.head(address, headers={"Range": "bytes=10-"})
    response, body = read(client, address)

    assert (head.status_code, b"".join(head), head["ETag"]) == (200, b"", response["ETag"])
    assert head["Content-Length"] == str(len(body))


@pytest.mark.parametrize(
    "path", ["2026-02-30", "2026-1-1", "2026-11-29", "latest", "2026-11-29/nothing.ndjson.gz", "../settings"]
)
def test_there_is_nothing_at_other_addresses(client, db, path):
    assert problem(client.get(f"{SNAPSHOTS}/{path}")) == (404, "not-found")


@pytest.mark.parametrize("days", [1, 3])
def test_snapshots_cost_one_query_however_many_there_are(client, room, django_assert_num_queries, days):
    put_out(item(UID))
    for day in reversed(range(days)):
        grow_old(room, snapshots.make(), day)
    [first, *_] = client.get(SNAPSHOTS).json()["results"]

    with django_assert_num_queries(2):  # the key with its partner; whether something in them has been withdrawn since
        assert len(client.get(SNAPSHOTS).json()["results"]) == days
    with django_assert_num_queries(2):
        client.get(first["url"])
    with django_assert_num_queries(2):
        read(client, first["files"][0]["url"])
