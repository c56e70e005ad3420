"""Making snapshots, and reading them as partners do."""

import datetime as dt
import gzip
import time

import orjson
import pytest
from django.test import Client
from django.utils import timezone

from newsroom.desk.publish import publish, withdraw
from tests.partners.conftest import bearing, new_key

DAY = dt.timedelta(days=1)
THIRD = "0" * 25 + "3"
SNAPSHOTS = "/api/v1/snapshots"


@pytest.fixture(autouse=True)
def room(settings, tmp_path):
    settings.PUBLIC_ORIGIN, settings.SNAPSHOTS = "http://testserver", tmp_path / "snapshots"
    return settings.SNAPSHOTS


@pytest.fixture
def client():
    """Of a partner."""
    return Client(headers=bearing(new_key("partner")))


def put_out(*items, **options):
    publish(items=items, by=None, **options)


def take_back(uid, **options):
    withdraw(uids=[uid], by=None, reason="Wrong.", **options)


def wait_for(moment):
    time.sleep(max(0, (moment - timezone.now()).total_seconds()))


def read(client, path, **options):
    """The response and its body, to the end: only then is a file closed."""
    response = client.get(path, **options)
    return response, b"".join(response)


def lines(snapshot, kind="article") -> list[dict]:
    return [orjson.loads(line) for line in gzip.decompress(snapshot.path(kind).read_bytes()).splitlines()]


def held(snapshot, kind="article") -> list[tuple]:
    return [(line["id"][-1], line["language"], line["headline"]) for line in lines(snapshot, kind)]


def grow_old(room, snapshot, days):
    """As if it had been made so many days ago."""
    made_at = snapshot.made_at - days * DAY
    older = room / f"{made_at:%Y-%m-%dT%H%M%S.%fZ}"
    snapshot.folder.rename(older)
    manifest = orjson.loads((older / "manifest.json").read_bytes()) | {"made_at": made_at.isoformat()}
    (older / "manifest.json").write_bytes(orjson.dumps(manifest))


def folders(room):
    return sorted(path.name for path in room.iterdir() if path.is_dir())
