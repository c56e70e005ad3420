"""The messages that webhooks bring, as an OpenAPI 3.1 document of their own."""

from functools import cache

from newsroom.partners.webhooks.messages import PING, TYPES
from newsroom.public.addresses import PLURALS
from newsroom.public.api.fields import UID
from newsroom.public.api.webhooks import MOMENT, STRING, holding
from relations.values.languages import LANGUAGES

ABOUT = """\
What we send to the address of a webhook, by POST, signed as Standard Webhooks 1.0.0 says; verify the signature over the
bytes as they came, before you read them. Messages say that something became public and where to read it, never what it
says. Any 2xx within 20 seconds is success; anything else is tried again nine times within three and a half days, under
the same webhook-id, by which you know what you have already. Redirects are not followed; Retry-After is honoured; 410
disables the webhook, as do five days without success. Messages may come out of order: `seq` is the order, and the
change feed is complete. Expect types that are not in this document yet.
"""
SIGNED = {
    "webhook-id": "Of the message: the same at each attempt.",
    "webhook-timestamp": "Of the attempt, in seconds since 1970.",
    "webhook-signature": "One or more, with spaces between them; one that is right is enough.",
}
ITEM = holding(
    seq={"type": "integer", "description": "The number in the change feed."},
    id={"type": "string", "pattern": f"^{UID}$"},
    type={**STRING, "examples": list(PLURALS)},
    language={**STRING, "examples": list(LANGUAGES)},
    edition={"type": "integer"},
    url={"type": "string", "format": "uri", "description": "Where the record is read, in the language you ask for."},
)
PINGED = holding(endpoint={"type": "string", "format": "uuid"})
TOLD = {
    "item.published": "A record became public in a language.",
    "item.corrected": "A record was corrected in a language.",
    "item.withdrawn": "A record was withdrawn in a language: what you hold of it must go.",
    "item.erased": "The words of a record were erased: nothing of it may be kept.",
    PING: "Whether you are there. Only a webhook that has answered one gets anything else.",
}
ANSWERS = {
    "2XX": {"description": "You have it."},
    "410": {"description": "You want no more: the webhook is disabled."},
    "default": {"description": "You do not have it; it is sent again."},
}


@cache
def document() -> dict:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Communiqué: webhooks", "version": "1", "description": ABOUT},
        "webhooks": {kind: {"post": operation(kind, ITEM if kind in TYPES else PINGED)} for kind in (*TYPES, PING)},
        "components": {
            "parameters": {name: signed(name, text) for name, text in SIGNED.items()},
        },
    }


def operation(kind: str, data: dict) -> dict:
    body = holding(type={"type": "string", "const": kind}, timestamp=MOMENT, data=data)
    return {
        "operationId": kind.replace(".", "_"),
        "description": TOLD[kind],
        "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in SIGNED],
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": ANSWERS,
    }


def signed(name: str, text: str) -> dict:
    return {"name": name, "in": "header", "required": True, "schema": STRING, "description": text}
