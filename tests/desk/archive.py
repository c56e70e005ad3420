"""An archive of articles put straight into the tables, for tests that count queries: nothing is composed or checked."""

from django.db import connection

from newsroom.desk.models import Stage, Version
from newsroom.public.models import Edition
from relations.models import Record
from tests.factories.desk import ArticleFactory
from tests.factories.publication import NOON, UID

DIGEST = "d" * 64


def fill(count: int, by) -> None:
    """So many articles in English; of some a French text behind it or an Arabic one on its way; half of them public."""
    pattern = ArticleFactory(key="pattern", uid=UID)
    Record.objects.bulk_create(Record(kind="article", key=f"archive-{n}", modified_by=by) for n in range(count - 1))
    copy(pattern, "record_ptr_id", "r.id")
    for fields, every in texts(by):
        copy(Version.objects.create(record_id=pattern.pk, **fields), "record_id", "r.id", every)
    copy(Edition.objects.create(**edition()), "uid", "r.uid", every=2)
    with connection.cursor() as cursor:
        # Or the planner takes the tables for empty, and joins ten thousand rows with ten thousand.
        cursor.execute("ANALYZE")


def copy(row, column: str, value: str, every: int = 1) -> None:
    """The row for each so many records of the archive, but for the column that says whose it is."""
    quote = connection.ops.quote_name
    fields = [field for field in row._meta.local_concrete_fields if field.column != column]
    others = [quote(field.column) for field in fields if not field.primary_key]
    table, records = quote(row._meta.db_table), quote(Record._meta.db_table)
    into, chosen = ", ".join([column, *others]), ", ".join([value, *(f"o.{name}" for name in others)])
    where = f"o.{quote(row._meta.pk.column)} = %s AND r.key LIKE 'archive-%%' AND r.id %% {every} = 0"
    parts = ("INSERT INTO", table, f"({into})", "SELECT", chosen, "FROM", records, "r,", table, "o WHERE", where)
    with connection.cursor() as cursor:
        cursor.execute(" ".join(parts), [row.pk])


def texts(by):
    """Each with how often it occurs: in every record, in every third ..."""
    words = {"text_hashes": {"headline": "now", "body": "now"}, "working_digest": DIGEST}
    frozen = {"candidate": b"{}", "digest": DIGEST, "submitted_by": by, "translated_from": "en"}
    behind = {"translated_from": "en", "source_hashes": {"headline": "before"}, "stale_fields": ["headline"]}
    named = {"title": "Archived", "found_by": "archived"}
    yield {"language": "en", "stage": Stage.DRAFT, "changed_by": [by.pk], **named, **words}, 1
    yield {"language": "fr", "stage": Stage.DRAFT, **behind, **named, **words}, 3
    yield {"language": "ar", "stage": Stage.IN_REVIEW, **frozen, **named, **words}, 5
    yield {"language": "az", "stage": Stage.APPROVED, **frozen, **named, **words}, 7


def edition() -> dict:
    return {
        "uid": UID,
        "kind": "article",
        "language": "en",
        "number": 1,
        "state": Edition.State.LIVE,
        "action": Edition.Action.PUBLISHED,
        "live_from": NOON,
        "first_published_at": NOON,
        "slug": "archived",
        "title": "Archived",
        "original_language": "en",
        "sort_date": NOON,
        "sort_name": "archived",
        "payload": b"{}",
        "summary": b"{}",
        "card": b"{}",
        "digest": DIGEST,
    }
