"""
Reads everything through the client that openapi-python-client made, and compares what it understood with what was sent.

It runs in that client's own environment, on the standard library beside it: python -m tests.api_tools.read ORIGIN
"""

import json
import sys
from collections.abc import Iterator
from http import HTTPStatus
from importlib import import_module

from communique_client import Client

from tests.api_tools.walking import Api, Walk


def main(origin: str) -> None:
    api, client = Api(origin), Client(base_url=origin)
    walks = list(api.walk())
    faults = [fault for walk in walks for fault in read(client, api, walk)]
    json.dump({"read": len(walks), "faults": faults}, sys.stdout)


def read(client: Client, api: Api, walk: Walk) -> Iterator[str]:
    tag = api.operations[walk.path]["tags"][0]
    operation = import_module(f"communique_client.api.{tag}.{walk.operation}")
    response = operation.sync_detailed(client=client, **walk.arguments, **walk.query)
    if response.status_code != HTTPStatus.OK:
        yield f"{walk.operation} {walk.arguments}: {response.status_code}"
    elif response.parsed.to_dict() != json.loads(response.content):
        yield f"{walk.operation} {walk.arguments}: understood otherwise than sent"


if __name__ == "__main__":
    main(sys.argv[1])
