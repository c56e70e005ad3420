"""What need not be kept for ever."""

import datetime as dt

from newsroom.partners import counting
from newsroom.partners.models import Delivery
from newsroom.partners.tiers import DAY

# As long as partners and desks may ask what went out.
AUDIT_KEPT = dt.timedelta(days=366)


def forget_old(now: dt.datetime) -> tuple[int, int]:
    """Takes away the counters of windows that are over, and audits of more than a year ago; how many of each."""
    counters = counting.forget(before=int(now.timestamp()) - 2 * DAY)
    audits, _by_model = Delivery.objects.filter(day__lt=now.date() - AUDIT_KEPT).delete()
    return counters, audits
