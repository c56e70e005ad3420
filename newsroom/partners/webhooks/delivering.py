"""
The worker: takes what is due out of the outbox, tries it, and writes down how that went.

The outbox is its own queue. With django.tasks each row would have a task beside it, whose store neither tries again nor
notices that a worker was killed; here a row that somebody has in hand is simply due again once `LEASE` is over.
"""

import datetime as dt
import logging
import random
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from django.db import transaction
from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from newsroom.partners.models import Answered, Dispatch, Endpoint
from newsroom.partners.webhooks import sending
from newsroom.partners.webhooks.disabling import disable, move
from newsroom.partners.webhooks.messages import PING
from newsroom.partners.webhooks.sending import Outcome, Send

log = logging.getLogger(__name__)

State = Dispatch.State
SECOND, MINUTE, HOUR = (dt.timedelta(seconds=one) for one in (1, 60, 3600))
# After each attempt that failed; after the last, no more.
PAUSES = (5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR)
# Either way, so that what failed together does not come back together.
JITTER = 0.1
LONGEST_PAUSE = 24 * HOUR
# Well above the time of an attempt, looking up its name included.
LEASE = 5 * MINUTE
GIVEN_UP = 5 * 24 * HOUR
KEPT = 30 * 24 * HOUR
ANSWERS_KEPT = 24 * HOUR
# How many are tried at once, each of another endpoint: one that is slow holds up itself alone.
AT_ONCE = 16


class Worker:
    def __init__(self, *, send: Send = sending.post, clock: Callable[[], dt.datetime] = timezone.now):
        self.send, self.clock = send, clock
        self.pool = ThreadPoolExecutor(AT_ONCE, "webhooks")
        self.in_hand: dict[Future[Outcome], Dispatch] = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """What is in hand is finished first."""
        self.pool.shutdown()
        self.settle_finished()

    def step(self) -> int:
        """Settles what is finished and begins what is due; how much is in hand."""
        self.settle_finished()
        busy = {dispatch.endpoint_id for dispatch in self.in_hand.values()}
        for dispatch in claim(self.clock(), busy, AT_ONCE - len(busy)):
            # No thread touches the database.
            self.in_hand[self.pool.submit(self.send, dispatch, self.clock())] = dispatch
        return len(self.in_hand)

    def wait(self, seconds: float | None = None) -> None:
        """Until something is finished, at most so long."""
        wait(self.in_hand, seconds, FIRST_COMPLETED)

    def drain(self) -> None:
        """Until nothing is due."""
        while self.step():
            self.wait()

    def settle_finished(self) -> None:
        for future in [future for future in self.in_hand if future.done()]:
            settle(self.in_hand.pop(future), outcome_of(future), self.clock())


def outcome_of(future: Future[Outcome]) -> Outcome:
    """An error of ours must not end the worker, or it would meet the same message first thing when it starts again."""
    if error := future.exception():
        log.error("A webhook could not be tried.", exc_info=error)
        return Outcome(Dispatch.Error.OURS)
    return future.result()


def claim(now: dt.datetime, busy: set, most: int) -> list[Dispatch]:
    """The next of each endpoint that has none in hand. They come due again if nobody settles them."""
    pks = firsts(now, busy, most)
    if not pks:
        return []
    with transaction.atomic():
        rows = Dispatch.objects.select_for_update(of=("self",), skip_locked=True).select_related("endpoint")
        found = list(rows.filter(due(now), pk__in=pks))
        for dispatch in found:
            dispatch.attempts, dispatch.next_at, dispatch.tried_at = dispatch.attempts + 1, now + LEASE, now
        Dispatch.objects.bulk_update(found, ("attempts", "next_at", "tried_at"))
    return found


def firsts(now: dt.datetime, busy: set, most: int) -> list[int]:
    """One of each endpoint, those that answer before those that do not. While it is not active, pings alone."""
    mine = Dispatch.objects.filter(due(now), endpoint=OuterRef("pk")).order_by("next_at", "pk").values("pk")
    endpoints = (
        Endpoint.objects.entitled()
        .exclude(pk__in=busy)
        .annotate(message=Subquery(mine.filter(Q(endpoint__state=Endpoint.State.ACTIVE) | Q(type=PING))[:1]))
    )
    found = endpoints.filter(message__isnull=False).order_by(F("failing_since").asc(nulls_first=True), "message")
    return list(found.values_list("message", flat=True)[:most])


def due(now: dt.datetime) -> Q:
    return Q(state=State.WAITING, next_at__lte=now)


@transaction.atomic
def settle(dispatch: Dispatch, outcome: Outcome, now: dt.datetime) -> None:
    """
    Nothing where it has been sent anew meanwhile, or its endpoint is gone. What the address before answered says nothing
    of the present one, or anybody's could be made active. The endpoint is always locked first.
    """
    endpoint = Endpoint.objects.select_for_update().filter(pk=dispatch.endpoint_id).first()
    waiting = Dispatch.objects.filter(pk=dispatch.pk, state=State.WAITING, attempts=dispatch.attempts)
    if endpoint and waiting.update(**after(dispatch, outcome, now)) and endpoint.url == dispatch.endpoint.url:
        judge(endpoint, dispatch, outcome, now)


def after(dispatch: Dispatch, outcome: Outcome, now: dt.datetime) -> dict:
    seen = {name: getattr(outcome, name) for name in ("error", "status", "response", "duration_ms")}
    if outcome.arrived:
        return {**seen, "state": State.DELIVERED}
    if outcome.is_gone or dispatch.type == PING or dispatch.attempts > len(PAUSES):
        return {**seen, "state": State.FAILED}
    return {**seen, "next_at": now + pause(dispatch.attempts, outcome.retry_after)}


def pause(attempts: int, retry_after: int = 0) -> dt.timedelta:
    spread = random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - nothing to guess
    asked = min(retry_after * SECOND, LONGEST_PAUSE)
    return max(PAUSES[attempts - 1] * spread, asked)


def judge(endpoint: Endpoint, dispatch: Dispatch, outcome: Outcome, now: dt.datetime) -> None:
    """What an attempt says of the endpoint. One that is not active is judged by its answer to a ping alone."""
    active = endpoint.state == Endpoint.State.ACTIVE
    if outcome.arrived:
        endpoint.failing_since = None
        if not active and dispatch.type == PING:
            move(endpoint, Endpoint.State.ACTIVE, now)
    elif active:
        endpoint.failing_since = endpoint.failing_since or now
        if outcome.is_gone:
            disable(endpoint, Endpoint.Reason.GONE, now)
        elif now - endpoint.failing_since >= GIVEN_UP:
            disable(endpoint, Endpoint.Reason.FAILING, now)
    endpoint.save(update_fields=("state", "reason", "state_since", "failing_since"))


def forget(now: dt.datetime) -> None:
    """What is kept for a while only."""
    Dispatch.objects.filter(made_at__lt=now - KEPT).delete()
    Answered.objects.filter(made_at__lt=now - ANSWERS_KEPT).delete()
