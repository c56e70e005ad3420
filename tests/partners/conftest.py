import itertools

import pytest

from newsroom.partners.keys import make_key
from newsroom.partners.models import Partner
from tests.public.conftest import published

__all__ = ["published"]

_numbers = itertools.count(1)


@pytest.fixture
def partner(db):
    return new_partner


def new_partner(tier="partner", **fields) -> Partner:
    number = next(_numbers)
    return Partner.objects.create(name=f"Partner {number}", contact=f"desk{number}@example.org", tier=tier, **fields)


def new_key(tier="partner", partner=None, **options) -> str:
    """The text of a key."""
    return make_key(partner=partner or new_partner(tier), by="test", **options)[1]


def bearing(text: str) -> dict:
    """What the test client takes as headers."""
    return {"Authorization": f"Bearer {text}"}
