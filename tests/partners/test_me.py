"""What a key tells of itself and of what went out by it."""

import csv
import datetime as dt

import pytest
from django.utils import timezone

from newsroom.partners import quotas
from newsroom.partners.auditing import Sent, record_use
from newsroom.partners.models import Delivery, Key
from newsroom.public.api.views import me
from tests.partners.conftest import bearing, new_key, new_partner

pytestmark = pytest.mark.django_db(databases=["default", "usage"])

NOON = dt.datetime(2026, 5, 4, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
COLUMNS = ["day", "prefix", "type", "id", "language", "edition", "times", "last_at"]


def key_of(text: str) -> Key:
    return Key.objects.select_related("partner").get(prefix=text[8:16])


@pytest.fixture
def read():
    """Five editions on each of three days, and a file."""
    text = new_key()
    for number in range(3):
        sent = [Sent("article", f"{one:026d}", "en", one) for one in range(1, 6)]
        record_use(key_of(text), sent, NOON + number * DAY)
    record_use(key_of(text), [Sent("snapshot", "2026-05-04/articles")], NOON)
    return text


@pytest.mark.parametrize("path", ["me", "me/usage", "me/usage.csv"])
def test_strangers_have_no_page_of_their_own(client, path):
    answer = client.get(f"/api/v1/{path}")

    assert (answer.status_code, answer.json()["type"]) == (401, "/api/v1/problems/key-missing")
    assert answer["WWW-Authenticate"] == 'Bearer realm="communique"'
    assert answer["Cache-Control"] == "no-store"


def test_key_is_told_what_it_is_and_what_is_left(client, monkeypatch):
    monkeypatch.setattr(quotas.time, "time", lambda: 1_800_000_010.0)
    ends = NOON.replace(year=2030)
    text = new_key(partner=new_partner("registered", name="Gazette"), networks=["127.0.0.0/8"], expires_at=ends)
    client.get("/api/v1/", headers=bearing(text))

    answer = client.get("/api/v1/me", headers=bearing(text))

    told = answer.json()
    used_at = told["key"].pop("last_used_at")
    assert told == {
        "partner": "Gazette",
        "tier": "registered",
        "scopes": ["read"],
        "sees_embargoed": False,
        "key": {"prefix": text[8:16], "networks": ["127.0.0.0/8"], "expires_at": "2030-05-04T12:00:00Z"},
        "quotas": [
            {"policy": "registered", "limit": 600, "window": 60, "remaining": 598, "resets_in": 50},
            {"policy": "registered-day", "limit": 50_000, "window": 86_400, "remaining": 49_998, "resets_in": 57_590},
        ],
        "usage_url": "http://testserver/api/v1/me/usage",
    }
    assert timezone.now() - dt.datetime.fromisoformat(used_at) < dt.timedelta(minutes=1)
    assert answer["Cache-Control"] == "no-store"
    assert text not in answer.text


def test_key_of_any_scope_is_told(client):
    told = client.get("/api/v1/me", headers=bearing(new_key("wire", scopes=["embargo"]))).json()

    assert (told["scopes"], told["sees_embargoed"], told["key"]["last_used_at"]) == (["embargo"], True, None)


def test_audit_is_walked_page_by_page(client, read):
    rows, url = [], "/api/v1/me/usage?page_size=4"
    while url:
        page = client.get(url, headers=bearing(read))
        rows += page.json()["results"]
        url = page.json()["next"]
        assert page["Cache-Control"] == "no-store"

    assert [row["day"] for row in rows] == ["2026-05-04"] * 6 + ["2026-05-05"] * 5 + ["2026-05-06"] * 5
    assert rows[0] == {
        "day": "2026-05-04",
        "prefix": read[8:16],
        "type": "article",
        "id": f"{1:026d}",
        "language": "en",
        "edition": 1,
        "times": 1,
        "last_at": "2026-05-04T12:00:00Z",
    }
    assert (rows[5]["language"], rows[5]["edition"]) == (None, None)


def test_audit_holds_the_days_asked_for(client, read):
    def days(query):
        rows = client.get(f"/api/v1/me/usage?{query}", headers=bearing(read)).json()["results"]
        return sorted({row["day"][-2:] for row in rows})

    assert days("day_after=2026-05-05") == ["05", "06"]
    assert days("day_before=2026-05-05") == ["04", "05"]
    assert days("day_after=2026-05-05&day_before=2026-05-05") == ["05"]


def test_audit_is_of_the_partner_whichever_key_asks_and_of_nobody_else(client, read):
    second = new_key(partner=key_of(read).partner)
    other = new_key()

    sizes = [len(client.get("/api/v1/me/usage", headers=bearing(key)).json()["results"]) for key in (second, other)]

    assert sizes == [16, 0]


def test_cursor_of_one_audit_is_none_of_another(client, read):
    url = client.get("/api/v1/me/usage?page_size=4", headers=bearing(read)).json()["next"]

    answers = [
        client.get(url, headers=bearing(new_key())),
        client.get(f"{url}&day_after=2026-05-05", headers=bearing(read)),
    ]

    assert [one.json()["type"] for one in answers] == ["/api/v1/problems/invalid-cursor"] * 2


def test_audit_is_a_table_too_of_any_length(client, read, monkeypatch):
    monkeypatch.setattr(me, "AT_ONCE", 3)

    answer = client.get("/api/v1/me/usage.csv?day_before=2026-05-05", headers=bearing(read) | {"Accept": "text/csv"})

    header, *rows = csv.reader(answer.getvalue().decode().splitlines())
    assert answer.streaming
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("text/csv; charset=utf-8; header=present", "no-store")
    assert header == COLUMNS
    assert rows[0] == ["2026-05-04", read[8:16], "article", f"{1:026d}", "en", "1", "1", "2026-05-04T12:00:00Z"]
    assert len(rows) == 11


def test_reading_the_audit_is_no_delivery(client, read):
    before = Delivery.objects.count()

    for path in ("me", "me/usage", "me/usage.csv"):
        assert client.get(f"/api/v1/{path}", headers=bearing(read)).status_code == 200

    assert Delivery.objects.count() == before


@pytest.mark.parametrize(
    "name", ["key", "api_key", "apikey", "token", "access_token", "API_KEY", "q", "lang", "cursor"]
)
@pytest.mark.parametrize("path", ["", "articles", "me", "vocabularies", "openapi.json"])
def test_key_in_an_address_is_refused_with_where_it_belongs(client, name, path):
    text = new_key()

    answer = client.get(f"/api/v1/{path}", {name: text}, headers=bearing(text))

    (fault,) = answer.json()["errors"]
    assert (answer.status_code, fault["parameter"], fault["code"]) == (400, name, "key")
    assert "Authorization: Bearer" in fault["detail"]
    assert text not in answer.text


def test_word_that_only_names_a_key_is_refused_by_its_name_alone(client):
    answers = [client.get("/api/v1/articles", query) for query in ({"token": "x"}, {"q": "token"})]

    assert [one.status_code for one in answers] == [400, 200]
