"""Who asks, and what they may do."""

import hmac
import ipaddress
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from newsroom.partners import tokens
from newsroom.partners.models import Key, Partner
from newsroom.partners.tiers import EMBARGO, MINUTE, MOST_ON_A_PAGE, READ, TIERS, Quota

ANONYMOUS = "anonymous"
# An address of a household or a machine may be any of so many.
SHARED_BITS = 64


class AccessRefused(Exception):
    """`code` is that of the problem: key-missing, key-invalid, key-expired or forbidden."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Access:
    """`name` is under what requests are counted; `key` is None for strangers."""

    tier: str
    name: str
    scopes: tuple[str, ...]
    quotas: tuple[Quota, ...]
    page_size: int = MOST_ON_A_PAGE
    key: Key | None = None

    @property
    def partner(self) -> Partner | None:
        return self.key.partner if self.key else None

    @property
    def sees_embargoed(self) -> bool:
        return EMBARGO in self.scopes


def identify(authorization: str, address: str) -> Access:
    """`authorization` is the header's value, empty for a stranger. A key that is not good is never taken for none."""
    return keyed(authorization, address) if authorization else stranger(address)


def stranger(address: str) -> Access:
    quotas = (Quota(settings.ANONYMOUS_QUOTA, MINUTE),) if settings.ANONYMOUS_QUOTA else ()
    return Access(ANONYMOUS, f"address {grouped(address)}", (READ,), quotas)


def keyed(authorization: str, address: str) -> Access:
    scheme, _space, text = authorization.partition(" ")
    token = tokens.read(text.strip()) if scheme.lower() == "bearer" else None
    key = Key.objects.select_related("partner").filter(prefix=token.prefix).first() if token else None
    if not key or not hmac.compare_digest(key.digest, token.digest) or key.revoked_at:
        raise AccessRefused("key-invalid")
    if key.expires_at and key.expires_at <= timezone.now():
        raise AccessRefused("key-expired")
    if key.networks and not within(address, key.networks):
        raise AccessRefused("forbidden")
    return of_key(key)


def of_key(key: Key) -> Access:
    """The tier may have changed since the key was made, so both have to allow."""
    partner, tier = key.partner, TIERS[key.partner.tier]
    scopes = tuple(scope for scope in tier.scopes if scope in key.scopes)
    quotas = (Quota(partner.per_minute, MINUTE),) if partner.per_minute else tier.quotas
    return Access(partner.tier, f"partner {partner.pk}", scopes, quotas, tier.page_size, key)


def within(address: str, networks: list[str]) -> bool:
    found = parsed(address)
    return found is not None and any(found in ipaddress.ip_network(one) for one in networks)


def grouped(address: str) -> str:
    """Of IPv6, the network that one subscriber has, or each could ask under billions of names."""
    found = parsed(address)
    if found is None or found.version == 4:
        return address[:45]
    return str(ipaddress.ip_network((found, SHARED_BITS), strict=False))


def parsed(address: str):
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
