"""Counters that are exact however many ask at once: each count is one step of one store."""

from django.conf import settings
from django.core.cache import caches
from django.db import connections, router

from newsroom.partners.models import Counter

# The answer is the count after this request, whichever process it runs in.
TABLE = Counter._meta.db_table
COUNT = (
    f'INSERT INTO {TABLE} (name, "window", count) VALUES (%s, %s, %s)'  # noqa: S608 - constants of this module
    f' ON CONFLICT (name, "window") DO UPDATE SET count = {TABLE}.count + excluded.count RETURNING count'
)


def add(name: str, window: int, seconds: int, by: int = 1) -> int:
    """How often this was counted in the window, this time included. Windows are numbered since 1970."""
    return _in_cache(name, window, seconds, by) if settings.QUOTA_CACHE else _in_sql(name, window * seconds, by)


def _in_cache(name: str, window: int, seconds: int, by: int) -> int:
    cache, key = caches[settings.QUOTA_CACHE], f"quota:{name}:{seconds}:{window}".replace(" ", ":")
    # Adding what is there already does nothing, so that nobody's count is lost.
    cache.add(key, 0, timeout=2 * seconds)
    return cache.incr(key, by)


def _in_sql(name: str, starts: int, by: int) -> int:
    with connections[router.db_for_write(Counter)].cursor() as cursor:
        cursor.execute(COUNT, [name, starts, by])
        return cursor.fetchone()[0]


def forget(before: int) -> int:
    """Takes away the counters of windows that began before that second; how many there were."""
    return Counter.objects.filter(window__lt=before).delete()[0]
