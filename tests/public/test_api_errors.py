import orjson
import pytest
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override

from newsroom.public.api import problems
from newsroom.public.api.explanations import EXPLANATIONS, example
from newsroom.public.api.problems import TITLES
from relations.values.languages import LANGUAGES
from tests.public.conftest import DAY, THEN, new_uid, withdraw
from tests.public.reader import Page
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


# The page of each type


def page(client, code, language):
    return client.get(f"/api/v1/problems/{code}?lang={language}", headers={"Accept": "text/html"})


def test_every_type_is_explained():
    assert set(EXPLANATIONS) == set(TITLES)


@pytest.mark.parametrize("code", sorted(TITLES))
def test_type_of_a_problem_leads_to_its_explanation(client, db, code):
    found = client.get(f"/api/v1/problems/{code}").json()

    assert (found["type"], found["status"]) == (f"/api/v1/problems/{code}", TITLES[code][0])
    assert all(found[name] for name in ("title", "meaning", "when", "advice"))


def test_problem_leads_to_the_page_of_its_type(client, db):
    response = client.get("/api/v1/articles?x=1")

    assert response.json()["type"] == "/api/v1/problems/invalid-parameters"
    assert response["Link"] == '</api/v1/problems/invalid-parameters>; rel="help"'


def test_registered_type_has_our_page_beside_its_own():
    response = problems.problem(RequestFactory().get("/api/v1/articles"), "quota-exceeded")

    assert orjson.loads(response.content)["type"] == "https://iana.org/assignments/http-problem-types#quota-exceeded"
    assert response["Link"] == '</api/v1/problems/quota-exceeded>; rel="help"'


@pytest.mark.parametrize("language", LANGUAGES)
def test_explanation_is_a_page_for_browsers_in_every_language(client, db, language):
    response = page(client, "withdrawn", language)
    read = Page(response.text)

    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert response["Content-Language"] == language
    assert read.all("html") == [{"lang": language, "dir": "rtl" if language == "ar" else "ltr"}]
    with override(language):
        assert str(TITLES["withdrawn"][1]) in read.text
    assert read.all("pre") == [{"class": "code", "lang": "en", "dir": "ltr", "tabindex": "0"}]
    assert set(read.links("/api/v1/problems/")) >= {f"/api/v1/problems/{code}" for code in TITLES}
    assert read.hreflang()["ar"] == "http://testserver/api/v1/problems/withdrawn?lang=ar"


def test_explanation_comes_in_the_language_of_the_browser(client, db):
    found = client.get("/api/v1/problems/withdrawn", headers={"Accept": "text/html", "Accept-Language": "az"})

    assert found["Content-Language"] == "az"
    assert {"Accept", "Accept-Language"} <= set(found["Vary"].split(", "))


def test_explanation_has_a_validator(client, db):
    tag = page(client, "withdrawn", "en")["ETag"]
    again = client.get("/api/v1/problems/withdrawn?lang=en", headers={"Accept": "text/html", "If-None-Match": tag})

    assert again.status_code == 304


@pytest.mark.parametrize("code", sorted(TITLES))
def test_example_is_a_body_of_the_type(client, db, code):
    shown = example(code)

    assert (shown["status"], shown["title"]) == (TITLES[code][0], TITLES[code][1])
    assert list(shown)[:6] == ["type", "title", "status", "detail", "instance", "request_id"]


def test_example_has_the_members_that_the_type_has(client, published):
    edition = published()
    withdraw(edition, THEN + DAY)
    answers = {
        "invalid-parameters": client.get("/api/v1/articles?x=1"),
        "language-unavailable": client.get(f"/api/v1/articles/{published().uid}?lang=az"),
        "withdrawn": client.get(f"/api/v1/articles/{edition.uid}"),
        "not-found": client.get("/api/v1/nothing"),
    }

    assert {code: list(answer.json()) for code, answer in answers.items()} == {
        code: list(example(code)) for code in answers
    }


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/api/v1/nothing", {}),
        ("/api/v1/articles", {"Host": "evil.example"}),
        ("/api/v1/%E0%A4%A", {}),
        ("/en/nothing", {}),
        ("/en/", {"Host": "evil.example"}),
        ("/static/nothing.css", {}),
        ("/media/nothing.jpg", {}),
        ("/.well-known/nothing", {}),
        ("/healthz", {}),
        ("/robots.txt", {}),
    ],
)
def test_every_answer_has_the_name_of_its_request(client, db, path, headers):
    given = client.get(path, headers={"X-Request-Id": "abcDEF-123_456", **headers})

    assert given["X-Request-Id"] == "abcDEF-123_456"


@pytest.mark.parametrize("method", ["BREW", "CONNECT", "PROPFIND"])
def test_methods_that_nobody_knows_are_refused_in_the_same_words(client, db, method):
    response = client.generic(method, "/api/v1/articles")

    assert problem(response) == (405, "method-not-allowed")
