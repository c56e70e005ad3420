"""Which moves a text can make, which of them this person can make, and why not the others."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _

from newsroom.desk.compose import COMPOSERS
from newsroom.desk.editing import field_label
from newsroom.desk.fields import missing_fields
from newsroom.desk.models import Stage
from newsroom.desk.moving.presses import PRESSES, Press
from newsroom.desk.moving.states import TextState
from newsroom.desk.people.roles import role_name
from newsroom.desk.remits import Remits, remits_of
from newsroom.desk.stages import MOVES, may_move
from newsroom.desk.workflow import MoveRefused, permitted
from newsroom.desk.workflow.guards import MOVE_OF, require_other_eyes
from relations.models import Record

PERMISSIONS = {**MOVE_OF, "cancel": "publish", "reschedule": "publish"}


def applies(verb: str, state: TextState) -> bool:
    """Whether the text, as it stands, can make this move at all, whoever asks."""
    if state.is_erased or state.version.record.kind not in COMPOSERS:
        return False
    if verb in BY_STATE:
        return BY_STATE[verb](state)
    return not state.is_reference and may_move(verb, state.version.stage)


BY_STATE = {
    "publish": lambda state: not state.is_reference and state.is_approved,
    "correct": lambda state: not state.is_reference and state.is_approved and state.current is not None,
    "approve_afterwards": lambda state: state.second_look is not None,
    "check_translation": lambda state: bool(state.version.stale_fields) and state.version.stage != Stage.SPIKED,
    "cancel": lambda state: bool(state.coming),
    "reschedule": lambda state: bool(state.coming),
    "withdraw": lambda state: state.record_is_public,
    "erase": lambda state: True,
}


class WhyNot:
    """Asked about one person, with the rows of the texts where somebody has loaded them already."""

    def __init__(self, by, rows: dict[int, Record] | None = None):
        self.by, self.rows = by, rows or {}
        self._groups: dict[str, list[str]] | None = None

    def __call__(self, verb: str, state: TextState) -> str:
        """Why this person cannot make the move with this text; empty where nothing is in the way."""
        if not self.may(verb):
            return self.who_may(verb)
        if state.language not in self.reach(verb):
            return _("%(language)s is not among the languages you work in.") % {"language": state.language_name}
        if verb in ("submit", "publish_urgently"):
            return self.unfinished(state)
        if verb in ("approve", "approve_afterwards"):
            return self.same_eyes(verb, state)
        return ""

    def may(self, verb: str) -> bool:
        return permitted(PERMISSIONS.get(verb, verb), self.by)

    def reach(self, verb: str) -> frozenset[str]:
        """One query for all moves."""
        return getattr(self._remits, MOVES[PERMISSIONS.get(verb, verb)].remit)

    @cached_property
    def _remits(self) -> Remits:
        return remits_of(self.by)

    def unfinished(self, state: TextState) -> str:
        row = self.rows.get(state.version.record_id)
        if row is None:
            row = self.rows[state.version.record_id] = state.version.record.working_row()
        missing = [field_label(type(row), name) for name in missing_fields(row, state.language)]
        return _("Still empty: %(fields)s.") % {"fields": ", ".join(missing)} if missing else ""

    def same_eyes(self, verb: str, state: TextState) -> str:
        if verb == "approve_afterwards" and state.second_look.by_id == self.by.pk:
            return _("You published this urgently: somebody else must take the second look.")
        if verb == "approve" and state.version.submitted_by_id == self.by.pk:
            return _("You submitted this text: somebody else must approve it.")
        try:
            require_other_eyes(state.version, self.by)
        except MoveRefused:
            return _("You wrote part of this text: somebody else must approve it.")
        return ""

    def who_may(self, verb: str) -> str:
        groups = self.groups.get(MOVES[PERMISSIONS.get(verb, verb)].permission.partition(".")[2], [])
        if not groups:
            return _("Only an administrator can do this.")
        return _("Only for: %(groups)s.") % {"groups": ", ".join(map(role_name, groups))}

    @property
    def groups(self) -> dict[str, list[str]]:
        """The names of the groups that hold each permission; one query, and only if somebody lacks one."""
        if self._groups is None:
            self._groups = defaultdict(list)
            held = Group.objects.filter(permissions__content_type__app_label="desk").order_by("name")
            for codename, name in held.values_list("permissions__codename", "name"):
                self._groups[codename].append(name)
        return self._groups


@dataclass(frozen=True)
class Offer:
    """A move that some of the texts can make: those that this person may move, and the others with the reason."""

    press: Press
    able: list[TextState]
    unable: list[tuple[TextState, str]]

    @property
    def reasons(self) -> list[str]:
        return list(dict.fromkeys(why for _state, why in self.unable))


def offers(states: Iterable[TextState], why_not: WhyNot) -> list[Offer]:
    found = []
    for verb, press in PRESSES.items():
        asked = [(state, why_not(verb, state)) for state in states if applies(verb, state)]
        if asked:
            able = [state for state, why in asked if not why]
            found.append(Offer(press, able, [(state, why) for state, why in asked if why]))
    return found
