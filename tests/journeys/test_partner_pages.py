"""Administrators give partners their keys, take them back, and see what went out by them."""

import csv
import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from newsroom.partners.access import AccessRefused, identify
from newsroom.partners.auditing import Sent, record_use
from newsroom.partners.keys import make_key
from newsroom.partners.models import Key, Partner

pytestmark = pytest.mark.django_db(databases=["default", "usage"])

HERE = "192.0.2.7"
SHOWN = re.compile(r'id="made-key" value="([^"]+)"')


@pytest.fixture
def gazette():
    return Partner.objects.create(name="Gazette", contact="desk@example.org", tier="partner")


@pytest.fixture
def office(client, users):
    client.force_login(users["administrator"])
    return client


def keys_page(partner):
    return reverse("admin:partner_keys", args=[partner.pk])


def given(**typed):
    return {"scopes": ["read", "bulk"], "networks": "", "last_day": "", **typed}


def test_partner_is_made_and_its_keys_come_next(office):
    typed = {"name": "Herald", "contact": "it@example.org", "tier": "wire", "per_minute": "9000"}

    answer = office.post(reverse("admin:partners_partner_add"), typed)

    herald = Partner.objects.get(name="Herald")
    assert (answer.status_code, answer["Location"]) == (302, keys_page(herald))
    assert (herald.tier, herald.per_minute) == ("wire", 9000)


def test_key_is_shown_once_and_opens_what_was_ticked(office, gazette):
    typed = given(networks="192.0.2.0/24\n\n2001:db8::/32\n", last_day="2199-01-31")

    answer = office.post(keys_page(gazette), typed)

    (text,) = SHOWN.findall(answer.text)
    found = identify(f"Bearer {text}", HERE)
    assert (found.scopes, found.key.networks) == (("read", "bulk"), ["192.0.2.0/24", "2001:db8::/32"])
    assert (found.key.expires_at.isoformat(), found.key.made_by) == ("2199-02-01T00:00:00+00:00", "administrator")
    assert "no-store" in answer["Cache-Control"]
    again = office.get(keys_page(gazette)).text
    assert (text in again, found.key.prefix in again) == (False, True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"networks": "192.0.2.7/24"}, "is not a network"),
        ({"scopes": []}, "This field is required."),
        ({"scopes": ["embargo"]}, "Select a valid choice."),
        ({"last_day": "2001-01-01"}, "would have expired already"),
        ({"last_day": "soon"}, "Enter a valid date."),
    ],
)
def test_key_that_cannot_be_is_refused_beside_what_was_typed(office, gazette, typed, said):
    answer = office.post(keys_page(gazette), given(**typed))

    assert said in answer.text
    assert not SHOWN.search(answer.text)
    assert not gazette.keys.exists()


def test_third_key_waits_until_one_is_revoked(office, gazette):
    for _ in range(2):
        make_key(partner=gazette, by="test")

    assert "Two keys are in use." in office.post(keys_page(gazette), given()).text
    assert gazette.keys.count() == 2


def test_key_is_revoked_after_asking(office, gazette):
    key, text = make_key(partner=gazette, by="test")
    page = reverse("admin:key_revoke", args=[key.pk])

    asked = office.get(page)
    assert "No other key is in use" in asked.text
    assert identify(f"Bearer {text}", HERE).key == key

    done = office.post(page)

    assert (done.status_code, done["Location"]) == (302, keys_page(gazette))
    with pytest.raises(AccessRefused):
        identify(f"Bearer {text}", HERE)


def test_history_of_the_partner_tells_of_its_keys(office, gazette):
    office.post(keys_page(gazette), given())
    key = Key.objects.get()
    office.post(reverse("admin:key_revoke", args=[key.pk]))

    history = office.get(reverse("admin:partners_partner_history", args=[gazette.pk])).text

    assert f"Added key “{key.prefix}”." in history
    assert f"Changed revoked for key “{key.prefix}”." in history


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", ["reporter", "translator", "editor", "publisher"])
def test_nobody_else_gives_takes_or_sees_keys(client, users, gazette, role, method):
    key, text = make_key(partner=gazette, by="test")
    client.force_login(users[role])
    pages = [
        keys_page(gazette),
        reverse("admin:key_revoke", args=[key.pk]),
        reverse("admin:partner_usage", args=[gazette.pk]),
        reverse("admin:partners_partner_change", args=[gazette.pk]),
    ]

    assert [getattr(client, method)(page, given()).status_code for page in pages] == [403] * 4
    assert identify(f"Bearer {text}", HERE).key == key
    assert gazette.keys.count() == 1


@pytest.fixture
def usage(office, gazette):
    """Today an article twice and an actor, the day before an article; long ago, and to another partner, more."""
    key, _text = make_key(partner=gazette, by="test")
    now = timezone.now()
    article, actor = Sent("article", "a" * 26, "en", 1), Sent("actor", "b" * 26, "ar", 2)
    for sent, moment in (
        ([article, actor], now),
        ([article], now),
        ([article], now - dt.timedelta(days=1)),
        ([article], now - dt.timedelta(days=31)),
    ):
        record_use(key, sent, moment)
    other = Partner.objects.create(name="Other", contact="other@example.org")
    record_use(make_key(partner=other, by="test")[0], [article], now)
    return reverse("admin:partner_usage", args=[gazette.pk])


def test_usage_of_a_month_is_told_by_day_and_kind(office, usage):
    table = office.get(usage).context["table"]

    today = timezone.localdate()
    rows = [(today, "Actor", 1, 1), (today, "Article", 1, 2), (today - dt.timedelta(days=1), "Article", 1, 1)]
    assert table.rows == [[day.isoformat(), *more] for day, *more in rows]
    assert [bar.amount for bar in table.bars] == [0] * 28 + [1, 3]


def test_usage_is_taken_away_as_a_table(office, usage):
    answer = office.get(usage, {"csv": "1"})

    header, *rows = csv.reader(answer.content.decode("utf-8-sig").splitlines())
    assert header == ["Day", "Kind", "Editions", "How often in all"]
    assert rows[0] == [timezone.localdate().isoformat(), "Actor", "1", "1"]
    assert answer["Content-Disposition"].startswith('attachment; filename="usage-')


@pytest.mark.parametrize("number", [1, 2])
def test_queries_of_the_pages_do_not_grow(office, users, gazette, number, django_assert_num_queries):
    for _ in range(number):
        make_key(partner=gazette, by="test")
        make_key(partner=Partner.objects.create(name=f"P{_}", contact="a@example.org"), by="test")
    office.get(keys_page(gazette))

    with django_assert_num_queries(1, using="usage"):  # when each was last used
        office.get(keys_page(gazette))
    with django_assert_num_queries(6):  # session, user, its permissions, those of its role, the partner, its keys
        office.get(keys_page(gazette))
    with django_assert_num_queries(7):  # session, user, permissions of both, two counts, partners with their keys
        office.get(reverse("admin:partners_partner_changelist"))
