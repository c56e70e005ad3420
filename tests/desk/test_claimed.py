"""A claim's value is typed in plain words, and what is saved without being touched stays what it was."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from newsroom.desk.admin.claimed import ValueField, read, written
from newsroom.desk.admin.titles import aspect_of
from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.saving import saving_many
from relations.models import Claim
from tests.factories.relations import ClaimFactory, EventFactory
from tests.journeys.desks import Desk

MEANT = [
    ("Monday", "Monday"),
    ("وزير الخارجية", "وزير الخارجية"),
    ("2000000", 2_000_000),
    ("-1.5", -1.5),
    ('"2000000"', "2000000"),
    ("0012", "0012"),
    ("place/baku", "place/baku"),
    ("actor/ahmed-attaf\n\nactor/jeyhun-bayramov", ["actor/ahmed-attaf", "actor/jeyhun-bayramov"]),
    ("en: Minister\nfr:Ministre", {"en": "Minister", "fr": "Ministre"}),
    ("note: a word with a colon", "note: a word with a colon"),
    ('["one", "two"]', ["one", "two"]),
    ('"Friendship" treaty', '"Friendship" treaty'),
    ("", None),
]
values = st.recursive(
    st.none()
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"))
    | st.integers()
    | st.sampled_from(["place/baku", "en: x", "true"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["en", "ar", "xx"]), inner, max_size=3),
    max_leaves=4,
)


@pytest.mark.parametrize(("typed", "value"), MEANT)
def test_value_is_what_was_meant(typed, value):
    assert read(typed) == value


@given(values)
def test_value_that_is_shown_and_sent_back_is_the_same(value):
    assert read(written(value)) == value
    assert type(read(written(value))) is type(value)


def test_records_and_languages_are_shown_a_line_each():
    assert written(["place/baku", "place/algiers"]) == "place/baku\nplace/algiers"
    assert written({"en": "Minister", "ar": "وزير"}) == "en: Minister\nar: وزير"


@pytest.mark.parametrize("language", ["en", "fr", "ar", "az"])
def test_data_that_is_broken_is_refused_with_an_example(language):
    with override(language), pytest.raises(ValidationError, match="place/baku"):
        ValueField(required=False).clean('["place/baku"')


@pytest.mark.parametrize(
    "typed", ['"\\u0000"', '["\\ud800"]', "9" * 20, "[" * 100_000], ids=["null", "half", "large", "deep"]
)
def test_what_no_database_keeps_is_refused(typed):
    with pytest.raises(ValidationError):
        ValueField(required=False).clean(typed)


@pytest.mark.django_db
def test_claim_is_written_in_the_form_without_marks_of_data(client):
    event = EventFactory()
    claim = ClaimFactory(record=event, value="2000000")
    with saving_many(references=False) as saves:
        saves.add(event)
    desk = Desk(client, make_accounts()["editor"], event)
    assert desk.opened["claims-0-value"] == ['"2000000"']

    assert desk.save().status_code == 302
    assert Claim.objects.get(pk=claim.pk).value == "2000000"
    desk = Desk(client, desk.user, event)
    assert desk.save(**{"claims-0-value": "place/baku\r\nplace/algiers"}).status_code == 302
    assert Claim.objects.get(pk=claim.pk).value == ["place/baku", "place/algiers"]
    refused = Desk(client, desk.user, event).save(**{"claims-0-value": "[place/baku"})
    assert "[place/baku</textarea>" in refused.text
    assert "This begins like data but is none." in refused.text


@pytest.mark.parametrize(
    ("field", "said"), [("statement", "تصريح"), ("agreements", "اتفاقات"), ("signatures", "توقيعات"), ("date", "تاريخ")]
)
def test_what_a_claim_is_about_is_said_in_the_language_of_the_page(field, said):
    with override("ar"):
        assert aspect_of(Claim(field=field)) == said
