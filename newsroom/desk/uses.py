"""Where a record is used: in what readers see or will see, and in the desk's working rows and texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import orjson
from django.db import models
from django.db.models import Func, Q, Value
from django.utils import timezone
from django.utils.functional import Promise

from newsroom.desk.fields import translated_fields
from newsroom.desk.models import Article, Autosave, Presence, Version
from newsroom.public.addresses import page_path
from newsroom.public.models import Edition
from relations.models import Claim, Dossier, Part, Record
from relations.values.languages import LANGUAGES

# Rows looked at of each kind of use: enough to say that something is in use, and where to begin.
MOST = 200

# Belong to the record itself and go with it.
OWN = (Version, Autosave, Presence)
RUNNING_TEXTS = ((Article, "body"), (Dossier, "intro"))


@dataclass(frozen=True)
class WorkingUse:
    """A record whose working row, part or running text points here; by what, in the words of the admin."""

    record: Record
    by: str | Promise


@dataclass(frozen=True)
class EditionUse:
    """A current or coming edition that names the record, with the keys of its payload where it does."""

    title: str
    kind: str
    language: str
    number: int
    path: str
    is_pending: bool
    where: tuple[str, ...]


@dataclass(frozen=True)
class Uses:
    editions: list[EditionUse]
    working: list[WorkingUse]
    is_whole: bool

    def __bool__(self) -> bool:
        return bool(self.editions or self.working)


def uses_of(record: Record) -> Uses:
    """Every use by another record. Its own parts, texts and editions are not uses."""
    editions = list(edition_uses(record))
    working = working_uses(record)
    return Uses(editions, working, len(editions) < MOST and len(working) < MOST)


# In editions


class Contains(Func):
    """Whether bytes stand in a payload: no index serves this, so only what is public or coming is read."""

    output_field = models.IntegerField()
    template = "INSTR(%(expressions)s)"

    def as_postgresql(self, compiler, connection, **context):
        payload, wanted = self.get_source_expressions()
        swapped = Contains(wanted, payload)
        return swapped.as_sql(compiler, connection, template="POSITION(%(expressions)s)", arg_joiner=" IN ", **context)


def edition_uses(record: Record) -> Iterator[EditionUse]:
    now = timezone.now()
    shown = Edition.objects.filter(Q(live_until=None) | Q(live_until__gt=now), state=Edition.State.LIVE, retired=False)
    marker = Value(orjson.dumps(record.uid), models.BinaryField())
    naming = shown.exclude(uid=record.uid).annotate(at=Contains("payload", marker)).filter(at__gt=0)
    for edition in naming.order_by("kind", "uid", "language", "number")[:MOST]:
        yield edition_use(edition, record.uid, now)


def edition_use(edition: Edition, uid: str, now) -> EditionUse:
    payload = orjson.loads(bytes(edition.payload))
    return EditionUse(
        title=edition.title,
        kind=edition.kind,
        language=edition.language,
        number=edition.number,
        path=page_path(edition.kind, edition.language, edition.slug),
        is_pending=edition.live_from > now,
        where=tuple(key for key, value in payload.items() if names(value, uid)),
    )


def names(value, uid: str) -> bool:
    if isinstance(value, dict):
        return any(names(one, uid) for one in value.values())
    if isinstance(value, list):
        return any(names(one, uid) for one in value)
    return value == uid


# In working rows


def working_uses(record: Record) -> list[WorkingUse]:
    """By foreign keys and lists of records, by links in running text and by claimed values; each once."""
    found = [*related_uses(record), *text_uses(record), *claimed_uses(record)]
    return [use for use in dict.fromkeys(found) if use.record.pk != record.pk][:MOST]


def related_uses(record: Record) -> Iterator[WorkingUse]:
    for relation in relations_to(type(record.working_row())):
        rows = relation.related_model._base_manager.filter(**{relation.field.name: record.pk})
        if path := owner_path(relation.related_model):
            rows = rows.select_related(path)
        for row in rows[:MOST]:
            owner = row.owner if isinstance(row, Part) else row
            yield WorkingUse(as_record(owner), relation.field.verbose_name)


@cache
def relations_to(model: type[Record]) -> tuple:
    """What points to a kind of record from elsewhere: not its parents' rows, and not what is a part of it."""
    return tuple(
        relation
        for relation in model._meta.related_objects
        if not (isinstance(relation, models.OneToOneRel) or relation.related_model in OWN or is_own_part(relation))
        and issubclass(relation.related_model, Record | Part)
    )


def is_own_part(relation) -> bool:
    part = relation.related_model
    return issubclass(part, Part) and relation.field.name == part.OWNER


def owner_path(model) -> str:
    """What to fetch with a row so that its record is there: `tenure__person` with an attestation."""
    if not issubclass(model, Part):
        return ""
    deeper = owner_path(model._meta.get_field(model.OWNER).related_model)
    return f"{model.OWNER}__{deeper}" if deeper else model.OWNER


def text_uses(record: Record) -> Iterator[WorkingUse]:
    """Links end in a quotation mark: `actor/ali` is not `actor/ali-reza`."""
    link = f'"record:{record.kind}/{record.key}"'
    for model, field in RUNNING_TEXTS:
        for language in LANGUAGES if field in translated_fields(model) else ():
            for row in model._base_manager.filter(**{f"{field}_{language}__contains": link})[:MOST]:
                yield WorkingUse(as_record(row), f"{model._meta.get_field(field).verbose_name} [{language}]")


def claimed_uses(record: Record) -> Iterator[WorkingUse]:
    path = f"{record.kind}/{record.key}"
    claims = Claim.objects.filter(value__isnull=False).exclude(record=record.pk).select_related("record")
    for claim in claims.iterator():
        if path in (claim.value if isinstance(claim.value, list) else [claim.value]):
            yield WorkingUse(as_record(claim.record), Claim._meta.get_field("value").verbose_name)


def as_record(row: Record) -> Record:
    """The common row, so that one record is one however it was reached."""
    return getattr(row, "record_ptr", row)
