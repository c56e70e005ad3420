"""What is shown in confidence is not shown any longer from the moment at which everybody can read it."""

import datetime as dt

from newsroom.desk.models import PreviewLink, Version


def end_previews(versions, at: dt.datetime) -> None:
    PreviewLink.objects.filter(version__in=versions).end(at)


def move_previews(version: Version, was: dt.datetime, to: dt.datetime | None) -> None:
    """What was to become public then is put off to another moment, or (None) is not to become public at all."""
    PreviewLink.objects.filter(version=version, ended_at=was).update(ended_at=to)
