"""From the desk's word to the reader: one publication through the door, then one request that shows it."""

import statistics
import time
from dataclasses import replace

import orjson

from newsroom.desk.items import item_of
from newsroom.desk.models import Version
from newsroom.desk.publish import Item, publish
from tests.bench.measuring import Client
from tests.bench.report import Goal, at_most

# The first are a process's first, and not counted.
TIMES, FIRST = 20, 5
MOST = 50


def goal(client: Client) -> Goal:
    """Elapsed time, since it is what people wait for."""
    versions = Version.objects.filter(record__kind="article", language="en").select_related("record").order_by("pk")
    items = [item_of(version.record, version, bytes(version.candidate)) for version in versions[:TIMES]]
    return at_most(
        "published, then read", statistics.median(seconds(client, item) for item in items) * 1_000, MOST, " ms"
    )


def seconds(client: Client, item: Item) -> float:
    changed = renamed(item, f"{time.time_ns()}")
    started = time.perf_counter()
    publish(items=[changed], by=None)
    shown = client.get_well(f"/api/v1/articles/{item.uid}?lang=en")
    elapsed = time.perf_counter() - started
    if changed.title.encode() not in shown.body:
        raise RuntimeError("published, but not to be read")
    return elapsed


def renamed(item: Item, title: str) -> Item:
    payload = orjson.dumps({**orjson.loads(item.payload), "headline": title})
    return replace(item, title=title, payload=payload)
