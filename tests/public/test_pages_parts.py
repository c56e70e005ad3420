"""What pages are put together with: words for codes, numbers for sources."""

import orjson
import pytest
from django.utils.translation import override

from newsroom.public.pages.citing import numbered
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


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "more"), [("event", {}), ("dossier", {"pair": ["AZE", "DZA"]})])
def test_card_of_a_list_is_that_of_a_reference(kind, more):
    target = publish(kind, label="Target", card=orjson.dumps({"label": "Target", "kind": None, **more}))
    article = publish(payload={"related": [{"$must": target.uid}]})
    lists = {"targets": Asked(select(kind, ("en",)))}

    (listed,) = as_cards(lists, moment())["targets"]

    assert [listed] == resolve([get("article", article.uid, ("en",))]).items[0]["related"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"fr": "Ministre", "en": "Minister"}, '<span lang="en" dir="ltr">Minister</span>'),
        ({"ar": "وزير", "fr": "Ministre"}, '<span lang="ar" dir="rtl">وزير</span>, <span lang="fr" dir="ltr">Ministre</span>'),
        ([["<b>"], {}, None, 2], "&lt;b&gt;, , , 2"),
    ],
)  # fmt: skip
def test_claimed_value_is_said_whatever_it_holds(value, said):
    assert records.said({"text": "", "date": None, "value": value}) == said
