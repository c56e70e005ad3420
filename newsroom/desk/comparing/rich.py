"""Running text by its words, a line for each paragraph; what a heading is and where links lead stay visible."""

import html
import re

from newsroom.desk.compose.rich_text import clean

# Translated fields that hold HTML.
RICH = {"body", "intro"}

BLOCK = re.compile(r"<(p|h2|h3|li|blockquote)\b[^>]*>|</(?:p|h2|h3|li|blockquote)>|<br>")
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
SIGNS = {"h2": "## ", "h3": "### ", "li": "• ", "blockquote": "> "}


def is_rich(field: str) -> bool:
    return field in RICH


def plain_lines(text: str, *, links: bool = True) -> str:
    """HTML as plain lines. A link says where it leads after its words: `the visit ⟨event/visit-2025⟩`."""
    cleaned = LINK.sub(rf"\2{' ⟨\\1⟩' if links else ''}", clean(text)).replace("⟨record:", "⟨")
    marked = BLOCK.sub(lambda found: f"\n{SIGNS.get(found[1], '')}", cleaned)
    lines = (" ".join(line.split()) for line in html.unescape(TAG.sub("", marked)).split("\n"))
    # A quotation or a list item begins with a paragraph of its own.
    return "\n".join(without_empty_signs([line for line in lines if line]))


def without_empty_signs(lines: list[str]) -> list[str]:
    found: list[str] = []
    for line in lines:
        if found and found[-1] in BARE:
            line = f"{found.pop()} {line}"
        found.append(line)
    return found


BARE = {sign.strip() for sign in SIGNS.values()}
