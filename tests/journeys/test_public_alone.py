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

from tests.journeys.crawl import NO_WEBHOOK
from tests.partners.conftest import new_key

pytestmark = pytest.mark.django_db

# Links without the question, or the key, that an answer needs.
INCOMPLETE = {"/api/v1/search": 400, "/api/v1/me/usage": 401, "/api/v1/me/usage.csv": 401}


def environment(database: str, side: str) -> dict:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DATABASE_URL": database,
        "NEWSROOM_MEDIA": str(settings.MEDIA_ROOT),
        "NEWSROOM_SIDE": side,
        "NEWSROOM_SECRET_KEY": "the same on both sides",
        "NEWSROOM_KEY_SECRET": settings.KEY_SECRET,
        "NEWSROOM_LOG_LEVEL": "ERROR",
        "NEWSROOM_ANONYMOUS_QUOTA": "0",
    }


def run(environment: dict, *command: str) -> str:
    command = [sys.executable, "-W", "error", *command]
    done = subprocess.run(command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout


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
def database(corpus, key, tmp_path_factory, django_db_blocker):
    with django_db_blocker.unblock():
        return address(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="module")
def key(corpus, django_db_blocker):
    with django_db_blocker.unblock():
        return new_key("partner")


@pytest.fixture(scope="module")
def crawl(database, key, tmp_path_factory):
    """With a snapshot that the public side made by itself."""
    snapshots = tmp_path_factory.mktemp("snapshots")
    public, whole = (
        environment(database, side) | {"NEWSROOM_SNAPSHOTS": str(snapshots), "PARTNER_KEY": key}
        for side in ("public", "all")
    )
    run(public, "manage.py", "migrate", "--database", "usage", "--verbosity", "0")
    run(public | {"NEWSROOM_ORIGIN": "http://localhost"}, "manage.py", "snapshot")
    return lambda side: json.loads(run({"public": public, "all": whole}[side], "-m", "tests.journeys.crawl"))


@pytest.fixture(scope="module")
def alone(crawl):
    return crawl("public")


def test_public_side_alone_answers_every_address_as_the_whole_does(crawl, alone):
    whole = crawl("all")

    differing = {address for address, answer in whole["answers"].items() if alone["answers"].get(address) != answer}
    assert differing == set()
    assert len(alone["answers"]) == len(whole["answers"]) > 200


def test_public_side_alone_refuses_nothing_it_links_to(alone):
    refused = {address: status for address, (status, _) in alone["answers"].items() if status >= 400}
    absent = {address: refused.pop(address) for address in list(refused) if NO_WEBHOOK in address}

    assert refused == INCOMPLETE
    assert set(absent.values()) == {404, 405}


def test_public_side_alone_is_tried_on_every_route(alone):
    assert set(alone["routes"]) - set(alone["seen"]) == set()


def test_public_side_alone_loads_nothing_of_the_write_side(alone):
    assert alone["loaded"] == []
