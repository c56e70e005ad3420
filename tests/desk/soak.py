"""Publishers in several processes, killed and rolled back at random, editions coming due, and a client that polls.

Writes down all that the client was told and what is in the database at the end; `test_soak` judges it. For a longer one:
`DATABASE_URL=... python -m tests.desk.soak SECONDS PUBLISHERS > told.json` on a migrated database.
"""

import datetime as dt
import json
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from random import Random
from tempfile import TemporaryFile

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
django.setup()

from django.db import connection  # noqa: E402

from newsroom.desk.publish import PublicationRefused, door, sweep  # noqa: E402
from newsroom.partners.models import Dispatch  # noqa: E402
from newsroom.public.feed import feed  # noqa: E402
from newsroom.public.models import Edition, Facet, Head  # noqa: E402
from tests.factories.publication import item  # noqa: E402
from tests.partners.receivers import new_endpoint  # noqa: E402

RECORDS = [f"{number:026d}" for number in range(1, 9)]
# Every act is on both languages, so that half an act shows as chains that differ.
LANGUAGES = ("en", "fr")
fork = multiprocessing.get_context("fork")


class Undone(Exception):
    pass


def keep_publishing(seed: int) -> None:
    random = Random(seed)
    for number in range(1_000_000):
        with suppress(PublicationRefused, Undone), door() as held:
            act(random, held, f"{seed}-{number}")
            time.sleep(random.random() / 500)
            if random.random() < 0.1:
                raise Undone
        time.sleep(random.random() / 500)


def act(random: Random, held, text: str) -> None:
    uid, kind = random.choice(RECORDS), random.random()
    ahead = held.moment + dt.timedelta(seconds=random.choice((0, 0, random.random())))
    if kind < 0.8:
        items = [item(uid, language, text, slug="") for language in LANGUAGES]
        held.insert_many(items, at=ahead, pending=random.choice(("keep", "cancel")))
    elif kind < 0.9:
        held.withdraw(uid, reason="Wrong.", at=ahead)
    else:
        for edition in Edition.objects.filter(uid=uid, live_from__gt=held.moment, number=2):
            held.cancel(edition)


def keep_sweeping() -> None:
    while True:
        sweep()
        time.sleep(0.05)


def follow(stop, told) -> None:
    """Poll until the end, and then until nothing is left."""
    checkpoint = 0
    while True:
        ending = stop.is_set()
        page = feed(checkpoint, 7)
        checkpoint = page.checkpoint
        rows = [(row.seq, row.at.isoformat(), row.edition_id) for row in page.rows]
        until = page.complete_until and page.complete_until.isoformat()
        told.write(json.dumps({"rows": rows, "complete_until": until, "caught_up": page.caught_up}) + "\n")
        if ending and page.caught_up:
            return told.flush()
        time.sleep(0.01)


def start(target, *arguments):
    process = fork.Process(target=target, args=arguments, daemon=True)
    process.start()
    return process


def run(seconds: float, publishers: int) -> dict:
    new_endpoint()
    # Every process has its own.
    connection.close()
    with TemporaryFile("w+") as told:
        stop = fork.Event()
        follower = start(follow, stop, told)
        sweeper = start(keep_sweeping)
        killed = keep_killing(seconds, [keep_publishing] * publishers, count())
        end(sweeper)
        time.sleep(1)  # The last that waits comes due.
        sweep()
        stop.set()
        follower.join(30)
        told.seek(0)
        return {"pages": [json.loads(line) for line in told], "killed": killed, **found()}


def keep_killing(seconds: float, targets: list, seeds: Iterator[int]) -> int:
    """Whoever is killed has a successor, whose own seed makes other moves. Answers how many were."""
    random, killed = Random(0), 0
    running = [(target, start(target, next(seeds))) for target in targets]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        time.sleep(random.random())
        target, process = running.pop(0)
        end(process)
        running.append((target, start(target, next(seeds))))
        killed += 1
    for _target, process in running:
        end(process)
    return killed


def end(process) -> None:
    """If it ended by itself, its error is on stderr."""
    process.kill()
    process.join()


def found() -> dict:
    rows = Edition.objects.order_by("live_from", "id").values_list(
        "pk", "uid", "language", "number", "live_from", "title"
    )
    return {
        "editions": [(pk, uid, language, number, at.isoformat(), text) for pk, uid, language, number, at, text in rows],
        "announced": list(Dispatch.objects.order_by("pk").values_list("seq", flat=True)),
        "facets": Facet.objects.count(),
        "live": Edition.objects.filter(state="live").count(),
        "until": Head.objects.get().until.isoformat(),
    }


if __name__ == "__main__":
    json.dump(run(float(sys.argv[1]), int(sys.argv[2])), sys.stdout)
