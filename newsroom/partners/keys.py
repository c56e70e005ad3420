"""Making and revoking keys."""

import ipaddress
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.partners import tokens
from newsroom.partners.models import Key, Partner
from newsroom.partners.tiers import TIERS

# The one in use and the one that takes its place.
LIVE_AT_ONCE = 2


class KeyRefused(Exception):
    """Such a key is not made; `message` says why."""

    def __init__(self, message):
        super().__init__(str(message))
        self.message = message


@transaction.atomic
def make_key(
    *,
    partner: Partner,
    by: str,
    scopes: Iterable[str] = (),
    networks: Iterable[str] = (),
    expires_at: datetime | None = None,
) -> tuple[Key, str]:
    """The key, and its text, which is shown now and never again. Without scopes it has all of the partner's tier."""
    partner = Partner.objects.select_for_update().get(pk=partner.pk)
    if partner.keys.live().count() >= LIVE_AT_ONCE:
        raise KeyRefused(_("Two keys are in use. Revoke one before you make another."))
    if expires_at and expires_at <= timezone.now():
        raise KeyRefused(_("This key would have expired already."))
    token = tokens.make()
    key = Key.objects.create(
        partner=partner,
        prefix=token.prefix,
        digest=token.digest,
        scopes=_scopes(partner, scopes),
        networks=[_network(one) for one in networks],
        made_by=by,
        expires_at=expires_at,
    )
    return key, token.text


def revoke_key(*, key: Key) -> None:
    """From the next request on. A key once revoked stays so."""
    Key.objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=timezone.now())


def _scopes(partner: Partner, asked: Iterable[str]) -> list[str]:
    allowed = TIERS[partner.tier].scopes
    asked = set(asked) or set(allowed)
    if beyond := sorted(asked.difference(allowed)):
        raise KeyRefused(_("The tier of this partner does not include: %(scopes)s.") % {"scopes": ", ".join(beyond)})
    return [scope for scope in allowed if scope in asked]


def _network(text: str) -> str:
    try:
        return str(ipaddress.ip_network(text.strip()))
    except ValueError:
        raise KeyRefused(_("“%(text)s” is not a network. Write it like 192.0.2.0/24.") % {"text": text}) from None
