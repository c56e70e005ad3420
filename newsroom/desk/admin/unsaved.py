"""A record's form as it comes back without being saved: what others saved meanwhile, what was typed some other day."""

from dataclasses import dataclass, field

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.desk.admin.differences import CHOOSE, Difference, chosen, differences
from newsroom.desk.admin.form_rows import SEEN, FormRows
from newsroom.desk.models import Autosave
from newsroom.desk.saving import StaleRow
from newsroom.desk.unsaved import as_opened, forget_unsaved, unsaved_of
from newsroom.desk.unsaved.merging import TAKEN_AWAY, Outcome, merge, put_together
from newsroom.desk.unsaved.rows import GONE, KEY, NUMBERED, Rows, rows_of, unflat

TAKE_UP, DISCARD, SETTLE, UNDECIDED = "_take_up", "_discard", "_settle", "_undecided"


@dataclass
class NotSaved:
    """Why the form is shown again instead of being saved, and what differs."""

    why: str
    found: list[Difference] = field(default_factory=list)
    # Whether it is known what was opened; without it, two texts are compared instead of three.
    knows_base: bool = True
    # The row version that was opened: what is typed next still belongs to it, until both texts are put together.
    opened: int | None = None

    def of(self, outcome: str) -> list[Difference]:
        return [one for one in self.found if one.outcome == outcome]

    @property
    def contested(self) -> list[Difference]:
        return self.of(Outcome.BOTH)

    @property
    def theirs(self) -> list[Difference]:
        return self.of(Outcome.THEIRS)

    @property
    def mine(self) -> list[Difference]:
        return self.of(Outcome.MINE)


@dataclass
class Offer:
    """What somebody typed before and did not save."""

    kept: Autosave
    found: list[Difference]
    has_moved: bool


class UnsavedMixin:
    """For an admin whose forms carry the row version they were made from."""

    def form_name(self) -> str:
        return self.opts.label_lower

    def may_save(self, request, record) -> bool:
        return self.has_change_permission(request, record) if record else self.has_add_permission(request)

    def answer_offer(self, request, record):
        """Discarding is done here; taking up needs something to be kept. None where the form is to be shown."""
        asked = {TAKE_UP, DISCARD} & request.POST.keys()
        if not asked or not self.may_save(request, record):
            return None
        if DISCARD in asked:
            forget_unsaved(by=request.user, form=self.form_name(), record=record and record.record_ptr)
        elif self.unsaved(request, record):
            return None
        return redirect(request.get_full_path())

    def unsaved(self, request, record) -> Autosave | None:
        return unsaved_of(by=request.user, form=self.form_name(), record=record and record.record_ptr)

    def put_together(self, request, record) -> None:
        """Where the form cannot simply be saved: put into `request` what it will hold and why it comes back."""
        if not self.may_save(request, record):
            return
        if TAKE_UP in request.POST:
            self.take_up(request, record)
            return
        choices = {name.removeprefix(CHOOSE): how for name, how in request.POST.items() if name.startswith(CHOOSE)}
        is_stale = record is not None and seen_by(request) != record.row_version
        if is_stale or choices or SETTLE in request.POST:
            self.settle(request, record, choices, is_stale)

    def take_up(self, request, record) -> None:
        rows = FormRows(self, request, record)
        kept, saved = self.unsaved(request, record), rows.saved()
        merged, mine, has_base = merge_kept(rows, kept, saved)
        replace(request, rows.data(put_together(mine, saved, merged)))
        request.not_saved = NotSaved(
            _("This is what you typed before. It is not saved yet."),
            differences(rows, merged),
            has_base,
            kept.row_version,
        )

    def settle(self, request, record, choices: dict[str, str], is_stale: bool) -> None:
        """Fill in what was chosen; where somebody saved since, merge what they saved."""
        rows = FormRows(self, request, record)
        saved, typed, seen = rows.saved(), rows.typed(request.POST), seen_by(request)
        base = opened_rows(rows, record, seen) if is_stale else saved
        if base is not None:
            fill_in(rows, request.POST, typed, base, choices)
        merged = merge(base, typed, saved) if is_stale else []
        replace(request, rows.data(put_together(typed, saved, merged) if is_stale else {**saved, **typed}))
        if is_stale:
            found = differences(rows, merged)
            request.not_saved = NotSaved(str(StaleRow(record)), found, base is not None, seen)
        elif SETTLE in request.POST:
            request.not_saved = NotSaved(_("What you chose is in the form. It is not saved yet."))

    def page_of(self, request, record, form) -> dict | None:
        """What the template and the script of a form need to know; nothing where nobody could save."""
        if hasattr(request, "seen_version") or not self.may_save(request, record):
            return None
        kept = self.unsaved(request, record)
        if form.is_bound and record:
            # The bound forms have written into their own.
            record, request.parts = self.get_object(request, str(record.pk)), None
        rows = FormRows(self, request, record) if kept or form.is_bound else None
        present = rows and (rows.typed(request.POST) if form.is_bound else rows.saved())
        taken = TAKE_UP in request.POST
        offer = self.offer(rows, kept, present) if kept and not taken else None
        undecided = offer is not None or UNDECIDED in request.POST
        not_saved = getattr(request, "not_saved", None)
        seen = record.row_version if record else 0
        return {
            "form": self.form_name(),
            "record": record,
            "row_version": not_saved.opened if not_saved and not_saved.contested else seen,
            "address": reverse("admin:unsaved"),
            "presence": reverse("admin:presence") if record else "",
            "known": kept.at.isoformat() if kept and not undecided else "",
            "typed": names_typed(rows, present) if form.is_bound else [],
            "offer": offer,
            "not_saved": not_saved,
        }

    def offer(self, rows: FormRows, kept: Autosave, present: Rows) -> Offer | None:
        """None where all that was kept has been saved since."""
        merged, _mine, _has_base = merge_kept(rows, kept, present)
        found = differences(rows, [one for one in merged if one.outcome != Outcome.THEIRS])
        has_moved = rows.record is not None and kept.row_version != rows.record.row_version
        return Offer(kept, found, has_moved) if found else None

    def forget(self, request, record, change: bool) -> None:
        """Saved, unless the page still offered something from before that nobody decided about."""
        if UNDECIDED not in request.POST:
            forget_unsaved(by=request.user, form=self.form_name(), record=record.record_ptr if change else None)


