"""Publishers, and somebody who makes snapshots, killed at random; and a partner who keeps a copy through the API alone.

Writes down what the partner was told and holds at the end; `test_copying` judges it. For a longer one:
`DATABASE_URL=... NEWSROOM_SNAPSHOTS=... NEWSROOM_ORIGIN=http://localhost python -m tests.desk.copying SECONDS PUBLISHERS`
on a migrated database.
"""

import datetime as dt
import gzip
import hashlib
import json
import logging
import os
import sys
import time
from contextlib import suppress
from itertools import count
from random import Random
from tempfile import TemporaryFile

import django

from tests.conftest import lighten

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
lighten()
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402

from newsroom.desk.publish import PublicationRefused, door, sweep  # noqa: E402
from newsroom.public import snapshots  # noqa: E402
from newsroom.public.models import Edition  # noqa: E402
from tests.desk.soak import LANGUAGES, Undone, end, fork, keep_killing, keep_sweeping, start  # noqa: E402
from tests.factories.publication import item  # noqa: E402
from tests.partners.conftest import bearing, new_key  # noqa: E402
from tests.partners.syncing import CHANGES, sync  # noqa: E402

RECORDS = [f"{number:026d}" for number in range(1, 8)]
SNAPSHOTS = "/api/v1/snapshots"
ROUNDS = 3


def keep_publishing(seed: int) -> None:
    random = Random(seed)
    for number in range(1_000_000):
        with suppress(PublicationRefused, Undone), door() as held:
            act(random, held, f"{seed}-{number}")
            if random.random() < 0.1:
                raise Undone
        time.sleep(random.random() / 8)


def act(random: Random, held, text: str) -> None:
    """Each on two records that refer to each other, or on one."""
    uids, kind = random.sample(RECORDS, 2), random.random()
    ahead = held.moment + dt.timedelta(seconds=random.choice((0, 0, random.random())))
    if kind < 0.55:
        held.insert_many(texts(random, uids, text), at=ahead, pending=random.choice(("keep", "cancel")))
    elif kind < 0.7:
        held.insert_many(texts(random, uids[:1], text)[:1], action="corrected", note=text, pending="keep")
    elif kind < 0.82:
        held.withdraw(uids[0], reason="Wrong.", at=ahead)
    elif kind < 0.88:
        held.withdraw(uids[0], reason="Wrong.", languages=["fr"])
    else:
        held.erase(uids[0], reason="Asked for.")


def texts(random: Random, uids: list[str], text: str) -> list:
    """In one language or in both, each with a line about two others that shows while these are public."""
    languages = random.choice((LANGUAGES, LANGUAGES, LANGUAGES[:1]))
    return [referring(uid, code, text, random.sample(RECORDS, 2)) for uid in uids for code in languages]


def referring(uid: str, language: str, text: str, others: list[str]):
    payload = {"headline": text, "related": [{"$must": other} for other in others if other != uid]}
    return item(uid, language, text, slug="", payload=json.dumps(payload, separators=(",", ":")).encode())


def keep_making(seed: int) -> None:
    while True:
        with suppress(snapshots.NotMade):
            snapshots.make()
        time.sleep(0.5)


class Partner:
    """Who asks the API and knows nothing else."""

    def __init__(self, key: str):
        self.client = Client(headers={"Host": "localhost", **bearing(key)})
        self.polled, self.snapshots = [], []

    def get(self, address: str, **query):
        answer = self.client.get(address, query)
        if address == CHANGES:
            self.polled += answer.json()["results"]
        return answer

    def follow(self, stop, told) -> None:
        """Begin with a snapshot, follow the changes to the end, and take every other snapshot that comes by."""
        while not self.snapshots:
            self.take()
        copy, checkpoint = dict(self.snapshots[0]["items"]), self.snapshots[0]["checkpoint"]
        ending = False
        while not ending:
            ending = stop.is_set()
            checkpoint = sync(self.get, copy, checkpoint)
            self.take()
            time.sleep(0.05)
        json.dump({"polled": self.polled, "copy": rows(copy), "snapshots": self.taken()}, told)
        told.flush()

    def take(self) -> None:
        """The latest, if it is new, whole and may be had."""
        for manifest in self.client.get(SNAPSHOTS).json()["results"][:1]:
            if manifest["made_at"] in [one["made_at"] for one in self.snapshots]:
                return
            files = [self.download(file) for file in manifest["files"]]
            if None not in files:
                items = {(line["id"], line["language"]): line for file in files for line in file}
                self.snapshots.append({**manifest, "items": items})

    def download(self, file: dict) -> list[dict] | None:
        """None once something in it was withdrawn, or where another snapshot has taken its place."""
        answer = self.client.get(file["url"])
        content = b"".join(answer)
        if answer.status_code != 200 or hashlib.sha256(content).hexdigest() != file["sha256"]:
            return None
        lines = gzip.decompress(content).splitlines()
        assert len(lines) == file["rows"]
        return [json.loads(line) for line in lines]

    def taken(self) -> list[dict]:
        return [{**one, "items": rows(one["items"])} for one in self.snapshots]


def rows(items: dict) -> list:
    """JSON has no pairs for keys."""
    return sorted(([*key, item] for key, item in items.items()), key=lambda row: row[:2])


def run(seconds: float, publishers: int) -> dict:
    """In rounds: snapshots are made while others publish, and one for certain when they pause."""
    # A partner may ask for what has just gone.
    logging.getLogger("django.request").setLevel(logging.ERROR)
    call_command("migrate", database="usage", verbosity=0)
    key = new_key("partner")
    connections.close_all()
    seeds, other = count(), Partner(key)
    with TemporaryFile("w+") as told:
        stop = fork.Event()
        following = start(Partner(key).follow, stop, told)
        sweeper = start(keep_sweeping)
        killed = 0
        for _round in range(ROUNDS):
            killed += keep_killing(seconds / ROUNDS, [keep_making, *[keep_publishing] * publishers], seeds)
            make_and_take(other)
        end(sweeper)
        time.sleep(1)  # The last that waits comes due.
        sweep()
        make_and_take(other)
        stop.set()
        following.join(120)
        told.seek(0)
        first = json.load(told)
        return {**first, "killed": killed, "snapshots": first["snapshots"] + other.taken(), **found()}


def make_and_take(partner: Partner) -> None:
    snapshots.make()
    partner.take()
    # No connection may be shared with the processes of the next round.
    connections.close_all()


def found() -> dict:
    live = Edition.objects.filter(state="live", live_until=None).values_list("uid", "language", "number")
    changes = Edition.objects.filter(change__isnull=False).order_by("change__seq")
    left = [path.name for path in settings.SNAPSHOTS.iterdir() if path.is_dir()]
    return {
        "public": sorted(live),
        "changes": list(changes.values_list("change__seq", "action", "uid", "language", "number")),
        "left": left,
    }


if __name__ == "__main__":
    json.dump(run(float(sys.argv[1]), int(sys.argv[2])), sys.stdout)
