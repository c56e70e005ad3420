"""Who polls or has a webhook while others publish, fail and are killed misses nothing, sees nothing twice, and is never misled."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

ROOT = Path(__file__).parents[2]
# On SQLite, where writers wait for each other by polling, a smaller one.
SIZE = {"postgresql": (10, 4), "sqlite": (4, 2)}


@pytest.fixture
def database_url(transactional_db, tmp_path):
    """The test's own database, as another process finds it."""
    if connection.vendor == "sqlite":
        copy = tmp_path / "soak.sqlite3"
        connection.cursor().execute(f"VACUUM INTO '{copy}'")
        return f"sqlite:///{copy}"
    parts = {name: quote(str(connection.settings_dict[name]), safe="") for name in ("USER", "PASSWORD", "HOST", "PORT")}
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/".format(**parts) + connection.settings_dict["NAME"]


@pytest.fixture
def told(database_url):
    seconds, publishers = SIZE[connection.vendor]
    ran = subprocess.run(
        [sys.executable, "-m", "tests.desk.soak", str(seconds), str(publishers)],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": database_url},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.stderr == ""
    return json.loads(ran.stdout)


def test_soak(told):
    pages, rows = told["pages"], [row for page in told["pages"] for row in page["rows"]]
    public = [pk for pk, _uid, _language, _number, live_from, _text in told["editions"] if live_from <= told["until"]]

    # Enough has happened to mean anything.
    assert told["killed"] >= 3
    assert len(rows) >= 20
    # Each once, in order; all of them.
    assert [seq for seq, _at, _edition in rows] == list(range(1, len(rows) + 1))
    assert [edition for _seq, _at, edition in rows] == public
    # A webhook is told of each exactly once, in the same transaction.
    assert told["announced"] == [seq for seq, _at, _edition in rows]
    assert all(one <= two for (_, one, _), (_, two, _) in pairwise(rows))
    # No page claimed to be complete up to a moment of which a later page had more to tell.
    complete_until = ""
    for page in pages:
        assert all(at > complete_until for _seq, at, _edition in page["rows"])
        complete_until = page["complete_until"] or complete_until
    assert pages[-1]["caught_up"]
    # All or nothing, whoever was killed.
    assert chains(told, "en") == chains(told, "fr")
    assert told["facets"] == told["live"]


def chains(told, language):
    return [row[1:2] + row[3:] for row in told["editions"] if row[2] == language]
