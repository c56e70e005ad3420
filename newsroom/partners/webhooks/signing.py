"""Signatures by Standard Webhooks. Secrets are derived when they are needed: nobody who reads the table can sign."""

import base64
import datetime as dt
import hmac
from uuid import UUID

from django.conf import settings
from standardwebhooks import Webhook

from newsroom.partners.models import Dispatch, Endpoint

# How long after a change of secret the one before still signs too.
OVERLAP = dt.timedelta(hours=24)


def secret(endpoint_id: UUID | str, version: int) -> str:
    named = f"webhook {endpoint_id} {version}".encode()
    return "whsec_" + base64.b64encode(hmac.digest(settings.KEY_SECRET.encode(), named, "sha256")).decode()


def headers(dispatch: Dispatch, now: dt.datetime) -> dict[str, str]:
    body = bytes(dispatch.body).decode()
    return {
        "webhook-id": dispatch.message_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(
            Webhook(secret(dispatch.endpoint_id, version)).sign(dispatch.message_id, now, body)
            for version in versions(dispatch.endpoint, now)
        ),
    }


def versions(endpoint: Endpoint, now: dt.datetime) -> list[int]:
    """The newest first."""
    both = older_until(endpoint) is not None and now < older_until(endpoint)
    return [endpoint.secret_version, endpoint.secret_version - 1] if both else [endpoint.secret_version]


def older_until(endpoint: Endpoint) -> dt.datetime | None:
    return endpoint.rotated_at and endpoint.rotated_at + OVERLAP
