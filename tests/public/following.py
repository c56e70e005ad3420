"""Dossiers with their countries, and what readers of feeds make of an answer."""

import feedparser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.public import payloads
from tests.public.conftest import canonical, publish
from tests.public.feed_readers import faults_of_json_feed
from tests.public.test_pages import put


def atom(client, what: str, language: str = "en"):
    response = client.get(f"/{language}/feeds/{what}.atom")
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    found = feedparser.parse(response.content)
    assert found.bozo is False
    return found


def json_feed(client, what: str, language: str = "en") -> dict:
    response = client.get(f"/{language}/feeds/{what}.json")
    assert (response.status_code, response["Content-Type"]) == (200, "application/feed+json; charset=utf-8")
    found = response.json()
    assert faults_of_json_feed(found) == []
    return found


def titles(client, what: str, language: str = "en") -> list[str]:
    """Of both formats, which say the same."""
    found = [entry.title for entry in atom(client, what, language).entries]
    assert found == [item["title"] for item in json_feed(client, what, language)["items"]]
    return found


def countries(**given) -> list:
    return [
        put("actor", name, kind="country", iso3=code, facets=[("iso3", code)], **given)
        for name, code in (("Azerbaijan", "AZE"), ("Algeria", "DZA"))
    ]


def put_dossier(sides: list, language: str = "en", **fields):
    payload = payloads.dossier("Algeria and Azerbaijan", [side.uid for side in sides])
    card = canonical({"label": payload["title"], "kind": None, "pair": payload["pair"]})
    return publish(
        "dossier",
        fields.pop("uid", None),
        language,
        label=payload["title"],
        slug=f"pair-{language}",
        payload=payload,
        card=card,
        facets=[("pair", "AZE-DZA"), *(("country", side.uid) for side in sides)],
        **fields,
    )


def queries(client, path: str) -> int:
    with CaptureQueriesContext(connection) as made:
        assert client.get(path).status_code == 200
    return len(made)
