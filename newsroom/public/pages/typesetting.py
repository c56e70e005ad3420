"""Running text cut between its blocks, so that quotes can be pulled out of the record and set among them."""

import re

BLOCK = re.compile(r"<(/?)(?:p|h2|h3|ul|ol|blockquote)\b[^>]*>")
# A pull quote needs text on either side.
BLOCKS_FOR_A_QUOTE = 4
MOST = 2


def blocks(html: str) -> list[str]:
    """The outermost blocks of sanitised HTML, whose tags are balanced; joined they are the text again."""
    found, depth, start = [], 0, 0
    for tag in BLOCK.finditer(html):
        depth += -1 if tag[1] else 1
        if depth == 0:
            found.append(html[start : tag.end()])
            start = tag.end()
    return [*found, html[start:]] if html[start:] else found


def set_quotes(html: str, quotes: list[dict]) -> tuple[list[dict], list[dict]]:
    """The text in parts, each with the quote that follows it or null; and the quotes that found no room."""
    found = blocks(html)
    number = min(len(quotes), MOST, len(found) // BLOCKS_FOR_A_QUOTE)
    parts, start = [], 0
    for place, quote in enumerate(quotes[:number], 1):
        end = after_text(found, place * len(found) // (number + 1))
        parts.append({"html": "".join(found[start:end]), "quote": quote})
        start = end
    return [*parts, {"html": "".join(found[start:]), "quote": None}], quotes[number:]


def after_text(found: list[str], place: int) -> int:
    """Never between a heading and its text."""
    while place < len(found) and not found[place - 1].lstrip().startswith("<p"):
        place += 1
    return place
