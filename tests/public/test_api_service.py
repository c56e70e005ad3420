import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from newsroom.public.addresses import PLURALS
from newsroom.public.api import describing, openapi
from newsroom.public.api.filtersets import FILTERS
from newsroom.public.api.shape import FIELDS
from relations.values.vocabularies import RecordKind


def test_service_document_links_to_all_there_is(client, db):
    links = client.get("/api/v1/").json()["links"]

    assert links["articles"] == "http://testserver/api/v1/articles"
    for name, url in links.items():
        expected = 401 if name in {"me", "me/usage", "snapshots", "webhooks"} else 200
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
    openapi.made.cache_clear()
    return openapi.document()


def test_openapi_document_is_valid(client, db, document):
    OpenAPIV31SpecValidator(document).validate()

    assert client.get("/api/v1/openapi.json").json() == openapi.document("http://testserver")
    assert client.get("/api/v1").json() == client.get("/api/v1/").json()


def test_openapi_document_is_made_without_warnings(document, capsys):
    openapi.made.cache_clear()
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

    assert list(responses) == ["200", "304", "400", "401", "404", "406", "410", "429", "500"]
    assert set(responses["200"]["headers"]) >= {"ETag", "Cache-Control", "Content-Language", "Link"}
    gone = document["components"]["responses"]["GONE"]["content"]
    assert gone.keys() == {"application/problem+json"}
    assert gone["application/problem+json"]["examples"].keys() == {"withdrawn", "checkpoint-expired"}
    ids = [one["operationId"] for path in document["paths"].values() for one in path.values()]
    assert len(ids) == len(set(ids))


def test_openapi_document_says_where_a_key_is_needed_and_what_its_refusals_carry(document):
    def security(path):
        return document["paths"][f"/api/v1/{path}"]["get"]["security"]

    assert security("articles") == [{"key": []}, {}]
    assert [security(path) for path in ("me", "me/usage", "me/usage.csv")] == [[{"key": []}]] * 3
    assert document["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
    responses = document["components"]["responses"]
    assert set(responses["UNAUTHORIZED"]["headers"]) == {"WWW-Authenticate"}
    assert set(responses["TOO_MANY_REQUESTS"]["headers"]) == {"Retry-After", "RateLimit-Policy", "RateLimit"}


def test_every_kind_with_editions_has_its_address():
    assert set(PLURALS) == set(FILTERS) == set(RecordKind.values) - {"picture"}


def test_openapi_document_names_operations_in_words(document):
    ids = {path: methods["get"]["operationId"] for path, methods in document["paths"].items() if "get" in methods}

    assert ids["/api/v1"] == "get_service"
    assert ids["/api/v1/articles"] == "list_articles"
    assert ids["/api/v1/figures/{uid}"] == "get_figure"
    assert ids["/api/v1/capacities/{uid}/editions"] == "list_capacity_editions"
    assert ids["/api/v1/series/{uid}/editions/{language}/{number}"] == "get_series_edition"
    assert ids["/api/v1/dossiers/{pair}/{part}"] == "get_dossier_part"
    assert ids["/api/v1/search"] == "search"


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("get", "/api/v1/me", "get me"),
        ("get", "/api/v1/me/usage", "get me usage"),
        ("post", "/api/v1/webhooks", "create webhook"),
        ("delete", "/api/v1/webhooks/{id}", "delete webhook"),
        ("post", "/api/v1/webhooks/{id}/rotate", "rotate webhook"),
        ("get", "/api/v1/webhooks/{id}/deliveries", "list webhook deliveries"),
        ("post", "/api/v1/webhooks/{id}/deliveries/{delivery}/redeliver", "redeliver webhook delivery"),
    ],
)
def test_operations_of_partners_have_names_too(method, path, name):
    assert describing.name_of(method, path) == name


def test_openapi_document_tells_of_every_tag(document):
    used = {tag for path in document["paths"].values() for one in path.values() for tag in one["tags"]}

    assert {tag["name"] for tag in document["tags"]} == used
    assert all(tag["description"] for tag in document["tags"])


def test_openapi_document_says_where_it_is_served(document):
    assert openapi.document("https://news.example")["servers"] == [{"url": "https://news.example"}]
    assert openapi.document("https://news.example")["info"]["contact"]["url"] == "https://news.example/en/about"


def examples(document) -> dict:
    """(example, schema) of each answer in JSON to who reads, by operation; webhooks are each partner's own."""
    read = [methods["get"] for methods in document["paths"].values() if "get" in methods]
    found = {}
    for one in read:
        content = one["responses"]["200"]["content"].get("application/json")
        if content and one["tags"] != ["webhooks"]:
            found[one["operationId"]] = (content.get("example"), content["schema"])
    return found


def test_openapi_document_shows_an_answer_of_every_operation(document):
    missing = {name for name, (example, _schema) in examples(document).items() if example is None}

    # An edition is answered as its record is.
    assert {name for name in missing if not name.endswith("_edition")} == set()
    assert set(describing.answers()) <= set(examples(document))


def test_examples_are_as_documented(document):
    faults = {}
    for name, (example, schema) in examples(document).items():
        if example is not None:
            known = OAS31Validator({**schema, "components": document["components"]})
            faults[name] = [error.message for error in known.iter_errors(example)]

    assert {name: found for name, found in faults.items() if found} == {}
