"""The corpus in a snapshot: every public record in every language, each as its own address answers."""

import gzip
from itertools import islice

import orjson
import pytest

from newsroom.public import snapshots
from newsroom.public.addresses import PLURALS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("corpus")]

# Of each kind in each language; a dossier takes a while to compile.
SAMPLE = 4


@pytest.fixture
def snapshot(settings, tmp_path):
    settings.PUBLIC_ORIGIN, settings.SNAPSHOTS = "http://testserver", tmp_path
    return snapshots.make()


def lines(snapshot, kind):
    return [orjson.loads(line) for line in gzip.decompress(snapshot.path(kind).read_bytes()).splitlines()]


def listed(client, kind):
    address = f"/api/v1/{PLURALS[kind]}?lang=*&fields=id&page_size=100"
    while address:
        page = client.get(address).json()
        yield from ((row["id"], row["language"]) for row in page["results"])
        address = page["next"]


@pytest.mark.parametrize("kind", PLURALS)
def test_every_record_and_language_of_a_list_is_a_line_in_order(client, snapshot, kind):
    assert [(line["id"], line["language"]) for line in lines(snapshot, kind)] == sorted(listed(client, kind))


@pytest.mark.parametrize("kind", PLURALS)
def test_line_is_what_the_address_answers_as_of_its_moment(client, snapshot, kind):
    found = lines(snapshot, kind)
    sample = [
        line
        for code in ("en", "fr", "ar", "az")
        for line in islice((one for one in found if one["language"] == code), SAMPLE)
    ]

    assert bool(sample) == bool(found)
    for line in sample:
        asked = {"lang": line["language"], "as_of": snapshot.complete_until.isoformat()}
        assert line == client.get(line["url"], asked).json()
