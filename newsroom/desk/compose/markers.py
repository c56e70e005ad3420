"""References as they are frozen; newsroom.public.schema says what becomes of them when read."""

from collections.abc import Iterable

from relations.models import Record


def ref(record: Record | None) -> dict | None:
    return {"$ref": record.uid} if record else None


def must(record: Record | None) -> dict | None:
    return {"$must": record.uid} if record else None


def must_all(records: Iterable[Record | None]) -> list[dict]:
    """A list of references, each record once and in order; those that are not public are left out when read."""
    return [must(record) for record in {record.uid: record for record in records if record}.values()]
