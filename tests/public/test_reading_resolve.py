import datetime as dt

import orjson
from django.utils import timezone

from newsroom.public import reading
from newsroom.public.resolve import resolve, resolve_json
from tests.public.conftest import DAY, THEN, new_uid, withdraw

ORIGIN = "https://wire.example"


def read(edition, at=None, **options) -> dict:
    """Whole, and as JSON put together from frozen bytes where that is offered: both must be the same."""
    row = reading.get(edition.kind, edition.uid, (edition.language,), at)
    (item,) = resolve([row], at, origin=ORIGIN, **options).items
    if "expand" not in options:
        (piece,) = resolve_json([row], at, origin=ORIGIN, **options).items
        assert orjson.loads(piece) == item
    return item


def ref(record) -> dict:
    return {"$ref": getattr(record, "uid", record)}


def must(record) -> dict:
    return {"$must": getattr(record, "uid", record)}


def test_reference_becomes_the_targets_present_card(published):
    place = published("place", label="Baku", slug="baku", payload={"kind": "city"})
    published("place", place.uid, label="Bakı", slug="baki", payload={"kind": "city"}, live_from=THEN + DAY)
    article = published(payload={"place": ref(place)})

    assert read(article)["place"] == {
        "id": place.uid,
        "type": "place",
        "kind": "city",
        "label": "Bakı",
        "language": "en",
        "dir": "ltr",
        "url": f"https://wire.example/api/v1/places/{place.uid}",
        "html_url": "https://wire.example/en/places/baki",
    }


def test_card_is_in_the_language_of_the_page_or_the_nearest(published):
    place = published("place", label="Algiers")
    published("place", place.uid, "ar", label="الجزائر العاصمة")
    arabic, french = (published(language=language, payload={"place": ref(place)}) for language in ("ar", "fr"))

    assert [read(arabic)["place"][key] for key in ("label", "dir")] == ["الجزائر العاصمة", "rtl"]
    assert read(french)["place"]["label"] == "Algiers"


def test_reference_to_what_is_not_public_is_null(published):
    pending = published("place", live_from=timezone.now() + DAY)
    gone = published("place")
    withdraw(gone, THEN + DAY)
    article = published(payload={"a": ref(pending), "b": ref(gone), "c": ref(new_uid()), "d": must(gone)})

    found = read(article)

    assert [found[key] for key in "abcd"] == [None] * 4


def test_list_entry_goes_with_what_it_must_have(published):
    public, hidden = published("actor", label="Known"), new_uid()
    article = published(
        payload={
            "people": [{"actor": must(hidden), "role": "host"}, {"actor": must(public), "role": "guest"}],
            "plain": [must(hidden), must(public), ref(hidden)],
            "deep": [{"post": {"of": must(hidden), "title": "Frozen"}, "n": 1}, {"post": ref(hidden), "n": 2}],
            "inner": [{"name": "stays", "sources": [{"source": must(hidden)}, {"source": must(public)}]}],
        }
    )

    found = read(article)

    assert [(one["actor"]["label"], one["role"]) for one in found["people"]] == [("Known", "guest")]
    assert [one["label"] for one in found["plain"]] == ["Known"]
    assert found["deep"] == [{"post": None, "n": 2}]
    assert [len(one["sources"]) for one in found["inner"]] == [1]


def test_outside_a_list_what_holds_the_reference_becomes_null(published):
    article = published(
        payload={"post": {"post": must(new_uid()), "title": "Frozen"}, "outer": {"series": {"of": must(new_uid())}}}
    )

    found = read(article)

    assert found["post"] is None
    assert found["outer"] == {"series": None}


def test_running_text_is_read_beside_a_reference_that_is_left_out(published):
    actor = published("actor", label="Attaf", slug="attaf")
    body = ["<p>", {"$link": actor.uid, "words": "Attaf"}, "</p>"]
    article = published(payload={"body": body, "related": [must(new_uid())], "place": ref(new_uid())})

    found = read(article)

    assert found["body_html"] == '<p><a href="https://wire.example/en/actors/attaf">Attaf</a></p>'
    assert (found["related"], found["place"]) == ([], None)


def test_running_text_keeps_words_and_loses_links_to_what_is_not_public(published):
    actor = published("actor", label="Attaf", slug="attaf")
    body = [
        "<p>",
        {"$link": actor.uid, "words": "the <em>minister</em>"},
        " met ",
        {"$link": new_uid(), "words": "someone"},
        "</p>",
    ]
    article = published(payload={"body": body})
    french = published(language="fr", payload={"body": body[:2]})
    dossier = published("dossier", payload={"intro": ["<p>x</p>"]})

    found, other = read(article), read(french)

    link = '<a href="https://wire.example/en/actors/attaf"'
    assert found["body_html"] == f"<p>{link}>the <em>minister</em></a> met someone</p>"
    assert "body" not in found
    assert other["body_html"] == f'<p>{link} hreflang="en">the <em>minister</em></a>'
    assert read(dossier)["intro_html"] == "<p>x</p>"


