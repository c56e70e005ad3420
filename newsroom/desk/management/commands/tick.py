import signal
from threading import Event

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection

from newsroom.desk.publish import sweep


class Command(BaseCommand):
    help = (
        "Enter in the change feed what has become public at its moment. Pages and API need no worker for that; the feed "
        "stands still without one."
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
        while not stopped.is_set():
            self.sweep_once()
            stopped.wait(pause)

    def sweep_once(self) -> None:
        """A database that is away for a moment does not end the worker."""
        try:
            self.report(sweep())
        except OperationalError as error:
            self.stderr.write(f"The database did not answer: {error}".rstrip())
            connection.close()

    def report(self, due: int) -> None:
        if due:
            self.stdout.write(f"{due} publication(s) came due.")
            self.stdout.flush()
