"""Workers in processes of their own: killed, ended, and several at once."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Barrier

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from standardwebhooks import Webhook

from newsroom.partners.webhooks import signing
from newsroom.partners.webhooks.delivering import LEASE
from tests.desk.test_soak import database_url
from tests.partners.receivers import fine, new_dispatch, new_endpoint, receiver, slowly

__all__ = ["database_url"]

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).parents[2]


@pytest.fixture
def start(request):
    """Starts workers on the test's database as it is when the first begins; all end with the test."""
    running = []

    def run(*arguments):
        environment = os.environ | {
            "DATABASE_URL": request.getfixturevalue("database_url"),
            "NEWSROOM_WEBHOOKS_TO_THIS_MACHINE": "on",
            "NEWSROOM_KEY_SECRET": settings.KEY_SECRET,
        }
        running.append(subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment))
        return running[-1]

    yield run
    for process in running:
        process.kill()
        process.wait()


@pytest.mark.parametrize("seconds", [0, -1])
def test_loop_without_a_pause_is_refused(seconds):
    with pytest.raises(CommandError, match="greater than nothing"):
        call_command("deliver", loop=seconds)


def test_worker_that_is_killed_in_the_middle_of_a_delivery_loses_none(start):
    with receiver(slowly(30), fine) as server:
        endpoint = new_endpoint(server.url())
        for seq in range(1, 4):
            new_dispatch(endpoint, seq)
        killed = start("manage.py", "deliver", "--loop", "0.05")
        assert server.arrived.wait(60)
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        in_hand = server.ids
        assert start("-m", "tests.partners.late", str(LEASE.total_seconds() + 1)).wait(60) == 0

    assert sorted(server.ids) == sorted([*in_hand, *(f"msg_{seq}_{endpoint.pk.hex}" for seq in (1, 2, 3))])


def test_worker_that_is_told_to_end_finishes_what_it_has_in_hand(start):
    with receiver(slowly(1)) as server:
        new_dispatch(new_endpoint(server.url()))
        ended = start("manage.py", "deliver", "--loop", "0.05")
        assert server.arrived.wait(60)
        ended.send_signal(signal.SIGTERM)
        assert ended.wait(60) == 0
        assert start("-m", "tests.partners.late", str(LEASE.total_seconds() + 1)).wait(60) == 0

    assert len(server.received) == 1


def test_two_workers_deliver_each_message_once(start):
    """The gate opens to two at once, and one worker never sends two to one endpoint: so both take part."""
    both = Barrier(2)

    def answer(handler):
        if handler.path == "/gate":
            both.wait(20)
        fine(handler)

    with receiver(answer) as server:
        endpoints = {f"/{name}": new_endpoint(server.url(f"/{name}")) for name in ("gate", "a", "b", "c")}
        dispatches = [new_dispatch(endpoints["/gate"], seq) for seq in (1, 2)]
        dispatches += [new_dispatch(endpoints[path], seq) for path in ("/a", "/b", "/c") for seq in range(1, 11)]
        workers = [start("manage.py", "deliver", "--loop", "0.01") for _ in range(2)]
        until = time.monotonic() + 60
        while len(server.received) < len(dispatches) and time.monotonic() < until:
            time.sleep(0.05)
        for worker in workers:
            worker.send_signal(signal.SIGTERM)
        assert [worker.wait(30) for worker in workers] == [0, 0]

    assert sorted(server.ids) == sorted(one.message_id for one in dispatches)
    for received in server.received:
        Webhook(signing.secret(endpoints[received.path].pk, 1)).verify(received.body, received.headers)
