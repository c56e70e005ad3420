"""References shown in full: the target's summary in the place of its card, one query for each level."""

from collections.abc import Callable, Iterator, Sequence

import orjson

from newsroom.public import reading
from newsroom.public.markers import is_marker
from newsroom.public.reading import Moment, Row


def fill_in(items: list[tuple[Row, dict]], paths: Sequence[str], at: Moment) -> list[tuple[Row, dict]]:
    """Puts summaries in the place of markers at these paths; returns the targets with their rows."""
    first = {path.partition(".")[0] for path in paths}
    inner = _fill([(row, payload, first) for row, payload in items], at)
    second = [(row, target, _below(paths, key)) for key, row, target in inner]
    deeper = _fill([one for one in second if one[2]], at)
    return [(row, target) for _, row, target in [*inner, *deeper]]


def _below(paths: Sequence[str], key: str) -> set[str]:
    return {rest for path in paths for head, _, rest in [path.partition(".")] if head == key and rest}


def _fill(items: list[tuple[Row, dict, set[str]]], at: Moment) -> list[tuple[str, Row, dict]]:
    places = [
        (key, row.language, marker)
        for row, payload, keys in items
        for key in sorted(keys & payload.keys())
        for marker in _references(payload[key])
    ]
    found = _targets(places, at)
    filled = []
    for key, language, marker in places:
        if row := found(_target(marker), language):
            marker.clear()
            marker.update(orjson.loads(row.content))
            filled.append((key, row, marker))
    return filled


def _targets(places: list, at: Moment) -> Callable[[str, str], Row | None]:
    """Summaries by record, in the language of the page that refers to it or the nearest there is; one query."""
    uids = {_target(marker) for _, _, marker in places}
    rows = reading.by_language(uids, at) if uids else {}
    return lambda uid, language: reading.nearest(rows.get(uid, {}), language)


def _references(value) -> Iterator[dict]:
    if type(value) is dict and is_marker(value):
        if "$file" not in value:
            yield value
    elif type(value) in {dict, list}:
        for item in value.values() if type(value) is dict else value:
            yield from _references(item)


def _target(marker: dict) -> str:
    return marker.get("$ref") or marker["$must"]
