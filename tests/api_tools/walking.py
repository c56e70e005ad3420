"""Every operation that reads, with the arguments that the lists themselves name."""

import json
import re
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPConnection
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

METHOD, OK = "get", HTTPStatus.OK
# Where the rows of a list hold an argument.
WHERE = {"date": "date"}
# What an operation cannot be asked without.
QUESTIONS = {"search": {"q": "consultations"}}


class Api:
    """A running API and its document; of what needs a key, only what the key is for."""

    def __init__(self, origin: str, key: str = ""):
        self.origin = origin
        self.headers = {"Authorization": f"Bearer {key}"} if key else {}
        self.connection = HTTPConnection(urlsplit(origin).netloc, timeout=60)
        self.document = self.ask("/api/v1/openapi.json")
        self.operations = {
            path: methods[METHOD]
            for path, methods in self.document["paths"].items()
            if METHOD in methods and self.is_read(methods[METHOD])
        }

    def is_read(self, operation: dict) -> bool:
        """Webhooks are each partner's own; tables and files are read by others."""
        is_json = "application/json" in operation["responses"]["200"]["content"]
        return is_json and operation["tags"] != ["webhooks"] and (self.headers or {} in operation["security"])

    def ask(self, path: str, **query):
        return json.loads(self.page(f"{path}?{urlencode(query)}" if query else path))

    def page(self, address: str) -> str:
        self.connection.request("GET", address, headers=self.headers)
        response = self.connection.getresponse()
        body = response.read()
        # The server does not wait for the next question while a client is being made.
        self.connection.close()
        if response.status != OK:
            raise RuntimeError(f"{address}: {response.status} {body[:300]!r}")
        return body.decode()

    def rows(self, path: str, size: int | None = None) -> Iterator[dict]:
        """Those of a list; with a size the first so many in English."""
        answer = self.ask(path, **self.known(path, page_size=size or 100, **({"lang": "en"} if size else {})))
        yield from answer["results"]
        while not size and answer.get("next"):
            parts = urlsplit(answer["next"])
            answer = self.ask(f"{parts.path}?{parts.query}")
            yield from answer["results"]

    def known(self, path: str, **query) -> dict:
        """Those parameters that the address takes."""
        path = next((one for one in self.operations if re.fullmatch(re.sub(r"{\w+}", "[^/]+", one), path)), path)
        names = {one["name"] for one in self.operations[path].get("parameters", ())}
        return {name: value for name, value in query.items() if name in names}

    def walk(self, size: int | None = None) -> Iterator["Walk"]:
        """All there is to read; with a size as many of each list alone."""
        for path, operation in self.operations.items():
            for arguments in self.arguments(path, operation, size):
                name = operation["operationId"]
                query = self.known(path, lang="en", page_size=1) if size else {}
                yield Walk(name, path, arguments, query | QUESTIONS.get(name, {}))

    def arguments(self, path: str, operation: dict, size: int | None) -> Iterator[dict]:
        names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
        if not names:
            yield {}
            return
        base = path.partition("/{")[0]
        codes = {one["name"]: one["schema"].get("enum") for one in operation["parameters"] if one["in"] == "path"}
        firsts = [{names[0]: value} for value in codes[names[0]] or self.ids(base, names[0], size)]
        for first in firsts:
            yield from self.completed(path, first, names[1:], codes)

    def ids(self, base: str, name: str, size: int | None) -> list[str]:
        rows = self.rows(base, size)
        return ["-".join(row["pair"]) if name == "pair" else row[WHERE.get(name, "id")] for row in rows]

    def completed(self, path: str, first: dict, others: list[str], codes: dict) -> Iterator[dict]:
        if others == ["language", "number"]:
            editions = path.partition("/{language}")[0].format(**first)
            for row in self.rows(editions):
                yield {**first, "language": row["language"], "number": row["edition"]}
        elif others:
            yield from ({**first, others[0]: code} for code in codes[others[0]])
        else:
            yield first


class Walk(NamedTuple):
    operation: str
    path: str
    arguments: dict
    query: dict

    def answer(self, api: Api) -> dict:
        return api.ask(self.path.format(**self.arguments), **self.query)
