"""Quotas as answers show them, and that they are exact."""

import logging

import pytest
from django.db import connections, transaction

from newsroom.partners import counting, quotas
from newsroom.partners.models import Counter, Delivery, KeyUse
from tests.partners.conftest import bearing, new_key, new_partner

pytestmark = pytest.mark.django_db(databases=["default", "usage"])


@pytest.fixture
def few(settings, monkeypatch):
    """Three requests a minute for strangers, in a window that ends after fifty seconds and not before the test."""
    settings.ANONYMOUS_QUOTA = 3
    monkeypatch.setattr(quotas.time, "time", lambda: 1_800_000_010.0)


def test_stranger_is_told_what_is_left_and_then_when_to_come_again(client, published, few):
    published()

    answers = [client.get("/api/v1/articles?lang=en") for _ in range(4)]

    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert answers[0]["RateLimit-Policy"] == '"anonymous";q=3;w=60'
    assert [one["RateLimit"] for one in answers] == [f'"anonymous";r={left};t=50' for left in (2, 1, 0, 0)]
    assert answers[3]["Retry-After"] == "50"
    problem = answers[3].json()
    assert problem["violated-policies"] == ["anonymous"]
    assert problem["type"] == "https://iana.org/assignments/http-problem-types#quota-exceeded"
    assert answers[3]["Cache-Control"] == "no-store"


def test_nobody_pays_for_what_they_have(client, published, few):
    published()
    etag = client.get("/api/v1/articles?lang=en")["ETag"]

    answers = [client.get("/api/v1/articles?lang=en", headers={"If-None-Match": etag}) for _ in range(5)]

    assert [(one.status_code, one["RateLimit"]) for one in answers] == [(304, '"anonymous";r=2;t=50')] * 5


def test_each_address_has_a_quota_of_its_own(client, few):
    for _ in range(3):
        client.get("/api/v1/")

    assert client.get("/api/v1/").status_code == 429
    assert client.get("/api/v1/", REMOTE_ADDR="192.0.2.9").status_code == 200


def test_keys_cannot_be_guessed_faster_than_strangers_read(client, few):
    answers = [client.get("/api/v1/", headers=bearing("wrong")) for _ in range(4)]

    assert [one.status_code for one in answers] == [401, 401, 401, 429]
    assert answers[0]["WWW-Authenticate"] == 'Bearer realm="communique", error="invalid_token"'


def test_address_is_taken_from_a_header_only_behind_our_proxy(client, few, settings):
    for number in range(3):
        client.get("/api/v1/", headers={"X-Forwarded-For": f"192.0.2.{number}"})

    assert client.get("/api/v1/", headers={"X-Forwarded-For": "192.0.2.9"}).status_code == 429
    settings.BEHIND_PROXY = True
    assert client.get("/api/v1/", headers={"X-Forwarded-For": "spoofed, 192.0.2.9"}).status_code == 200


def test_partner_has_the_quota_of_the_tier_whichever_key_is_shown(client):
    ours = new_partner("registered")
    keys = [new_key(partner=ours) for _ in range(2)]

    answers = [client.get("/api/v1/", headers=bearing(key)) for key in keys]

    assert answers[0]["RateLimit-Policy"] == '"registered";q=600;w=60, "registered-day";q=50000;w=86400'
    left = [one["RateLimit"].partition(";t=")[0] for one in answers]
    assert left == ['"registered";r=599', '"registered";r=598']


def test_negotiated_quota_takes_the_place_of_the_tiers(client):
    key = new_key(partner=new_partner("wire", per_minute=9_000))

    assert client.get("/api/v1/", headers=bearing(key))["RateLimit-Policy"] == '"wire";q=9000;w=60'


def test_readers_come_before_counting(client, few, caplog):
    with transaction.atomic(using="usage"):
        with connections["usage"].cursor() as cursor:
            cursor.execute(f"ALTER TABLE {Counter._meta.db_table} RENAME TO counters_elsewhere")
        with caplog.at_level(logging.ERROR, "newsroom.partners.quotas"):
            answer = client.get("/api/v1/")
        transaction.set_rollback(True, using="usage")

    assert answer.status_code == 200
    assert "RateLimit" not in answer
    assert "does not answer" in caplog.text


def test_whole_answers_to_keys_are_private_and_those_to_strangers_are_not(client, published):
    published()

    keyed = client.get("/api/v1/articles?lang=en", headers=bearing(new_key()))
    public = client.get("/api/v1/articles?lang=en")

    assert keyed["Cache-Control"] == "private, no-cache"
    assert public["Cache-Control"] == "public, max-age=60"
    assert all(one["Vary"].startswith("Accept, Accept-Language, Authorization") for one in (keyed, public))
    assert keyed.content == public.content


def test_every_edition_that_goes_out_is_written_down_once_a_day_with_how_often(client, published):
    article = published()
    key = new_key()

    for path in ("/api/v1/articles?lang=en", f"/api/v1/articles/{article.uid}?lang=en"):
        client.get(path, headers=bearing(key))
    client.get("/api/v1/articles?lang=en")

    (written,) = Delivery.objects.all()
    assert (written.uid, written.kind, written.language, written.edition) == (article.uid, "article", "en", 1)
    assert (written.prefix, written.times) == (key[8:16], 2)
    assert KeyUse.objects.get().prefix == key[8:16]


def test_what_was_not_sent_is_not_written_down(client, published):
    article = published()
    key = bearing(new_key())
    path = f"/api/v1/articles/{article.uid}?lang=en"
    etag = client.get(path)["ETag"]

    client.get(path, headers={**key, "If-None-Match": etag})
    client.get(f"{path}&fields=nothing", headers=key)

    assert not Delivery.objects.exists()


def test_counters_of_windows_that_are_over_are_forgotten():
    counting.add("somebody 60", 10, 60)
    counting.add("somebody 60", 20, 60)

    assert counting.forget(before=1_200) == 1
    assert list(Counter.objects.values_list("window", flat=True)) == [1_200]