def merge_kept(rows: FormRows, kept: Autosave, present: Rows):
    """(what differs, all that was typed, whether it is known what was opened)"""
    typed = unflat(kept.fields)
    base = rows.saved() if rows.record is None else opened_rows(rows, rows.record, kept.row_version)
    mine = rows.laid_over(present if base is None else base, typed)
    return merge(base, mine, present), mine, base is not None


def seen_by(request) -> int:
    """The row version that the page was made from; 0, which none has, where it does not say."""
    seen = request.POST.get(SEEN, "")
    return int(seen) if seen.isdecimal() else 0


def opened_rows(rows: FormRows, record, row_version: int) -> Rows | None:
    """The record as it was at the row version that was opened; as it is, if that is still the one."""
    if row_version == record.row_version:
        return rows.saved()
    opened = as_opened(record, row_version) if row_version else None
    return rows.opened(opened) if opened else None


def fill_in(rows: FormRows, data, typed: Rows, theirs: Rows, choices: dict[str, str]) -> None:
    """Put what was chosen into what was typed. `theirs` is the record as the page showed it."""
    for name, how in choices.items():
        row, key = next(
            ((row, *held) for row, held in rows_of({name: [""], **keys_beside(data, name)}).items()), ("", "")
        )
        if row not in typed:
            continue
        if key == GONE:
            if how == "theirs":
                typed[row][GONE] = () if row in theirs else TAKEN_AWAY
        elif key in typed[row]:
            _name, form_field = rows.field_of(row, key)
            typed[row][key] = chosen(form_field, how, typed[row][key], theirs.get(row, {}).get(key, ()))


def keys_beside(data, name: str) -> dict[str, list[str]]:
    """The hidden primary key of the row that an input stands in."""
    match = NUMBERED.fullmatch(name)
    beside = f"{match['prefix']}-{match['number']}-{KEY}" if match else ""
    return {beside: data.getlist(beside)} if match else {}


def names_typed(rows: FormRows, typed: Rows) -> list[str]:
    """The inputs of the page that hold something else than what is saved."""
    saved = rows.saved()
    return [
        rows.name_in_page(row, name)
        for row, held in typed.items()
        for name, value in held.items()
        if value != saved.get(row, {}).get(name, ())
    ]


def replace(request, data) -> None:
    """The form as it is put together now, with the rest of what was sent beside it."""
    for name, values in request.POST.lists():
        if name.startswith("_") or name == "csrfmiddlewaretoken":
            data.setlist(name, values)
    request.POST = data


def mark(forms, found: list[Difference]) -> None:
    """Let the inputs that a merge filled or asks about be seen in the form itself."""
    outcomes = {one.name: one.outcome for one in found if one.outcome != Outcome.MINE}
    for form in forms:
        for name, one in form.fields.items():
            if outcome := outcomes.get(form.add_prefix(name)):
                getattr(one.widget, "widget", one.widget).attrs["data-merged"] = str(outcome)
