"""What must hold of any data: pages join into the whole list, and both ways of reading markers agree."""

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.public import reading
from newsroom.public.markers import Gone, Walk, read
from newsroom.public.reading import Having, Preference
from tests.public.conftest import DAY, THEN, new_uid, publish

LAWS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CODES = st.sampled_from(["en", "fr", "ar", "az"])
EDITIONS = st.lists(
    st.tuples(st.integers(0, 5), CODES, st.integers(0, 2), st.sets(st.sampled_from(["a", "b", "c"]))),
    max_size=12,
    unique_by=lambda one: one[:2],
)
PREFERENCES = st.builds(
    lambda codes, original: Preference(tuple(codes), original),
    st.lists(CODES, min_size=1, max_size=3, unique=True),
    st.booleans(),
) | st.just(Preference(("en", "fr", "ar", "az"), every=True))


@pytest.mark.django_db
@LAWS
@given(
    EDITIONS,
    PREFERENCES,
    st.integers(1, 4),
    st.sampled_from(["-date", "date", "name"]),
    st.sampled_from([(), ("a",), ("a", "b")]),
)
def test_pages_join_into_the_list_that_a_full_scan_gives(editions, languages, size, ordering, values):
    base = new_uid()
    uids = {}
    for record, language, day, facets in editions:
        uid = uids.setdefault(record, new_uid())
        found = [("topic", f"{base}-{one}") for one in sorted(facets)]
        publish("article", uid, language, label=f"T{day}", sort_date=THEN + day * DAY, facets=found)
    having = (Having("topic", tuple(f"{base}-{one}" for one in values)),) if values else ()
    selection = reading.Selection("article", languages, having, uids=() if values else tuple(uids.values()) or (base,))

    seen, cursor = [], None
    for _ in range(60):
        rows, cursor = reading.page(selection, ordering, cursor, size)
        seen += [(row.uid, row.language) for row in rows]
        if cursor is None:
            break

    assert sorted(seen) == sorted(expected(editions, uids, languages, values))
    assert len(seen) == len(set(seen))


def expected(editions, uids, languages, values):
    """By hand: of each record the edition preferred, if it has one of the values."""
    by_record = {}
    for record, language, _day, facets in editions:
        by_record.setdefault(record, {})[language] = facets
    for record, found in by_record.items():
        for language in chosen(found, languages):
            if not values or found[language] & set(values):
                yield uids[record], language


def chosen(found, languages):
    if languages.every:
        return list(found)
    order = [*languages.codes]
    if languages.original:
        order += ["en", *(code for code in ("fr", "ar", "az"))]
    return [code for code in order if code in found][:1]


CARDS = {f"{number:026d}": {"id": f"{number:026d}", "label": 'A "quoted" $ref'} for number in range(3)}
MARKERS = st.builds(
    lambda mark, number: {mark: f"{number:026d}"}, st.sampled_from(["$ref", "$must"]), st.integers(0, 4)
) | st.builds(lambda name: {"$file": name}, st.sampled_from(["p/a.jpg", "p/é.png"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | st.text(max_size=8) | st.just('{"$ref":"x"}') | MARKERS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcde"), inner, max_size=4),
    max_leaves=12,
)


class Dumped(dict):
    def __missing__(self, uid):
        raise Gone


DUMPED = Dumped({uid.encode(): orjson.dumps(card) for uid, card in CARDS.items()})


@settings(max_examples=250, deadline=None)
@given(st.dictionaries(st.sampled_from("abcdef"), VALUES, max_size=5))
def test_markers_are_read_alike_in_bytes_and_by_walking(payload):
    content = orjson.dumps(payload, option=orjson.OPT_SORT_KEYS)

    found = read(content, CARDS.get, DUMPED, "https://wire.example/{}".format)

    assert found == Walk(CARDS.get, "https://wire.example/{}".format).root(orjson.loads(content))
    assert b'{"$' not in orjson.dumps(found)
