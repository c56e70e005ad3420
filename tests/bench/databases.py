"""Databases of the bench: made where they are missing, and changed over within one process."""

import copy
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote, urlsplit

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from psycopg import sql


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main_name() -> str:
    if connection.vendor != "postgresql":
        sys.exit("The bench measures PostgreSQL: let DATABASE_URL name a database there, or leave it unset.")
    return settings.DATABASES["default"]["NAME"]


def url_of(name: str) -> str:
    """The database of that name, where DATABASE_URL's is."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{quote(name)}").geturl()


def make_database(name: str, template: str = "") -> bool:
    """Whether it had to be made."""
    with server() as link:
        if link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return False
        copied = sql.SQL(" TEMPLATE {}").format(sql.Identifier(template)) if template else sql.SQL("")
        link.execute(sql.SQL("CREATE DATABASE {}{}").format(sql.Identifier(name), copied))
        return True


@contextmanager
def server() -> Iterator[psycopg.Connection]:
    known = settings.DATABASES["default"]
    parts = {"host": known["HOST"], "port": known["PORT"], "user": known["USER"], "password": known["PASSWORD"]}
    try:
        link = psycopg.connect(
            **{name: part for name, part in parts.items() if part}, dbname="postgres", autocommit=True
        )
    except psycopg.OperationalError as error:
        sys.exit(f"No PostgreSQL answers, which the bench needs: {error}")
    with link:
        yield link


def use(name: str) -> None:
    """From now on all queries go there, by a connection that is kept."""
    here = connections["default"]
    if here.settings_dict["NAME"] == name:
        return
    if name not in kept:
        kept[here.settings_dict["NAME"]] = here
        kept.setdefault(name, here.copy()).settings_dict = {**copy.deepcopy(here.settings_dict), "NAME": name}
    kept[here.settings_dict["NAME"]] = here
    connections["default"] = kept[name]


kept = {}


def migrate() -> None:
    call_command("migrate", verbosity=0)


def without_helpers() -> None:
    """The backend alone does all the work, so that all of it is seen."""
    execute("SET max_parallel_workers_per_gather = 0")


def backend_pid() -> int:
    connection.ensure_connection()
    return connection.connection.info.backend_pid


def tidy() -> None:
    execute("VACUUM ANALYZE")


def execute(statement: str, values: list | None = None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def fetch(statement: str, values: list | None = None) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def columns_of(table: str) -> list[str]:
    found = fetch("SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped", [table])  # fmt: skip
    return [name for (name,) in found]
