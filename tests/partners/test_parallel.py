"""Three hundred requests at once on a quota of a hundred, asked of several server processes on each store."""

import os
import socket
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
import redis

ROOT = Path(__file__).parents[2]
REDIS = "redis://127.0.0.1:6379/9"
QUOTA, ASKED = 100, 300
# What a fresh window must have left.
ENOUGH = 25
SERVER = ("-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--workers", "2", "--blocking-threads", "4")


@pytest.fixture
def sqlite(tmp_path):
    """The environment of a server with an empty database; the store of usage is a file beside it."""
    return environment(DATABASE_URL=f"sqlite:///{tmp_path}/quotas.sqlite3")


@pytest.fixture
def postgresql():
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        pytest.skip("DATABASE_URL names no PostgreSQL.")
    name = f"quotas_{os.getpid()}"
    # The one database that every server has.
    with psycopg.connect(urlsplit(url)._replace(path="/postgres").geturl(), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield environment(DATABASE_URL=urlsplit(url)._replace(path=f"/{name}").geturl())
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def in_redis(sqlite):
    try:
        with closing(redis.Redis.from_url(REDIS, socket_connect_timeout=1)) as client:
            for key in client.scan_iter("communique:quota:*"):
                client.delete(key)
    except redis.RedisError:
        pytest.skip(f"No Redis answers at {REDIS}.")
    return sqlite | {"NEWSROOM_REDIS": REDIS}


def environment(**variables) -> dict:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")}
    return kept | {"NEWSROOM_SIDE": "public", "NEWSROOM_SECRET_KEY": "q" * 50, **variables}


def manage(env: dict, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@contextmanager
def served(env: dict):
    """The port of a server of two processes."""
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, *SERVER, "--port", str(port), "--no-ws", "newsroom.wsgi:application"]
    server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def wait_for(port: int) -> None:
    for _ in range(300):
        try:
            if status(port, "/healthz") == 200:
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("The server did not start.")


def status(port: int, path: str, key: str = "") -> int:
    with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("GET", path, headers={"Authorization": f"Bearer {key}"} if key else {})
        answer = connection.getresponse()
        answer.read()
        return answer.status


def in_a_fresh_window() -> int:
    left = 60 - time.time() % 60
    if left < ENOUGH:
        time.sleep(left + 0.1)
    return int(time.time()) // 60


def answers_of_one_window(port: int, key: str) -> Counter:
    """Asked again where the minute was over before the last answer."""
    for _ in range(3):
        window = in_a_fresh_window()
        with ThreadPoolExecutor(50) as pool:
            found = Counter(pool.map(lambda _: status(port, "/api/v1/vocabularies", key), range(ASKED)))
        if int(time.time()) // 60 == window:
            return found
    pytest.fail("No window was long enough.")


@pytest.mark.parametrize("store", ["sqlite", "postgresql", "in_redis"])
def test_exactly_the_quota_passes_however_many_ask_and_whichever_process_answers(store, request):
    env = request.getfixturevalue(store)
    manage(env, "migrate", "--verbosity", "0")
    manage(env, "migrate", "--verbosity", "0", "--database", "usage")
    key = manage(env, "partner_key", "make", "Gazette", "--contact", "it@example.org", "--per-minute", str(QUOTA))

    with served(env) as port:
        found = answers_of_one_window(port, key)

    assert found == {200: QUOTA, 429: ASKED - QUOTA}
