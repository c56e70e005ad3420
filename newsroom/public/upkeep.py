"""What must stand around the tables of editions after every migration and flush, and a check that it does."""

import datetime as dt

from django.apps import apps as installed_apps
from django.core import checks
from django.db import connections

from newsroom.public.ddl import guard_editions, has_editions, missing_triggers, unguard_editions

# Before any edition the change feed is complete, and empty.
BEGINNING = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def before_migrate(*, using, **kwargs):
    """SQLite cannot rename a table while a trigger names one that is missing."""
    if connections[using].vendor == "sqlite":
        unguard_editions(connections[using])


def after_migrate(*, using, apps=installed_apps, **kwargs):
    connection = connections[using]
    if not has_editions(connection):
        return
    if connection.vendor == "sqlite":
        guard_editions(connection)
    apps.get_model("public", "Head").objects.using(using).get_or_create(id=1, defaults={"until": BEGINNING})


def check_triggers(*, databases=(), **kwargs):
    """A warning, since `migrate` is what puts them back and would stop at an error."""
    return [message for alias in databases or () for message in warnings_about(connections[alias])]


def warnings_about(connection):
    if not has_editions(connection):
        return []
    return [
        checks.Warning(
            f"The database lacks the trigger {name}, which keeps published editions as they are.",
            hint="Run manage.py migrate." if connection.vendor == "sqlite" else "Restore it: newsroom/public/ddl.py.",
            id="public.W001",
        )
        for name in missing_triggers(connection)
    ]
