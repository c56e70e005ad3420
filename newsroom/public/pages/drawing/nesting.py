"""Events in the order of a list."""

from collections.abc import Iterator


def nested(events: list[dict]) -> Iterator[tuple[dict, bool]]:
    """In order, but each part right after the event it belongs to, and marked as one."""
    here = {event["id"] for event in events}
    parts: dict[str, list[dict]] = {}
    for event in events:
        if event["part_of"] and event["part_of"]["id"] in here:
            parts.setdefault(event["part_of"]["id"], []).append(event)
    inner = {part["id"] for found in parts.values() for part in found}
    for event in events:
        if event["id"] not in inner:
            yield event, False
            yield from ((part, True) for part in descendants(event, parts))


def descendants(event: dict, parts: dict[str, list[dict]]) -> Iterator[dict]:
    for part in parts.get(event["id"], ()):
        yield part
        yield from descendants(part, parts)
