import datetime as dt

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.forms import modelform_factory
from django.utils import translation

from relations.fields import FuzzyDateFormField, fuzzy_values, with_derived
from relations.models import Actor, ActorName, Event
from relations.values.fuzzy import FuzzyDate
from tests.relations.dates import CORPUS

pytestmark = pytest.mark.django_db

parse = FuzzyDate.parse
COLUMNS = ("date_lower", "date_upper", "date_precision", "date_doubt")
VALID = ("valid", "valid_lower", "valid_upper", "valid_precision", "valid_doubt")
UNKNOWN = (None, None, None, "", "")


def make_event(date, key="visit"):
    return Event.objects.create(key=key, type="visit", date=date)


def make_names(*dates) -> list[ActorName]:
    actor = Actor.objects.create(key="actor", type="person")
    return ActorName.objects.bulk_create(
        ActorName(key=f"name-{n}", actor=actor, lang="fr", form=f"Nom {n}", kind="alias", valid=date)
        for n, date in enumerate(dates)
    )


def stored(date: str) -> tuple:
    """The values of the five columns for a date of the corpus."""
    lower, upper, *codes = CORPUS[date]
    return (parse(date), *(day and dt.date.fromisoformat(day) for day in (lower, upper)), *codes)


@pytest.mark.parametrize("text", CORPUS)
def test_saved_date_fills_its_columns(text):
    make_event(text)

    assert Event.objects.values_list("date", *COLUMNS).get() == stored(text)


def test_column_holds_the_text():
    make_event("../2023?")

    with connection.cursor() as cursor:
        cursor.execute("SELECT date_edtf FROM relations_event")
        assert cursor.fetchone() == ("../2023?",)


def test_text_assigned_is_a_date_at_once():
    event = Event(date="2022-08")

    assert event.date == parse("2022-08")
    assert (event.date_lower, event.date_upper) == (dt.date(2022, 8, 1), dt.date(2022, 8, 31))

    event.date = parse("2024/..")
    assert (event.date_lower, event.date_upper, event.date_precision) == (dt.date(2024, 1, 1), None, "open")


@pytest.mark.parametrize("empty", [None, ""])
def test_missing_date_leaves_its_columns_empty(empty):
    make_names(empty)

    assert ActorName.objects.values_list(*VALID).get() == UNKNOWN


def test_derived_columns_cannot_be_written_by_hand():
    event = make_event("2022-08")

    event.date_lower, event.date_precision = dt.date(1999, 1, 1), "day"
    event.save()

    assert Event.objects.values_list("date", *COLUMNS).get() == stored("2022-08")


def test_bulk_create_and_bulk_update_fill_the_columns():
    names = make_names("2022-08", None)

    names[0].valid, names[1].valid = None, "[2023..2026]"
    ActorName.objects.bulk_update(names, with_derived("valid"))

    assert list(ActorName.objects.order_by("key").values_list(*VALID)) == [UNKNOWN, stored("[2023..2026]")]


def test_update_and_partial_save_take_the_derived_columns_along():
    make_names("2022-08")

    ActorName.objects.update(**fuzzy_values("valid", "2024/.."))
    assert ActorName.objects.values_list(*VALID).get() == stored("2024/..")

    name = ActorName.objects.get()
    name.valid = "2023"
    name.save(update_fields=with_derived("valid"))
    assert ActorName.objects.values_list(*VALID).get() == stored("2023")

    ActorName.objects.update(**fuzzy_values("valid", None))
    assert ActorName.objects.values_list(*VALID).get() == UNKNOWN


def test_row_loaded_in_part_saves_the_derived_columns():
    make_names("2022-08")

    name = ActorName.objects.only("valid").get()
    name.valid = "2023"
    name.save()

    assert ActorName.objects.values_list(*VALID).get() == stored("2023")


def test_deferred_date_leaves_the_stored_bounds_readable(django_assert_num_queries):
    make_names("2022-08")
    name = ActorName.objects.defer("valid").get()

    with django_assert_num_queries(0):
        assert name.valid_lower == dt.date(2022, 8, 1)
    with django_assert_num_queries(1):
        assert name.valid == parse("2022-08")


def test_refreshed_row_has_the_new_date_and_bounds():
    make_names("2022-08")
    name = ActorName.objects.get()

    ActorName.objects.update(**fuzzy_values("valid", "2023"))
    name.refresh_from_db()

    assert (name.valid, name.valid_upper) == (parse("2023"), dt.date(2023, 12, 31))


