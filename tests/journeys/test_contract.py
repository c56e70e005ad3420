"""Everything of the corpus, as served, is as the OpenAPI document says."""

import pytest
from openapi_schema_validator import OAS31Validator

from newsroom.public.addresses import PLURALS, api_path
from newsroom.public.api import openapi
from newsroom.public.api.shape import FIELDS, KINDS
from newsroom.public.models import Edition

pytestmark = pytest.mark.usefixtures("corpus", "db")


def validator(schema: dict) -> OAS31Validator:
    return OAS31Validator({**schema, "components": openapi.document()["components"]})


@pytest.mark.parametrize("kind", [kind for kind in PLURALS if kind != "dossier"])
def test_records_are_as_documented(client, kind):
    known = validator({"$ref": f"#/components/schemas/{KINDS[kind].__name__}"})
    editions = list(Edition.objects.filter(kind=kind, state="live").values_list("uid", "language"))

    for uid, language in editions[:: max(1, len(editions) // 60)]:
        body = client.get(api_path(kind, uid), {"lang": language}).json()
        assert [error.message for error in known.iter_errors(body)] == []
        assert set(body) == set(FIELDS[kind])


@pytest.mark.parametrize("kind", PLURALS)
def test_lists_are_as_documented(client, kind):
    operation = openapi.document()["paths"][f"/api/v1/{PLURALS[kind]}"]["get"]
    known = validator(operation["responses"]["200"]["content"]["application/json"]["schema"])

    body = client.get(f"/api/v1/{PLURALS[kind]}", {"lang": "*", "page_size": 100, "count": "true"}).json()

    assert [error.message for error in known.iter_errors(body)] == []
    assert body["count"] >= len(body["results"])
    for row in body["results"]:
        assert set(row) <= set(FIELDS[kind])
