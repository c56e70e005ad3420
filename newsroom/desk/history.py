"""Earlier working texts: every save of a record is kept with its parts and can be brought back by another save."""

import reversion
from django.apps import apps
from django.utils import timezone
from reversion.models import Version as Kept

from newsroom.desk.decisions import log_decision
from newsroom.desk.fields import part_names
from newsroom.desk.models import Verb
from newsroom.desk.saving import saving, saving_many
from relations.models import Part, Record


def register() -> None:
    """With a record go its common row, its parts and the parts of those, whichever of them a form shows."""
    reversion.register(Record)
    for model in apps.get_models():
        if issubclass(model, Part) or (issubclass(model, Record) and model is not Record):
            common_row = [field.name for field in model._meta.parents.values()]
            reversion.register(model, follow=[*common_row, *part_names(model)])


def revisions(record: Record):
    """What is kept of a record, the latest first."""
    return Kept.objects.get_for_object(record.working_row()).select_related("revision__user")


def deleted(model: type[Record]):
    """What is kept of records that are no more, the last text of each."""
    return Kept.objects.get_deleted(model).select_related("revision__user")


def restore(*, record: Record, kept: Kept, by, row_version: int) -> None:
    """Bring back a kept text with its parts; an ordinary save, so approvals given to the present text fall.

    Raises StaleRow like any save and reversion's RevertError when what it depends on has been deleted.
    """
    with saving(record, row_version=row_version, by=by):
        stamps = Record.objects.values("row_version", "modified_at", "modified_by").get(pk=record.pk)
        kept.revision.revert(delete=True)
        Record.objects.filter(pk=record.pk).update(**stamps)
        for version in record.versions.all():
            log_decision(version, Verb.RESTORE, by=by, at=timezone.now(), reason=str(kept.revision.date_created))


def recover(*, kept: Kept, by) -> Record:
    """Bring back a record that was deleted, as it was last saved; its texts begin as drafts."""
    with saving_many(by=by) as saves:
        kept.revision.revert()
        record = Record.objects.get(pk=kept.object_id)
        saves.add(record)
    return record
