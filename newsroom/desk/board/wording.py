"""Moments and people in words."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from relations.values.fuzzy import FuzzyDate
from relations.values.labels import date_label


def when(moment: dt.datetime, zone: str = "") -> str:
    """`21 April 2025, 18:00 (Africa/Algiers)`; without a zone in the site's own."""
    local = timezone.localtime(moment, ZoneInfo(zone) if zone else None)
    terms = {"day": day(local.date()), "time": f"{local:%H:%M}", "zone": zone or timezone.get_current_timezone_name()}
    return _("%(day)s, %(time)s (%(zone)s)") % terms


def shortly(moment: dt.datetime) -> str:
    """The same in the site's zone without naming it."""
    local = timezone.localtime(moment)
    return _("%(day)s, %(time)s") % {"day": day(local.date()), "time": f"{local:%H:%M}"}


def day(date: dt.date | FuzzyDate | str) -> str:
    return date_label(date if isinstance(date, FuzzyDate) else FuzzyDate.parse(str(date)), get_language())


def name_of(user) -> str:
    return user.get_full_name() or user.get_username()


def assigned(task) -> Iterator[str]:
    """Who has an assignment, as what, and by when."""
    yield _("%(task)s: %(name)s") % {"task": task.get_task_display(), "name": name_of(task.to)}
    if task.due:
        yield _("due %(moment)s") % {"moment": when(task.due)}
