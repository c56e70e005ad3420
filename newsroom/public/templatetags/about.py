"""What a page's head leaves unsaid."""

import re
from html import escape, unescape

import orjson
from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from newsroom.public.api.formats.jsonld import KINDS
from newsroom.public.pages.sharing import Told, description, linked_data, open_graph, title_of

register = template.Library()

NOT_TO_BE_FOUND = '<meta name="robots" content="noindex'
TITLE = re.compile(r"<title>\s*(.*?)\s*(?:– Communiqué)?\s*</title>", re.DOTALL)
DESCRIPTION = re.compile(r'\s*<meta name="description" content="\s*([^"]*?)\s*">')
# What could end the element or, in old browsers, a line of a script.
IN_SCRIPT = {one.encode(): f"\\u{ord(one):04x}".encode() for one in "<>&\u2028\u2029"}


@register.simple_block_tag(takes_context=True)
def about_page(context, content: str) -> SafeString:
    """Around a page's own words about itself: adds what machines are told. A page not to be found tells them nothing."""
    if not context.get("path") or NOT_TO_BE_FOUND in content:
        return content
    told = told_of(context, content)
    given = DESCRIPTION.search(content)
    own = given[1] if given else ""
    about = unescape(own) or description(told)
    if not own:
        content = DESCRIPTION.sub("", content) + f'\n  <meta name="description" content="{escape(about)}">'
    return SafeString("\n  ".join([content, *metas(told, about), data_block(linked_data(told))]))


def told_of(context, content: str) -> Told:
    item = context.get("item")
    whole = isinstance(item, dict) and item.get("type") in KINDS and "edition" in item
    return Told(
        context["origin"],
        context["path"],
        get_language(),
        {one["code"]: one["url"] for one in context["languages"]},
        title_of(item) if whole else unescape(TITLE.search(content)[1]),
        item["type"] if whole else context["kind"],
        item if whole else None,
    )


def metas(told: Told, about: str) -> list[str]:
    found = [f'<meta property="{name}" content="{escape(value)}">' for name, value in open_graph(told, about)]
    return [*found, '<meta name="twitter:card" content="summary_large_image">']


def data_block(content: dict) -> str:
    """A block of data runs nothing, so the Content-Security-Policy lets it be."""
    text = orjson.dumps(content)
    for character, escaped in IN_SCRIPT.items():
        text = text.replace(character, escaped)
    return f'<script type="application/ld+json">{text.decode()}</script>'
