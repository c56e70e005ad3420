"""A worker whose clock is ahead: `python -m tests.partners.late SECONDS` delivers what would be due by then."""

import datetime as dt
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
django.setup()

from django.utils import timezone  # noqa: E402

from newsroom.partners.webhooks.delivering import Worker  # noqa: E402

if __name__ == "__main__":
    ahead = dt.timedelta(seconds=float(sys.argv[1]))
    with Worker(clock=lambda: timezone.now() + ahead) as worker:
        worker.drain()
