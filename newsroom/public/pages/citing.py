"""Sources by number, so that every line of a page can name its own without repeating them."""

from collections.abc import Iterator

LAST = "9999"


def numbered(content: dict) -> dict[str, dict]:
    """All sources cited anywhere in what a page shows, by id, in order of their dates: each use with its `number`."""
    found = {use["source"]["id"]: use for use in uses_in(content)}
    ordered = sorted(found.values(), key=by_date)
    return {use["source"]["id"]: {**use, "number": number} for number, use in enumerate(ordered, 1)}


def by_date(use: dict) -> tuple[str, str]:
    return (use["date"] or {}).get("start") or LAST, use["source"]["id"]


def uses_in(value) -> Iterator[dict]:
    if isinstance(value, list):
        for one in value:
            yield from uses_in(one)
    elif isinstance(value, dict):
        if "source" in value and "publisher" in value:
            yield value
        elif "html_url" not in value or "sources" in value:
            # Cards, which are most of a payload, cite nothing.
            for one in value.values():
                if type(one) in {list, dict}:
                    yield from uses_in(one)
