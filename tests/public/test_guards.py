"""What the database refuses, whoever asks and however: raw SQL that goes past the door."""

import datetime as dt

import pytest
from django.core import checks
from django.core.management import call_command
from django.db import IntegrityError, OperationalError, connection, models, transaction

from newsroom.desk.publish import erase, publish, sweep, withdraw
from newsroom.public import upkeep
from newsroom.public.ddl import missing_triggers
from newsroom.public.models import Edition, Head
from newsroom.public.models.edition import Immutable
from tests.factories.publication import HOUR, MICROSECOND, NOON, UID, Clock, item

on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="Only SQLite drops triggers with its tables.")


@pytest.fixture
def clock(db):
    return Clock()


@pytest.fixture
def public(clock):
    """One edition in force, and one that waits."""
    publish(items=[item(text="One")], by=None, clock=clock)
    publish(items=[item(text="Two")], by=None, clock=clock, at=NOON + 4 * HOUR)
    return Edition.objects.order_by("number")


def execute(sql, *parameters):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [stamp(one) for one in parameters])
        return cursor.rowcount


def stamp(value):
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, dt.datetime) else value


def change(column, value, number=1):
    return execute(f"UPDATE public_edition SET {column} = %s WHERE number = %s", value, number)  # noqa: S608


CHANGES = {
    "uid": "0" * 26,
    "kind": "event",
    "language": "fr",
    "number": 7,
    "state": "withdrawn",
    "action": "corrected",
    "live_from": NOON - HOUR,
    "first_published_at": NOON - HOUR,
    "slug": "other",
    "title": "Other",
    "original_language": "fr",
    "sort_date": NOON - HOUR,
    "sort_name": "other",
    "date_lower": "2026-01-01",
    "date_upper": "2026-01-01",
    "payload": b"{}",
    "summary": b"{}",
    "card": b"{}",
    "digest": "0" * 64,
    "note": "Other",
    "replaced_by": "0" * 26,
    "advance": True,
}


def test_every_column_is_either_tried_here_or_may_change():
    columns = {field.column for field in Edition._meta.local_fields}

    assert columns - set(CHANGES) == {"id", "live_until", "retired"}


@pytest.mark.parametrize("column", CHANGES)
def test_public_edition_does_not_change(public, column):
    with pytest.raises(IntegrityError, match="edition_immutable"):
        change(column, CHANGES[column])


@pytest.mark.parametrize("column", [name for name in CHANGES if name not in {"live_from", "number", "language"}])
def test_edition_that_waits_may_change(public, column):
    assert change(column, CHANGES[column], number=2) == 1


def test_public_edition_is_not_deleted_and_one_that_waits_may_be(public):
    with pytest.raises(IntegrityError, match="edition_kept"):
        execute("DELETE FROM public_edition WHERE number = 1")
    execute("DELETE FROM public_facet")

    assert execute("DELETE FROM public_edition WHERE number = 2") == 1


def test_end_of_a_public_edition_may_move_while_it_is_ahead(public):
    assert change("live_until", NOON + 3 * HOUR) == 1


def test_end_of_a_public_edition_may_not_move_to_what_has_been_said(public):
    with pytest.raises(IntegrityError, match="edition_immutable"):
        change("live_until", NOON + 2 * MICROSECOND)


@pytest.mark.parametrize("until", [None, NOON + 6 * HOUR])
def test_end_that_has_come_stays(public, clock, until):
    clock.move(5 * HOUR)
    sweep(clock=clock)

    with pytest.raises(IntegrityError, match="edition_immutable|edition_no_new_overlap"):
        change("live_until", until)


def test_only_what_is_over_is_retired_and_never_back(public, clock):
    with pytest.raises(IntegrityError, match="edition_immutable"):
        change("retired", True)
    clock.move(5 * HOUR)
    sweep(clock=clock)
    assert Edition.objects.filter(retired=True).count() == 1

    with pytest.raises(IntegrityError, match="edition_immutable"):
        change("retired", False)
    with pytest.raises(IntegrityError, match="edition_immutable"):
        change("retired", True, number=2)


@pytest.mark.parametrize("moment", [NOON - HOUR, NOON])
def test_edition_does_not_come_before_what_has_been_said(public, moment):
    with pytest.raises(IntegrityError, match="edition_not_backdated"):
        insert_copy(moment, language="fr")
    with pytest.raises(IntegrityError, match="edition_not_moved_back|edition_no_new_overlap"):
        change("live_from", moment, number=2)


