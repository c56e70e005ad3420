"""Counters that are exact however many ask at once: each count is one step of one store."""

from django.conf import settings
from django.db import DatabaseError, connections, router

from newsroom.partners.models import Counter

# The answer is the count after this request, whichever process it runs in.
TABLE = Counter._meta.db_table
COUNT = (
    f'INSERT INTO {TABLE} (name, "window", count) VALUES (%s, %s, %s)'  # noqa: S608 - constants of this module
    f' ON CONFLICT (name, "window") DO UPDATE SET count = {TABLE}.count + excluded.count RETURNING count'
)


class NotCounted(Exception):
    """The store does not answer."""


def add(name: str, window: int, seconds: int, by: int = 1) -> int:
    """
    How often this was counted in the window, this time included. Windows are numbered since 1970.

    Raises NotCounted.
    """
    return _in_redis(name, window, seconds, by) if settings.REDIS else _in_sql(name, window * seconds, by)


def _in_redis(name: str, window: int, seconds: int, by: int) -> int:
    from newsroom.partners import in_redis  # noqa: PLC0415 - as it says

    try:
        return in_redis.add(name, window, seconds, by)
    except in_redis.Failure as failure:
        raise NotCounted from failure


def _in_sql(name: str, starts: int, by: int) -> int:
    try:
        with connections[router.db_for_write(Counter)].cursor() as cursor:
            cursor.execute(COUNT, [name, starts, by])
            return cursor.fetchone()[0]
    except DatabaseError as failure:
        raise NotCounted from failure


def forget(before: int) -> int:
    """Takes away the counters of windows that began before that second; how many there were."""
    return Counter.objects.filter(window__lt=before).delete()[0]