def test_body_of_a_series_is_a_reference_and_no_running_text(published):
    body = published("actor", label="Commission")
    series = published("series", payload={"body": {"$ref": body.uid}})

    assert read(series)["body"]["label"] == "Commission"


def test_text_that_looks_like_a_marker_stays_text(published):
    text = '{"$ref":"' + new_uid() + '"} {"$must":"x"}'
    article = published(payload={"summary": text, "list": [text]})

    found = read(article)

    assert (found["summary"], found["list"]) == (text, [text])


def test_picture_has_an_address_until_its_rights_end(published):
    today = timezone.now().date()
    rows = [
        {"url": {"$file": f"p/{name}.jpg"}, "rights_until": until}
        for name, until in [("always", None), ("today", today.isoformat()), ("over", (today - DAY).isoformat())]
    ]
    article = published(payload={"media": rows})

    assert [one["url"] for one in read(article)["media"]] == [
        "https://wire.example/media/p/always.jpg",
        "https://wire.example/media/p/today.jpg",
    ]


def test_envelope_tells_addresses_translations_and_corrections(published):
    first = published(slug="talks")
    published(uid=first.uid, action="corrected", note="The day.", slug="talks", live_from=THEN + DAY)
    published(uid=first.uid, language="fr", slug="entretiens", action="corrected", note="Le jour.")
    pending = published(uid=first.uid, language="ar", live_from=timezone.now() + DAY)

    found = read(first)

    base = f"https://wire.example/api/v1/articles/{first.uid}"
    assert {
        key: found[key] for key in ("id", "type", "url", "html_url", "edition", "edition_url", "language", "dir")
    } == {
        "id": first.uid,
        "type": "article",
        "url": base,
        "html_url": "https://wire.example/en/articles/talks",
        "edition": 2,
        "edition_url": f"{base}/editions/en/2",
        "language": "en",
        "dir": "ltr",
    }
    assert (found["first_published_at"], found["published_at"]) == ("2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z")
    assert found["corrections"] == [{"at": "2026-03-02T09:00:00Z", "kind": "correction", "note": "The day."}]
    assert found["translations"] == [
        {
            "language": "fr",
            "url": f"{base}?lang=fr",
            "html_url": "https://wire.example/fr/articles/entretiens",
            "edition": 1,
            "published_at": "2026-03-01T09:00:00Z",
        }
    ]
    assert pending.language == "ar"
    assert (found["sources"], found["topics"]) == ([], [])
    assert set(found["rights"]) == {"holder", "notice", "usage_terms", "licence_url"}


def test_sources_of_an_entry_are_not_taken_for_those_of_the_record(published):
    article = published(payload={"posts": [{"sources": [1]}], "topics": [2]})

    found = read(article)

    assert (found["posts"], found["sources"], found["topics"]) == ([{"sources": [1]}], [], [2])


def test_correction_of_what_was_withdrawn_is_forgotten(published):
    first = published()
    published(uid=first.uid, action="corrected", note="A secret word.", live_from=THEN + DAY)
    withdraw(first, THEN + 2 * DAY)
    again = published(uid=first.uid, live_from=THEN + 3 * DAY)

    assert read(again)["corrections"] == []


def test_expanding_puts_summaries_in_the_place_of_cards(published):
    place = published("place", label="Baku", summary={"name": "Baku"})
    event = published("event", label="Talks", summary={"title": "Talks", "places": [must(place), must(new_uid())]})
    hidden = published("event", live_from=timezone.now() + DAY)
    article = published(payload={"events": [must(event), must(hidden)], "topics": [ref(place)]})

    once = read(article, expand=["events"])["events"]
    twice = read(article, expand=["events.places"])["events"]

    assert [(one["title"], one["type"], one["places"][0]["label"]) for one in once] == [("Talks", "event", "Baku")]
    assert [place["name"] for place in twice[0]["places"]] == ["Baku"]
    assert twice[0]["places"][0]["url"].endswith(f"/places/{place.uid}")
    assert read(article, expand=["events"])["topics"][0]["label"] == "Baku"


def test_a_page_of_any_length_is_one_query_for_all_references(published, django_assert_num_queries):
    places = [published("place") for _ in range(5)]
    for number in (1, 3, 100):
        uids = [published(payload={"places": [ref(place) for place in places]}).uid for _ in range(number)]
        rows = reading.page(reading.select("article", ("en",), uids=tuple(uids)), size=100).rows

        with django_assert_num_queries(1):  # cards, translations, corrections, scheduled changes
            assert len(resolve(rows).items) == number
        with django_assert_num_queries(2):  # the expanded summaries; the same for all
            resolve(rows, expand=["places"])


def test_change_within_the_minute_is_told(published):
    now = timezone.now()
    soon = now + dt.timedelta(seconds=20)
    place = published("place")
    article = published(payload={"place": ref(place)})
    withdraw(place, soon)

    row = reading.get("article", article.uid, ("en",), now)

    assert resolve([row], now).changes_at == soon
