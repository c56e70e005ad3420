"""A partner who begins with a snapshot and follows the changes ends with exactly what is public, whatever happens meanwhile."""

import json
import os
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from operator import itemgetter

import pytest
from django.db import connection

from tests.desk.test_soak import ROOT, database_url  # noqa: F401 - a fixture

SIZE = {"postgresql": (12, 3), "sqlite": (6, 1)}


@pytest.fixture
def told(database_url, tmp_path):  # noqa: F811 - as said
    seconds, publishers = SIZE[connection.vendor]
    own = {"NEWSROOM_SNAPSHOTS": str(tmp_path / "snapshots"), "NEWSROOM_ORIGIN": "http://localhost"}
    ran = subprocess.run(
        [sys.executable, "-m", "tests.desk.copying", str(seconds), str(publishers)],
        cwd=ROOT,
        env=os.environ | own | {"DATABASE_URL": database_url},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert ran.stderr == ""
    return json.loads(ran.stdout)


def test_copying(told):
    taken, polled = sorted(told["snapshots"], key=itemgetter("made_at")), told["polled"]
    actions = Counter(change[1] for change in told["changes"])
    # Enough has happened to mean anything.
    assert told["killed"] >= 3
    assert len(taken) >= 4
    assert actions["published"] + actions["corrected"] >= 20
    assert actions["withdrawn"] + actions["erased"] >= 3
    # Each change once, in order, from the checkpoint of the first snapshot on.
    first = polled[0]["seq"] - 1
    assert [change["seq"] for change in polled] == list(range(first + 1, len(told["changes"]) + 1))
    assert [as_row(change) for change in polled] == told["changes"][first:]
    # A snapshot and the changes up to the next are the next.
    assert editions(taken[0]) == replayed({}, told["changes"][: int(taken[0]["checkpoint"])])
    for one, two in pairwise(taken):
        between = told["changes"][int(one["checkpoint"]) : int(two["checkpoint"])]
        assert replayed(editions(one), between) == editions(two)
    # The copy is what is public, and so is the last snapshot, to the letter.
    last = taken[-1]
    assert [[*key, number] for key, number in sorted(editions(last).items())] == told["public"]
    assert [bare(row) for row in told["copy"]] == [bare(row) for row in last["items"]]
    # Nothing that it shows of other records has been taken back or is out of date.
    for (*_key, mine), (*_key, theirs) in zip(told["copy"], last["items"], strict=True):
        assert [card for card in mine["related"] if card not in theirs["related"]] == []
    # Of snapshots only the last of the day is left, and nothing of those that were killed.
    assert len(told["left"]) == 1


def as_row(change: dict) -> list:
    return [change[name] for name in ("seq", "action", "id", "language", "edition")]


def editions(snapshot: dict) -> dict:
    return {(uid, language): item["edition"] for uid, language, item in snapshot["items"]}


def replayed(held: dict, changes: list) -> dict:
    held = dict(held)
    for _seq, action, uid, language, number in changes:
        if action in ("withdrawn", "erased"):
            held.pop((uid, language), None)
        else:
            held[uid, language] = number
    return held


def bare(row: list) -> list:
    """Without the lines about others: one that became public later shows only once the item is asked for again."""
    *key, item = row
    return [*key, {name: value for name, value in item.items() if name != "related"}]
