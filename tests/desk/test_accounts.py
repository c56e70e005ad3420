"""Logging in, the second factor, the lock after wrong passwords, one's own sessions, the interface's language."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axes.models import AccessAttempt
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from newsroom.clients import address_of
from newsroom.desk.demonstration.people import PASSWORD, make_accounts
from tests.journeys.forms import fields

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"


@pytest.fixture(autouse=True)
def _forget_attempts():
    """Wrong codes are counted in the cache."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def users():
    return make_accounts()


def log_in(client, name="editor", password=PASSWORD, **given):
    return client.post(LOGIN, {"login": name, "password": password, **given})


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


def confirm(client):
    """Give the password again, as before every change of how one logs in."""
    assert client.post("/admin/me/again/?next=/admin/me/app/", {"password": PASSWORD}).status_code == 302


def enrol(client, name="editor") -> tuple[str, list[str]]:
    """Set up an app as its owner does; the secret and the recovery codes."""
    log_in(client, name)
    confirm(client)
    secret = client.get("/admin/me/app/").context["form"].secret
    shown = client.post("/admin/me/app/", {"code": code_of(secret)}, follow=True)
    return secret, shown.context["unused_codes"]


def test_login_by_password_leads_to_where_one_was_going(client, users):
    asked = client.get("/admin/mentions/")
    assert asked["Location"] == f"{LOGIN}?next=/admin/mentions/"

    page = client.get(asked["Location"])
    sent = client.post(asked["Location"], {**fields(page, "login-form"), "login": "editor", "password": PASSWORD})
    assert (sent.status_code, sent["Location"]) == (302, "/admin/mentions/")
    assert is_in(client)


@pytest.mark.parametrize(("language", "heading"), [("en", "Log in to the desk"), ("ar", 'dir="rtl"')])
def test_login_page_speaks_the_language_of_who_comes(client, language, heading):
    page = client.get(LOGIN, headers={"accept-language": language}).text

    assert f'lang="{language}"' in page
    assert heading in page


