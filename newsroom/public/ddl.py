"""What the database itself refuses, whoever asks: editions that overlap, change, vanish or come too late.

PostgreSQL has its triggers from the migration on. SQLite rebuilds a table for most changes of it and drops the table's
triggers on the way without a word, so there they come off before every migration and go back on after it.
"""

from newsroom.public.models.edition import BLANK

TABLE = "public_edition"

POSTGRESQL = """
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE public_edition ADD CONSTRAINT edition_no_overlap
    EXCLUDE USING gist (uid WITH =, language WITH =, tstzrange(live_from, live_until) WITH &&);

CREATE FUNCTION public_sealed() RETURNS timestamptz STABLE LANGUAGE sql AS
    $$ SELECT coalesce((SELECT until FROM public_head), '-infinity') $$;

CREATE FUNCTION public_edition_refused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE '%', TG_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION public_edition_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sealed timestamptz := public_sealed();
    kept public_edition := OLD;
BEGIN
    IF NEW.payload = '{}' AND NEW.summary = '{}' AND NEW.card = '{}' AND NEW.title = '' AND NEW.sort_name = ''
        AND NEW.slug = NEW.uid AND NEW.note IN ('', OLD.note)
        AND EXISTS (SELECT FROM public_edition WHERE uid = OLD.uid AND action = 'erased')
    THEN
        kept.payload := NEW.payload; kept.summary := NEW.summary; kept.card := NEW.card; kept.title := NEW.title;
        kept.sort_name := NEW.sort_name; kept.slug := NEW.slug; kept.note := NEW.note;
    END IF;
    IF NEW.live_until <= sealed THEN
        kept.retired := OLD.retired OR NEW.retired;
    ELSIF OLD.live_until > sealed OR OLD.live_until IS NULL THEN
        kept.live_until := NEW.live_until;
    END IF;
    IF NEW IS DISTINCT FROM kept THEN
        RAISE '%', TG_NAME USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER edition_immutable BEFORE UPDATE ON public_edition FOR EACH ROW
    WHEN (OLD.live_from <= public_sealed()) EXECUTE FUNCTION public_edition_immutable();
CREATE TRIGGER edition_kept BEFORE DELETE ON public_edition FOR EACH ROW
    WHEN (OLD.live_from <= public_sealed()) EXECUTE FUNCTION public_edition_refused();
CREATE TRIGGER edition_not_backdated BEFORE INSERT ON public_edition FOR EACH ROW
    WHEN (NEW.live_from <= public_sealed()) EXECUTE FUNCTION public_edition_refused();
CREATE TRIGGER edition_not_moved_back BEFORE UPDATE OF live_from ON public_edition FOR EACH ROW
    WHEN (OLD.live_from > public_sealed() AND NEW.live_from <= public_sealed())
    EXECUTE FUNCTION public_edition_refused();
"""
POSTGRESQL_UNDONE = """
ALTER TABLE public_edition DROP CONSTRAINT edition_no_overlap;
DROP FUNCTION public_edition_immutable, public_edition_refused, public_sealed CASCADE;
"""

SEALED = "(SELECT until FROM public_head)"
OVERLAP = """EXISTS (
    SELECT 1 FROM public_edition other
    WHERE other.uid = NEW.uid AND other.language = NEW.language AND other.id IS NOT NEW.id
    AND (other.live_until IS NULL OR other.live_until > NEW.live_from)
    AND (NEW.live_until IS NULL OR NEW.live_until > other.live_from)
)"""
ERASED = "EXISTS (SELECT 1 FROM public_edition e WHERE e.uid = OLD.uid AND e.action = 'erased')"
BLANKED = """(
    NEW.payload = X'7B7D' AND NEW.summary = X'7B7D' AND NEW.card = X'7B7D' AND NEW.title = '' AND NEW.sort_name = ''
    AND NEW.slug = NEW.uid AND NEW.note IN ('', OLD.note)
)"""
# Name: when it is asked, and the condition under which the statement is refused. {} is filled in per table.
SQLITE = {
    "edition_immutable": (
        "UPDATE",
        f"""OLD.live_from <= {SEALED} AND (
            {{facts_changed}}
            OR ({{words_changed}}) AND NOT ({BLANKED} AND {ERASED})
            OR NEW.retired IS NOT OLD.retired AND NOT (NEW.retired AND ifnull(NEW.live_until <= {SEALED}, 0))
            OR NEW.live_until IS NOT OLD.live_until AND (OLD.live_until <= {SEALED} OR NEW.live_until <= {SEALED})
        )""",
    ),
    "edition_kept": ("DELETE", f"OLD.live_from <= {SEALED}"),
    "edition_not_backdated": ("INSERT", f"NEW.live_from <= {SEALED}"),
    "edition_not_moved_back": ("UPDATE OF live_from", f"OLD.live_from > {SEALED} AND NEW.live_from <= {SEALED}"),
    "edition_no_overlap": ("INSERT", OVERLAP),
    "edition_no_new_overlap": ("UPDATE OF uid, language, live_from, live_until", OVERLAP),
}
POSTGRESQL_TRIGGERS = ("edition_immutable", "edition_kept", "edition_not_backdated", "edition_not_moved_back")
EXISTING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'public_edition'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'public_edition'::regclass AND tgenabled <> 'D'",
}


def guard_editions(connection) -> None:
    """Put the triggers of SQLite on; again is no harm."""
    unguard_editions(connection)
    columns = column_names(connection)
    words = [name for name in columns if name in {*BLANK, "slug"}]
    facts = [name for name in columns if name not in {*words, "live_until", "retired"}]
    conditions = {"facts_changed": any_changed(facts), "words_changed": any_changed(words)}
    with connection.cursor() as cursor:
        for name, (event, condition) in SQLITE.items():
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {TABLE} WHEN {condition.format(**conditions)} "
                f"BEGIN SELECT RAISE(ABORT, '{name}'); END"
            )


def unguard_editions(connection) -> None:
    with connection.cursor() as cursor:
        for name in SQLITE:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def any_changed(names: list[str]) -> str:
    return " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in names)


def column_names(connection) -> list[str]:
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, TABLE)]


def has_editions(connection) -> bool:
    return TABLE in connection.introspection.table_names()


def missing_triggers(connection) -> list[str]:
    expected = SQLITE if connection.vendor == "sqlite" else POSTGRESQL_TRIGGERS
    with connection.cursor() as cursor:
        cursor.execute(EXISTING[connection.vendor])
        existing = {name for (name,) in cursor.fetchall()}
    return [name for name in expected if name not in existing]
