"""Quotas as answers show them, and that they are exact."""

import logging
import time

import pytest
import redis
from django.db import connections, transaction

from newsroom.partners import counting, in_redis, quotas, tiers
from newsroom.partners.access import identify
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


def test_strangers_of_one_ipv6_network_share_a_quota(client, few):
    def status(address):
        return client.get("/api/v1/", REMOTE_ADDR=address).status_code

    assert [status(f"2001:db8:0:1::{number}") for number in range(1, 5)] == [200, 200, 200, 429]
    assert status("2001:db8:0:2::1") == 200


def test_address_of_ipv4_is_the_same_however_it_is_written(client, few):
    answers = [client.get("/api/v1/", REMOTE_ADDR=one) for one in ("192.0.2.9", "::ffff:192.0.2.9")]

    assert [one["RateLimit"] for one in answers] == [f'"anonymous";r={left};t=50' for left in (2, 1)]


@pytest.mark.parametrize("forwarded", ["", "no address", ", ", "x" * 500])
def test_proxy_that_names_no_address_harms_nobody(client, few, settings, forwarded):
    settings.BEHIND_PROXY = True

    answers = [client.get("/api/v1/", headers={"X-Forwarded-For": forwarded}) for _ in range(4)]

    assert [one.status_code for one in answers] == [200, 200, 200, 429]


@pytest.fixture
def small(monkeypatch):
    """A tier of two quotas, five a minute and seven a day, early in both windows; `later` goes to the next minute."""
    tier = tiers.Tier((tiers.Quota(5, tiers.MINUTE), tiers.Quota(7, tiers.DAY)), (tiers.READ,))
    monkeypatch.setitem(tiers.TIERS, "registered", tier)
    now = [1_799_971_210.0]
    monkeypatch.setattr(quotas.time, "time", lambda: now[0])

    def later(seconds=60):
        now[0] += seconds

    return later


def asked(client, key, times):
    return [client.get("/api/v1/", headers=key) for _ in range(times)]


def test_minute_that_is_used_up_opens_again_and_the_day_does_not(client, small):
    key = bearing(new_key("registered"))

    first = asked(client, key, 6)
    small()
    second = asked(client, key, 3)

    assert [one.status_code for one in first] == [200] * 5 + [429]
    assert first[5].json()["violated-policies"] == ["registered"]
    assert first[5]["Retry-After"] == "50"
    assert [one.status_code for one in second] == [200, 200, 429]
    assert second[1]["RateLimit"] == '"registered";r=3;t=50, "registered-day";r=0;t=86330'
    assert second[2].json()["violated-policies"] == ["registered-day"]
    assert second[2]["Retry-After"] == "86330"


def test_request_refused_by_the_minute_is_not_taken_from_the_day(client, small):
    key = bearing(new_key("registered"))
    asked(client, key, 9)
    small()

    assert '"registered-day";r=1;' in asked(client, key, 1)[0]["RateLimit"]


def test_next_day_all_is_open_again(client, small):
    key = bearing(new_key("registered"))
    asked(client, key, 4)
    small()
    asked(client, key, 4)
    small(tiers.DAY)

    assert asked(client, key, 1)[0]["RateLimit"].startswith('"registered";r=4;t=50, "registered-day";r=6;t=')


def test_what_is_not_charged_goes_back_to_both_quotas(client, small):
    key = bearing(new_key("registered"))
    etag = asked(client, key, 1)[0]["ETag"]

    answers = [client.get("/api/v1/", headers={**key, "If-None-Match": etag}) for _ in range(8)]

    left = {(one.status_code, one["RateLimit"].replace(";t=50", "").replace(";t=86390", "")) for one in answers}
    assert left == {(304, '"registered";r=4, "registered-day";r=6')}


def test_refund_goes_to_the_window_that_was_charged(client, small):
    access = identify(f"Bearer {new_key('registered')}", "192.0.2.7")
    charged = quotas.charge(access)
    small()
    quotas.charge(access)

    quotas.refund(access, charged)

    minutes = Counter.objects.filter(name__endswith=" 60").order_by("window")
    assert list(minutes.values_list("count", flat=True)) == [0, 1]


def test_redis_that_does_not_answer_lets_readers_in_at_once(client, few, settings, caplog):
    settings.REDIS = "redis://127.0.0.1:1/0"
    started = time.monotonic()

    with caplog.at_level(logging.ERROR, "newsroom.partners.quotas"):
        answer = client.get("/api/v1/")

    assert (answer.status_code, "RateLimit" in answer) == (200, False)
    assert time.monotonic() - started < 3
    assert "does not answer" in caplog.text


def test_counter_in_redis_counts_gives_back_and_ends(settings):
    settings.REDIS = "redis://127.0.0.1:6379/9"
    try:
        client = in_redis.client()
        client.delete("communique:quota:tested:60:7")
    except redis.RedisError:
        pytest.skip("No Redis answers here.")

    counts = [counting.add("tested 60", 7, 60, by) for by in (1, 1, -1, 1)]

    assert counts == [1, 2, 1, 2]
    assert 60 < client.ttl("communique:quota:tested:60:7") <= 120
