"""What partners are told: that something became public, where to read it, and never a word of it."""

import datetime as dt
import secrets
from typing import NamedTuple

import orjson

from newsroom.partners.models import Dispatch, Endpoint

PING = "endpoint.ping"
TAKEN_BACK = ("withdrawn", "erased")
TYPES = tuple(f"item.{action}" for action in ("published", "corrected", *TAKEN_BACK))


class Event(NamedTuple):
    """A row of the change feed; `path` is where the record is read by the API."""

    seq: int
    at: dt.datetime
    action: str
    kind: str
    uid: str
    language: str
    edition: int
    path: str

    @property
    def type(self) -> str:
        return f"item.{self.action}"


def of_event(event: Event, endpoint: Endpoint, now: dt.datetime) -> Dispatch:
    data = {
        "seq": event.seq,
        "id": event.uid,
        "type": event.kind,
        "language": event.language,
        "edition": event.edition,
        "url": f"{endpoint.origin}{event.path}",
    }
    name = f"msg_{event.seq}_{endpoint.pk.hex}"
    return Dispatch(seq=event.seq, **_common(name, endpoint, event.type, event.at, data, now))


def ping(endpoint: Endpoint, now: dt.datetime) -> Dispatch:
    name = f"msg_ping_{secrets.token_hex(16)}"
    return Dispatch(**_common(name, endpoint, PING, now, {"endpoint": str(endpoint.pk)}, now))


def _common(name: str, endpoint: Endpoint, kind: str, at: dt.datetime, data: dict, now: dt.datetime) -> dict:
    body = orjson.dumps({"type": kind, "timestamp": at, "data": data}, option=orjson.OPT_UTC_Z)
    return {"message_id": name, "endpoint": endpoint, "type": kind, "body": body, "made_at": now, "next_at": now}
