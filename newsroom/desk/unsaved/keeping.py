"""What somebody typed and did not save, one text for each person and record."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.desk.models import Autosave
from newsroom.desk.unsaved.rows import flat, over, rows_of, unflat
from relations.models import Record

MOST_INPUTS = 3_000
LONGEST_NAME = 100
# Characters, all values together: a book.
LARGEST = 1_000_000


class TooMuch(Exception):
    """More than any form of the desk holds."""

    def __init__(self):
        super().__init__(_("This is too much to be kept unsaved. Save it, or take some of it out."))


def keep_unsaved(
    *, by, form: str, record: Record | None, row_version: int, inputs: Mapping[str, list], known="", part=False
):
    """Keep the inputs that differ from what was opened, by name, each with all its values. Returns (row, alone).

    `known` is the moment of what the page has kept or taken up before (ISO), which this replaces. Whatever else is kept
    for the same form comes from another window or another day: then both are held together, and `alone` is False. `part` adds
    to what the page kept before. Raises TooMuch.
    """
    refuse_too_much(inputs)
    with transaction.atomic():
        kept = unsaved_of(by=by, form=form, record=record, locked=True)
        alone = kept is None or kept.at.isoformat() == known
        typed = rows_of(inputs)
        if kept and (part or not alone):
            typed = over(unflat(kept.fields), typed)
            row_version = min(row_version, kept.row_version)
        if not typed:
            forget_unsaved(by=by, form=form, record=record)
            return None, True
        values = {"row_version": row_version, "fields": flat(typed), "at": timezone.now(), "form": form}
        return write(by, form, record, kept, values), alone


def write(by, form: str, record: Record | None, kept: Autosave | None, values: dict) -> Autosave:
    if kept is None:
        # Two windows may be first at once.
        keys = {"user": by, "record": record} | ({} if record else {"form": form})
        return Autosave.objects.update_or_create(**keys, defaults=values)[0]
    for name, value in values.items():
        setattr(kept, name, value)
    kept.save()
    return kept


def refuse_too_much(inputs: Mapping[str, list]) -> None:
    size = sum(len(text) for values in inputs.values() for text in values)
    if len(inputs) > MOST_INPUTS or size > LARGEST or any(len(name) > LONGEST_NAME for name in inputs):
        raise TooMuch


def unsaved_of(*, by, form: str, record: Record | None, locked: bool = False) -> Autosave | None:
    rows = Autosave.objects.select_for_update() if locked else Autosave.objects
    mine = rows.filter(user=by, record=record) if record else rows.filter(user=by, record=None, form=form)
    return mine.first()


def forget_unsaved(*, by, form: str, record: Record | None) -> None:
    """Saved, or discarded."""
    mine = Autosave.objects.filter(user=by, record=record)
    (mine if record else mine.filter(form=form)).delete()
