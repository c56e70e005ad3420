"""Three hands on one record: what one side alone changed is taken, what both changed is asked, no typed word is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.desk.unsaved.merging import Merged, Outcome, merge, put_together
from newsroom.desk.unsaved.rows import GONE, flat, over, rows_of, unflat
from newsroom.desk.unsaved.words import one_after_the_other, readable

ON = ("on",)
WORDS = st.sampled_from(["accord", "signed", "اتفاق", "وُقِّع", "saziş", "imzalandı", "2025", "<p>the</p>", "a\nb"])
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
VALUES = TEXTS.map(lambda text: (text,) if text else ())
ROWS = st.fixed_dictionaries(dict.fromkeys(("headline_en", "headline_ar", "body_en"), VALUES))
PARTS = st.dictionaries(st.sampled_from(["bylines-@1", "bylines-@2", "bylines-@3"]), ROWS, max_size=3)
RECORDS = st.tuples(ROWS, PARTS).map(lambda both: {"": both[0], **both[1]})


def words(*rows):
    return {
        word
        for held in rows
        for row in held.values()
        for value in row.values()
        for text in value
        for word in text.split()
    }


def outcomes(merged):
    return {(one.row, one.name): one.outcome for one in merged}


@given(RECORDS, RECORDS, RECORDS)
def test_every_word_that_was_typed_here_is_in_the_form_or_asked_about(base, mine, theirs):
    merged = merge(base, mine, theirs)
    shown = put_together(mine, theirs, merged)

    typed = {
        word
        for row, held in mine.items()
        for name, value in held.items()
        if value != base.get(row, {}).get(name, ())
        for word in words({"": {"": value}})
    }
    assert typed <= words(shown)


@given(RECORDS, RECORDS, RECORDS)
def test_every_word_of_the_other_is_in_the_form_or_shown_beside_it(base, mine, theirs):
    merged = merge(base, mine, theirs)
    shown = put_together(mine, theirs, merged)

    assert words(theirs) <= words(shown) | {word for one in merged for text in one.theirs for word in text.split()}


@given(RECORDS, RECORDS)
def test_change_of_one_side_alone_wins_without_a_question(base, changed):
    kept = {row: held for row, held in changed.items() if row in base}
    one_sided = over(base, kept)

    assert set(outcomes(merge(base, one_sided, base)).values()) <= {Outcome.MINE}
    assert set(outcomes(merge(base, base, one_sided)).values()) <= {Outcome.THEIRS}
    for mine, theirs in ((one_sided, base), (base, one_sided)):
        assert put_together(mine, theirs, merge(base, mine, theirs)) == one_sided


@given(RECORDS, RECORDS)
def test_both_typing_the_same_is_no_conflict(base, typed):
    assert [one for one in merge(base, typed, typed) if one.outcome == Outcome.BOTH] == []
    assert put_together(typed, typed, merge(base, typed, typed)) == typed


@given(RECORDS, RECORDS)
def test_without_a_base_whatever_differs_is_asked(mine, theirs):
    merged = merge(None, mine, theirs)

    both = [one for one in merged if one.row in mine and one.row in theirs]
    assert {one.outcome for one in both} <= {Outcome.BOTH}
    assert words(mine) <= words(put_together(mine, theirs, merged))


def test_inputs_are_settled_one_by_one():
    base = {"": {"headline_en": ("Talks",), "headline_fr": ("Entretiens",), "body_en": ("Old",), "key": ("k",)}}
    mine = {"": {**base[""], "headline_en": ("Talks in Baku",), "body_en": ("Mine",)}}
    theirs = {"": {**base[""], "headline_fr": ("Entretiens à Bakou",), "body_en": ("Theirs",)}}

    merged = merge(base, mine, theirs)

    assert outcomes(merged) == {
        ("", "headline_en"): Outcome.MINE,
        ("", "headline_fr"): Outcome.THEIRS,
        ("", "body_en"): Outcome.BOTH,
    }
    assert put_together(mine, theirs, merged) == {
        "": {
            "headline_en": ("Talks in Baku",),
            "headline_fr": ("Entretiens à Bakou",),
            "body_en": ("Mine",),
            "key": ("k",),
        }
    }


def test_part_that_only_the_other_took_away_goes_and_one_only_they_added_comes():
    base = {"names-@1": {"form": ("Ali",)}}
    theirs = {"names-@2": {"form": ("Vali",)}}

    merged = merge(base, base, theirs)

    assert outcomes(merged) == {("names-@2", "form"): Outcome.THEIRS, ("names-@1", GONE): Outcome.THEIRS}
    assert put_together(base, theirs, merged) == {
        "names-@2": {"form": ("Vali",)},
        "names-@1": {"form": ("Ali",), GONE: ON},
    }


def test_part_rewritten_here_and_taken_away_there_stays_until_its_author_decides():
    base, mine = {"names-@1": {"form": ("Ali",)}}, {"names-@1": {"form": ("Ali the Elder",)}}

    merged = merge(base, mine, {})

    assert outcomes(merged)["names-@1", GONE] == Outcome.BOTH
    assert put_together(mine, {}, merged)["names-@1"] == {"form": ("Ali the Elder",), GONE: ()}


def test_part_taken_away_here_and_rewritten_there_is_asked_about():
    base, theirs = {"names-@1": {"form": ("Ali",)}}, {"names-@1": {"form": ("Ali the Elder",)}}
    mine = {"names-@1": {"form": ("Ali",), GONE: ON}}

    merged = merge(base, mine, theirs)

    assert outcomes(merged)["names-@1", GONE] == Outcome.BOTH
    assert put_together(mine, theirs, merged)["names-@1"] == {"form": ("Ali the Elder",), GONE: ON}


def test_part_that_both_added_alike_is_one_part():
    merged = merge({}, {"bylines-+0": {"author": ("5",)}}, {"bylines-@9": {"author": ("5",)}})

    assert merged == []


def test_part_added_here_is_kept_beside_one_added_there():
    mine, theirs = {"bylines-+0": {"author": ("5",)}}, {"bylines-@9": {"author": ("6",)}}

    merged = merge({}, mine, theirs)

    assert merged == [
        Merged("bylines-@9", "author", (), (), ("6",), Outcome.THEIRS),
        Merged("bylines-+0", "author", (), ("5",), (), Outcome.MINE),
    ]
    assert put_together(mine, theirs, merged) == {"bylines-@9": {"author": ("6",)}, "bylines-+0": {"author": ("5",)}}


# Names of inputs


def test_rows_are_named_by_their_key_wherever_they_stand_in_the_page():
    page = {
        "headline_en": ["Talks\r\nin Baku"],
        "bylines-TOTAL_FORMS": ["2"],
        "bylines-0-id": ["11"],
        "bylines-0-author": ["5"],
        "bylines-1-id": [""],
        "bylines-1-author": ["6"],
        "topics": ["1", "2"],
        "claims-2-0-id": ["7"],
        "claims-2-0-text_en": [""],
    }
    rows = {
        "": {"headline_en": ("Talks\nin Baku",), "topics": ("1", "2")},
        "bylines-@11": {"author": ("5",)},
        "bylines-+1": {"author": ("6",)},
        "claims-2-@7": {"text_en": ()},
    }

    assert rows_of(page) == rows
    assert unflat(flat(rows)) == rows


# Words


@given(TEXTS, TEXTS)
def test_both_texts_one_after_the_other_hold_every_word(mine, theirs):
    both = one_after_the_other(mine, theirs, between="\n\n")

    assert (mine in both, theirs in both) == (True, True)


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["<p>One.</p><p>Two.</p>", "<p>One.</p>"], ["One.\nTwo.", "One."]),
        (["<p>One</p>", "<p><strong>One</strong></p>"], ["<p>One</p>", "<p><strong>One</strong></p>"]),
        (["a < b & c", "a"], ["a < b & c", "a"]),
        (["<p>R&amp;D</p>", "<p>R</p>"], ["R&D", "R"]),
    ],
)
def test_running_text_is_shown_without_its_tags_unless_they_are_what_differs(texts, shown):
    assert readable(*texts) == shown
