import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.desk.comparing import compare_payloads, compare_texts, compare_words, paragraphs, plain_lines

WORDS = [
    "the",
    "visit",
    "Algiers",
    "الوزير",
    "الجزائر",
    "وُقّع",
    "Əlcəzair",
    "21",
    "،",
    ",",
    ".",
    " ",
    "\n",
    "\u200f",
    "\u2028",
    "<b>",
    "&amp;",
]
texts = st.one_of(st.text(max_size=30), st.lists(st.sampled_from(WORDS), max_size=25).map("".join))


def said(pieces, *kinds):
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


@given(texts, texts)
def test_without_the_additions_the_old_text_is_left_and_without_the_deletions_the_new(old, new):
    pieces = compare_words(old, new)

    assert said(pieces, "same", "gone") == old
    assert said(pieces, "same", "new") == new


@given(texts, texts)
def test_neighbouring_pieces_differ_in_kind_and_none_is_empty(old, new):
    pieces = compare_words(old, new)

    assert all(piece.text for piece in pieces)
    assert all(one.kind != other.kind for one, other in zip(pieces, pieces[1:], strict=False))


@given(texts)
def test_text_compared_with_itself_stays_whole(text):
    assert compare_words(text, text) == ([("same", text)] if text else [])


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("The visit began", "The talks began", [("same", "The "), ("gone", "visit"), ("new", "talks"), ("same", " began")]),
        ("وصل الوزير أمس", "وصل الرئيس أمس", [("same", "وصل "), ("gone", "الوزير"), ("new", "الرئيس"), ("same", " أمس")]),
        ("on 3 May 2023 there", "on 4 June 2023 there", [
            ("same", "on "), ("gone", "3 May"), ("new", "4 June"), ("same", " 2023 there"),
        ]),
        ("", "All new", [("new", "All new")]),
    ],
)  # fmt: skip
def test_changes_are_of_whole_words_and_of_what_stands_between_them(old, new, pieces):
    assert compare_words(old, new) == pieces


def test_paragraphs_are_kept_and_a_break_of_one_text_alone_has_a_mark():
    lines = paragraphs(compare_words("One.\nTwo three.", "One.\nTwo\nthree."))

    assert lines == [[("same", "One.")], [("same", "Two"), ("gone", " "), ("new", "¶")], [("same", "three.")]]


def test_running_text_is_compared_by_its_words_headings_and_links():
    html = '<h2>Who came</h2><p>The <a href="record:event/visit">visit</a> &amp; more</p><ul><li><p>One</p></li></ul>'

    assert plain_lines(html) == "## Who came\nThe visit ⟨event/visit⟩ & more\n• One"
    assert plain_lines(html, links=False) == "## Who came\nThe visit & more\n• One"


def test_texts_are_compared_field_by_field_and_those_alike_are_left_out():
    old = {"headline": "Talks", "body": "<p>A <strong>b</strong></p>", "standfirst": "gone"}
    new = {"headline": "Talks end", "body": "<p>A b</p>", "editor_note": "come"}

    found = {one.field: one.pieces for one in compare_texts(old, new)}

    assert found == {
        "headline": [("same", "Talks"), ("new", " end")],
        "standfirst": [("gone", "gone")],
        "editor_note": [("new", "come")],
    }


def test_payloads_are_compared_by_leaf_with_records_by_their_names():
    date = {"edtf": "2025-04-21", "start": "2025-04-21", "end": "2025-04-21", "precision": "day", "doubt": "none"}
    old = {
        "dateline": {"place": {"$ref": "a"}, "date": {**date, "label": "21 April 2025"}},
        "word_count": 3,
        "urgency": 5,
    }
    old |= {"countries": [{"$must": "a"}], "body": ["<p>The ", {"$link": "a", "words": "visit"}, "</p>"]}
    new = {**old, "countries": [{"$must": "b"}, {"$must": "a"}], "word_count": 4}
    new |= {"dateline": {**old["dateline"], "date": {**date, "label": "22 April 2025"}}}
    new |= {"body": ["<p>The ", {"$link": "b", "words": "visit"}, "</p>"]}

    found = {one.field: (one.old, one.new) for one in compare_payloads(old, new, {"a": "Algeria"})}

    assert found == {
        "dateline.date": ("21 April 2025", "22 April 2025"),
        "countries": ("Algeria", "b, Algeria"),
        "body": ("The visit ⟨Algeria⟩", "The visit ⟨b⟩"),
    }


def test_parts_are_compared_by_their_keys_not_their_places():
    one, other = {"key": "c1", "text": "First"}, {"key": "c2", "text": "Second"}

    found = compare_payloads({"claims": [one, other]}, {"claims": [other, {**one, "text": "First of all"}]})

    assert [(difference.field, difference.new) for difference in found] == [("claims.c1.text", "First of all")]
