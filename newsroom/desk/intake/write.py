"""From a plan to rows, inside one transaction. Order in the file does not matter: all records exist before any is filled."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from newsroom.desk.intake.export import dump_row, rows_of
from newsroom.desk.intake.faults import Faults
from newsroom.desk.intake.files import store
from newsroom.desk.intake.read import Row, target_path
from newsroom.desk.intake.shape import FieldShape
from relations.models import Part, Record


class Targets:
    """Where every reference of a file leads: to rows of the file or rows kept already, by model and key."""

    def __init__(self, rows: list[Row]):
        self.named = {(part.model, part.key) for row in rows for part in row.walk()}
        self.ids = {}

    def check(self, rows: list[Row], found: Faults) -> None:
        for row in (part for record in rows for part in record.walk()):
            for shape, text in references(row):
                self.check_one(shape, text, row.at(shape.name), found)

    def check_one(self, shape, text, place, found):
        try:
            model, key = target_path(shape, text)
        except ValidationError as refused:
            found.add(place, " ".join(refused.messages))
            return
        if (model, key) not in self.named and self.find(model, key) is None:
            kind = model._meta.verbose_name
            found.add(place, _("there is no %(kind)s with the key “%(key)s”") % {"kind": kind, "key": key})

    def find(self, model, key) -> int | None:
        """The primary key of a row, or None. Rows of the file are there once they are written."""
        if (model, key) not in self.ids:
            row = model._base_manager.filter(key=key).values_list("pk", flat=True).first()
            if row is None:
                return None
            self.ids[model, key] = row
        return self.ids[model, key]

    def id_of(self, shape: FieldShape, text: str) -> int:
        return self.find(*target_path(shape, text))


def references(row: Row):
    for name, value in row.values.items():
        shape = row.shape.field(name)
        if shape.how == "reference" and value:
            yield shape, value
        elif shape.how == "references":
            yield from ((shape, text) for text in value)


class Writer:
    """Writes rows. Later parts may point at earlier ones and the other way round: links between parts come last."""

    def __init__(self, targets: Targets, found: Faults, *, by, judge_constraints: bool):
        self.targets, self.found, self.by, self.judge_constraints = targets, found, by, judge_constraints
        self.owners, self.late, self.doomed, self.files = [], [], [], []

    def create_record(self, row: Row) -> Record:
        """A bare row under its key; `fill` gives it its fields."""
        base = Record(kind=row.kind, key=row.key, created_by=self.by, modified_by=self.by)
        # An archive brought to an empty desk goes on from the versions it had.
        base.row_version = row.row_version or base.row_version
        base.save(force_insert=True)
        self.targets.ids[row.model, row.key] = base.pk
        return base

    def fill_record(self, row: Row, base: Record | None) -> Record:
        """The record's own fields; its parts wait until the records they point at are whole."""
        record = row.model._base_manager.get(key=row.key) if base is None else grown(row.model, base)
        if self.fill(record, row):
            self.owners.append((record, row))
        return record

    def fill(self, instance, row: Row) -> bool:
        self.set_fields(instance, row)
        if not self.is_sound(instance, row):
            return False
        instance.save()
        self.targets.ids[row.model, row.key] = instance.pk
        self.late.append((instance, row))
        return True

    def write_all_parts(self) -> None:
        """What goes makes room first: a part may move to another owner, or another take its place."""
        for record, row in self.owners:
            self.drop_parts(record, row)
        for record, row in self.owners:
            self.write_parts(record, row)

    def set_fields(self, instance, row):
        for name, value in row.values.items():
            shape = row.shape.field(name)
            if shape.how == "translated":
                for language, text in value.items():
                    setattr(instance, f"{name}_{language}", text)
            elif shape.how == "reference":
                self.set_reference(instance, shape, value)
            elif isinstance(shape.field, models.FileField):
                self.set_file(instance, row, name, value)
            elif shape.how == "plain":
                setattr(instance, name, value)

    def set_reference(self, instance, shape, value):
        """A link to a part waits until all parts are there."""
        if value is None:
            setattr(instance, shape.field.attname, None)
        elif not issubclass(shape.target, Part):
            setattr(instance, shape.field.attname, self.targets.id_of(shape, value))

    def set_file(self, instance, row, name, value):
        stored, is_new = store(instance._meta.get_field(name), Path(row.folder, value))
        self.files += [stored] if is_new else []
        setattr(instance, name, stored)

    def remove_files(self) -> None:
        for name in self.files:
            default_storage.delete(name)

    def is_sound(self, instance, row) -> bool:
        """Fields and the model's own constraints. Uniqueness against rows of this file shows here as well."""
        before = len(self.found.found)
        links = [f.name for f in instance._meta.get_fields() if f.is_relation]
        self.judge(row, lambda: instance.clean_fields(exclude=[*links, "uid", "kind", "key"]))
        self.judge(row, lambda: required_links(instance))
        if self.judge_constraints and len(self.found.found) == before:
            self.judge(row, lambda: instance.validate_unique(exclude={"uid", "kind"}))
            self.judge(row, lambda: instance.validate_constraints(exclude={"uid", "kind", "key"}))
        return len(self.found.found) == before

    def judge(self, row, check):
        try:
            check()
        except ValidationError as refused:
            for name, messages in refused.message_dict.items():
                for message in messages:
                    self.found.add(row.place if name == "__all__" else row.at(name), message)

    def write_parts(self, owner, row: Row) -> None:
        for name, children in row.parts.items():
            self.write_list(owner, row.shape.part(name), children)

    def write_list(self, owner, part, children: list[Row]) -> None:
        kept = {row.key: row for row in rows_of(part, owner)}
        for child in children:
            instance = kept.get(child.key) or part.model(key=child.key, **owner_links(part, owner))
            if self.fill(instance, child):
                self.write_parts(instance, child)

    def drop_parts(self, owner, row: Row) -> None:
        for name, children in row.parts.items():
            named = {child.key: child for child in children}
            for kept in rows_of(row.shape.part(name), owner):
                if kept.key in named:
                    self.drop_parts(kept, named[kept.key])
                else:
                    self.drop(kept, row.at(name))

    def drop(self, part, place: str) -> None:
        try:
            part.delete()
        except ProtectedError:
            # What points at it may be written anew in this file.
            self.doomed.append((part, place))

    def drop_doomed(self) -> None:
        for part, place in self.doomed:
            try:
                part.delete()
            except ProtectedError:
                self.found.add(place, _("“%(key)s” is left out, but something points at it") % {"key": part.key})

    def link(self) -> None:
        """Many-to-many links, and links to parts, once everything exists."""
        for instance, row in self.late:
            for name, value in row.values.items():
                shape = row.shape.field(name)
                if shape.how == "references":
                    set_in_order(getattr(instance, name), shape, [self.targets.id_of(shape, text) for text in value])
                elif shape.how == "reference" and value and issubclass(shape.target, Part):
                    type(instance)._base_manager.filter(pk=instance.pk).update(
                        **{shape.field.attname: self.targets.id_of(shape, value)}
                    )
        self.drop_doomed()


