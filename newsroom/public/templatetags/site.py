"""What every page of the site has around it. What does not differ between pages is rendered once for each language."""

from functools import lru_cache
from html import escape

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.public.addresses import with_default
from newsroom.public.pages.sections import sections
from relations.values.languages import NATIVE_NAMES

register = template.Library()


@register.simple_tag
def navigation(kind: str = "", *, search: bool = True) -> SafeString:
    """The sections, with a box to search in."""
    return _navigation(get_language(), kind, search)


@lru_cache(maxsize=256)
def _navigation(language: str, kind: str, search: bool) -> SafeString:
    context = {"sections": sections(language)["main"], "kind": kind, "search": search, "language": language}
    return SafeString(render_to_string("components/navigation.html", context))


@register.simple_tag
def foot() -> SafeString:
    return _foot(get_language())


@lru_cache(maxsize=16)
def _foot(language: str) -> SafeString:
    found = sections(language)
    context = {
        "sections": found["more"],
        "site": found["site"],
        "languages": NATIVE_NAMES.items(),
        "language": language,
        "rights": settings.PUBLIC_RIGHTS["notice"],
    }
    return SafeString(render_to_string("components/foot.html", context))


@register.simple_tag
def ways() -> list:
    """Where to go from a page that leads nowhere."""
    return sections(get_language())["main"]


@register.simple_tag
def languages(found: list[dict]) -> SafeString:
    """The switch: to this page in the languages that have it, or else to their front pages."""
    here = get_language()
    others = [{"code": code, "name": name, "url": f"/{code}/"} for code, name in NATIVE_NAMES.items()]
    shown = "\n".join(_language(one, here) for one in found or others)
    name = escape(_("Languages"))
    return SafeString(f'<nav class="languages" aria-label="{name}">\n{shown}\n</nav>')


def _language(one: dict, here: str) -> str:
    code, name = one["code"], one["name"]
    if code == here:
        return f'<span aria-current="true" lang="{code}">{name}</span>'
    return f'<a href="{escape(one["url"])}" lang="{code}" hreflang="{code}">{name}</a>'


@register.simple_tag
def own_addresses(origin: str, path: str, found: list[dict]) -> SafeString:
    """Canonical, and every language that has the page, this one among them."""
    every = with_default({one["code"]: one["url"] for one in found}).items()
    alternates = (f'<link rel="alternate" hreflang="{code}" href="{escape(origin + url)}">' for code, url in every)
    return SafeString("\n  ".join([f'<link rel="canonical" href="{escape(origin + path)}">', *alternates]))
