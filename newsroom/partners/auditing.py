"""What went out to whom: every edition, once a day and partner's key, with how often."""

import logging
import time
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db import DatabaseError, connections, router

from newsroom.partners.models import Delivery, Key, KeyUse

log = logging.getLogger(__name__)
COLUMNS = ("partner", "prefix", "day", "kind", "uid", "language", "edition", "times", "last_at")
ROW = f"({', '.join(['%s'] * len(COLUMNS))})"
TABLE = Delivery._meta.db_table
DELIVERED = (
    f"INSERT INTO {TABLE} ({', '.join(COLUMNS)}) VALUES {{rows}}"  # noqa: S608 - constants of this module
    " ON CONFLICT (partner, day, prefix, uid, language, edition)"
    f" DO UPDATE SET times = {TABLE}.times + 1, last_at = excluded.last_at"
)
USED = (
    f"INSERT INTO {KeyUse._meta.db_table} (prefix, used_at) VALUES (%s, %s)"  # noqa: S608 - as above
    " ON CONFLICT (prefix) DO UPDATE SET used_at = excluded.used_at"
)
A_MINUTE = 60
_written: dict[str, float] = {}


class Sent(NamedTuple):
    """An edition that went out, or a file of many, which has no language and no number."""

    kind: str
    uid: str
    language: str = ""
    edition: int = 0


def record_use(key: Key, sent: Iterable[Sent], now: datetime) -> None:
    """The answer has its words by now, so what cannot be kept is logged instead of withheld."""
    try:
        _record_key(key.prefix, now)
        _record_deliveries(key, dict.fromkeys(sent), now)
    except DatabaseError:
        log.exception("What %s read could not be recorded.", key.prefix)


def _record_key(prefix: str, now: datetime) -> None:
    """At most once a minute from each process."""
    passed = time.monotonic()
    if passed - _written.get(prefix, -A_MINUTE) >= A_MINUTE:
        _execute(USED, [prefix, _stamp(now)])
        _written[prefix] = passed


def _record_deliveries(key: Key, sent: Iterable[Sent], now: datetime) -> None:
    day, stamp = now.date(), _stamp(now)
    rows = [(key.partner_id, key.prefix, day, *one, 1, stamp) for one in sorted(sent)]
    if rows:
        _execute(DELIVERED.format(rows=", ".join([ROW] * len(rows))), [value for row in rows for value in row])


def _stamp(now: datetime):
    return connections[router.db_for_write(Delivery)].ops.adapt_datetimefield_value(now)


def _execute(sql: str, params: list) -> None:
    with connections[router.db_for_write(Delivery)].cursor() as cursor:
        cursor.execute(sql, params)
