"""What the settings make of the environment, and what they say when they cannot use it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import environment

ROOT = Path(__file__).parents[2]
KEY = "an unguessable key, long enough for the deployment check to accept it: 8fh2k5"


def settings_under(expression: str, **variables: str) -> subprocess.CompletedProcess:
    """The printed value of an expression over the settings module, loaded in a process of its own."""
    given = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSROOM_", "DATABASE_URL"))}
    return subprocess.run(
        [sys.executable, "-c", f"from newsroom import settings as s; print(({expression}))"],
        env=given | variables,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


def test_database_from_postgres_url_unquotes_every_part():
    database = environment.database("postgres://d%40sk:p%2Fw@db.internal:5433/news?sslmode=require", ROOT)

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"]) == ("d@sk", "p/w")
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.internal", "5433", "news")
    assert database["OPTIONS"] == {
        "prepare_threshold": 5,
        "options": "-c plan_cache_mode=force_generic_plan",
        "sslmode": "require",
    }


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///var/news.sqlite3", ROOT / "var/news.sqlite3"),
        ("sqlite:////data/news.sqlite3", Path("/data/news.sqlite3")),
    ],
)
def test_database_from_sqlite_url_is_relative_to_the_checkout_or_absolute(url, path):
    assert environment.database(url, ROOT)["NAME"] == path


@pytest.mark.parametrize("url", ["mysql://host/name", "sqlite://host/path", "news.sqlite3"])
def test_database_from_another_url_is_refused_without_repeating_its_password(url):
    with pytest.raises(ImproperlyConfigured, match="write postgres://user:password@host:port/name"):
        environment.database(url, ROOT)


@pytest.mark.parametrize(("text", "value"), [("on", True), ("OFF", False), ("1", True), ("", True)])
def test_flag_reads_on_and_off_and_defaults_when_empty(monkeypatch, text, value):
    monkeypatch.setenv("NEWSROOM_TRIED", text)

    assert environment.flag("NEWSROOM_TRIED", default=True) is value


def test_flag_refuses_other_words(monkeypatch):
    monkeypatch.setenv("NEWSROOM_TRIED", "perhaps")

    with pytest.raises(ImproperlyConfigured, match="NEWSROOM_TRIED is 'perhaps'; write on or off"):
        environment.flag("NEWSROOM_TRIED", default=True)


def test_without_any_variable_it_serves_this_machine_over_http_without_debug():
    shown = settings_under("s.ALLOWED_HOSTS, s.DEBUG, s.SECURE_SSL_REDIRECT, s.SIDE")

    assert shown.stdout == "(['127.0.0.1', 'localhost', '[::1]'], False, False, 'all')\n"


def test_beyond_this_machine_it_is_https_alone():
    shown = settings_under(
        "s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.DEBUG",
        NEWSROOM_HOSTS="desk.example",
        NEWSROOM_SECRET_KEY=KEY,
    )

    assert shown.stdout == "(True, True, True, False)\n"


def test_beyond_this_machine_a_missing_key_explains_itself():
    shown = settings_under("s.SECRET_KEY", NEWSROOM_HOSTS="desk.example")

    assert shown.stdout == ""
    assert "Set the environment variable NEWSROOM_SECRET_KEY: at least 50 random characters" in shown.stderr


@pytest.mark.parametrize("variable", [{"NEWSROOM_HTTPS": "off"}, {"NEWSROOM_DEBUG": "on"}])
def test_beyond_this_machine_plain_http_and_debug_are_refused(variable):
    shown = settings_under("s.DEBUG", NEWSROOM_HOSTS="127.0.0.1,desk.example", NEWSROOM_SECRET_KEY=KEY, **variable)

    assert shown.stdout == ""
    assert "are for this machine only" in shown.stderr


def test_beyond_this_machine_webhooks_never_lead_inside():
    hosts = {"NEWSROOM_HOSTS": "desk.example", "NEWSROOM_SECRET_KEY": KEY}
    shown = settings_under("s.DEBUG", NEWSROOM_WEBHOOKS_TO_THIS_MACHINE="on", **hosts)

    assert shown.stdout == ""
    assert "would let partners reach what only we may reach" in shown.stderr
    assert settings_under("s.WEBHOOKS_TO_THIS_MACHINE", **hosts).stdout == "False\n"


def test_public_side_leaves_out_everything_that_writes():
    shown = settings_under("s.INSTALLED_APPS, [m for m in s.MIDDLEWARE if 'contrib' in m]", NEWSROOM_SIDE="public")

    apps = [
        "newsroom.public",
        "newsroom.partners",
        "rest_framework",
        "django_filters",
        "drf_spectacular",
        "drf_spectacular_sidecar",
        "newsroom.public.apps.Files",
    ]
    assert shown.stdout == f"{(apps, [])}\n"


def test_another_side_is_refused():
    shown = settings_under("s.SIDE", NEWSROOM_SIDE="private")

    assert "NEWSROOM_SIDE is 'private'; it may be one of: all, public." in shown.stderr


def test_store_of_usage_is_beside_the_main_one_and_waits_for_no_lock_for_long():
    main = environment.database("sqlite:///var/news.sqlite3", ROOT)

    usage = environment.beside(main, "usage")

    assert usage["NAME"] == ROOT / "var/news.usage.sqlite3"
    assert (main["OPTIONS"]["timeout"], usage["OPTIONS"]["timeout"]) == (20, 2)
