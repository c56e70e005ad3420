"""A request that is sent again because its answer was lost does what it did the first time, once."""

import datetime as dt
from collections.abc import Callable

import orjson
from django.db import transaction

from newsroom.partners.models import Answered, Partner


class KeyReused(Exception):
    """The key came before with another request."""


@transaction.atomic
def once(*, partner: Partner, key: str, digest: str, now: dt.datetime, act: Callable[[], dict]) -> dict:
    """
    What `act` answers, or answered. It shares the transaction, so a process that is killed leaves neither; two requests
    at the same time wait for each other here, and the second has the answer of the first.
    """
    Partner.objects.select_for_update().get(pk=partner.pk)
    earlier = Answered.objects.filter(partner=partner, key=key).first()
    if not earlier:
        content = act()
        kept = orjson.dumps(content)
        Answered.objects.create(partner=partner, key=key, digest=digest, content=kept, made_at=now)
        return content
    if earlier.digest != digest:
        raise KeyReused
    return orjson.loads(bytes(earlier.content))
