import pytest
from django.utils import timezone
from django.utils.translation import override

from tests.public.conftest import DAY, new_uid
from tests.public.test_api_records import problem

UID = new_uid()


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "articles/",
        "articles/1",
        "articles/99999999999999999999",
        "articles/" + "A" * 26,
        "articles/%00",
        "articles/" + "a" * 26,
        f"articles/{UID}/nothing",
        f"articles/{UID}/editions/de/1",
        f"articles/{UID}/editions/en/0",
        f"articles/{UID}/editions/en/99999999999999999999",
        f"articles/{UID}/editions/en/-1",
        f"articles/{UID}/posts",
        "pictures",
        "dossiers/AZE",
        "dossiers/AZE-DZA",
        "dossiers/AZE-DZA/nothing",
        "dossiers/AZE-DZA/timeline",
        "vocabularies/nothing",
        "problems/nothing",
        "%E0%A4%A",
        "../admin/",
    ],
)
def test_addresses_that_do_not_exist_are_problems(client, db, path):
    assert problem(client.get(f"/api/v1/{path}")) == (404, "not-found")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_other_methods_are_refused(client, db, method):
    response = getattr(client, method)("/api/v1/articles?nonsense=1")

    assert problem(response) == (405, "method-not-allowed")
    assert response["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    ("accept", "status"), [("application/json", 200), ("*/*", 200), ("text/html;q=0.5, */*;q=0.1", 200)]
)
def test_json_is_what_there_is(client, db, accept, status):
    assert client.get("/api/v1/articles", headers={"Accept": accept}).status_code == status


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "a" * 9000])
def test_other_formats_are_not_acceptable(client, db, accept):
    response = client.get("/api/v1/articles", headers={"Accept": accept})

    assert problem(response)[0] in {400, 406}


def test_unforeseen_error_is_a_problem_without_details(client, db, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("the database password is hunter2")

    monkeypatch.setattr("newsroom.public.api.views.records.RecordList.selection", fail)
    client.raise_request_exception = False

    response = client.get("/api/v1/articles")

    assert problem(response) == (500, "server-error")
    assert b"hunter2" not in response.content


def test_wrong_host_is_a_problem(client, db):
    assert problem(client.get("/api/v1/articles", headers={"Host": "evil.example"})) == (400, "bad-request")


def test_too_many_parameters_are_a_problem(client, db, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5

    assert problem(client.get("/api/v1/articles?" + "&".join(f"a{n}=1" for n in range(9)))) == (400, "bad-request")


def test_messages_are_in_the_readers_language(client, db):
    response = client.get("/api/v1/articles?x=1", headers={"Accept-Language": "fr"})

    with override("fr"):
        assert response["Content-Language"] == "fr"


def test_errors_tell_a_pending_record_from_nothing_in_no_way(client, published):
    pending = published(label="Canary", slug="canary", live_from=timezone.now() + DAY)

    def shown(uid):
        response = client.get(f"/api/v1/articles/{uid}")
        return {**response.json(), "instance": "", "request_id": ""}, response.headers.keys()

    assert shown(pending.uid) == shown(new_uid())


def test_request_id_is_taken_over_only_where_it_is_harmless(client, db):
    def given(value):
        return client.get("/api/v1/", headers={"X-Request-Id": value})["X-Request-Id"]

    assert given("abcDEF-123_456") == "abcDEF-123_456"
    assert given("short") != "short"
    assert given("<script>alert(1)</script>").isalnum()
    assert len(given("x" * 65)) == 32


def test_problem_types_have_an_address(client, db):
    found = client.get("/api/v1/problems/withdrawn").json()

    assert (found["type"], found["status"]) == ("/api/v1/problems/withdrawn", 410)
