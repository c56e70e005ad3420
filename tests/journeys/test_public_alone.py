"""The read side serves every page and the whole API with desk, facts and admin left out, and says the same."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

pytestmark = pytest.mark.django_db

# Links without the question that an answer needs.
INCOMPLETE = {"/api/v1/search": 400}


def crawled(database: str, side: str) -> dict:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DATABASE_URL": database,
        "NEWSROOM_MEDIA": str(settings.MEDIA_ROOT),
        "NEWSROOM_SIDE": side,
        "NEWSROOM_SECRET_KEY": "the same on both sides",
        "NEWSROOM_LOG_LEVEL": "ERROR",
        "NEWSROOM_ANONYMOUS_QUOTA": "0",
    }
    command = [sys.executable, "-W", "error", "-m", "tests.journeys.crawl"]
    done = subprocess.run(command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)


def address(folder: Path) -> str:
    """The database as another process reaches it; SQLite's is in memory here, so a copy of it."""
    if connection.vendor == "postgresql":
        at = connection.settings_dict
        return f"postgres://{quote(at['USER'])}:{quote(at['PASSWORD'])}@{at['HOST']}:{at['PORT']}/{at['NAME']}"
    connection.ensure_connection()
    with closing(sqlite3.connect(folder / "copy.sqlite3")) as copy:
        connection.connection.backup(copy)
    return f"sqlite:///{folder}/copy.sqlite3"


@pytest.fixture(scope="module")
def database(corpus, tmp_path_factory, django_db_blocker):
    with django_db_blocker.unblock():
        return address(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="module")
def alone(database):
    return crawled(database, "public")


def test_public_side_alone_answers_every_address_as_the_whole_does(database, alone):
    whole = crawled(database, "all")

    differing = {address for address, answer in whole["answers"].items() if alone["answers"].get(address) != answer}
    assert differing == set()
    assert len(alone["answers"]) == len(whole["answers"]) > 200


def test_public_side_alone_refuses_nothing_it_links_to(alone):
    assert {address: status for address, (status, _) in alone["answers"].items() if status >= 400} == INCOMPLETE


def test_public_side_alone_is_tried_on_every_route(alone):
    assert set(alone["routes"]) - set(alone["seen"]) == set()


def test_public_side_alone_loads_nothing_of_the_write_side(alone):
    assert alone["loaded"] == []
