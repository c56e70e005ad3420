"""What templates of the desk say about texts and their moves."""

from zoneinfo import ZoneInfo

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from newsroom.desk.moving.bar import Bar, bar_of

register = template.Library()


@register.simple_tag(takes_context=True)
def move_bar(context) -> Bar | None:
    """The bar of the record whose form this is; none for a record that is not there yet."""
    record = context.get("original")
    return bar_of(record, context["request"].user) if record and record.pk else None


@register.filter
def in_zone(moment, zone: str = "UTC") -> str:
    """A moment as clocks of a zone show it, with the name of the zone."""
    if not moment:
        return ""
    local = moment.astimezone(ZoneInfo(zone or "UTC"))
    said = {"day": date_format(local, "DATE_FORMAT"), "time": f"{local:%H:%M}", "zone": zone or "UTC"}
    return _("%(day)s, %(time)s %(zone)s") % said
