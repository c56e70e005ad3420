"""Running text: cleaned, then cut into segments at its links to records."""

import html
import re

from newsroom.desk.compose.paths import uids_at

TAGS = set("p h2 h3 ul ol li blockquote strong em a br".split())
ATTRIBUTES = {"*": {"dir", "lang"}, "a": {"href"}}
SCHEMES = {"https", "record"}

# Read after cleaning only: links do not nest then, and every value is quoted and escaped.
RECORD_LINK = re.compile(r'<a\b[^>]*?\bhref="record:([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
BLOCK_END = re.compile(r"</(?:p|h2|h3|li|blockquote)>|<br>")
TAG = re.compile(r"<[^>]+>")

type Segments = list[str | dict]


def clean(text: str, **options) -> str:
    # It takes 1.5 MiB, and workers that only serve readers never clean a text.
    import nh3  # noqa: PLC0415

    return nh3.clean(
        text, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, attribute_filter=whole_addresses, **options
    )


def tidy(text: str) -> str:
    """As the desk keeps it: what may not be published is gone, and nothing is added. Empty where there are no words."""
    kept = clean(text, link_rel=None)
    return kept if plain_text(kept) else ""


def whole_addresses(tag: str, attribute: str, value: str) -> str | None:
    """Addresses without a scheme lead nowhere from a partner's page; the cleaner lets them pass."""
    return value if attribute != "href" or value.partition(":")[0].lower() in SCHEMES else None


def record_paths(text: str) -> list[str]:
    """The records that a text links to, as `kind/key`, each once."""
    return list(dict.fromkeys(html.unescape(path) for path, _ in RECORD_LINK.findall(clean(text))))


def segments(text: str) -> Segments:
    """HTML and link markers in turn; a link to a record that does not exist leaves its words."""
    uids = uids_at(record_paths(text))
    # Split on two groups: html, path, words, html, path, words, ..., html.
    pieces = RECORD_LINK.split(clean(text))
    found: Segments = [pieces[0]]
    for path, words, following in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        uid = uids.get(html.unescape(path))
        found += [{"$link": uid, "words": words} if uid else words, following]
    return merge(found)


def merge(found: Segments) -> Segments:
    """Neighbouring pieces of HTML become one, empty ones go."""
    merged: Segments = []
    for segment in found:
        if merged and isinstance(segment, str) and isinstance(merged[-1], str):
            merged[-1] += segment
        elif segment:
            merged.append(segment)
    return merged


def plain_text(text: str) -> str:
    """The words alone, a line for each block."""
    lines = html.unescape(TAG.sub("", BLOCK_END.sub("\n", clean(text)))).splitlines()
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
