"""What is kept of the records a sheet names, in the form of the interchange format."""

from newsroom.desk.intake.export import dump_part, rows_of
from newsroom.desk.sheets.columns import Sheet
from relations.values.languages import LANGUAGES


class Kept:
    """The working rows by key, for one query, and their parts, for some more each."""

    def __init__(self, sheet: Sheet, keys):
        self.sheet = sheet
        self.rows = {row.key: row for row in sheet.model._base_manager.filter(key__in=list(keys))}

    def parts(self, key: str) -> list[dict]:
        row = self.rows.get(key)
        return [dump_part(part) for part in rows_of(self.sheet.part_shape, row)] if row else []

    def texts(self, key: str, name: str) -> dict[str, str]:
        """A translated field in every language; a column for one of them leaves the others as they are."""
        row = self.rows.get(key)
        return {language: getattr(row, f"{name}_{language}") or "" for language in LANGUAGES} if row else {}
