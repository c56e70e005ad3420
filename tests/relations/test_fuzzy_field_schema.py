"""The columns of a FuzzyDateField: in models, in migrations, under constraints."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, migrations, models
from django.db.migrations.state import ModelState, ProjectState
from django.db.models.constraints import CheckConstraint
from django.test.utils import isolate_apps

from relations.fields import FuzzyBoundField, FuzzyCodeField, FuzzyDateField, fuzzy_date_constraints, fuzzy_date_index

COLUMNS = ["date_edtf", "date_lower", "date_upper", "date_precision", "date_doubt"]


def local_columns(model) -> list[str]:
    return [field.column for field in model._meta.local_fields if field.column.startswith("date")]


def declare(name: str, base=models.Model, *, fields=None, **meta):
    return type(
        name,
        (base,),
        {"__module__": __name__, "Meta": type("Meta", (), {"app_label": "relations", **meta}), **(fields or {})},
    )


@isolate_apps("relations")
def test_columns_stand_where_the_field_is_declared():
    dated = declare("Dated", fields={"date": FuzzyDateField()}, abstract=True)
    plain = declare("Plain", dated)
    child = declare("Child", plain)
    proxy = declare("Proxy", plain, proxy=True)

    assert local_columns(plain) == COLUMNS
    assert local_columns(child) == local_columns(proxy) == []
    assert {child._meta.get_field(name).model for name in COLUMNS[1:]} == {plain}


@isolate_apps("relations")
def test_named_column_is_kept():
    assert declare("Plain", fields={"date": FuzzyDateField(db_column="day")})._meta.get_field("date").column == "day"


@isolate_apps("relations")
def test_model_state_lists_derived_fields_as_fields():
    plain = declare("Plain", fields={"date": FuzzyDateField()})

    assert list(ModelState.from_model(plain).fields) == ["id", "date", *COLUMNS[1:]]


@pytest.mark.parametrize(
    "field",
    [
        FuzzyDateField("date", null=True),
        FuzzyBoundField(of="date", part="lower"),
        FuzzyCodeField(of="date", part="doubt"),
    ],
)
def test_field_is_written_in_migrations_without_what_is_fixed(field):
    field.set_attributes_from_name("date")
    _, path, args, kwargs = field.deconstruct()

    assert path == f"relations.fields.{type(field).__name__}"
    assert args == []
    assert set(kwargs) <= {"verbose_name", "null", "of", "part"}
    assert field.clone().deconstruct()[1:] == (path, args, kwargs)


@pytest.mark.parametrize("label", ["relations.Event", "relations.ActorName", "relations.Tenure"])
def test_historical_model_has_each_column_once(label):
    model = apps.get_model(label)
    state = ProjectState.from_apps(apps)

    historical = state.apps.get_model(label)

    assert [f.column for f in historical._meta.local_fields] == [f.column for f in model._meta.local_fields]
    assert len(set(historical._meta.local_fields)) == len(model._meta.local_fields)


def add_date() -> list[migrations.operations.base.Operation]:
    return [
        migrations.AddField("Past", "date", FuzzyDateField(null=True)),
        migrations.AddField("Past", "date_lower", FuzzyBoundField(of="date", part="lower")),
        migrations.AddField("Past", "date_upper", FuzzyBoundField(of="date", part="upper")),
        migrations.AddField("Past", "date_precision", FuzzyCodeField(of="date", part="precision")),
        migrations.AddField("Past", "date_doubt", FuzzyCodeField(of="date", part="doubt")),
        *(migrations.AddConstraint("Past", constraint) for constraint in fuzzy_date_constraints("date", "past")),
        migrations.AddIndex("Past", fuzzy_date_index("date", "past")),
        migrations.AlterField("Past", "date", FuzzyDateField("when", null=True, blank=True)),
    ]


def run(operation, state: ProjectState) -> ProjectState:
    following = state.clone()
    operation.state_forwards("relations", following)
    with connection.schema_editor() as editor:
        operation.database_forwards("relations", editor, state, following)
    return following


@pytest.fixture
def past(transactional_db):
    """A model as a migration sees it, whose table got its date after it had rows."""
    state = ProjectState()
    create = migrations.CreateModel("Past", [("id", models.BigAutoField(primary_key=True))])
    state = run(create, state)
    state.apps.get_model("relations.Past").objects.create()
    for operation in add_date():
        state = run(operation, state)
    yield state.apps.get_model("relations.Past")
    with connection.schema_editor() as editor:
        editor.delete_model(state.apps.get_model("relations.Past"))


def test_date_added_by_migration_is_derived_in_historical_models(past):
    past.objects.create(date="2024/..")

    assert list(past.objects.order_by("id").values_list("date_precision", flat=True)) == ["", "open"]


@pytest.mark.parametrize(
    "columns",
    [
        {"date_lower": "2024-01-02", "date_upper": "2024-01-01"},
        {"date_precision": ""},
        {"date": None},
    ],
)
def test_database_refuses_columns_that_do_not_belong_together(past, columns):
    row = past.objects.create(date="2024-01-01")

    with pytest.raises(IntegrityError):
        past.objects.filter(pk=row.pk).update(**columns)


def test_constraints_and_index_are_named_after_model_and_field():
    constraints = fuzzy_date_constraints("date", "event")

    assert [constraint.name for constraint in constraints] == ["event_date_bounds_ordered", "event_date_derived"]
    assert {type(constraint) for constraint in constraints} == {CheckConstraint}
    assert fuzzy_date_index("date", "event").name == "event_date_bounds"