def test_lookups_compare_text_and_bounds():
    for text in ("2022-08", "2022-08-XX", "2023", "../2023?"):
        make_event(text, key=f"event-{len(Event.objects.all())}")
    events = Event.objects.order_by("key")

    def found(**lookup):
        return [str(event.date) for event in events.filter(**lookup)]

    assert found(date="2022-08") == found(date=parse("2022-08")) == ["2022-08"]
    assert found(date__in=["2023", parse("../2023?")]) == ["2023", "../2023?"]
    assert found(date__startswith="2022-08") == ["2022-08", "2022-08-XX"]
    assert found(date_lower__lte=dt.date(2022, 8, 1)) == ["2022-08", "2022-08-XX"]
    assert found(date_lower=None) == found(date_doubt="uncertain") == ["../2023?"]
    assert found(date_precision="month") == ["2022-08", "2022-08-XX"]


MESSAGE = "Write two points for an open end, as in 2023/.. or ../2023."


def test_validation_says_what_to_write_instead():
    event = Event(key="visit", type="visit", date="2023/")

    with pytest.raises(ValidationError) as refusal:
        event.full_clean()

    assert refusal.value.message_dict["date"] == [MESSAGE]


def test_required_date_is_asked_for():
    with pytest.raises(ValidationError) as refusal:
        Event(key="visit", type="visit").full_clean()

    assert refusal.value.message_dict["date"] == ["This field cannot be null."]


def test_no_write_lets_unreadable_text_through():
    name = make_names("2023")[0]
    name.valid = "2023/"
    writes = [
        name.save,
        lambda: make_event("yesterday"),
        lambda: ActorName.objects.bulk_create([ActorName(key="other", actor=name.actor, valid="2023/")]),
        lambda: ActorName.objects.bulk_update([name], with_derived("valid")),
        lambda: ActorName.objects.update(valid="2023/"),
        lambda: fuzzy_values("valid", "2023/"),
    ]

    for write in writes:
        with pytest.raises(ValidationError), transaction.atomic():
            write()

    assert ActorName.objects.values_list(*VALID).get() == stored("2023")
    assert not Event.objects.exists()


@pytest.mark.parametrize("form", ["json", "python", "xml"])
def test_row_survives_serialising(form):
    make_names("../2023?", None)

    data = serializers.serialize(form, ActorName.objects.order_by("key"))
    ActorName.objects.all().delete()
    for row in serializers.deserialize(form, data):
        row.save()

    assert list(ActorName.objects.order_by("key").values_list(*VALID)) == [stored("../2023?"), UNKNOWN]
    assert "valid_lower" not in str(data)


def test_fixture_with_unreadable_date_is_refused():
    make_names("2023")
    data = serializers.serialize("json", ActorName.objects.all()).replace('"2023"', '"2023/"')

    with pytest.raises(serializers.base.DeserializationError, match="Write two points for an open end"):
        list(serializers.deserialize("json", data))


def event_form(**data):
    return modelform_factory(Event, fields=("date", "bounds_start"))(data, instance=Event(key="visit", type="visit"))


def test_form_reads_text_and_saves_a_date():
    form = event_form(date=" 2022-08 ", bounds_start="")

    assert isinstance(form.fields["date"], FuzzyDateFormField)
    assert form.is_valid()
    assert form.save().date == parse("2022-08")
    assert Event.objects.values_list("bounds_start", flat=True).get() is None


def test_form_refuses_with_what_to_write_instead():
    assert event_form(date="2023/").errors == {"date": [MESSAGE]}
    assert event_form(date="").errors == {"date": ["This field is required."]}


def test_form_shows_the_text_from_left_to_right_with_a_hint():
    form = modelform_factory(Event, fields=("date",))(instance=make_event("../2023?"))

    with translation.override("ar"):
        html = str(form["date"])

    assert 'value="../2023?"' in html
    assert 'dir="ltr"' in html
    assert str(form.fields["date"].help_text) == str(FuzzyDateFormField.hint)


def test_form_sees_a_change_only_where_there_is_one():
    event = make_event("2022-08")
    form_class = modelform_factory(Event, fields=("date", "bounds_start"))

    assert not form_class({"date": "2022-08", "bounds_start": ""}, instance=event).has_changed()
    assert form_class({"date": "2022-08?", "bounds_start": ""}, instance=event).changed_data == ["date"]
