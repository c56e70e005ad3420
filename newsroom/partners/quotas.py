"""How much of a quota is left. A request that is refused is told when to come again."""

import logging
import time
from typing import NamedTuple

from newsroom.partners import counting
from newsroom.partners.access import Access
from newsroom.partners.counting import NotCounted
from newsroom.partners.tiers import Quota

log = logging.getLogger(__name__)


class Charge(NamedTuple):
    """One request counted against one quota. `resets_in` is in seconds."""

    quota: Quota
    count: int
    window: int
    resets_in: int

    @property
    def remaining(self) -> int:
        return max(0, self.quota.count - self.count)

    @property
    def is_over(self) -> bool:
        return self.count > self.quota.count


def charge(access: Access) -> list[Charge]:
    """
    Counts a request against each quota, up to the first that is used up. Against none where the store does not answer:
    readers come before counting, and the log says so.
    """
    charges, now = [], time.time()
    try:
        for quota in access.quotas:
            charges.append(_charge(access.name, quota, now))
            if charges[-1].is_over:
                break
    except NotCounted:
        log.exception("The store of quotas does not answer; requests are not counted.")
        return []
    return charges


def refund(access: Access, charges: list[Charge]) -> list[Charge]:
    """For what is not charged after all, in the windows it was counted in."""
    try:
        return [one._replace(count=_add(access.name, one.quota, one.window, -1)) for one in charges]
    except NotCounted:
        log.exception("The store of quotas does not answer; a request stays charged.")
        return charges


def _charge(name: str, quota: Quota, now: float) -> Charge:
    window, passed = divmod(int(now), quota.seconds)
    return Charge(quota, _add(name, quota, window, 1), window, quota.seconds - passed)


def _add(name: str, quota: Quota, window: int, by: int) -> int:
    return counting.add(f"{name} {quota.seconds}", window, quota.seconds, by)
