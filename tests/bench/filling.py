"""An archive: working rows, and their editions in two languages as the real door writes them."""

import datetime as dt
import os
import subprocess
import sys
import time
from collections.abc import Iterable

from django.db import transaction

from newsroom.desk.compose import COMPOSERS, candidate_bytes, digest_of, load_all
from newsroom.desk.items import SLUG_LENGTH, item_of
from newsroom.desk.models import Article, Stage, Version
from newsroom.desk.publish import Item, publish
from newsroom.public.models import Edition, Head
from relations.models import Event, Record
from relations.values.transliteration import slugify
from tests.bench.articles import make_articles
from tests.bench.copying import PATTERN, copy_pattern
from tests.bench.databases import execute, migrate, say, tidy, url_of
from tests.bench.numbers import uid
from tests.bench.world import load_world, make_world

LANGUAGES = ("en", "fr")
BEGINNING = dt.datetime(2016, 1, 1, tzinfo=dt.UTC)
STEP = dt.timedelta(hours=2)
BATCH = 50
SAID = 250


def fill(articles: int, *, editions_only: bool = False) -> None:
    """
    Up to so many articles, from nothing or from where an earlier run was broken off; the first thousand through the
    door, the others as copies. The copies have no working rows where only editions count.
    """
    migrate()
    started, known = time.monotonic(), count()
    if known >= articles:
        return
    execute("SET synchronous_commit = off")
    fill_world()
    fill_articles(known)
    last = -(-articles // PATTERN) - 1
    if last >= count() // PATTERN:
        say(f"Filling: copies up to {articles:,} articles ...")
        copy_pattern(count() // PATTERN, last, working=not editions_only)
    tidy()
    say(f"Filled in {time.monotonic() - started:.0f} s.")


def count() -> int:
    return Edition.objects.filter(kind="article", language="en").count()


def fill_world() -> None:
    if Edition.objects.filter(kind="dossier").exists():
        return
    say("Filling: what articles are about ...")
    Head.objects.update(until=BEGINNING)
    if not Event.objects.exists():
        with transaction.atomic():
            make_world()
    publish_records(Record.objects.order_by("pk"))


def fill_articles(known: int) -> None:
    world, written = load_world(), Article.objects.count()
    for first in range(known + 1, PATTERN + 1, BATCH):
        numbers = range(first, first + BATCH)
        if first > written:
            with transaction.atomic():
                make_articles(world, numbers)
        publish_records(Record.objects.filter(uid__in=map(uid, numbers)).order_by("pk"))
        if not numbers[-1] % SAID:
            say(f"Filling: {numbers[-1]:,} articles ...")


def publish_records(records: Iterable[Record]) -> None:
    """All at one moment, the next after all before."""
    moment = Head.objects.get().until + STEP
    items = [item for row in load_all(records) for item in items_of(row)]
    publish(items=items, by=None, clock=lambda: moment)


def items_of(row: Record) -> list[Item]:
    versions = [version_of(row, language) for language in LANGUAGES]
    Version.objects.bulk_create(versions, ignore_conflicts=True)
    return [item_of(row, version, version.candidate) for version in versions]


def version_of(row: Record, language: str) -> Version:
    frozen = COMPOSERS[row.kind].compose(row, language)
    candidate = candidate_bytes(frozen)
    digests = dict.fromkeys(("digest", "approved_digest", "working_digest", "published_digest"), digest_of(candidate))
    slug = f"{slugify(frozen['title'], language)[: SLUG_LENGTH - 10]}-{row.pk}"
    return Version(
        record_id=row.pk, language=language, stage=Stage.PUBLISHED, slug=slug, candidate=candidate, **digests
    )


def fill_apart(articles: int, database: str, *, editions_only: bool = False) -> None:
    """In a process of its own that steps back for others, so that what is measured later starts fresh."""
    command = ["nice", "-n", "10", sys.executable, "-m", "tests.bench", "--fill", "--articles", f"{articles}"]
    if editions_only:
        command.append("--editions-only")
    subprocess.run(command, check=True, env={**os.environ, "DATABASE_URL": url_of(database)})
