"""Webhooks and their deliveries as partners see them, and the bodies they send about them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.partners.models import Dispatch, Endpoint
from newsroom.partners.webhooks import addresses, signing
from newsroom.partners.webhooks.addresses import AddressRefused
from newsroom.partners.webhooks.messages import PING, TYPES
from newsroom.public.addresses import PLURALS
from newsroom.public.api import bodies, schemas
from newsroom.public.api.fields import MOST, CodeField, Field, UidField
from newsroom.public.resolve import utc
from relations.values.languages import LANGUAGES

LATEST = 10**15


class ReceiverField(Field):
    schema = {"type": "string", "pattern": f"^{addresses.WRITTEN}$", "maxLength": addresses.LONGEST}

    def to_python(self, value):
        try:
            addresses.read(value)
        except AddressRefused:
            text = _("Not an address that we send to: https, port 443 or 8443, without a user name and a fragment.")
            raise ValidationError(text, "address") from None
        return value


# Bodies

OF_ENDPOINT = {
    "types": bodies.texts(CodeField(TYPES), "Only these events; without any, all.", len(TYPES)),
    "languages": bodies.texts(CodeField(LANGUAGES), "Only these languages; without any, all.", len(LANGUAGES)),
    "kinds": bodies.texts(CodeField(PLURALS), "Only records of these types; without any, all.", len(PLURALS)),
    "countries": bodies.texts(
        UidField(),
        "Only what involves any of these countries, by their ids; without any, all. That something was taken back is"
        " told whatever the country.",
        MOST,
    ),
}
RECEIVER = "Where messages are sent, by POST."
NEW = {"url": bodies.text(ReceiverField(), RECEIVER, required=True), **OF_ENDPOINT}
CHANGED = {"url": bodies.text(ReceiverField(), f"{RECEIVER} A new one has to answer a ping first."), **OF_ENDPOINT}
RANGE = {
    "from_seq": bodies.whole(1, LATEST, "The first number in the change feed.", required=True),
    "to_seq": bodies.whole(1, LATEST, "The last number in the change feed.", required=True),
}

# Answers


def endpoint_shown(endpoint: Endpoint) -> dict:
    older_until = signing.older_until(endpoint)
    return {
        "id": str(endpoint.pk),
        "url": endpoint.url,
        **{name: getattr(endpoint, name) for name in OF_ENDPOINT},
        "state": endpoint.state,
        "state_since": utc(endpoint.state_since),
        "disabled_reason": endpoint.reason or None,
        "failing_since": endpoint.failing_since and utc(endpoint.failing_since),
        "secret_version": endpoint.secret_version,
        "older_secret_until": older_until and utc(older_until),
        "made_at": utc(endpoint.made_at),
    }


def delivery_shown(dispatch: Dispatch) -> dict:
    waiting = dispatch.state == Dispatch.State.WAITING
    return {
        "id": dispatch.message_id,
        "seq": dispatch.seq,
        "type": dispatch.type,
        "state": dispatch.state,
        "attempts": dispatch.attempts,
        "next_at": utc(dispatch.next_at) if waiting else None,
        "tried_at": dispatch.tried_at and utc(dispatch.tried_at),
        "status": dispatch.status,
        "duration_ms": dispatch.duration_ms,
        "error": dispatch.error or None,
        "response": dispatch.response,
        "made_at": utc(dispatch.made_at),
    }


# As JSON Schema

STRING, MOMENT = {"type": "string"}, {"type": "string", "format": "date-time"}
PERHAPS, PERHAPS_NUMBER = {"type": ["string", "null"]}, {"type": ["integer", "null"]}
PERHAPS_MOMENT = {"type": ["string", "null"], "format": "date-time"}


def holding(**properties: dict) -> dict:
    return {"type": "object", "properties": properties, "required": list(properties)}


ENDPOINT = {
    "id": {"type": "string", "format": "uuid"},
    "url": {"type": "string", "format": "uri"},
    **dict.fromkeys(OF_ENDPOINT, {"type": "array", "items": STRING}),
    "state": {**STRING, "examples": list(Endpoint.State.values)},
    "state_since": MOMENT,
    "disabled_reason": {**PERHAPS, "examples": list(Endpoint.Reason.values)},
    "failing_since": PERHAPS_MOMENT,
    "secret_version": {"type": "integer"},
    "older_secret_until": PERHAPS_MOMENT,
    "made_at": MOMENT,
}
DELIVERY = {
    "id": {**STRING, "description": "The header webhook-id: the same at each attempt."},
    "seq": {**PERHAPS_NUMBER, "description": "The number in the change feed; a ping has none."},
    "type": {**STRING, "examples": [*TYPES, PING]},
    "state": {**STRING, "examples": list(Dispatch.State.values)},
    "attempts": {"type": "integer"},
    "next_at": PERHAPS_MOMENT,
    "tried_at": PERHAPS_MOMENT,
    "status": {**PERHAPS_NUMBER, "description": "What was answered at the last attempt."},
    "duration_ms": PERHAPS_NUMBER,
    "error": {**PERHAPS, "examples": list(Dispatch.Error.values)},
    "response": {**STRING, "description": "The beginning of what was answered."},
    "made_at": MOMENT,
}
SECRET = {"secret": {"type": "string", "description": "Shown here and never again."}}
COMPONENTS = {
    "Webhook": holding(**ENDPOINT),
    "WebhookWithSecret": holding(**ENDPOINT, **SECRET),
    "Delivery": holding(**DELIVERY),
}
WEBHOOK, WITH_SECRET, DELIVERED = (schemas.ref(name) for name in COMPONENTS)
REDELIVERED = holding(redelivered={"type": "integer", "description": "How many messages are sent again."})
