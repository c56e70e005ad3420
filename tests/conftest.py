import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core import signals
from django.db import close_old_connections, connections
from django.utils import translation

from newsroom.settings import PLAIN_STATIC

MEDIA = pytest.StashKey[tempfile.TemporaryDirectory]()


def pytest_configure(config):
    """What a test run needs otherwise than a server; everything else is as in production."""
    lighten()
    config.stash[MEDIA] = tempfile.TemporaryDirectory()
    settings.MEDIA_ROOT = config.stash[MEDIA].name
    settings.SNAPSHOTS = Path(config.stash[MEDIA].name) / "snapshots"


def pytest_unconfigure(config):
    config.stash[MEDIA].cleanup()


@pytest.fixture
def kept_connections():
    """For programs of others that ask the application: connections outlive a request, since the test is one of them."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(autouse=True)
def in_english():
    """What a test asks for leaves the language of its reader behind."""
    with translation.override("en"):
        yield


def pytest_collection_modifyitems(items):
    """
    Tests of the corpus come last, on one worker: it takes a while to load, and the others expect an empty database.
    Those with a browser share one too, and after them no other test runs there that the browser's loop would disturb.
    """
    items.sort(key=room)
    for item in items:
        item.add_marker(pytest.mark.xdist_group(("", "corpus", "browser")[room(item)] or item.path.stem))


def room(item) -> int:
    return 2 if "browser" in item.fixturenames else 1 if uses_corpus(item) else 0


def uses_corpus(item):
    return "corpus" in item.fixturenames


def lighten():
    """No collectstatic before tests, so no manifest and no folder of collected files; no slow hash of passwords."""
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": PLAIN_STATIC}}
    settings.STATIC_ROOT = None
    # One address asks thousands of times; tests of quotas set their own.
    settings.ANONYMOUS_QUOTA = 0
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """On PostgreSQL both stores are one database, which is dropped only when no connection holds it."""
    yield
    with django_db_blocker.unblock():
        connections.close_all()
