"""Counters in Redis. Loaded only where one is named, since its client takes as much memory as all of the partners' code."""

from functools import cache

import redis
from django.conf import settings
from redis.backoff import NoBackoff
from redis.retry import Retry

# Readers do not wait for a store that does not answer.
SOON = 0.5
Failure = redis.RedisError


def add(name: str, window: int, seconds: int, by: int) -> int:
    """Counting and setting the end are one step, so that no counter is left for ever and none ends in between."""
    key = f"communique:quota:{name}:{window}".replace(" ", ":")
    step = client().pipeline(transaction=True)
    count, _ends = step.incrby(key, by).expire(key, 2 * seconds).execute()
    return count


def client() -> redis.Redis:
    """Of a pool that is not its own, or the first client forgotten would close connections that others are using."""
    return redis.Redis(connection_pool=_pool(settings.REDIS))


@cache
def _pool(url: str) -> redis.ConnectionPool:
    """Asks once more at once, since a connection kept may have been closed meanwhile; never later."""
    waits = {"socket_timeout": SOON, "socket_connect_timeout": SOON}
    return redis.ConnectionPool.from_url(url, **waits, retry=Retry(NoBackoff(), 1))
