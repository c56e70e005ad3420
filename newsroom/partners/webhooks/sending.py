"""One attempt: one connection to the address that was checked, one answer, and an end to both in time."""

import datetime as dt
import http.client
import re
import ssl
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import NamedTuple

from newsroom.partners.models import Dispatch
from newsroom.partners.webhooks import addresses, signing
from newsroom.partners.webhooks.addresses import AddressRefused, Resolver, Target
from newsroom.partners.webhooks.connecting import Timed, connected

Error = Dispatch.Error
# Seconds for everything together, from the first byte to the last.
LIMIT = 20
# Characters that are kept of an answer.
KEPT = 500
AGENT = "Communique-Webhooks/1"


class Outcome(NamedTuple):
    """`error` is empty where the message arrived. `retry_after` is in seconds, as the receiver asks."""

    error: str = ""
    status: int | None = None
    response: str = ""
    retry_after: int = 0
    duration_ms: int = 0

    @property
    def arrived(self) -> bool:
        return not self.error

    @property
    def is_gone(self) -> bool:
        return self.status == HTTPStatus.GONE


type Send = Callable[[Dispatch, dt.datetime], Outcome]


def post(
    dispatch: Dispatch,
    now: dt.datetime,
    *,
    resolver: Resolver = addresses.resolve,
    context: ssl.SSLContext | None = None,
    limit: float = LIMIT,
) -> Outcome:
    """Never raises for what lies with the receiver. The name is resolved anew each time, and checked each time."""
    started = time.monotonic()
    try:
        target = addresses.read(dispatch.endpoint.url)
        checked = addresses.checked(target, resolver)
        with connected(target, checked, started + limit, context) as sock:
            outcome = exchange(Timed(sock, started + limit), target, dispatch, now)
    except AddressRefused as refusal:
        outcome = Outcome(refusal.code)
    except (OSError, http.client.HTTPException) as error:
        outcome = Outcome(named(error))
    return outcome._replace(duration_ms=int((time.monotonic() - started) * 1000))


def exchange(sock: Timed, target: Target, dispatch: Dispatch, now: dt.datetime) -> Outcome:
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = sock
    headers = {
        "Host": target.authority,
        "User-Agent": AGENT,
        "Content-Type": "application/json",
        "Connection": "close",
        **signing.headers(dispatch, now),
    }
    connection.request("POST", target.path, bytes(dispatch.body), headers)
    answer = connection.getresponse()
    return Outcome(
        error=judged(answer.status),
        status=answer.status,
        response=beginning(answer),
        retry_after=asked_for(answer.headers.get("Retry-After", ""), now),
    )


def judged(status: int) -> str:
    """Redirects are not followed: they could lead anywhere."""
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return ""
    return Error.REDIRECT if status < HTTPStatus.BAD_REQUEST else Error.STATUS


def beginning(answer: http.client.HTTPResponse) -> str:
    """The status is what counts: a body that breaks off, or does not come in time, is no failure."""
    try:
        text = answer.read(KEPT).decode(errors="replace")
    except (OSError, http.client.HTTPException):
        return ""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "\N{REPLACEMENT CHARACTER}", text)


def asked_for(retry_after: str, now: dt.datetime) -> int:
    """Seconds, given as such or as a moment; 0 for what cannot be read."""
    if re.fullmatch(r"[0-9]{1,9}", retry_after):
        return int(retry_after)
    try:
        return max(0, int((parsedate_to_datetime(retry_after) - now).total_seconds()))
    except (ValueError, TypeError):
        return 0


def named(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return Error.TIMEOUT
    if isinstance(error, ssl.SSLCertVerificationError):
        return Error.CERTIFICATE
    if isinstance(error, http.client.HTTPException) and not isinstance(error, ConnectionError):
        return Error.PROTOCOL
    return Error.UNREACHABLE
