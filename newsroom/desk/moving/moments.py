"""Moments as somebody says them, “18:00 in Algiers”: a wall clock's time and the name of its zone."""

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

from django.utils import timezone
from django.utils.translation import gettext as _

FIRST = ("Africa/Algiers", "Asia/Baku", "UTC", "Europe/Paris", "Europe/London", "America/New_York")


class NoSuchMoment(ValueError):
    """A wall clock that never shows this time, or shows it twice, or a time that is over."""


def zones() -> list[str]:
    """Those of the desks first, then all others by name."""
    others = sorted(
        name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "posix", "right"))
    )
    return list(dict.fromkeys([*FIRST, *others]))


def moment_in(local: dt.datetime, zone: str) -> dt.datetime:
    """The one instant, in UTC, at which clocks of the zone show this time; NoSuchMoment where it is none or two."""
    try:
        place = ZoneInfo(zone)
    except (ValueError, OSError, KeyError) as unknown:
        raise NoSuchMoment(_("There is no time zone “%(zone)s”.") % {"zone": zone}) from unknown
    said = {"time": f"{local:%Y-%m-%d %H:%M}", "zone": zone}
    earlier, later = (local.replace(tzinfo=place, fold=fold).astimezone(dt.UTC) for fold in (0, 1))
    shown = earlier.astimezone(place).replace(tzinfo=None)
    if shown != local:
        raise NoSuchMoment(_("In %(zone)s clocks are put forward and never show %(time)s. Choose another time.") % said)
    if earlier != later:
        raise NoSuchMoment(
            _("In %(zone)s clocks are put back and show %(time)s twice. Choose another time, or say it in UTC.") % said
        )
    return earlier


def ahead(moment: dt.datetime) -> dt.datetime:
    if moment <= timezone.now():
        raise NoSuchMoment(_("That moment has passed."))
    return moment


def local_time(moment: dt.datetime, zone: str) -> str:
    """As clocks of the zone show it, for an input of date and time."""
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M}"
