"""What a snapshot holds, and how it comes and goes."""

import datetime as dt
import gzip
import hashlib

import orjson
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from newsroom.desk.publish import sweep
from newsroom.public import snapshots
from newsroom.public.addresses import PLURALS
from newsroom.public.snapshots import making
from tests.factories.publication import HOUR, OTHER, UID, item
from tests.public.snapshotting import (
    DAY,
    THIRD,
    client,
    folders,
    grow_old,
    held,
    lines,
    put_out,
    room,
    take_back,
    wait_for,
)

__all__ = ["client", "room"]

pytestmark = pytest.mark.django_db(databases=["default", "usage"])


# What it holds


def test_snapshot_holds_what_is_public_in_every_language_and_nothing_else():
    put_out(item(OTHER), item(UID), item(UID, "fr", "Titre"))
    put_out(item(UID, text="Corrected"))
    put_out(item(UID, text="Ahead"), at=timezone.now() + HOUR)
    put_out(item(THIRD, text="Gone"))
    take_back(THIRD)

    assert held(snapshots.make()) == [("1", "en", "Corrected"), ("1", "fr", "Titre"), ("2", "en", "Title")]


def test_line_is_what_the_api_answers(client):
    put_out(item(OTHER, kind="actor", text="Somebody"))
    payload = b'{"headline":"Title","sources":[],"actors":[{"$ref":"%s"}],"by":{"$ref":"%s"}}'
    put_out(item(UID, payload=payload % (OTHER.encode(), THIRD.encode())), item(UID, "fr", "Titre"))
    snapshot = snapshots.make()

    for kind in ("article", "actor"):
        for line in lines(snapshot, kind):
            asked = {"lang": line["language"], "as_of": snapshot.complete_until.isoformat()}
            assert line == client.get(f"/api/v1/{PLURALS[kind]}/{line['id']}", asked).json()
    assert lines(snapshot)[0]["actors"][0]["label"] == "Somebody"


def test_manifest_names_every_file_with_its_digest_rows_and_size():
    put_out(item(UID), item(UID, "fr"), item(OTHER, kind="actor"))
    snapshot = snapshots.make()

    assert [file.kind for file in snapshot.files] == list(PLURALS)
    assert {file.kind: file.rows for file in snapshot.files if file.rows} == {"article": 2, "actor": 1}
    for file in snapshot.files:
        content = snapshot.path(file.kind).read_bytes()
        assert (file.sha256, file.bytes) == (hashlib.sha256(content).hexdigest(), len(content))
        assert len(gzip.decompress(content).splitlines()) == file.rows


def test_checkpoint_and_content_are_of_the_same_moment(client):
    put_out(item(UID), item(OTHER))
    due = timezone.now() + dt.timedelta(seconds=0.3)
    put_out(item(THIRD), at=due)
    wait_for(due)
    assert client.get(f"/api/v1/articles/{THIRD}").status_code == 200

    snapshot = snapshots.make()
    sweep()

    # Due, but the feed had not come there: it is not in the snapshot, and comes by the feed.
    later = client.get(f"/api/v1/changes?since={snapshot.checkpoint}").json()["results"]
    assert [uid for uid, *_ in held(snapshot)] == ["1", "2"]
    assert [row["id"] for row in later] == [THIRD]
    assert snapshot.complete_until < due


@pytest.mark.parametrize("batch", [1, 2, 200])
def test_same_content_is_the_same_bytes_however_it_is_read(monkeypatch, batch):
    put_out(*(item(uid, language) for uid in (UID, OTHER, THIRD) for language in ("en", "fr", "ar")))
    first = snapshots.make()

    monkeypatch.setattr(making, "BATCH", batch)
    second = snapshots.make()

    assert (second.files, second.made_at > first.made_at) == (first.files, True)


# How it comes and goes


def test_command_says_what_it_wrote(capsys):
    put_out(item(UID), item(UID, "fr"))

    call_command("snapshot")

    [made] = snapshots.stored()
    assert capsys.readouterr().out == f"2 rows up to change 2 in {made.folder}\n"


def test_command_needs_the_origin_of_addresses(settings, room):
    settings.PUBLIC_ORIGIN = ""

    with pytest.raises(CommandError, match="Set NEWSROOM_ORIGIN"):
        call_command("snapshot")

    assert not room.exists()


def test_two_at_once_are_refused(room):
    room.mkdir()
    with making.alone(), pytest.raises(CommandError, match="Another process"):
        call_command("snapshot")

    call_command("snapshot")
    assert len(snapshots.stored()) == 1


def test_run_that_fails_leaves_the_one_before(room, monkeypatch):
    put_out(item(UID))
    before = snapshots.make()
    put_out(item(OTHER, payload=b'{"body":broken}'))

    with pytest.raises(orjson.JSONDecodeError):
        snapshots.make()

    assert (snapshots.stored(), folders(room)) == ([before], [before.folder.name])


def test_what_a_killed_run_left_is_no_snapshot_and_goes_with_the_next(client, room):
    left = room / ".2026-11-29T000000.000000Z"
    left.mkdir(parents=True)
    (left / "articles.ndjson.gz").write_bytes(b"half of it")
    assert snapshots.stored() == []

    made = snapshots.make()

    assert folders(room) == [made.folder.name]


def test_snapshots_of_earlier_days_are_kept_for_a_while_and_the_last_of_each_day_alone(room, settings):
    settings.SNAPSHOT_DAYS = 3
    for days in (5, 2, 1):
        grow_old(room, snapshots.make(), days)
    snapshots.make()

    last = snapshots.make()

    dates = [f"{last.made_at - days * DAY:%Y-%m-%d}" for days in (0, 1, 2)]
    assert [one.date for one in snapshots.available()] == dates
    assert len(folders(room)) == 3
