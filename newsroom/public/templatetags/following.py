"""Ways to follow what a page shows."""

from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.public.pages.following import MEDIA_TYPES, SITE, Ways, ways_of
from newsroom.public.templatetags.records import named

register = template.Library()


@register.filter
def followed(item: dict | None) -> Ways:
    """Addresses of the feeds and the calendar of a record; of the site's where it has none, or where there is none."""
    return ways_of(item or None, get_language())


@register.simple_tag
def discovery(origin: str, item: dict | None = None) -> SafeString:
    """For programs that look for feeds: those of the record on the page, else those of the site."""
    found = followed(item)
    title = named(item) if item and found != followed(None) else SITE
    names = {"atom": "Atom", "json": "JSON Feed", "ics": _("Calendar")}
    links = [
        f'<link rel="alternate" type="{MEDIA_TYPES[form]}" title="{escape(title)} ({escape(names[form])})"'
        f' href="{escape(origin + url)}">'
        for form, url in found._asdict().items()
        if url
    ]
    return SafeString("\n  ".join(links))
