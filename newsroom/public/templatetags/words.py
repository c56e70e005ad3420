"""Codes, dates and numbers of the API in the words of the page's language."""

from functools import lru_cache
from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.public.api.wording import capital, label
from relations.values.fuzzy import FuzzyDate
from relations.values.labels import date_label
from relations.values.languages import NATIVE_NAMES
from relations.values.numbers import number_label

register = template.Library()


register.filter(label)
register.filter(capital)


@register.filter
def day(instant: str | None) -> str:
    """The day of an instant or a date in ISO 8601."""
    return _day(instant[:10], get_language()) if instant else ""


@lru_cache(maxsize=4096)
def _day(iso: str, language: str) -> str:
    return date_label(FuzzyDate.parse(iso), language)


@register.filter
def second(instant: str) -> str:
    """For machines: HTML knows no shorter part of a second than a thousandth."""
    return f"{instant[:19]}Z"


@register.filter
def timestamp(instant: str) -> SafeString:
    return SafeString(f'<time datetime="{escape(second(instant))}">{escape(day(instant))}</time>')


@register.filter
def moment(instant: str | None) -> str:
    return _("%(day)s, %(time)s UTC") % {"day": day(instant), "time": instant[11:16]} if instant else ""


@register.filter
def number(value: str | int | None) -> str:
    return number_label(value, get_language()) if value not in (None, "") else ""


@register.filter
def language_name(code: str) -> str:
    """By its own speakers' name for it."""
    return NATIVE_NAMES.get(code, code)
