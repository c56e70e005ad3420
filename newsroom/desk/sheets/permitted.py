"""Who may bring in and take out what: the permissions of the lists and forms."""

from django.utils.translation import gettext as _

from newsroom.desk.intake.faults import Faults
from newsroom.desk.intake.load import Outcome
from newsroom.desk.intake.read import Row
from newsroom.desk.intake.shape import kinds
from newsroom.desk.remits import EVERY_LANGUAGE, names_of, remit_of
from newsroom.desk.sheets.difference import all_new, cells_of
from relations.models import Record


def may(by, verb: str, model: type) -> bool:
    return by.has_perm(f"{model._meta.app_label}.{verb}_{model._meta.model_name}")


def may_bring_in(by, model: type) -> bool:
    return may(by, "add", model) or may(by, "change", model)


def kinds_open_to(by, verb: str = "view") -> list[str]:
    return [kind for kind, model in kinds().items() if may(by, verb, model)]


def check_permitted(rows: list[Row], by, found: Faults) -> None:
    kept = set(Record.objects.filter(key__in={row.key for row in rows}).values_list("kind", "key"))
    for row in rows:
        kinds_named = {"kinds": row.model._meta.verbose_name_plural}
        if (row.kind, row.key) in kept:
            if not may(by, "change", row.model):
                found.add(row.place, _("you may not change %(kinds)s") % kinds_named)
        elif not may(by, "add", row.model):
            found.add(row.place, _("you may not add %(kinds)s") % kinds_named)


def check_languages(rows: list[Row], outcome: Outcome, by, found: Faults) -> None:
    """A text in a language that somebody does not write in is refused where it would change."""
    written = remit_of(by, "edits")
    for row in rows if written != EVERY_LANGUAGE else ():
        path = f"{row.kind}/{row.key}"
        changed = outcome.differences.get(path, {}) if path not in outcome.created else all_new(row)
        for cell in cells_of(row, changed):
            if cell.language and cell.language not in written:
                found.add(
                    f"{row.place}: {cell.name}",
                    _("you do not write in %(language)s") % {"language": names_of([cell.language])},
                )
