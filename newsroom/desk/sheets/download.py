"""Records as files: a sheet of a kind as CSV or XLSX, or whole records as JSON; all of them, or some."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.desk.intake.shape import FieldShape, Shape, kinds, shape_of
from newsroom.desk.intake.values import path_of, to_json
from newsroom.desk.sheets.cells import cell_of
from newsroom.desk.sheets.columns import SHEETS, Column, Sheet
from newsroom.desk.sheets.permitted import kinds_open_to
from newsroom.desk.sheets.tables import write_csv
from newsroom.desk.sheets.whole import filed_kinds, write_json
from newsroom.desk.sheets.workbooks import TooLongForCell, write_xlsx
from relations.models import Part

MOST_RECORDS = {"json": 1_000, "csv": 10_000, "xlsx": 10_000}
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


class Refused(Exception):
    """Raised with what to do instead."""


# How the formats are called where one is chosen.
FORMS = {
    "xlsx": gettext_lazy("Excel (.xlsx)"),
    "csv": gettext_lazy("CSV"),
    "json": gettext_lazy("Interchange file, whole records (.json)"),
}


class TooMany(Refused):
    def __init__(self, most: int):
        super().__init__(
            _("That is more than %(most)d records. Choose some in the list, or use “manage.py export_records”.")
            % {"most": most}
        )


class NoSheet(Refused):
    def __init__(self):
        super().__init__(_("There is no table for records of this kind: choose the interchange file."))


@dataclass(frozen=True)
class File:
    name: str
    type: str
    content: bytes


def downloads_open_to(by) -> dict[str, str]:
    """What somebody may take out: the sheets, then the kinds that have none."""
    open_kinds = [kind for kind in kinds_open_to(by) if kind not in filed_kinds()]
    sheets = {name: sheet.label for name, sheet in SHEETS.items() if sheet.kind in open_kinds}
    with_sheet = {sheet.kind for sheet in SHEETS.values()}
    rest = {kind: capfirst(kinds()[kind]._meta.verbose_name_plural) for kind in open_kinds if kind not in with_sheet}
    return sheets | rest


def download(what: str, form: str, *, ids=None) -> File:
    """`what` is a sheet or a kind; as JSON, a sheet gives the whole records of its kind. Raises Refused."""
    sheet = SHEETS.get(what) or sheet_of(what)
    if form == "json":
        return download_records(sheet.kind if sheet else what, ids=ids)
    if not sheet:
        raise NoSheet
    return download_sheet(sheet, form=form, ids=ids)


def sheet_of(kind: str) -> Sheet | None:
    return next((sheet for sheet in SHEETS.values() if sheet.kind == kind and sheet.own_fields), None)


def download_sheet(sheet: Sheet, *, form: str, ids=None) -> File:
    """`form` is csv or xlsx; `ids` are primary keys of records, None for all. Raises Refused."""
    records = bounded(sheet.model, ids, form)
    rows = [[cell_of(value) for value in line] for line in lines_of(sheet, records)]
    write = write_csv if form == "csv" else write_xlsx
    try:
        content = write([column.name for column in sheet.columns], rows)
    except TooLongForCell as too_long:
        raise Refused(str(too_long)) from too_long
    return File(name_of(sheet.name, form), TYPES[form], content)


def download_records(kind: str, *, ids=None) -> File:
    records = bounded(kinds()[kind], ids, "json")
    return File(name_of(kind, "json"), TYPES["json"], write_json(records))


def bounded(model, ids, form: str) -> list:
    rows = with_references(model._base_manager.order_by("key"))
    rows = list((rows if ids is None else rows.filter(pk__in=ids))[: MOST_RECORDS[form] + 1])
    if len(rows) > MOST_RECORDS[form]:
        raise TooMany(MOST_RECORDS[form])
    return rows


def with_references(rows):
    names = [field.name for field in shape_of(rows.model).fields if field.how == "reference"]
    return rows.select_related(*names) if names else rows


def name_of(what: str, form: str) -> str:
    return f"{what}-{timezone.localdate().isoformat()}.{form}"


def lines_of(sheet: Sheet, records: list):
    """A line of interchange values for each record or part; a record of which there are no parts has one line still."""
    links = Links(sheet.shape, records if sheet.own_fields else [])
    parts = parts_of(sheet, records) if sheet.part else {}
    part_links = (
        Links(shape_of(sheet.part_shape.model), [p for some in parts.values() for p in some]) if parts else None
    )
    own = [column for column in sheet.columns if not column.of_part]
    of_part = [column for column in sheet.columns if column.of_part]
    for record in records:
        line = [value_of(column, record, links) for column in own]
        if not sheet.part:
            yield line
        for part in parts.get(record.pk, [None] if sheet.own_fields else []) if sheet.part else []:
            yield [*line, *(value_of(column, part, part_links) if part else None for column in of_part)]


def parts_of(sheet: Sheet, records: list) -> dict[int, list[Part]]:
    """The parts of each record, for one query."""
    model, link = sheet.part_shape.model, sheet.part_shape.link
    found = defaultdict(list)
    rows = model._default_manager.filter(**{f"{link}__in": [record.pk for record in records]})
    for part in with_references(rows).order_by("pk"):
        found[getattr(part, f"{link}_id")].append(part)
    return found


class Links:
    """The many-to-many links of all rows, in the order the desk gave them: two queries for each field."""

    def __init__(self, shape: Shape, rows: list):
        wanted = [field for field in shape.fields if field.how == "references"]
        self.paths = {field.name: paths_of(field, [row.pk for row in rows]) for field in wanted}

    def of(self, name: str, row) -> list[str]:
        return self.paths[name].get(row.pk, [])


def paths_of(shape: FieldShape, pks: list[int]) -> dict[int, list[str]]:
    through = shape.field.remote_field.through._default_manager
    source, target = f"{shape.field.m2m_field_name()}_id", f"{shape.field.m2m_reverse_field_name()}_id"
    pairs = through.filter(**{f"{source}__in": pks}).order_by("pk").values_list(source, target)
    targets = shape.target._base_manager.in_bulk({pk for _source, pk in pairs})
    found = defaultdict(list)
    for pk, target_pk in pairs:
        found[pk].append(path_of(targets[target_pk], shape.target))
    return found


def value_of(column: Column, row, links: Links):
    if column.shape is None:
        return row.row_version if column.name == "row_version" else row.key
    if column.language:
        return getattr(row, f"{column.shape.name}_{column.language}")
    if column.shape.how == "references":
        return links.of(column.shape.name, row)
    value = getattr(row, column.shape.name)
    if column.shape.how == "reference":
        return path_of(value, column.shape.target) if value else None
    return to_json(value)
