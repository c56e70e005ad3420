"""A larger archive: copies of what the door wrote, row by row in every table, later by whole passes of the pattern."""

# SQL here is put together from names of the project's own tables and columns, hence the exceptions from S608.
from django.db import transaction

from newsroom.desk.models import Article, ArticleActor, Byline, Version
from newsroom.desk.publish import sweep
from newsroom.public.models import Address, Edition, Facet
from newsroom.public.search.backends import WINDOWS
from relations.models import Citation, Record
from tests.bench.databases import columns_of, execute, fetch

# Articles in the pattern, their ids among all records, and how long after the pattern its next copy begins.
PATTERN = 1_000
ROOM = 100_000
SPAN = "interval '48 hours' * c.pass"
LAST = f"{PATTERN:026d}"
UID = f"lpad((t.uid::numeric + {PATTERN} * c.pass)::text, 26, '0')"
SLUG = "t.slug || '-' || c.pass"
SORTED = {"uid": UID, "sort_date": f"t.sort_date + {SPAN}"}
MOMENTS = {name: f"t.{name} + {SPAN}" for name in ("live_from", "first_published_at")}
SHIFTED = f"+ {ROOM} * c.pass"
OLDER = f"t.id {SHIFTED}"
LINKED = ("topics", "countries", "events", "agreements", "related")
SEARCH_INDEX = "public_search_lexemes"


def copy_pattern(first: int, last: int, *, working: bool) -> None:
    """The passes from the first to the last; `working` rows too, or their editions alone."""
    with transaction.atomic():
        execute("CREATE TEMPORARY TABLE passes ON COMMIT DROP AS SELECT generate_series(%s, %s) AS pass", [first, last])
        number_editions()
        copy_editions()
        copy_search()
        if working:
            copy_working()
    ((last_moment,),) = fetch("SELECT max(live_from) FROM public_edition")
    # No further than that, so that other copies may follow.
    sweep(clock=lambda: last_moment)


def number_editions() -> None:
    """Numbered as if they had been published one after the other."""
    execute(
        "CREATE TEMPORARY TABLE copies ON COMMIT DROP AS"
        " SELECT old, pass, nextval(pg_get_serial_sequence('public_edition', 'id')) AS id FROM"
        " (SELECT t.id AS old, c.pass FROM public_edition t, passes c"
        " WHERE t.kind = 'article' AND t.uid <= %s ORDER BY c.pass, t.id) AS ordered",
        [LAST],
    )
    execute("CREATE INDEX ON copies (old)")
    execute("ANALYZE copies")


def copy_editions() -> None:
    copy_rows(Edition, {**SORTED, **MOMENTS, "id": "c.id", "slug": SLUG}, "copies c WHERE c.old = t.id")
    copy_rows(Facet, {**SORTED, "id": None, "edition_id": "c.id"}, "copies c WHERE c.old = t.edition_id")
    addresses = f"passes c WHERE t.kind = 'article' AND t.uid <= '{LAST}'"
    copy_rows(Address, {"id": None, "uid": UID, "slug": SLUG}, addresses)


def copy_search() -> None:
    """Each with its own windows; the index is built anew, which is faster than to add to it."""
    ((index,),) = fetch("SELECT indexdef FROM pg_indexes WHERE indexname = %s", [SEARCH_INDEX])
    execute(f"DROP INDEX {SEARCH_INDEX}")
    windows = ", ".join(f"'w{size}x' || (c.id >> {size})" for size in WINDOWS)
    old = ", ".join(f"'w{size}x' || (t.rowid >> {size})" for size in WINDOWS)
    lexemes = f"ts_delete(t.lexemes, ARRAY[{old}]) || array_to_tsvector(ARRAY[{windows}])"
    renumbered = f"SELECT c.id, t.title, {lexemes} FROM public_search t, copies c WHERE c.old = t.rowid"  # noqa: S608
    execute(f"INSERT INTO public_search (rowid, title, lexemes) {renumbered}")
    execute("SET LOCAL maintenance_work_mem = '512MB'")
    execute(index)


def copy_working() -> None:
    key = "t.key || '-' || c.pass"
    of_articles = f"passes c WHERE t.kind = 'article' AND t.uid <= '{LAST}'"
    copy_rows(Record, {"id": OLDER, "uid": UID, "key": key}, of_articles)
    copy_rows(Article, {"record_ptr_id": f"t.record_ptr_id {SHIFTED}"}, among("record_ptr_id"))
    parts = {Byline: "article_id", ArticleActor: "article_id", Citation: "record_id"}
    for model, owner in parts.items():
        copy_rows(model, {"id": None, "key": key, owner: f"t.{owner} {SHIFTED}"}, among(owner))
    copy_rows(Version, {"id": None, "slug": SLUG, "record_id": f"t.record_id {SHIFTED}"}, among("record_id"))
    for name in LINKED:
        field = Article._meta.get_field(name)
        owner, other = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
        moved = {other: f"t.{other} {SHIFTED}"} if name == "related" else {}
        copy_rows(field.remote_field.through, {"id": None, owner: f"t.{owner} {SHIFTED}", **moved}, among(owner))


def among(owner: str) -> str:
    pattern = f"SELECT id FROM relations_record WHERE kind = 'article' AND uid <= '{LAST}'"  # noqa: S608
    return f"passes c WHERE t.{owner} IN ({pattern})"


def copy_rows(model, changed: dict, source: str) -> None:
    """Every column as it is but those `changed`; None is left to the database."""
    table = model._meta.db_table
    names = [name for name in columns_of(table) if changed.get(name, name) is not None]
    values = ", ".join(changed.get(name, f't."{name}"') for name in names)
    listed = ", ".join(f'"{name}"' for name in names)
    execute(f"INSERT INTO {table} ({listed}) SELECT {values} FROM {table} t, {source}")  # noqa: S608
