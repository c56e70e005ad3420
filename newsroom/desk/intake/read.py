"""From files to a plan: everything is read and judged before anything is written."""

from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from newsroom.desk.intake import faults
from newsroom.desk.intake.export import FORMAT
from newsroom.desk.intake.faults import Faults
from newsroom.desk.intake.files import check_file, stored_name
from newsroom.desk.intake.keys import check_key, derived_key
from newsroom.desk.intake.parsing import UNREADABLE, read_json
from newsroom.desk.intake.shape import FieldShape, PartShape, Shape, kinds, shape_of
from newsroom.desk.intake.values import parse, parse_key, parse_translated, refuse_unstorable, to_json
from relations.models import Record

# What says which record it is, and which save of it the file was made from.
NAMING = ("kind", "key", "row_version")
ENVELOPE = {"format", "records", "source", "note"}


@dataclass
class Row:
    """A record or part as the file has it: values in Python, references as text still."""

    model: type
    key: str
    place: str
    kind: str = ""
    values: dict = field(default_factory=dict)
    parts: dict[str, list["Row"]] = field(default_factory=dict)
    folder: Path = Path()
    row_version: int | None = None
    # Every name the file gives, readable or not.
    given: frozenset[str] = frozenset()

    @property
    def shape(self) -> Shape:
        return shape_of(self.model)

    def at(self, name: str) -> str:
        """The place of a field."""
        return f"{self.place}: {name}" if self.kind else f"{self.place}.{name}"

    def walk(self):
        yield self
        for rows in self.parts.values():
            for row in rows:
                yield from row.walk()

    def normal(self) -> dict:
        """What an export of this row would say, so that a file can be compared with what is kept."""
        values = {name: normal_value(self.shape.field(name), value, self.folder) for name, value in self.values.items()}
        parts = {name: [{"key": row.key, **row.normal()} for row in rows] for name, rows in self.parts.items()}
        return {**values, **parts}


def normal_value(shape: FieldShape, value, folder: Path):
    if shape.how == "translated":
        return {language: text for language, text in value.items() if text} or None
    if shape.how == "references":
        return value or None
    if isinstance(shape.field, models.FileField) and Path(folder, value).is_file():
        return stored_name(shape.field, Path(folder, value))
    if value == shape.field.get_default() or value is None:
        return None
    return to_json(value)


def read_files(paths: list[Path], found: Faults) -> list[Row]:
    """All records of all files. Faults are added to `found`; what could be read is returned all the same."""
    rows = [row for path in paths for row in read_file(path, found)]
    check_twins(rows, found)
    return rows


def check_twins(rows: list[Row], found: Faults) -> None:
    """Refuse what is there twice, be it records or parts."""
    seen = {}
    for row in rows:
        first = seen.setdefault((row.kind, row.key), row)
        if first is not row:
            found.add(row.place, _("this record is there already: %(place)s") % {"place": first.place})
    check_part_keys(rows, found)


def check_part_keys(rows, found):
    seen = {}
    for row in (part for record in rows for part in record.walk() if part is not record):
        first = seen.setdefault((row.model, row.key), row)
        if first is not row:
            found.add(
                row.place, _("the key “%(key)s” is there already: %(place)s") % {"key": row.key, "place": first.place}
            )


def read_file(path: Path, found: Faults) -> list[Row]:
    document = read_json(path, found)
    return [] if document is UNREADABLE else read_document(document, path.name, path.parent, found)


def read_document(document, name: str, folder: Path, found: Faults) -> list[Row]:
    """The records of a document; `name` begins the place of each fault, `folder` is where its files are."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        found.add(name, _("this is not an interchange file: it must say “format”: “%(format)s”") % {"format": FORMAT})
        return []
    for unknown in sorted(set(document) - ENVELOPE):
        found.add(name, _("“%(name)s” is not known here") % {"name": unknown})
    records = document.get("records")
    if not isinstance(records, list):
        found.add(f"{name}: records", faults.NOT_A_LIST)
        return []
    rows = [read_record(raw, f"{name}: records[{n}]", folder, found) for n, raw in enumerate(records)]
    return [row for row in rows if row]


def read_record(raw, place: str, folder: Path, found: Faults) -> Row | None:
    if not isinstance(raw, dict):
        found.add(place, faults.NOT_AN_OBJECT)
        return None
    kind, key = raw.get("kind"), raw.get("key")
    if not isinstance(kind, str) or kind not in kinds():
        known = ", ".join(kinds())
        found.add(place, _("unknown kind “%(kind)s”: use one of %(known)s") % {"kind": kind, "known": known})
        return None
    place = f"{place} {kind}/{key}"
    check_key(kinds()[kind], key, place, found)
    row = Row(kinds()[kind], str(key), place, kind, folder=folder)
    row.row_version = read_row_version(row, raw.get("row_version"), found)
    fill(row, {name: value for name, value in raw.items() if name not in NAMING}, found)
    return row


def read_row_version(row: Row, raw, found: Faults) -> int | None:
    if raw is None or (type(raw) is int and 0 < raw < 2**31):
        return raw
    found.add(row.at("row_version"), _("a whole number from 1 is expected here, as an export gives it"))
    return None


def fill(row: Row, raw: dict, found: Faults) -> None:
    row.given = frozenset(raw)
    for name, value in raw.items():
        if shape := row.shape.field(name):
            fill_field(row, shape, value, found)
        elif part := row.shape.part(name):
            row.parts[name] = read_parts(part, row, value, row.at(name), found)
        else:
            known = ", ".join(sorted([*(f.name for f in row.shape.fields), *(p.name for p in row.shape.parts)]))
            found.add(row.at(name), _("unknown field; known here: %(known)s") % {"known": known})


def fill_field(row: Row, shape: FieldShape, value, found: Faults) -> None:
    try:
        refuse_unstorable(value)
        row.values[shape.name] = READERS[shape.how](shape, value)
        if isinstance(shape.field, models.FileField):
            check_file(row.folder, row.values[shape.name])
    except ValidationError as refused:
        row.values.pop(shape.name, None)
        found.add(row.at(shape.name), " ".join(refused.messages))


def read_reference(shape, value):
    return None if value is None else parse_key(value)


def read_references(shape, value):
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValidationError(faults.NOT_A_LIST)
    return list(dict.fromkeys(parse_key(item) for item in value))


READERS = {
    "plain": parse,
    "translated": parse_translated,
    "reference": read_reference,
    "references": read_references,
}


def read_parts(part: PartShape, owner: Row, value, place: str, found: Faults) -> list[Row]:
    if value is None:
        return []
    if not isinstance(value, list):
        found.add(place, faults.NOT_A_LIST)
        return []
    rows = [read_part(part, owner, raw, f"{place}[{n}]", found) for n, raw in enumerate(value)]
    return [row for row in rows if row]


def read_part(part, owner, raw, place, found):
    if not isinstance(raw, dict):
        found.add(place, faults.NOT_AN_OBJECT)
        return None
    key = raw.get("key")
    if key is None:
        key = derived_key(owner, part.name, raw)
    else:
        check_key(part.model, key, place, found)
    row = Row(part.model, str(key), place, folder=owner.folder)
    fill(row, {name: value for name, value in raw.items() if name != "key"}, found)
    return row


def target_path(shape: FieldShape, text: str) -> tuple[type, str]:
    """Where a reference points: the model and key. Raises ValidationError for a malformed "kind/key"."""
    if shape.target is not Record:
        return shape.target, text
    kind, slash, key = text.partition("/")
    if not slash or kind not in kinds():
        raise ValidationError(_("write the kind before the key, as in actor/algeria"))
    return kinds()[kind], key
