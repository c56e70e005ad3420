"""Counters that are exact however many ask at once: each count is one step of one store."""

from functools import cache

import redis
from django.conf import settings
from django.db import connections, router
from redis.backoff import NoBackoff
from redis.retry import Retry

from newsroom.partners.models import Counter

# Readers do not wait for a store that does not answer.
SOON = 0.5
# The answer is the count after this request, whichever process it runs in.
TABLE = Counter._meta.db_table
COUNT = (
    f'INSERT INTO {TABLE} (name, "window", count) VALUES (%s, %s, %s)'  # noqa: S608 - constants of this module
    f' ON CONFLICT (name, "window") DO UPDATE SET count = {TABLE}.count + excluded.count RETURNING count'
)


def add(name: str, window: int, seconds: int, by: int = 1) -> int:
    """How often this was counted in the window, this time included. Windows are numbered since 1970."""
    return _in_redis(name, window, seconds, by) if settings.REDIS else _in_sql(name, window * seconds, by)


def _in_redis(name: str, window: int, seconds: int, by: int) -> int:
    """Counting and setting the end are one step, so that no counter is left for ever and none ends in between."""
    key = f"communique:quota:{name}:{window}".replace(" ", ":")
    step = _client(settings.REDIS).pipeline(transaction=True)
    count, _ends = step.incrby(key, by).expire(key, 2 * seconds).execute()
    return count


@cache
def _client(url: str) -> redis.Redis:
    """Asks once more at once, since a connection kept may have been closed meanwhile; never later."""
    waits = {"socket_timeout": SOON, "socket_connect_timeout": SOON}
    return redis.Redis.from_url(url, **waits, retry=Retry(NoBackoff(), 1))


def _in_sql(name: str, starts: int, by: int) -> int:
    with connections[router.db_for_write(Counter)].cursor() as cursor:
        cursor.execute(COUNT, [name, starts, by])
        return cursor.fetchone()[0]


def forget(before: int) -> int:
    """Takes away the counters of windows that began before that second; how many there were."""
    return Counter.objects.filter(window__lt=before).delete()[0]
