"""Behind a shared cache (RFC 9111) by others, everybody still gets the answer that is theirs."""

import datetime as dt
import time

import httpx
import pytest
from django.utils import timezone
from django.utils.http import http_date
from hishel import SqliteStorage
from hishel.httpx import CacheTransport

from newsroom.wsgi import application
from tests.partners.conftest import bearing, new_key
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db(databases=["default", "usage"])

LIST = "/api/v1/articles"


def served(environ, start_response):
    """With the date, which servers add and ages are counted from."""
    return application(environ, lambda status, headers: start_response(status, [*headers, ("Date", http_date())]))


@pytest.fixture
def cache(tmp_path, kept_connections):
    storage = SqliteStorage(database_path=tmp_path / "cache.sqlite3")
    behind = CacheTransport(httpx.WSGITransport(served), storage=storage, rfc={"shared": True})
    with httpx.Client(transport=behind, base_url="http://localhost") as client:
        yield client


def ask(cache, path=LIST, **headers):
    """The answer, and whether the cache had it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    answer = cache.get(path, headers={"Accept-Encoding": "identity", **named})
    return answer, answer.extensions["caching"]["from_cache"]


def headlines(cache, **headers):
    answer, _ = ask(cache, **headers)
    return [row["headline"] for row in answer.json()["results"]]


def test_what_is_public_is_kept_for_everybody(cache):
    put("article", "Gas")

    first, again = ask(cache), ask(cache)

    assert (first[1], again[1]) == (False, True)
    assert first[0].content == again[0].content


def test_languages_and_formats_do_not_mix(cache):
    uid = put("article", "Gas").uid
    put("article", "Gaz", uid=uid, language="fr")
    wanted = [{"Accept_Language": "en"}, {"Accept_Language": "fr"}, {"Accept_Language": "fr", "Accept": "text/csv"}]

    for _ in range(2):
        english, french, table = (ask(cache, **one)[0] for one in wanted)

        assert [row["headline"] for row in english.json()["results"]] == ["Gas"]
        assert [row["headline"] for row in french.json()["results"]] == ["Gaz"]
        assert table.headers["Content-Type"].startswith("text/csv")
        assert "Gaz" in table.text


def test_what_a_key_may_see_is_neither_kept_nor_hidden_by_what_is_kept(cache):
    put("article", "Public")
    put("article", "Early", live_from=timezone.now() + dt.timedelta(hours=1), fields={"advance": True})
    wire = bearing(new_key("wire"))

    assert headlines(cache) == ["Public"]
    assert sorted(headlines(cache, **wire)) == ["Early", "Public"]
    assert headlines(cache) == ["Public"]
    assert ask(cache, **wire)[1] is False


def test_refusals_are_not_kept(cache):
    put("article", "Gas")

    refused, _ = ask(cache, **bearing("cq_nothing"))

    assert refused.status_code == 401
    assert headlines(cache) == ["Gas"]


def test_nothing_is_kept_beyond_the_moment_of_what_comes_next(cache):
    uid = put("article", "Gas").uid
    coming = timezone.now() + dt.timedelta(seconds=2)
    put("article", "Gas and oil", uid=uid, live_from=coming, fields={"number": 2})

    assert headlines(cache) == ["Gas"]
    while timezone.now() < coming + dt.timedelta(milliseconds=50):
        time.sleep(0.05)
    assert headlines(cache) == ["Gas and oil"]
