"""From a frozen candidate to what the door takes."""

import datetime as dt
from collections import defaultdict
from itertools import count

import orjson

from newsroom.desk.compose import canonical
from newsroom.desk.models import Version
from newsroom.desk.publish.item import Item
from newsroom.public.models import Address
from relations.values.transliteration import slugify, sort_name

SLUG_LENGTH = 80


def item_of(record, version, candidate: bytes) -> Item:
    """The item a candidate stands for: nothing is composed again, its parts are only taken apart."""
    frozen = orjson.loads(candidate)
    return Item(
        uid=record.uid,
        kind=str(record.kind),
        language=version.language,
        slug=version.slug,
        title=frozen["title"],
        payload=canonical(frozen["payload"]),
        summary=canonical(frozen["summary"]),
        card=canonical(frozen["card"]),
        digest=version.digest,
        sort_date=moment_of(frozen["sort_date"]),
        sort_name=sort_name(frozen["title"], version.language),
        date_lower=day_of(frozen["date_lower"]),
        date_upper=day_of(frozen["date_upper"]),
        facets=[tuple(facet) for facet in frozen["facets"]],
        files=frozen["files"],
        search=frozen["search"],
        original_language=record.original_language,
    )


def day_of(day: str | None) -> dt.date | None:
    return dt.date.fromisoformat(day) if day else None


def moment_of(day: str | None) -> dt.datetime | None:
    """Midnight of a day, in UTC."""
    return dt.datetime.combine(day_of(day), dt.time(), dt.UTC) if day else None


def give_addresses(titles: dict[Version, str]) -> None:
    """An address made of each title, once, that no other record owns or has been given. The caller saves the versions."""
    bases = {version: base_of(version, title) for version, title in titles.items() if not version.slug}
    owners = owners_of(set(bases.values()))
    given = defaultdict(set)
    for version, base in bases.items():
        record, scope = version.record, (str(version.record.kind), version.language)
        is_free = owners[(*scope, base)] <= {record.uid}
        taken = set() if is_free else taken_slugs(record, version.language, base) | given[scope]
        version.slug = next(slug for slug in numbered(base) if slug not in taken)
        given[scope].add(version.slug)
        owners[(*scope, version.slug)].add(record.uid)


def base_of(version: Version, title: str) -> str:
    return slugify(title, version.language)[:SLUG_LENGTH].strip("-") or version.record.uid


def owners_of(slugs: set[str]) -> dict[tuple[str, str, str], set[str]]:
    """Whose these addresses are, by kind, language and slug: for two queries, however many there are."""
    owned = Address.objects.filter(slug__in=slugs).values_list("kind", "language", "slug", "uid")
    given = Version.objects.filter(slug__in=slugs).values_list("record__kind", "language", "slug", "record__uid")
    owners = defaultdict(set)
    for *name, uid in (*owned, *given):
        owners[tuple(name)].add(uid)
    return owners


def numbered(base: str):
    yield base
    yield from (f"{base}-{number}" for number in count(2))


def taken_slugs(record, language: str, base: str) -> set[str]:
    owned = Address.objects.filter(kind=record.kind, language=language, slug__startswith=base).exclude(uid=record.uid)
    given = Version.objects.filter(record__kind=record.kind, language=language, slug__startswith=base)
    return {*owned.values_list("slug", flat=True), *given.exclude(record=record.pk).values_list("slug", flat=True)}
