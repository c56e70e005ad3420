"""What each sort of partner may do, and how often."""

from typing import NamedTuple

MINUTE = 60
DAY = 24 * 60 * MINUTE
# Rows, for who has no more.
MOST_ON_A_PAGE = 100
READ, BULK, WEBHOOKS, EMBARGO = SCOPES = ("read", "bulk", "webhooks", "embargo")


class Quota(NamedTuple):
    """At most `count` requests in each window of so many seconds."""

    count: int
    seconds: int


class Tier(NamedTuple):
    quotas: tuple[Quota, ...]
    scopes: tuple[str, ...]
    page_size: int = MOST_ON_A_PAGE


TIERS = {
    "registered": Tier((Quota(600, MINUTE), Quota(50_000, DAY)), (READ,)),
    "partner": Tier((Quota(3_000, MINUTE),), (READ, BULK, WEBHOOKS), page_size=200),
    # What is negotiated stands with the partner.
    "wire": Tier((Quota(6_000, MINUTE),), SCOPES, page_size=200),
}
