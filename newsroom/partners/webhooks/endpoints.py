"""
What partners and administrators do with webhooks. Each is one transaction that touches the database alone: the worker
sends.
"""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from newsroom.partners.models import Dispatch, Endpoint, Partner
from newsroom.partners.webhooks import messages
from newsroom.partners.webhooks.disabling import disable

# Of one partner.
MOST = 10


class TooManyEndpoints(Exception):
    pass


class AlreadyDisabled(Exception):
    pass


@transaction.atomic
def make_endpoint(*, partner: Partner, origin: str, now: dt.datetime, **fields) -> Endpoint:
    """It is active once it has answered the ping that goes out now."""
    partner = Partner.objects.select_for_update().get(pk=partner.pk)
    if partner.endpoints.count() >= MOST:
        raise TooManyEndpoints
    endpoint = Endpoint.objects.create(partner=partner, origin=origin, made_at=now, state_since=now, **fields)
    ping_endpoint(endpoint=endpoint, now=now)
    return endpoint


@transaction.atomic
def change_endpoint(*, endpoint: Endpoint, fields: Mapping, now: dt.datetime) -> None:
    """Another address has to answer a ping first, or it could be anybody's."""
    moved = fields.get("url", endpoint.url) != endpoint.url
    for name, value in fields.items():
        setattr(endpoint, name, value)
    if moved:
        endpoint.state, endpoint.reason, endpoint.state_since = Endpoint.State.PENDING, "", now
        endpoint.failing_since = None
        ping_endpoint(endpoint=endpoint, now=now)
    endpoint.save()


def rotate_secret(*, endpoint: Endpoint, now: dt.datetime) -> None:
    endpoint.secret_version, endpoint.rotated_at = endpoint.secret_version + 1, now
    endpoint.save(update_fields=("secret_version", "rotated_at"))


def ping_endpoint(*, endpoint: Endpoint, now: dt.datetime) -> Dispatch:
    dispatch = messages.ping(endpoint, now)
    dispatch.save()
    return dispatch


def redeliver(*, endpoint: Endpoint, now: dt.datetime, **which) -> int:
    """
    Sends again, with the same ids, what `which` says of the messages that are still kept; how many there are. Counted
    from the first attempt, for the receiver has most likely been repaired.
    """
    anew = {"state": Dispatch.State.WAITING, "attempts": 0, "next_at": now}
    return endpoint.dispatches.filter(**which).update(**anew)


@transaction.atomic
def disable_endpoint(*, endpoint: Endpoint, now: dt.datetime) -> None:
    """By an administrator. A ping that was on its way would make it active again, so none is."""
    endpoint = Endpoint.objects.select_for_update(of=("self",)).select_related("partner").get(pk=endpoint.pk)
    if endpoint.state == Endpoint.State.DISABLED:
        raise AlreadyDisabled
    endpoint.dispatches.filter(type=messages.PING, state=Dispatch.State.WAITING).update(state=Dispatch.State.FAILED)
    disable(endpoint, Endpoint.Reason.DESK, now)
    endpoint.save(update_fields=("state", "reason", "state_since"))
