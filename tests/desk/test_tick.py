"""The worker that keeps the change feed going."""

import datetime as dt
import os
import signal
from contextlib import contextmanager
from io import StringIO
from threading import Timer

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL
from django.utils import timezone

from newsroom.desk.management.commands import tick as command
from newsroom.desk.publish import publish
from newsroom.partners import counting
from newsroom.partners.models import Counter
from newsroom.public.models import Change
from tests.factories.publication import item


def tick(**options):
    out, err = StringIO(), StringIO()
    call_command("tick", stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def schedule(seconds):
    publish(items=[item()], by=None, at=timezone.now() + dt.timedelta(seconds=seconds))


@contextmanager
def stopped_after(seconds, signal_number):
    """Somebody sends this process a signal; whoever listened to it before does so again afterwards."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    timer = Timer(seconds, os.kill, (os.getpid(), signal_number))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        for number, handler in kept.items():
            signal.signal(number, handler)


@pytest.mark.django_db
def test_tick_sweeps_once_and_says_nothing_when_nothing_came_due():
    assert tick() == ("", "")


@pytest.mark.django_db
def test_loop_reports_what_comes_due_and_nothing_else_and_ends_on_sigterm():
    schedule(seconds=0.2)

    with stopped_after(1, signal.SIGTERM):
        told = tick(loop=0.05)

    assert told == ("1 publication(s) came due.\n", "")
    assert Change.objects.count() == 1


@pytest.mark.django_db
def test_loop_ends_on_interrupt():
    with stopped_after(0.2, signal.SIGINT):
        assert tick(loop=0.05) == ("", "")


@pytest.mark.django_db(databases=["default", "usage"])
def test_loop_takes_away_what_is_old_of_partners_every_hour(monkeypatch):
    monkeypatch.setattr(command, "AN_HOUR", 0.1)
    counting.add("somebody 60", 10, 60)

    with stopped_after(0.5, signal.SIGTERM):
        assert tick(loop=0.05) == ("", "")

    assert not Counter.objects.exists()


@pytest.mark.parametrize("seconds", [0, -1])
def test_loop_without_a_pause_is_refused(seconds):
    with pytest.raises(CommandError, match="greater than nothing"):
        tick(loop=seconds)


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no connection that could be lost.")
@pytest.mark.django_db(transaction=True)
def test_loop_survives_a_lost_connection():
    schedule(seconds=0.6)
    Timer(0.3, end_other_connections).start()

    with stopped_after(2, signal.SIGTERM):
        out, err = tick(loop=0.05)

    assert err.startswith("The database did not answer: ")
    assert out == "1 publication(s) came due.\n"


def end_other_connections():
    other = PostgreSQL(connection.settings_dict)
    with other.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid()"
        )
    other.close()
