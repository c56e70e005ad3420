"""The text that somebody opened, long after others saved over it: read back from the history of saves."""

from dataclasses import dataclass

from reversion.models import Version as Kept

from relations.models import Part, Record


@dataclass(frozen=True)
class Opened:
    """Values by column, as they stood at one row version: of the record, and of its parts by model and primary key."""

    record: dict
    parts: dict[type[Part], dict[int, dict]]


def as_opened(record: Record, row_version: int) -> Opened | None:
    """The record as it was at a row version; None where no save of that version was kept."""
    saves = Kept.objects.get_for_object_reference(Record, record.pk).filter(
        serialized_data__contains=f'"row_version": {row_version},'
    )
    stored = next((one for one in saves if one.field_dict["row_version"] == row_version), None)
    return read(stored.revision, record.working_row()) if stored else None


def read(revision, row: Record) -> Opened | None:
    common, own, parts = {}, None, {}
    for stored in revision.version_set.select_related("content_type"):
        model = stored._model
        if issubclass(model, Part):
            parts.setdefault(model, {})[int(stored.object_id)] = stored.field_dict
        elif model is Record:
            common = stored.field_dict
        elif model is type(row) and stored.object_id == str(row.pk):
            # Its own columns; the common ones are asked for once.
            own = stored._local_field_dict
    return None if own is None else Opened({**common, **own}, parts)
