"""Where the desk keeps the words of a record, place by place, and how each forgets them.

Facts without words stay: dates, links to other records, codes. Words that other records say about this one are theirs,
and are corrected there. Backups are a written procedure.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from reversion.models import Revision
from reversion.models import Version as StoredRevision

from newsroom.desk.models import Autosave, Decision, Note, PreviewLink, Stage, Version
from relations.fields import DerivedField
from relations.models import Part, Record

# Text columns that hold codes or names of languages, not words.
CODES = {"uid", "kind", "lang", "printed_lang", "currency", "scheme", "field", "pair", "iso2", "iso3", "m49"}


def erase_working(uid: str) -> None:
    """Blank a record's words in every place of the list; within the door that erases its editions."""
    record = Record.objects.filter(uid=uid).first()
    for blank in PLACES if record else ():
        blank(record)


def blank_record(record: Record) -> None:
    row = record.working_row()
    rows(type(row)).filter(pk=row.pk).update(**blanks(type(row)))
    rows(Record).filter(pk=record.pk).update(key=f"erased-{record.uid}")


def blank_parts(record: Record) -> None:
    for part in parts_of(record):
        unique = dict.fromkeys(unique_texts(type(part)), f"erased-{part.pk}")
        rows(type(part)).filter(pk=part.pk).update(**blanks(type(part)) | unique)


def blank_versions(record: Record) -> None:
    rows(Version).filter(record=record).update(
        stage=Stage.WITHDRAWN,
        slug="",
        candidate=None,
        **dict.fromkeys(("title", "found_by", "digest", "approved_digest", "published_digest", "working_digest"), ""),
        **dict.fromkeys(("source_hashes", "text_hashes"), {}),
        stale_fields=[],
    )


def drop_talk(record: Record) -> None:
    """Notes about it, what somebody typed and never saved, and links to previews."""
    rows(Note).filter(version__record=record).delete()
    rows(Autosave).filter(record=record).delete()
    rows(PreviewLink).filter(version__record=record).delete()


def blank_decisions(record: Record) -> None:
    """The moves stay in the log, with who made them and when."""
    label = f"{record.kind}/erased-{record.uid}"
    rows(Decision).filter(uid=record.uid).update(reason="", record_label=label)


def blank_revisions(record: Record) -> None:
    """Stored revisions of the record, and of its parts, those that are no more included."""
    owned = {(model, str(record.pk)) for model in (Record, type(record.working_row()))}
    of_record = StoredRevision.objects.filter(content_type__in=content_types(record), object_id=str(record.pk))
    revisions = list(of_record.values_list("revision_id", flat=True))
    stored = list(StoredRevision.objects.filter(revision__in=revisions).select_related("content_type"))
    for _depth in ("parts", "parts of parts"):
        owned |= {row_of(one) for one in stored if owner_of(one) in owned}
    StoredRevision.objects.filter(pk__in=[one.pk for one in stored if row_of(one) in owned]).delete()
    Revision.objects.filter(pk__in=revisions).update(comment="")


def blank_admin_log(record: Record) -> None:
    entries = LogEntry.objects.filter(content_type__in=content_types(record), object_id=str(record.pk))
    entries.update(object_repr=record.uid, change_message="")


PLACES: tuple[Callable[[Record], None], ...] = (
    blank_revisions,
    blank_admin_log,
    blank_decisions,
    drop_talk,
    blank_versions,
    blank_parts,
    blank_record,
)


# What is a word, and whose


def rows(model: type[models.Model]) -> models.QuerySet:
    """As they are stored: no translation of field names, no rule against changing what is written once."""
    return models.QuerySet(model)


def has_words(field: models.Field) -> bool:
    text = isinstance(field, models.CharField | models.TextField | models.JSONField)
    return text and not (field.choices or field.name in {*CODES, "key"} or isinstance(field, DerivedField))


@cache
def blanks(model: type[models.Model]) -> dict:
    return {field.name: blank_of(field) for field in model._meta.local_fields if has_words(field)}


def blank_of(field: models.Field):
    if field.null:
        return None
    return field.get_default() if isinstance(field, models.JSONField) else ""


@cache
def unique_texts(model: type[Part]) -> list[str]:
    """A blank would be taken by another row already."""
    together = {name for constraint in model._meta.constraints for name in getattr(constraint, "fields", ())}
    return ["key", *(name for name in blanks(model) if name in together)]


@cache
def part_models() -> tuple[type[Part], ...]:
    return tuple(model for model in apps.get_models() if issubclass(model, Part))


def parts_of(record: Record) -> Iterator[Part]:
    for model in part_models():
        yield from rows(model).filter(**{owner_path(model): record.pk})


@cache
def owner_path(model: type[Part]) -> str:
    """`person` of a tenure; `tenure__person` of an attestation, which belongs to a part."""
    owner = model._meta.get_field(model.OWNER).related_model
    return f"{model.OWNER}__{owner_path(owner)}" if issubclass(owner, Part) else model.OWNER


def content_types(record: Record) -> list[ContentType]:
    found = ContentType.objects.get_for_models(Record, type(record.working_row()), for_concrete_models=True)
    return list(found.values())


def row_of(stored: StoredRevision) -> tuple[type[models.Model] | None, str]:
    return stored.content_type.model_class(), stored.object_id


def owner_of(stored: StoredRevision) -> tuple[type[models.Model], str] | None:
    model, _pk = row_of(stored)
    if model is None or not issubclass(model, Part):
        return None
    [row] = json.loads(stored.serialized_data)
    return model._meta.get_field(model.OWNER).related_model, str(row["fields"][model.OWNER])