def grown(model, base: Record):
    """The row of a record's own kind around its bare row."""
    instance = model(record_ptr=base)
    for field in Record._meta.concrete_fields:
        setattr(instance, field.attname, getattr(base, field.attname))
    # Half of it is stored, so that it does not count as a second record of the same key.
    instance._state.adding, instance._state.db = False, base._state.db
    return instance


def owner_links(part, owner) -> dict:
    """A citation under a claim hangs on the claim and on the claim's record."""
    links = {part.link: owner}
    if part.link != part.model.OWNER:
        links[part.model.OWNER] = record_of(owner)
    return {
        name: value if part.model._meta.get_field(name).related_model is not Record else as_record(value)
        for name, value in links.items()
    }


def record_of(row) -> Record:
    while isinstance(row, Part):
        row = row.owner
    return row


def as_record(row):
    return getattr(row, "record_ptr", row)


def required_links(instance) -> None:
    missing = [
        field.name
        for field in instance._meta.concrete_fields
        if field.is_relation and not field.null and not field.primary_key and getattr(instance, field.attname) is None
    ]
    if missing:
        raise ValidationError({name: _("this must be given") for name in missing})


def set_in_order(manager, shape, ids: list[int]) -> None:
    through = shape.field.remote_field.through
    source, target = f"{shape.field.m2m_field_name()}_id", f"{shape.field.m2m_reverse_field_name()}_id"
    rows = through._default_manager.filter(**{source: manager.instance.pk}).order_by("pk")
    if list(rows.values_list(target, flat=True)) != ids:
        rows.delete()
        through._default_manager.bulk_create(
            through(**{source: manager.instance.pk, target: target_id}) for target_id in ids
        )


def differences(record, row: Row) -> dict[str, tuple]:
    """Where the file says anything else than what is kept, in the fields and parts it mentions: (kept, wanted) by name."""
    wanted = row.normal()
    kept = dump_row(record, wanted)
    both = {name: (kept.get(name), value) for name, value in wanted.items()}
    return {name: (old, new) for name, (old, new) in both.items() if comparable(old) != comparable(new)}


def comparable(value):
    """A form in which fields left out and given as empty are the same, and parts in whatever order."""
    if isinstance(value, dict):
        return {name: comparable(item) for name, item in value.items() if comparable(item) not in (None, [], {})}
    if isinstance(value, list):
        items = [comparable(item) for item in value]
        is_parts = all(isinstance(item, dict) and "key" in item for item in items)
        return (sorted(items, key=lambda part: str(part["key"])) if is_parts else items) or None
    return value
