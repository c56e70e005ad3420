"""Reads the settings that come from outside. A missing or wrong variable says what to do about it."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

ON = {"1", "on", "true", "yes"}
OFF = {"0", "off", "false", "no"}


def required(name: str, why: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"Set the environment variable {name}: {why}")
    return value


def choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    value = os.environ.get(name) or default
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {value!r}; it may be one of: {', '.join(allowed)}.")
    return value


def flag(name: str, *, default: bool) -> bool:
    value = os.environ.get(name, "").lower()
    if not value:
        return default
    if value not in ON | OFF:
        raise ImproperlyConfigured(f"{name} is {value!r}; write on or off.")
    return value in ON


def number(name: str, default: int) -> int:
    value = os.environ.get(name) or str(default)
    if not value.isascii() or not value.isdigit():
        raise ImproperlyConfigured(f"{name} is {value!r}; write a number such as {default}.")
    return int(value)


def names(name: str, default: str) -> list[str]:
    """A comma-separated list."""
    return [part.strip() for part in (os.environ.get(name) or default).split(",") if part.strip()]


def database(url: str, base: Path) -> dict:
    """Django's description of the database at `postgres://user:password@host:port/name` or `sqlite:///path`."""
    parts = urlsplit(url)
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgresql(parts)
    if parts.scheme == "sqlite" and not parts.netloc:
        return _sqlite(base / parts.path.removeprefix("/"))
    raise ImproperlyConfigured(
        "DATABASE_URL is not understood; write postgres://user:password@host:port/name or sqlite:///path/to/file."
    )


def beside(main: dict, name: str) -> dict:
    """A second store: of SQLite another file next to the main one, of PostgreSQL the same database."""
    if "sqlite3" not in main["ENGINE"]:
        return main.copy()
    path = main["NAME"]
    return {**main, "NAME": path.with_name(f"{path.stem}.{name}{path.suffix}")}


def _postgresql(parts) -> dict:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        # Only cursors that bind on the server prepare: those of the read side, whose queries are always the same. Their
        # plans are kept, for left to itself PostgreSQL plans most of them anew each time, which takes longer than they do.
        "OPTIONS": {
            "prepare_threshold": 5,
            "options": "-c plan_cache_mode=force_generic_plan",
            **dict(parse_qsl(parts.query)),
        },
        # A connection per server thread, kept: opening one costs more than most of our queries.
        "CONN_MAX_AGE": 600,
    }


def _sqlite(path: Path) -> dict:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            # Take the write lock when a transaction begins: one that reads first and writes later could not wait for it.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
