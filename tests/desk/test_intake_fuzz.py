"""Whatever stands in a file, the answer is an import or a list of faults."""

import copy
import json

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.desk.intake.faults import ImportRefused
from newsroom.desk.intake.load import import_files
from newsroom.desk.intake.shape import kinds, shape_of
from tests.desk.intake import CITY, COUNTRY, PERSON, TALKS, png

pytestmark = pytest.mark.django_db

RECORDS = [
    COUNTRY | {"memberships": [{"organisation": "ali", "status": "full", "citations": [{"source": "s"}]}]},
    PERSON | {"names": [{"lang": "en", "form": "Ali"}], "tenures": [{"post": "p", "attestations": [{"on": "2025"}]}]},
    CITY | {"latitude": 3, "longitude": "4.5", "country": "algeria"},
    TALKS
    | {
        "participations": [{"person": "ali", "role": "host", "order": 1}],
        "claims": [{"key": "c", "value": {"a": [1]}, "about": ["actor/ali"], "citations": [{"source": "s"}]}],
        "disputes": [{"kind": "date", "claims": ["c"], "resolved_claim": "c"}],
        "quotes": [{"text": "We agreed", "lang": "en", "speaker": "ali"}],
        "topics": ["t"],
        "occurrence_as_of": "2026-01-01",
        "collective": True,
    },
    {"kind": "topic", "key": "t", "row_version": 3, "name": {"en": "Visas"}, "broader": None},
    {"kind": "post", "key": "p", "role": "minister", "titles": [{"title": {"en": "Minister"}}]},
    {"kind": "source", "key": "s", "type": "agency", "lang": "en", "retrieved_at": "2026-01-01T09:00:00Z"},
    {"kind": "picture", "key": "q", "file": "p.png", "focal_x": 0.25},
    {"kind": "article", "key": "a", "type": "report", "body": {"en": "<p>Text.</p>"}, "lead_picture": "q"},
    {
        "kind": "agreement",
        "key": "g",
        "type": "agreement",
        "parties": [{"actor": "algeria"}],
        "acts": [{"stage": "signed", "date": "2025", "signatures": [{"person": "ali", "side": "algeria"}]}],
        "authentic_languages": ["ar"],
    },
]

# Text that means something here, numbers on the edges, and whatever else JSON can say.
WORDS = [
    "",
    "ali",
    "actor/ali",
    "en",
    "2025",
    "2025-04-21",
    "0001-01-01T00:00+14:00",
    "\x00",
    "\ud800",
    "a" * 400,
    "/",
    ".",
]
NUMBERS = [0, -1, 1e308, 2**31, 2**63, 2**64, 10**400, 1e-400, True]
LEAVES = (
    st.none() | st.booleans() | st.sampled_from(WORDS) | st.sampled_from(NUMBERS) | st.text(max_size=8) | st.integers()
)
NAMES = st.sampled_from(["key", "kind", "en", "fr", "person", "role", "x"])
ANYTHING = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=6
)


def places(value, path=()):
    """The way to every value inside."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        yield (*path, step)
        yield from places(inner, (*path, step))


def put(value, path, new):
    *way, last = path
    for step in way:
        value = value[step]
    value[last] = new


def attempt(path):
    """The faults, or None after an import, which is taken back."""
    before = transaction.savepoint_create()
    try:
        import_files([path])
    except ImportRefused as refused:
        return refused.faults
    finally:
        transaction.savepoint_rollback(before)


@pytest.fixture
def folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "p.png").write_bytes(png())
    return tmp_path


def file_of(folder, records):
    path = folder / "file.json"
    path.write_text(json.dumps({"format": "communique-records/1", "records": records}))
    return path


def test_import_of_the_records_as_they_stand_succeeds(folder):
    assert attempt(file_of(folder, RECORDS)) is None


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(sorted(places(RECORDS), key=str)), value=ANYTHING)
def test_import_with_anything_in_place_of_a_value_answers_with_faults(folder, path, value):
    records = copy.deepcopy(RECORDS)
    put(records, path, value)

    assert attempt(file_of(folder, records)) != []


FIELDS = [
    (kind, shape.name) for kind, model in kinds().items() for shape in (*shape_of(model).fields, *shape_of(model).parts)
]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(field=st.sampled_from(FIELDS), value=ANYTHING)
def test_import_with_anything_in_any_field_answers_with_faults(folder, field, value):
    kind, name = field

    assert attempt(file_of(folder, [{"kind": kind, "key": "k", name: value}])) != []


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=40) | ANYTHING.map(lambda value: json.dumps(value).encode()))
def test_import_of_any_bytes_answers_with_faults(folder, content):
    (folder / "file.json").write_bytes(content)

    assert attempt(folder / "file.json")
