"""What somebody typed into a form and did not save, whatever the kind of the record; the latest first."""

from collections.abc import Iterator

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.desk.board.chips import Row
from newsroom.desk.board.panels import Notice, Panel, notice_of
from newsroom.desk.board.wording import when
from newsroom.desk.board.work import READ
from newsroom.desk.editing import change_url
from newsroom.desk.models import Autosave


def typed_by(user) -> list[Autosave]:
    """Without what was typed, which may be long."""
    return list(Autosave.objects.filter(user=user).defer("fields").select_related("record")[:READ])


def typed_panel(kept: list[Autosave], rows: dict[str, Row]) -> Panel:
    return Panel("typed", _("Typed and not saved"), [notice(one, rows) for one in kept])


def notice(kept: Autosave, rows: dict[str, Row]) -> Notice:
    record, said = kept.record, tuple(moments(kept))
    if record is None:
        return new_record(kept.form, said)
    if row := rows.get(record.uid):
        return notice_of(row, said=said)
    # Its first text is being typed, or its kind has none.
    return Notice(record.key, change_url(record), said=said)


def new_record(form: str, said: tuple[str, ...]) -> Notice:
    meta = apps.get_model(form)._meta
    url = reverse(f"admin:{meta.app_label}_{meta.model_name}_add")
    return Notice(_("New: %(kind)s") % {"kind": meta.verbose_name}, url, said=said)


def moments(kept: Autosave) -> Iterator[str]:
    yield _("typed %(moment)s") % {"moment": when(kept.at)}
    if kept.record and kept.record.row_version != kept.row_version:
        yield _("the record has been saved since")