def test_nobody_signs_up_and_no_password_goes_by_mail(client):
    for name in ("account_signup", "account_reset_password", "account_email"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert client.get("/admin/signup/").status_code in (302, 404)


def test_account_without_the_desk_is_told_so(client, users):
    users["reporter"].is_staff = False
    users["reporter"].save()
    log_in(client, "reporter")

    assert client.get("/admin/").status_code == 302
    assert "does not work at this desk" in client.get("/admin/", follow=True).text


def test_wrong_passwords_lock_one_account_from_one_address_and_say_so_in_its_language(client, users):
    answers = [log_in(client, password="guessed").status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 429]

    locked = client.post(LOGIN, {"login": "editor", "password": PASSWORD}, headers={"accept-language": "fr"})
    assert (locked.status_code, locked["Retry-After"]) == (429, "900")
    assert 'lang="fr"' in locked.text
    assert log_in(client, "publisher").status_code == 302
    assert log_in(Client(REMOTE_ADDR="192.0.2.7")).status_code == 302


def test_administrator_unlocks(client, users):
    for _ in range(5):
        log_in(client, password="guessed")
    administrator = Client()
    administrator.force_login(users["administrator"])
    address = reverse("admin:axes_accessattempt_delete", args=[AccessAttempt.objects.get().pk])
    assert administrator.post(address, {"post": "yes"}).status_code == 302

    assert log_in(client).status_code == 302


@pytest.mark.parametrize(
    ("behind", "forwarded", "address"),
    [
        (False, "198.51.100.1", "192.0.2.1"),
        (True, "", "192.0.2.1"),
        (True, "forged, 198.51.100.1, 203.0.113.9", "203.0.113.9"),
    ],
)
def test_address_is_what_our_own_proxy_wrote(rf, settings, behind, forwarded, address):
    settings.BEHIND_PROXY = behind
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", headers={"x-forwarded-for": forwarded})

    assert address_of(request) == address


def test_second_factor_is_set_up_by_oneself_and_asked_for_ever_after(client, users):
    secret, recovery = enrol(client)
    assert len(recovery) == 10

    other = Client()
    sent = log_in(other)
    assert sent["Location"] == reverse("mfa_authenticate")
    assert not is_in(other)
    assert other.post(sent["Location"], {"code": "000000"}).status_code == 200
    assert not is_in(other)
    other.post(sent["Location"], {"code": code_of(secret)})
    assert is_in(other)


def test_recovery_code_works_once(client, users):
    _, [first, *_] = enrol(client)

    came_in = []
    for _ in range(2):
        other = Client()
        other.post(log_in(other)["Location"], {"code": first})
        came_in.append(is_in(other))
    assert came_in == [True, False]


def test_wrong_codes_are_counted_too(client, users):
    secret, _ = enrol(client)
    other = Client()
    at = log_in(other)["Location"]
    for _ in range(5):
        other.post(at, {"code": "000000"})

    other.post(at, {"code": code_of(secret)})
    assert not is_in(other)


def test_code_to_scan_is_shown_on_its_page_alone_under_a_policy_that_allows_it(client, users):
    log_in(client)
    assert client.get("/admin/me/app/")["Location"].startswith(reverse("account_reauthenticate"))
    confirm(client)

    shown = client.get("/admin/me/app/")
    assert 'src="data:image/svg+xml' in shown.text
    assert "img-src 'self' data:" in shown["Content-Security-Policy"]
    assert "data:" not in client.get("/admin/me/")["Content-Security-Policy"]


def test_desk_that_requires_a_second_factor_lets_nobody_work_without(client, users, settings):
    settings.SECOND_FACTOR = "required"
    log_in(client)
    for address in ("/admin/", reverse("admin:desk_article_changelist"), "/admin/people/may/"):
        assert client.get(address)["Location"] == reverse("mfa_activate_totp")

    enrol(client)
    assert is_in(client)


def test_administrator_takes_a_lost_second_factor_away(client, users):
    enrol(client)
    administrator = Client()
    administrator.force_login(users["administrator"])
    for one in Authenticator.objects.all():
        shown = administrator.get(reverse("admin:mfa_authenticator_change", args=[one.pk])).text
        assert not any(str(value) in shown for value in one.data.values() if isinstance(value, str))
        administrator.post(reverse("admin:mfa_authenticator_delete", args=[one.pk]), {"post": "yes"})

    other = Client()
    log_in(other)
    assert is_in(other)


def test_other_sessions_are_listed_and_ended(client, users):
    other = Client(headers={"user-agent": "A telephone"})
    log_in(other)
    log_in(client)
    assert "A telephone" in client.get("/admin/me/sessions/").text

    client.post("/admin/me/sessions/")
    assert (is_in(client), is_in(other)) == (True, False)


def test_new_password_keeps_this_session_and_ends_the_others(client, users):
    other, new = Client(), "along the Caspian and the sea"
    log_in(other)
    log_in(client)
    client.post("/admin/password_change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert (is_in(client), is_in(other)) == (True, False)
    assert log_in(Client(), password=new).status_code == 302


def test_interface_language_changes_in_the_header_and_keeps_the_page(client, users):
    client.force_login(users["editor"])
    sent = client.post("/admin/language/", {"language": "ar", "next": "/admin/mentions/?page=2"})

    assert sent["Location"] == "/admin/mentions/?page=2"
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME]["path"] == "/admin/"
    shown = client.get("/admin/mentions/").text
    assert '<html lang="ar" dir="rtl"' in shown
    assert 'value="en" lang="en">English</button>' in shown
    assert client.get("/admin/language/").status_code in (302, 405)


def test_public_pages_know_nothing_of_accounts(client, django_assert_num_queries):
    page = client.get("/en/")

    assert page.status_code == 200
    assert (page.cookies.output(), "Cookie" in page.get("Vary", "")) == ("", False)
