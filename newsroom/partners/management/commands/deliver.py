import signal
import time
from threading import Event

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.utils import timezone

from newsroom.partners.webhooks.delivering import Worker, forget

AN_HOUR = 60 * 60


class Command(BaseCommand):
    help = "Send what is due to partners' webhooks. As many of these as you like run beside each other."

    def add_arguments(self, parser):
        parser.add_argument(
            "--loop",
            type=float,
            metavar="SECONDS",
            help="Go on for ever, with so long a pause when nothing is due; ends cleanly on SIGTERM or Ctrl-C.",
        )

    def handle(self, *, loop, **options):
        if loop is not None and loop <= 0:
            raise CommandError("--loop takes a number of seconds greater than nothing.")
        with Worker() as worker:
            if loop is None:
                forget(timezone.now())
                worker.drain()
            else:
                self.keep_delivering(worker, loop)

    def keep_delivering(self, worker: Worker, pause: float) -> None:
        stopped = Event()
        for signal_number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signal_number, lambda *_: stopped.set())
        forgotten = -AN_HOUR
        while not stopped.is_set():
            if time.monotonic() - forgotten >= AN_HOUR:
                forgotten = time.monotonic()
                self.unless_away(forget, timezone.now())
            if self.unless_away(worker.step):
                worker.wait(pause)
            else:
                stopped.wait(pause)

    def unless_away(self, act, *arguments):
        """A database that is away for a moment does not end the worker; what it had in hand comes due again."""
        try:
            return act(*arguments)
        except OperationalError as error:
            self.stderr.write(f"The database did not answer: {error}".rstrip())
            connection.close()
