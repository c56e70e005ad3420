"""Where snapshots lie, which of them may be served, and how they go."""

import datetime as dt
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import orjson
from django.conf import settings

from newsroom.public import reading
from newsroom.public.addresses import PLURALS

MANIFEST = "manifest.json"
# A folder of another name is no snapshot: one on its way in or out.
HIDDEN = "."


class File(NamedTuple):
    kind: str
    sha256: str
    rows: int
    bytes: int


class Snapshot(NamedTuple):
    """A folder, named by when it was made, that stands there whole or not at all."""

    folder: Path
    checkpoint: int
    complete_until: dt.datetime
    made_at: dt.datetime
    files: tuple[File, ...]

    @property
    def date(self) -> str:
        return f"{self.made_at:%Y-%m-%d}"

    def path(self, kind: str) -> Path:
        return self.folder / file_name(kind)


def file_name(kind: str) -> str:
    return f"{PLURALS[kind]}.ndjson.gz"


def available() -> list[Snapshot]:
    """Those that may be served, the last of each day, the latest first."""
    found = list({one.date: one for one in stored()}.values())
    spent = reading.withdrawn_since(one.complete_until for one in found)
    return [one for one in reversed(found) if one.complete_until not in spent]


def find(date: str) -> Snapshot | None:
    """The last of a day: ask `spent_since` before serving it."""
    return next(reversed(stored(date)), None)


def spent_since(snapshot: Snapshot) -> dt.datetime | None:
    """When something that it holds was withdrawn."""
    return reading.withdrawn_since([snapshot.complete_until]).get(snapshot.complete_until)


def stored(date: str = "") -> list[Snapshot]:
    """Of a day or of all, in order."""
    folders = sorted(settings.SNAPSHOTS.glob(f"{date or '[0-9]'}*"))
    return [one for one in map(load, folders) if one]


def load(folder: Path) -> Snapshot | None:
    """None where it was removed meanwhile, or never was one."""
    try:
        manifest = orjson.loads((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    moments = {name: dt.datetime.fromisoformat(manifest[name]) for name in ("complete_until", "made_at")}
    files = tuple(File(**one) for one in manifest["files"])
    return Snapshot(folder, manifest["checkpoint"], files=files, **moments)


def remove_spent() -> None:
    """Those that hold something withdrawn since."""
    found = stored()
    spent = reading.withdrawn_since(one.complete_until for one in found)
    remove(one for one in found if one.complete_until in spent)


def remove_superseded(last: Snapshot) -> None:
    """Those made before on the same day, and those too old."""
    oldest = last.made_at - dt.timedelta(days=settings.SNAPSHOT_DAYS)
    remove(one for one in stored() if one != last and (one.date == last.date or one.made_at < oldest))


def remove(snapshots: Iterable[Snapshot]) -> None:
    """Out of sight first, so that nobody meets half of one."""
    for one in snapshots:
        hidden = one.folder.with_name(f"{HIDDEN}{one.folder.name}")
        with suppress(FileNotFoundError):
            one.folder.rename(hidden)
        shutil.rmtree(hidden, ignore_errors=True)


def remove_leftovers() -> None:
    """Of runs that were killed."""
    for folder in settings.SNAPSHOTS.glob(f"{HIDDEN}*/"):
        shutil.rmtree(folder, ignore_errors=True)