def insert_copy(live_from, live_until=None, **fields):
    edition = Edition.objects.get(number=1)
    edition.pk, edition._state.adding = None, True
    for name, value in {"number": 9, "live_from": live_from, "live_until": live_until, **fields}.items():
        setattr(edition, name, value)
    with transaction.atomic():
        edition.save()
    return edition


@pytest.mark.parametrize(("start", "end"), [(1, 2), (3, 5), (5, 6), (1, 9)])
def test_editions_of_one_text_do_not_overlap(public, start, end):
    execute("UPDATE public_edition SET live_until = %s WHERE number = 2", NOON + 8 * HOUR)

    with pytest.raises(IntegrityError, match="edition_no_overlap"):
        insert_copy(NOON + start * HOUR, NOON + end * HOUR)


def test_editions_of_one_text_do_not_overlap_by_a_later_change(public):
    with pytest.raises(IntegrityError, match=r"edition_no_(new_)?overlap"):
        change("live_until", NOON + 5 * HOUR)


def test_editions_that_touch_do_not_overlap(public):
    execute("UPDATE public_edition SET live_until = %s WHERE number = 2", NOON + 8 * HOUR)

    assert insert_copy(NOON + 8 * HOUR).pk


def test_second_open_end_is_refused(public):
    with pytest.raises(IntegrityError):
        insert_copy(NOON + 9 * HOUR)


BLANK_ALL = """
    UPDATE public_edition SET payload = %s, summary = %s, card = %s, title = '', sort_name = '', note = '', slug = uid
    WHERE number = 1
"""


def test_words_may_be_blanked_only_once_the_record_is_erased(public, clock):
    withdraw(uids=[UID], by=None, reason="Wrong.", clock=clock)
    with pytest.raises(IntegrityError, match="edition_immutable"):
        execute(BLANK_ALL, b"{}", b"{}", b"{}")

    erase(uid=UID, by=None, reason="Asked for.", clock=clock)

    assert execute(BLANK_ALL, b"{}", b"{}", b"{}") == 1
    with pytest.raises(IntegrityError, match="edition_immutable"):
        change("title", "Words again")
    with pytest.raises(IntegrityError, match="edition_immutable"):
        execute(BLANK_ALL, b"{}", b'{"a":1}', b"{}")


def test_there_is_one_head(public):
    with pytest.raises(IntegrityError), transaction.atomic():
        Head.objects.create(id=2, until=NOON)


def test_models_refuse_what_only_the_door_may_do(public):
    edition = public[0]

    with pytest.raises(Immutable):
        edition.save()
    with pytest.raises(Immutable):
        edition.delete()
    with pytest.raises(Immutable):
        public.update(title="Other")
    with pytest.raises(Immutable):
        public.delete()


# SQLite loses triggers


def remake(model):
    constraint = models.CheckConstraint(condition=~models.Q(id=0), name="remade")
    for act in ("add_constraint", "remove_constraint"):
        with connection.schema_editor() as editor:
            getattr(editor, act)(model, constraint)


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_triggers_lost_in_a_table_remake_are_reported_and_come_back_with_migrate():
    remake(Edition)

    assert "edition_immutable" in missing_triggers(connection)
    reported = checks.run_checks(tags=[checks.Tags.database], databases=["default"])
    assert {message.id for message in reported} == {"public.W001"}

    call_command("migrate", verbosity=0)

    assert missing_triggers(connection) == []
    assert checks.run_checks(tags=[checks.Tags.database], databases=["default"]) == []


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_table_that_triggers_name_can_be_remade_while_migrating():
    with pytest.raises(OperationalError, match="error in trigger"):
        remake(Head)

    upkeep.before_migrate(using="default")
    remake(Head)
    upkeep.after_migrate(using="default")

    assert missing_triggers(connection) == []


@pytest.mark.django_db(transaction=True)
def test_flush_empties_the_tables_and_leaves_the_guards_and_the_head():
    publish(items=[item()], by=None, clock=Clock())

    call_command("flush", interactive=False, verbosity=0)

    assert Edition.objects.count() == 0
    assert missing_triggers(connection) == []
    assert Head.objects.get().until == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def test_head_is_made_by_migrating(db):
    assert Head.objects.get().last_seq == 0
