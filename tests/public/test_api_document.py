"""The document does not break its clients without anybody noticing; and what is noticed."""

import copy
import json

import pytest

from newsroom.public.api import openapi
from tests.public.document import COMMITTED, breaks, written

REFRESH = (
    "The API document has grown. If that is meant, note it in newsroom/public/api/changelog.toml and run: make openapi"
)


def test_document_breaks_nothing_that_was_promised():
    assert breaks(json.loads(COMMITTED.read_text()), openapi.document()) == []


def test_committed_document_is_up_to_date():
    assert COMMITTED.read_text() == written(openapi.document()), REFRESH


CARD = {"type": "object", "properties": {"label": {"type": "string"}, "kind": {"type": ["string", "null"]}}}
DOCUMENT = {
    "paths": {
        "/things": {
            "get": {
                "operationId": "list_things",
                "parameters": [
                    {"in": "query", "name": "kind", "schema": {"type": "string", "enum": ["a", "b"]}},
                    {"in": "query", "name": "size", "schema": {"type": "integer", "minimum": 1, "maximum": 100}},
                ],
                "responses": {
                    "200": {
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "properties": {
                                        "results": {"type": "array", "items": {"$ref": "#/components/schemas/Card"}},
                                        "best": {"oneOf": [{"$ref": "#/components/schemas/Card"}, {"type": "null"}]},
                                    },
                                    "required": ["results"],
                                }
                            }
                        }
                    },
                    "404": {"$ref": "#/components/responses/Missing"},
                },
            }
        }
    },
    "components": {
        "schemas": {"Card": CARD},
        "responses": {"Missing": {"content": {"application/problem+json": {"schema": {"type": "object"}}}}},
    },
}
GET = ("paths", "/things", "get")
SCHEMA = (*GET, "responses", "200", "content", "application/json", "schema")
KIND, SIZE = (*GET, "parameters", 0, "schema"), (*GET, "parameters", 1, "schema")
LABEL = ("components", "schemas", "Card", "properties", "label")
GONE = object()


def changed(*changes) -> dict:
    document = copy.deepcopy(DOCUMENT)
    for path, value in changes:
        *before, last = path
        place = document
        for part in before:
            place = place[part]
        if value is GONE:
            del place[last]
        else:
            place[last] = value
    return document


REQUIRED = {"in": "query", "name": "size", "required": True, "schema": {"type": "integer", "minimum": 1}}


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("paths", "/things"), GONE, "GET /things is gone"),
        (GET, GONE, "GET /things is gone"),
        ((*GET, "operationId"), "things", "GET /things is now called things"),
        ((*GET, "parameters", 0), GONE, "GET /things: the parameter kind is gone"),
        ((*KIND, "enum"), ["a"], "GET /things: the parameter kind no longer takes b"),
        ((*KIND, "pattern"), "^a$", "GET /things: the parameter kind has another pattern"),
        ((*KIND, "type"), "integer", "GET /things: the parameter kind has another type"),
        ((*SIZE, "enum"), [1], "GET /things: the parameter size takes certain values only"),
        ((*SIZE, "maximum"), 50, "GET /things: the parameter size takes only smaller values"),
        ((*SIZE, "minimum"), 2, "GET /things: the parameter size takes only larger values"),
        ((*GET, "parameters", 1), REQUIRED, "GET /things: the parameter size has become required"),
        ((*GET, "responses", "404"), GONE, "GET /things no longer answers 404"),
        ((*SCHEMA, "properties", "results"), GONE, "GET /things 200.results is gone"),
        ((*SCHEMA, "required"), [], "GET /things 200.results is no longer always there"),
        ((*SCHEMA, "properties", "best", "oneOf", 1), GONE, "GET /things 200.best has other choices"),
        (LABEL, GONE, "Card.label is gone"),
        ((*LABEL, "type"), "integer", "Card.label has another type"),
        ((*LABEL, "type"), ["string", "null"], "Card.label has another type"),
    ],
)
def test_what_breaks_a_client_is_told(path, value, told):
    assert told in breaks(DOCUMENT, changed((path, value)))


def test_new_required_parameter_breaks_a_client():
    new = {"in": "query", "name": "q", "required": True, "schema": {"type": "string"}}
    document = changed()
    document["paths"]["/things"]["get"]["parameters"].append(new)

    assert breaks(DOCUMENT, document) == ["GET /things: the new parameter q is required"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("paths", "/others"), {}),
        ((*GET, "summary"), "Things"),
        ((*KIND, "enum"), ["a", "b", "c"]),
        ((*KIND, "enum"), GONE),
        ((*SIZE, "maximum"), 200),
        ((*SIZE, "maximum"), GONE),
        ((*GET, "responses", "410"), {"description": "Gone."}),
        ((*SCHEMA, "properties", "count"), {"type": "integer"}),
        ((*LABEL, "description"), "In the language asked for."),
        (("components", "schemas", "Card", "required"), ["label"]),
    ],
)
def test_what_only_adds_breaks_nobody(path, value):
    assert breaks(DOCUMENT, changed((path, value))) == []


def test_words_are_not_written_down_but_members_called_so_are():
    document = {"title": "Words", "properties": {"title": {"type": "string", "description": "More words"}}}

    assert json.loads(written(document)) == {"properties": {"title": {"type": "string"}}}
