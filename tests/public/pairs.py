"""A dossier of two countries, and what is drawn of it."""

import re

import pytest

from tests.public import payloads
from tests.public.conftest import new_uid, publish
from tests.public.test_pages import put

PAGE = "/en/dossiers/pair"
API = "/api/v1/dossiers/AZE-DZA?lang=en"


class Pair:
    """Two countries; `both` are the facets of what concerns them."""

    def __init__(self, **given):
        self.azerbaijan, self.algeria = self.sides = [
            put("actor", name, kind="country", iso3=code) for name, code in (("Azerbaijan", "AZE"), ("Algeria", "DZA"))
        ]
        self.both = [("country", side.uid) for side in self.sides]
        self.dossier = self.publish(**given)

    def publish(self, **given):
        payload = payloads.dossier("Algeria and Azerbaijan", [side.uid for side in self.sides], **given)
        facets = [("pair", "AZE-DZA")]
        uid = self.dossier.uid if hasattr(self, "dossier") else new_uid()
        return publish("dossier", uid, label="Pair", slug="pair", facets=facets, payload=payload)

    def put(self, record: str, title: str, **given):
        return put(record, title, facets=self.both, **given)

    def visit(self, title: str, guest, host, *places, **given):
        refs = {"visiting_country": {"$ref": guest.uid}, "host_country": {"$ref": host.uid}}
        return self.put("event", title, places=[{"$must": place.uid} for place in places], **refs, **given)


def took_part(actor, side, **given) -> dict:
    return {
        "actor": {"$must": actor.uid}, "name": None, "post_at_the_time": None, "holder_named": True,
        "role": "participant", "side": {"$ref": side.uid}, "capacity": None, "note": "", **given,
    }  # fmt: skip


def act(stage: str, party=None, date: dict | None = None, **given) -> dict:
    return {
        "key": f"{stage}-{party and party.uid}", "stage": stage, "party": {"$ref": party.uid} if party else None,
        "date": date, "event": None, "place": None, "note": "", "sources": [], **given,
    }  # fmt: skip


def answered(client) -> dict:
    return client.get(API).json()


def texts(page, drawing: str) -> list[str]:
    """The words of an SVG, one string for each element."""
    (svg,) = re.findall(rf'<svg class="{drawing}".*?</svg>', page, re.DOTALL)
    return [" ".join(words.split()) for words in re.findall(r"<text[^>]*>(.*?)</text>", svg, re.DOTALL)]


def html(client, path: str = PAGE) -> str:
    return client.get(path).content.decode()


@pytest.fixture
def pair(db):
    return Pair()
