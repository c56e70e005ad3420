"""Reading as strangers do; ids are told as `kind/key`, as the answers do."""

import json
from functools import cached_property
from pathlib import Path

from relations.models import Record

API = "/api/v1"
PAIR = f"{API}/dossiers/AZE-DZA"
ANSWERS = {one["id"]: one["answer"] for one in json.loads(Path(__file__).with_name("answers.json").read_text("utf-8"))}


def same(found, expected) -> tuple:
    """Both in one form: a set is an answer in any order, and JSON knows no tuples."""
    if isinstance(found, set):
        return sorted(map(plain, found)), sorted(map(plain, expected))
    return plain(found), expected


def plain(value):
    return json.loads(json.dumps(value))


class Ask:
    def __init__(self, client):
        self.client = client

    def __call__(self, address: str, **query) -> dict:
        """What one request answers."""
        given = {"lang": "en", **query}
        response = self.client.get(address, {name: value for name, value in given.items() if value is not None})
        assert response.status_code == 200, response.content
        return response.json()

    def rows(self, plural: str, **query) -> list[dict]:
        """One list, all on one page; records in the query are named `kind/key`."""
        named = {name: self.uids.get(value, value) for name, value in query.items()}
        page = self(f"{API}/{plural}", page_size=100, **named)
        assert page["next"] is None
        return page["results"]

    def record(self, plural: str, path: str, below: str = "", **query) -> dict:
        return self(f"{API}/{plural}/{self.uids[path]}{below}", **query)

    def dossier(self, part: str = "", **query) -> dict | list:
        """The dossier of the pair, or one part of it."""
        found = self(f"{PAIR}/{part}" if part else PAIR, **query)
        return found[part] if part else found

    @cached_property
    def uids(self) -> dict[str, str]:
        return {f"{kind}/{key}": uid for kind, key, uid in Record.objects.values_list("kind", "key", "uid")}

    @cached_property
    def paths(self) -> dict[str, str]:
        return {uid: path for path, uid in self.uids.items()}

    def path(self, card: dict | None) -> str | None:
        return card and self.paths[card["id"]]

    def sources(self, uses: list[dict]) -> list[str]:
        """Each source once, however often it is cited."""
        return sorted({self.path(use["source"]) for use in uses})
