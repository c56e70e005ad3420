"""An endpoint in another state. Whoever disables one tells its partner."""

import datetime as dt
import logging

from django.db import transaction

from newsroom.partners.models import Endpoint
from newsroom.partners.webhooks.warning import warn

log = logging.getLogger(__name__)


def disable(endpoint: Endpoint, reason: str, now: dt.datetime) -> None:
    move(endpoint, Endpoint.State.DISABLED, now, reason)
    log.warning("Webhook %s of %s is disabled: %s.", endpoint.pk, endpoint.partner, reason)
    # Only once it is so, and whatever the mail server says.
    transaction.on_commit(lambda: warn(endpoint), robust=True)


def move(endpoint: Endpoint, state: str, now: dt.datetime, reason: str = "") -> None:
    endpoint.state, endpoint.reason, endpoint.state_since = state, reason, now
