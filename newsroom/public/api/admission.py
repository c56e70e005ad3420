"""Who asks, whether they may, and how much of their quota that leaves."""

from typing import NamedTuple

from newsroom.clients import address_of
from newsroom.partners import access, quotas
from newsroom.partners.access import Access, AccessRefused
from newsroom.partners.quotas import Charge
from newsroom.partners.tiers import MINUTE, Quota
from newsroom.public.api.problems import Problem

# In the place of a scope.
ANY_KEY = ""


class Admission(NamedTuple):
    access: Access
    charges: list[Charge]

    def refunded(self) -> "Admission":
        return self._replace(charges=quotas.refund(self.access, self.charges))

    def headers(self) -> dict[str, str]:
        """The RateLimit fields of the IETF's draft: what the quotas are, and what is left of each."""
        if not self.charges:
            return {}
        named = [(policy(self.access, charge.quota), charge) for charge in self.charges]
        left = ", ".join(f'"{name}";r={charge.remaining};t={charge.resets_in}' for name, charge in named)
        allowed = ", ".join(f'"{policy(self.access, one)}";q={one.count};w={one.seconds}' for one in self.access.quotas)
        return {"RateLimit-Policy": allowed, "RateLimit": left}


def admit(request, scope: str) -> Admission:
    """
    Raises the problem that refuses; a bad key counts against the address it came from, or it could be guessed. Without
    a scope any key is good, and no stranger.
    """
    address = address_of(request)
    try:
        found = access.identify(request.headers.get("Authorization", ""), address)
    except AccessRefused as refusal:
        within_quota(access.stranger(address))
        raise Problem(refusal.code, headers=challenge(refusal.code)) from None
    admission = within_quota(found)
    if scope not in found.scopes and not (found.key and scope == ANY_KEY):
        code = "scope-missing" if found.key else "key-missing"
        raise Problem(code, scope=scope, headers={**admission.headers(), **challenge(code)})
    return admission


def within_quota(found: Access) -> Admission:
    admission = Admission(found, quotas.charge(found))
    if not (over := [one for one in admission.charges if one.is_over]):
        return admission
    headers = {**admission.headers(), "Retry-After": str(over[0].resets_in)}
    violated = [policy(found, one.quota) for one in over]
    raise Problem("quota-exceeded", headers=headers, **{"violated-policies": violated})


def policy(found: Access, quota: Quota) -> str:
    return found.tier if quota.seconds == MINUTE else f"{found.tier}-day"


def challenge(code: str) -> dict[str, str]:
    errors = {"key-missing": "", "key-invalid": ', error="invalid_token"', "key-expired": ', error="invalid_token"'}
    return {"WWW-Authenticate": f'Bearer realm="communique"{errors[code]}'} if code in errors else {}
