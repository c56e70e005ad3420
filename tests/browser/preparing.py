"""
The demonstration with a past: the corpus is published some days before what befalls it afterwards.

Run as a program of its own, since every clock of the desk is to be another from the start.
"""

import datetime as dt
import os

import django
from django.utils import timezone

DAYS = dt.timedelta(days=2)
PUBLICATION = "Submitting, approving and publishing it"


class Clock:
    def __init__(self):
        self.now, self.behind = timezone.now, DAYS

    def __call__(self) -> dt.datetime:
        return self.now() - self.behind


def main() -> None:
    timezone.now = clock = Clock()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    tell(clock)


def tell(clock: Clock) -> None:
    # Only now, since whoever has the clock for a default takes it when it is imported.
    from django.core.management import call_command  # noqa: PLC0415

    from newsroom.desk.demonstration import people, story  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    for title, chapter in story.chapters(people.make_accounts()):
        chapter()
        if title == PUBLICATION:
            clock.behind = dt.timedelta(0)


if __name__ == "__main__":
    main()
