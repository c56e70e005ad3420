import signal
import time
from threading import Event

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection, connections, router
from django.utils import timezone

from newsroom.desk.publish import sweep
from newsroom.partners.forgetting import forget_old
from newsroom.partners.models import Counter

AN_HOUR = 60 * 60


class Command(BaseCommand):
    help = (
        "Enter in the change feed what has become public at its moment. Pages and API need no worker for that; the feed "
        "stands still without one. In a loop it also takes away, every hour, what is no longer to be known of partners."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--loop",
            type=float,
            metavar="SECONDS",
            help="Go on for ever, with so long a pause between sweeps; ends cleanly on SIGTERM or Ctrl-C.",
        )

    def handle(self, *, loop, **options):
        if loop is None:
            self.report(sweep())
        elif loop > 0:
            self.keep_sweeping(loop)
        else:
            raise CommandError("--loop takes a number of seconds greater than nothing.")

    def keep_sweeping(self, pause: float) -> None:
        stopped = Event()
        for signal_number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signal_number, lambda *_: stopped.set())
        tidied = time.monotonic()
        while not stopped.is_set():
            self.sweep_once()
            if time.monotonic() - tidied >= AN_HOUR:
                self.tidy_once()
                tidied = time.monotonic()
            stopped.wait(pause)

    def sweep_once(self) -> None:
        """A database that is away for a moment does not end the worker."""
        try:
            self.report(sweep())
        except OperationalError as error:
            self.stderr.write(f"The database did not answer: {error}".rstrip())
            connection.close()

    def tidy_once(self) -> None:
        """Apart from the sweep and its lock, and on a store of its own, so that no publication waits for it."""
        try:
            forget_old(timezone.now())
        except OperationalError as error:
            self.stderr.write(f"The store of usage did not answer: {error}".rstrip())
            connections[router.db_for_write(Counter)].close()

    def report(self, due: int) -> None:
        if due:
            self.stdout.write(f"{due} publication(s) came due.")
            self.stdout.flush()
