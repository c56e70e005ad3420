"""Two texts of readers, word by word; two editions, field by field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.public.pages import changes, differing
from newsroom.public.pages.differing import DELETED, INSERTED, SAME, Paragraph, Piece, compare, words

TEXTS = st.lists(st.sampled_from("the visit to Algiers on Monday , . لجنة مشتركة بين".split()), max_size=12).map(
    " ".join
)


def text_of(pieces: list[Piece], without: str) -> str:
    return "".join(piece.text for piece in pieces if piece.kind != without)


@given(TEXTS, TEXTS)
def test_words_read_as_the_old_text_and_as_the_new_one(old, new):
    pieces = words(old, new)

    assert text_of(pieces, INSERTED) == old
    assert text_of(pieces, DELETED) == new


def test_words_that_differ_are_marked_and_no_others():
    assert words("They met on Monday.", "They met on Tuesday.") == [
        Piece(SAME, "They met on "),
        Piece(DELETED, "Monday"),
        Piece(INSERTED, "Tuesday"),
        Piece(SAME, "."),
    ]


def test_arabic_words_are_whole_with_their_marks():
    assert words("لجنة مُشتركة دائمة", "لجنة دائمة") == [
        Piece(SAME, "لجنة "),
        Piece(DELETED, "مُشتركة "),
        Piece(SAME, "دائمة"),
    ]


def test_blank_between_two_changes_changes_with_them():
    pieces = words("The old word stays here.", "The new phrase stays here.")

    assert [piece.text for piece in pieces] == ["The ", "old word", "new phrase", " stays here."]


def test_texts_with_little_in_common_are_replaced_as_a_whole():
    assert words("Nothing of this stays.", "Quite another sentence altogether!") == [
        Piece(DELETED, "Nothing of this stays."),
        Piece(INSERTED, "Quite another sentence altogether!"),
    ]


def test_texts_too_long_to_compare_are_replaced_as_a_whole(monkeypatch):
    monkeypatch.setattr(differing, "MOST", 8)

    assert [piece.kind for piece in words("one two three", "one two four")] == [DELETED, INSERTED]


def test_paragraphs_that_stay_are_counted():
    found = compare(["One.", "Two.", "It was Monday."], ["One.", "Two.", "It was Tuesday.", "Added."])

    assert [paragraph.unchanged for paragraph in found] == [2, 0, 0]
    assert found[2] == Paragraph([Piece(INSERTED, "Added.")])
    assert (differing.count_words(found, DELETED), differing.count_words(found, INSERTED)) == (1, 2)


def test_running_text_is_compared_by_its_words():
    html = '<p>A <a href="/en/x">link</a> &amp; more</p>\n<ul><li>one</li><li>two</li></ul><blockquote><p>said</p></blockquote>'

    assert changes.text_lines(html) == ["A link & more", "one", "two", "said"]


CARD = {"html_url": "/en/actors/a", "label": "Ahmed Attaf"}
USE = {
    "source": CARD, "title": "Dispatch", "publisher": {"html_url": "/p", "label": "Agency"}, "url": None, "date": None,
    "language": "en", "group": "g", "start": 3, "end": 9, "quote": None,
}  # fmt: skip
OFFICE = {"post": CARD, "title": "Minister that day", "organisation": CARD, "country": CARD}


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("status", "held", ["held"]),
        ("countries", [CARD, CARD], ["Ahmed Attaf", "Ahmed Attaf"]),
        ("date", {"edtf": "2025", "label": "in 2025"}, ["in 2025"]),
        ("collective", True, ["yes"]),
        ("summary", None, []),
        ("participants", [{"role": "host", "actor": CARD, "post_at_the_time": OFFICE, "holder_named": True}],
         ["Ahmed Attaf · Minister that day · host"]),
        ("sources", [USE], ["Dispatch · Agency · English"]),
        ("media", [{"renditions": [], "url": "/media/x.png", "caption": "", "alt": "A hall", "credit": "Desk"}],
         ["A hall · Desk"]),
    ],
)  # fmt: skip
def test_values_are_said_as_readers_see_them(field, value, said):
    assert changes.lines({"type": "event", field: value}, field) == said


def test_what_no_reader_sees_is_no_change():
    old = {"type": "event", "title": "Talks", "edition": 1, "sources": [USE], "claims": [{"key": "a", "text": "Words"}]}
    new = {
        **old,
        "edition": 2,
        "sources": [{**USE, "group": "h", "start": 5}],
        "claims": [{"key": "b", "text": "Words"}],
    }

    assert changes.changes(old, new) == []


def test_changes_come_in_the_order_of_the_page():
    old = {"type": "article", "sources": [], "headline": "One", "novelty": "", "body_html": ""}
    new = {"type": "article", "sources": [USE], "headline": "Two", "novelty": "More", "body_html": "<p>Text</p>"}

    assert [change.name for change in changes.changes(old, new)] == ["headline", "text", "sources", "novelty"]
