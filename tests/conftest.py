import tempfile

import pytest
from django.conf import settings

from newsroom.settings import PLAIN_STATIC

MEDIA = pytest.StashKey[tempfile.TemporaryDirectory]()


def pytest_configure(config):
    """What a test run needs otherwise than a server; everything else is as in production."""
    lighten()
    config.stash[MEDIA] = tempfile.TemporaryDirectory()
    settings.MEDIA_ROOT = config.stash[MEDIA].name


def pytest_unconfigure(config):
    config.stash[MEDIA].cleanup()


def pytest_collection_modifyitems(items):
    """Tests of the corpus come last, on one worker: it takes a while to load, and the others expect an empty database."""
    items.sort(key=uses_corpus)
    for item in items:
        item.add_marker(pytest.mark.xdist_group("corpus" if uses_corpus(item) else item.path.stem))


def uses_corpus(item):
    return "corpus" in item.fixturenames


def lighten():
    """No collectstatic before tests, so no manifest and no folder of collected files; no slow hash of passwords."""
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": PLAIN_STATIC}}
    settings.STATIC_ROOT = None
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
