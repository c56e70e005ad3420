"""Every address and parameter of the document, asked for with words that nobody may see and values that nobody expects."""

from itertools import cycle

import pytest
from django.utils import timezone

from newsroom.public.api import openapi
from newsroom.public.models import Head
from newsroom.public.search import index_edition
from tests.public.conftest import DAY, THEN, new_uid, publish, withdraw

CANARY = "qwxzcanary"
ODD = [
    "", " ", "0", "-1", "99999999999999999999", "1e9", "NaN", "\x00", "\n", "é", "ƒ" * 300, "a" * 5000, "%", "'", '"',
    "null", "[]", "{}", "*", ",", ",,", "en,fr", "en,en", "../..", "2025-02-30", "0001-01-01", "9999-12-31",
    "0001-01-01T00:00:00-14:00", "9999-12-31T23:59:59Z", "2025-01-01T00:00:00+00:00", "true", "latest", "٣", "\ud7ff",
    "0" * 26, "z" * 26, "AZE-DZA", "x:y:z", "1; DROP TABLE public_edition", "$ref", "a.b.c",
]  # fmt: skip


@pytest.fixture
def world(db):
    """Something public of every kind, and beside it what must not be seen: ahead, withdrawn, replaced, not public."""
    hidden = new_uid()
    secrets = {"hidden": hidden, "withdrawn": ""}
    for kind in ("article", "actor", "event", "agreement", "place", "topic", "post", "source", "author", "series"):
        facets = [("actor", hidden), ("country", hidden), ("topic", hidden)]
        entry = {"actor": {"$must": hidden}, "title": f"{CANARY} frozen"}
        payload = {"title": "Public", "posts": [], "people": [entry], "country": {"$ref": hidden}, "secret": entry}
        known = publish(kind, label="Known", payload=payload, facets=facets)
        ahead = publish(
            kind, known.uid, label=f"{CANARY} ahead", slug=f"{CANARY}-ahead", live_from=timezone.now() + DAY
        )
        gone = publish(kind, label=f"{CANARY} gone", slug=f"{CANARY}-gone", payload={"title": f"{CANARY} gone"})
        publish(kind, gone.uid, label=CANARY, action="corrected", note=f"{CANARY} note", live_from=THEN + DAY)
        withdraw(gone, THEN + 2 * DAY, label=CANARY, slug=f"{CANARY}-{gone.uid[-4:]}")
        for edition in (known, ahead, gone):
            index_edition(edition.id, edition.language, kind, edition.title, CANARY if edition is not known else "")
        secrets[kind], secrets["withdrawn"] = known.uid, gone.uid
    publish("actor", hidden, label=f"{CANARY} actor", live_from=timezone.now() + DAY)
    Head.objects.update(until=timezone.now())
    return secrets


def addresses(world: dict):
    """Every address of the document with ids that exist and ids that must not seem to."""
    for path, operations in openapi.document()["paths"].items():
        if "get" not in operations:
            continue
        kind = operations["get"]["tags"][0].removesuffix("s")
        for uid in (world.get(kind, world["article"]), world["hidden"], world["withdrawn"]):
            filled = path.format_map(Filled(uid=uid))
            yield filled, operations["get"].get("parameters", [])


class Filled(dict):
    def __missing__(self, name):
        return {"pair": "AZE-DZA", "language": "en", "number": "1", "part": "timeline", "name": "genders"}.get(
            name, "x"
        )


def check(response, asked: str = ""):
    assert response.status_code in {200, 304, 308, 400, 401, 404, 406, 410}
    kind = "application/json" if response.status_code == 200 else "application/problem+json"
    assert response.status_code == 308 or response["Content-Type"] == kind
    # What was asked for may come back in an error's address; nothing else may.
    assert CANARY not in response.text.replace(asked, "") if asked else CANARY not in response.text
    assert CANARY not in str(response.headers)


def test_nothing_unpublished_is_in_any_answer(client, world):
    for path, parameters in addresses(world):
        named = {one["name"] for one in parameters}
        queries = [{}, {"lang": "en"}, {"lang": "az,ar,fr,en"}, {"lang": "*"}, {"as_of": "2026-03-01T10:00:00Z"}]
        queries += [{"as_of": "2026-03-02T10:00:00Z"}, {"actor": world["hidden"]}, {"country": world["hidden"]}]
        queries += [{"q": "known"}, {"q": CANARY}, {"expand": "people,country"}, {"count": "true"}, {"since": "0"}]
        for query in queries:
            if query.keys() <= named or not query:
                response = client.get(path, query)
                check(response, query.get("q", ""))
                if query in ({"q": CANARY}, {"actor": world["hidden"]}, {"country": world["hidden"]}):
                    assert response.json().get("results", []) == []


def test_odd_values_are_refused_and_never_an_error(client, world):
    """Each parameter of each address with some of them; over all addresses every parameter meets most."""
    values = cycle(ODD)
    for path, parameters in addresses(world):
        for one in parameters:
            if one["in"] == "query":
                check(client.get(path, {one["name"]: next(values)}))


def test_odd_addresses_are_not_found(client, world):
    for value in ODD:
        for path in (
            "articles/{}",
            "articles/{}/editions",
            "dossiers/{}",
            "dossiers/{}/visits",
            "vocabularies/{}",
            "{}",
        ):
            check(client.get(f"/api/v1/{path.format(value)}"))
