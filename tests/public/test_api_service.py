import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from newsroom.public.addresses import PLURALS
from newsroom.public.api import openapi
from newsroom.public.api.filtersets import FILTERS
from newsroom.public.api.shape import FIELDS
from relations.values.vocabularies import RecordKind


def test_service_document_links_to_all_there_is(client, db):
    links = client.get("/api/v1/").json()["links"]

    assert links["articles"] == "http://testserver/api/v1/articles"
    for name, url in links.items():
        expected = 401 if name in {"me", "me/usage", "snapshots"} else 200
        assert client.get(url + ("?q=x" if name == "search" else "")).status_code == expected


def test_vocabularies_have_labels_in_every_language(client, db):
    names = [one["name"] for one in client.get("/api/v1/vocabularies").json()["results"]]
    found = client.get("/api/v1/vocabularies/event_types").json()

    assert {"article_types", "membership_statuses", "claim_bases", "lateralities", "genders"} <= set(names)
    assert found["values"][0]["code"] == "visit"
    assert set(found["values"][0]["labels"]) == {"en", "fr", "ar", "az"}


def test_parameters_do_not_belong_everywhere(client, db):
    assert client.get("/api/v1/vocabularies?lang=en").status_code == 400
    assert client.get("/api/v1/?x=1").status_code == 400


@pytest.fixture(scope="module")
def document() -> dict:
    openapi.document.cache_clear()
    return openapi.document()


def test_openapi_document_is_valid(client, db, document):
    OpenAPIV31SpecValidator(document).validate()

    assert client.get("/api/v1/openapi.json").json() == document


def test_openapi_document_is_made_without_warnings(document, capsys):
    openapi.document.cache_clear()
    openapi.document()

    assert capsys.readouterr().err == ""


def test_openapi_document_has_every_list_and_parameter(document):
    for kind, plural in PLURALS.items():
        parameters = document["paths"][f"/api/v1/{plural}"]["get"]["parameters"]
        assert sorted(one["name"] for one in parameters) == sorted(FILTERS[kind].base_filters)
        (fields,) = [one for one in parameters if one["name"] == "fields"]
        assert (fields["style"], fields["explode"]) == ("form", False)
        assert fields["schema"]["items"]["enum"] == sorted(set(FIELDS[kind]))


def test_openapi_document_names_errors_304_and_headers(document):
    responses = document["paths"]["/api/v1/articles/{uid}"]["get"]["responses"]

    assert sorted(responses) == ["200", "304", "400", "401", "403", "404", "406", "410", "429", "500"]
    assert set(responses["200"]["headers"]) >= {"ETag", "Cache-Control", "Content-Language", "Link"}
    assert document["components"]["responses"]["withdrawn"]["content"].keys() == {"application/problem+json"}
    ids = [one["operationId"] for path in document["paths"].values() for one in path.values()]
    assert len(ids) == len(set(ids))


def test_openapi_document_says_where_a_key_is_needed_and_what_its_refusals_carry(document):
    def security(path):
        return document["paths"][f"/api/v1/{path}"]["get"]["security"]

    assert security("articles") == [{"bearer": []}, {}]
    assert [security(path) for path in ("me", "me/usage", "me/usage.csv")] == [[{"bearer": []}]] * 3
    assert document["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"
    responses = document["components"]["responses"]
    assert set(responses["key-invalid"]["headers"]) == {"WWW-Authenticate"}
    assert set(responses["quota-exceeded"]["headers"]) == {"Retry-After", "RateLimit-Policy", "RateLimit"}


def test_every_kind_with_editions_has_its_address():
    assert set(PLURALS) == set(FILTERS) == set(RecordKind.values) - {"picture"}
