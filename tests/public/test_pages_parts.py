"""What pages are put together with: words for codes, numbers for sources, spans for dates."""

import orjson
import pytest
from django.utils.translation import override

from newsroom.public.pages.citing import numbered
from newsroom.public.pages.drawing import timeline
from newsroom.public.pages.gathering import as_cards
from newsroom.public.reading import Asked, get, moment, select
from newsroom.public.resolve import resolve
from newsroom.public.templatetags import records, words
from tests.public.conftest import publish
from tests.public.payloads import fuzzy


def use(uid: str, start: str | None) -> dict:
    card = {"id": uid, "html_url": f"/en/sources/{uid}", "label": uid, "language": "en", "dir": "ltr"}
    date = fuzzy(start, start) if start else None
    return {"source": card, "publisher": None, "date": date, "title": uid.upper(), "language": "en"}


def event(uid: str, start: str | None, end: str | None, part_of: str | None = None) -> dict:
    date = {"start": start, "end": end}
    return {"id": uid, "date": date, "bounds": {"start": None, "end": None}, "part_of": part_of and {"id": part_of}}


def spans(*events) -> dict[str, tuple]:
    return {
        row["event"]["id"]: (float(row["span"]["x"]), float(row["span"]["width"])) for row in timeline(events)["rows"]
    }


def test_codes_have_labels_and_unknown_ones_stand_for_themselves():
    assert words.label("phone_call", "event_types") == "phone call"
    assert words.label("space_walk", "event_types") == "space walk"
    assert words.label(None, "event_types") == ""


def test_capital_letters_are_those_of_the_language():
    with override("az"):
        assert words.capital("iclas") == "İclas"
    assert words.capital("item") == "Item"
    assert words.capital("") == ""


@pytest.mark.parametrize(
    ("language", "said"), [("en", "21 April 2025"), ("fr", "21 avril 2025"), ("ar", "21 أفريل 2025")]
)
def test_days_are_said_in_the_language_of_the_page(language, said):
    with override(language):
        assert words.day("2025-04-21T23:59:00Z") == said


def test_moments_are_said_in_utc():
    assert words.moment("2025-04-21T09:05:00Z") == "21 April 2025, 09:05 UTC"


@pytest.mark.parametrize(("language", "said"), [("en", "2,000,000.5"), ("az", "2.000.000,5")])
def test_numbers_have_the_separators_of_the_language(language, said):
    with override(language):
        assert words.number("2000000.5") == said


def test_link_says_in_which_other_language_its_words_are():
    card = {"html_url": "/ar/actors/a", "label": "<عطاف>", "language": "ar", "dir": "rtl"}

    assert records.link(card) == '<a href="/ar/actors/a" lang="ar" dir="rtl">&lt;عطاف&gt;</a>'
    assert records.link(card, "he") == '<a href="/ar/actors/a">he</a>'
    assert records.link(None) == ""


def test_sources_are_numbered_once_and_by_date():
    content = {"sources": [use("b", "2025-01-01"), use("a", "2022-01-01")], "claims": [{"sources": [use("c", None)]}]}

    found = numbered(content)

    assert {uid: one["number"] for uid, one in found.items()} == {"a": 1, "b": 2, "c": 3}
    notes = records.noted([use("c", None), use("a", "2022-01-01"), use("c", None)], found)
    assert notes.count("<a ") == 2
    assert notes.index("#source-1") < notes.index("#source-3")


def test_day_is_narrow_and_year_is_wide():
    found = spans(event("day", "2022-07-02", "2022-07-02"), event("year", "2023-01-01", "2023-12-31"))

    assert found["year"] == (50.0, 50.0)
    assert found["day"] == (24.93, 1.2)


def test_open_end_runs_to_the_edge():
    known = event("known", "2022-01-01", "2025-12-31")
    found = spans(known, event("later", "2024-01-01", None), event("earlier", None, "2023-12-31"))

    assert found["known"] == (0.0, 100.0)
    assert sum(found["later"]) == 100.0
    assert found["earlier"] == (0.0, 49.97)


def test_bounds_say_more_than_the_date():
    bounded = event("bounded", "2022-08-01", "2022-08-31")
    bounded["bounds"] = {"start": fuzzy("", "2022-07-31", "2022-08-30"), "end": fuzzy("", "2022-08-01", "2022-08-31")}

    assert spans(bounded)["bounded"] == (57.81, 8.77)


def test_parts_follow_the_event_they_belong_to():
    events = [
        event("part", "2022-01-01", "2022-01-01", part_of="whole"),
        event("other", "2022-01-02", "2022-01-02", part_of="elsewhere"),
        event("whole", "2022-01-01", "2022-01-03"),
    ]

    rows = timeline(events)["rows"]

    assert [(row["event"]["id"], row["inner"]) for row in rows] == [("other", False), ("whole", False), ("part", True)]


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "more"), [("event", {}), ("dossier", {"pair": ["AZE", "DZA"]})])
def test_card_of_a_list_is_that_of_a_reference(kind, more):
    target = publish(kind, label="Target", card=orjson.dumps({"label": "Target", "kind": None, **more}))
    article = publish(payload={"related": [{"$must": target.uid}]})
    lists = {"targets": Asked(select(kind, ("en",)))}

    (listed,) = as_cards(lists, moment())["targets"]

    assert [listed] == resolve([get("article", article.uid, ("en",))]).items[0]["related"]


def test_nothing_known_of_dates_draws_nothing():
    assert timeline([event("one", None, None)]) == {
        "years": [],
        "rows": [{"event": event("one", None, None), "inner": False, "span": None}],
    }
    assert timeline([]) == {"years": [], "rows": []}
