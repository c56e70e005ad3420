"""Running text as it is compared, and two texts put together."""

import re
from html import unescape

BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|blockquote|div)>|<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^>]*>")


def readable(*texts: str) -> list[str]:
    """Running text without its tags, unless the tags are all that differs: then as it is written."""
    bare = [without_tags(text) for text in texts]
    hidden = any(
        one != other and a == b
        for one, a in zip(texts, bare, strict=True)
        for other, b in zip(texts, bare, strict=True)
    )
    return list(texts) if hidden else bare


def without_tags(text: str) -> str:
    if not TAG.search(text):
        return text
    return unescape(TAG.sub("", BLOCK_END.sub("\n", text))).strip()


def one_after_the_other(mine: str, theirs: str, *, between: str) -> str:
    """Both texts; once where one holds the other."""
    if theirs in mine:
        return mine
    if mine in theirs:
        return theirs
    blocks = mine.endswith(">") and theirs.startswith("<")
    return f"{mine}{'' if blocks else between}{theirs}"
