"""Working row -> what an edition freezes: pure, one language at a time, without fallback and without a clock."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from types import ModuleType

import orjson

from newsroom.desk.compose import (
    actor,
    agreement,
    article,
    author,
    capacity,
    dossier,
    event,
    indicator,
    place,
    post,
    series,
    source,
    topic,
)
from newsroom.desk.fields import languages_of
from newsroom.public.schema import Frozen
from relations.models import Record
from relations.values.languages import LANGUAGES
from relations.values.vocabularies import RecordKind

__all__ = [
    "COMPOSERS",
    "candidate_bytes",
    "canonical",
    "compose",
    "compose_all",
    "compose_languages",
    "digest_of",
    "languages_of",
    "load",
    "load_all",
]

# Each has `rows()`, the working rows with all that composing reads, and `compose(row, language)`. Pictures have no edition.
COMPOSERS: dict[str, ModuleType] = {
    RecordKind.ARTICLE: article,
    RecordKind.ACTOR: actor,
    RecordKind.EVENT: event,
    RecordKind.AGREEMENT: agreement,
    RecordKind.DOSSIER: dossier,
    RecordKind.PLACE: place,
    RecordKind.TOPIC: topic,
    RecordKind.POST: post,
    RecordKind.SERIES: series,
    RecordKind.INDICATOR: indicator,
    RecordKind.SOURCE: source,
    RecordKind.AUTHOR: author,
    RecordKind.CAPACITY: capacity,
}


def load(record: Record) -> Record:
    """The working row as it stands in the database, with its parts."""
    return COMPOSERS[record.kind].rows().get(pk=record.pk)


def load_all(records: Iterable[Record]) -> Iterator[Record]:
    """The working rows of many records, for the queries of one of each kind. Kinds without editions are left out."""
    by_kind = defaultdict(list)
    for record in records:
        by_kind[record.kind].append(record.pk)
    for kind, pks in by_kind.items():
        if kind in COMPOSERS:
            yield from COMPOSERS[kind].rows().filter(pk__in=pks)


def compose(record: Record, language: str) -> Frozen:
    return COMPOSERS[record.kind].compose(load(record), language)


def compose_all(record: Record) -> dict[str, Frozen]:
    """Every language, for the queries of one."""
    return compose_languages(load(record))


def compose_languages(row: Record) -> dict[str, Frozen]:
    """Every language of a row that `load` or `load_all` gave; what its texts link to is all that is asked for."""
    return {language: COMPOSERS[row.kind].compose(row, language) for language in LANGUAGES}


def canonical(value: dict) -> bytes:
    """JSON bytes that are the same whenever the value is."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def candidate_bytes(frozen: Frozen) -> bytes:
    """What reviewers read and what goes out, whole."""
    return canonical(frozen)


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
