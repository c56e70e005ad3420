"""How a snapshot is made: read in batches, written beside the others, and put among them once it is whole."""

import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from gzip import GzipFile
from pathlib import Path

import orjson
from django.conf import settings
from django.core.files import locks
from django.utils import timezone

from newsroom.public import reading
from newsroom.public.addresses import PLURALS
from newsroom.public.dossier import compile_dossier
from newsroom.public.models import Head
from newsroom.public.reading import Moment, Row
from newsroom.public.resolve import resolve_json
from newsroom.public.snapshots import kept
from newsroom.public.snapshots.kept import HIDDEN, MANIFEST, File, Snapshot, file_name

# Records read at once; what memory a run needs.
BATCH = 200
# A withdrawal while it is being made spoils it.
TRIES = 5


class NotMade(Exception):
    """Says why to whoever asked for it."""


def make() -> Snapshot:
    """Make one, in place of the others of this day, and remove what need not or may not be kept any longer."""
    if not settings.PUBLIC_ORIGIN:
        raise NotMade("Set NEWSROOM_ORIGIN: the addresses within a snapshot need scheme and host.")
    settings.SNAPSHOTS.mkdir(parents=True, exist_ok=True)
    with alone():
        kept.remove_leftovers()
        kept.remove_spent()
        for _ in range(TRIES):
            snapshot = write()
            # Asked once it stands there, so that an erasure meanwhile removes it or is seen here.
            if not kept.spent_since(snapshot):
                kept.remove_superseded(snapshot)
                return snapshot
            kept.remove([snapshot])
    raise NotMade(
        "Something was withdrawn each time before it was whole, or no “manage.py tick” is running. Try again."
    )


@contextmanager
def alone() -> Iterator[None]:
    """A killed process leaves no lock behind."""
    with (settings.SNAPSHOTS / f"{HIDDEN}lock").open("w") as lock:
        if not locks.lock(lock, locks.LOCK_EX | locks.LOCK_NB):
            raise NotMade("Another process is making a snapshot.")
        yield


def write() -> Snapshot:
    """
    All that is public up to where the change feed has come.

    No transaction is needed: an edition of that moment never changes, and what was withdrawn since is left out.
    """
    head, made_at = Head.objects.get(), timezone.now()
    folder = settings.SNAPSHOTS / f"{made_at:%Y-%m-%dT%H%M%S.%fZ}"
    building = folder.with_name(f"{HIDDEN}{folder.name}")
    building.mkdir()
    try:
        files = write_files(building, head.until)
        moments = {"complete_until": head.until, "made_at": made_at}
        write_manifest(building, {"checkpoint": head.last_seq, **moments, "files": [file._asdict() for file in files]})
        building.rename(folder)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    sync(settings.SNAPSHOTS)
    return Snapshot(folder, head.last_seq, files=tuple(files), **moments)


def write_files(folder: Path, until: dt.datetime) -> list[File]:
    with ExitStack() as opened:
        files = {kind: opened.enter_context(closing(Lines(folder / file_name(kind)))) for kind in PLURALS}
        for kind, line in lines(until):
            files[kind].write(line)
    return [described(kind, lines) for kind, lines in files.items()]


def described(kind: str, lines: "Lines") -> File:
    with lines.path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return File(kind, sha256, lines.rows, lines.path.stat().st_size)


class Lines:
    """A compressed file of lines: the same lines are the same bytes, whenever they are written."""

    def __init__(self, path: Path):
        self.path, self.rows = path, 0
        self.file = path.open("xb")
        self.compressed = GzipFile(filename="", mode="wb", compresslevel=6, fileobj=self.file, mtime=0)

    def write(self, line: bytes) -> None:
        self.compressed.write(line + b"\n")
        self.rows += 1

    def close(self) -> None:
        with self.file:
            self.compressed.close()
            self.file.flush()
            os.fsync(self.file.fileno())


def lines(until: dt.datetime) -> Iterator[tuple[str, bytes]]:
    """By uid and language; each batch leaves out what has been withdrawn by then."""
    uid = language = ""
    while rows := reading.behind(uid, language, BATCH, at := reading.moment(until)):
        yield from items(rows, at)
        uid, language = rows[-1].uid, rows[-1].language


def items(rows: Sequence[Row], at: Moment) -> Iterator[tuple[str, bytes]]:
    """As the API answers for each by itself, with its kind."""
    origin = settings.PUBLIC_ORIGIN
    records = [row for row in rows if row.kind != "dossier"]
    yield from zip((row.kind for row in records), resolve_json(records, at, origin=origin).items, strict=True)
    for row in rows:
        if row.kind == "dossier":
            yield row.kind, orjson.dumps(compile_dossier(row, row.language, at, origin=origin).content)


def write_manifest(folder: Path, manifest: dict) -> None:
    with (folder / MANIFEST).open("xb") as file:
        file.write(orjson.dumps(manifest))
        file.flush()
        os.fsync(file.fileno())
    sync(folder)


def sync(folder: Path) -> None:
    """Names, too, have to reach the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
