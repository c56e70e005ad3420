"""An uploaded file: what it is, its rows, and the sealed form in which it waits for a confirmation."""

import base64
from dataclasses import dataclass, field

from django.conf import settings
from django.core import signing
from django.utils.translation import gettext as _

from newsroom.desk.intake.faults import Faults
from newsroom.desk.intake.parsing import UNREADABLE, parse_json
from newsroom.desk.intake.read import Row, check_twins, read_document
from newsroom.desk.sheets.columns import SHEETS
from newsroom.desk.sheets.reading import read_sheet
from newsroom.desk.sheets.tables import MOST_ROWS, place_of, read_csv
from newsroom.desk.sheets.whole import NOWHERE, filed_kinds
from newsroom.desk.sheets.workbooks import read_xlsx

INTERCHANGE = "records"
MOST_BYTES = 1_500_000
SEAL, HOURS = "newsroom.desk.sheets", 2
# A form of more than that is refused before anybody reads it.
MOST_SEALED = settings.DATA_UPLOAD_MAX_MEMORY_SIZE - 10_000
ZIP = b"PK\x03\x04"


class BadSeal(Exception):
    """Raised for an upload that is too old, was changed on the way, or is another person's."""

    def __init__(self):
        super().__init__(_("This upload has expired. Choose the file again."))


@dataclass
class Upload:
    """`what` is the name of a sheet, or INTERCHANGE. `seen` is the row version of each record when it was shown, 0 for none."""

    what: str
    name: str
    content: bytes
    seen: dict[str, int] = field(default_factory=dict)

    def rows(self, found: Faults) -> list[Row]:
        if len(self.content) > MOST_BYTES:
            found.add(self.name, _("more than %(most)d kilobytes: split the file") % {"most": MOST_BYTES // 1000})
            return []
        rows = self.records(found) if self.what == INTERCHANGE else self.table_rows(found)
        for row in rows:
            self.expect(row, found)
        return rows

    def table_rows(self, found: Faults) -> list[Row]:
        read = read_xlsx if self.content.startswith(ZIP) else read_csv
        table = read(self.content, found)
        if not table.rows and not found.found:
            found.add(place_of(1), _("there are no rows"))
        return read_sheet(SHEETS[self.what], table, found) if table.header else []

    def records(self, found: Faults) -> list[Row]:
        document = parse_json(self.content, self.name, found)
        if document is UNREADABLE or not is_bounded(document, self.name, found):
            return []
        rows = read_document(document, self.name, NOWHERE, found)
        check_twins(rows, found)
        return rows

    def expect(self, row: Row, found: Faults) -> None:
        """A record is written over only as it was when it was shown."""
        if row.row_version is None:
            row.row_version = self.seen.get(path_of(row))

    def sealed(self, by) -> str:
        content = base64.b64encode(self.content).decode()
        whole = {"by": by.pk, "what": self.what, "name": self.name, "content": content, "seen": self.seen}
        return signing.dumps(whole, salt=SEAL, compress=True)


def unseal(text: str, by) -> Upload:
    try:
        whole = signing.loads(text, salt=SEAL, max_age=HOURS * 3600)
    except signing.BadSignature as bad:
        raise BadSeal from bad
    if whole["by"] != by.pk:
        raise BadSeal
    return Upload(whole["what"], whole["name"], base64.b64decode(whole["content"]), whole["seen"])


def path_of(row: Row) -> str:
    return f"{row.kind}/{row.key}"


def is_bounded(document, name: str, found: Faults) -> bool:
    """Not too many records, and none whose files would have to come along."""
    records = document.get("records") if isinstance(document, dict) else None
    if not isinstance(records, list):
        return True
    if len(records) > MOST_ROWS:
        found.add(name, _("more than %(most)d records: split the file") % {"most": MOST_ROWS})
        return False
    filed = [n for n, raw in enumerate(records) if isinstance(raw, dict) and raw.get("kind") in filed_kinds()]
    for n in filed:
        place = f"{name}: records[{n}]"
        found.add(place, _("this record comes with a file, which cannot be uploaded here: leave it out"))
    return not filed
