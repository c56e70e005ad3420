"""Who may do what, from the groups as they are and the tables that the code asks."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from newsroom.desk.models import Verb
from newsroom.desk.people.roles import ROLES, role_name
from newsroom.desk.saving import REVIEWED_KINDS, UNPUBLISHED_KINDS
from newsroom.desk.stages import MOVES
from newsroom.desk.workflow.guards import MOVE_OF
from relations.models import Record
from relations.values.vocabularies import RecordKind

WRITING, APPROVING = _("languages one writes in"), _("languages one approves")
OTHER_EYES = {"approve", "approve_afterwards"}
# Moves that publish or take back beside those of the table, each with the move whose permission it takes.
BESIDE = {"approve_afterwards": "approve", "check_translation": "submit", "cancel": "publish", "reschedule": "publish"}


@dataclass(frozen=True)
class Line:
    """What is done, whether each role may do it, and on which terms."""

    what: str
    may: list[bool]
    terms: list[str]


@dataclass(frozen=True)
class Held:
    name: str
    permissions: frozenset[str]


def roles() -> list[Held]:
    """Roles in the order of their table, then groups that somebody added."""
    found = Group.objects.prefetch_related("permissions__content_type")
    order = {name: number for number, name in enumerate(ROLES)}
    return [
        Held(
            role_name(group.name),
            frozenset(f"{one.content_type.app_label}.{one.codename}" for one in group.permissions.all()),
        )
        for group in sorted(found, key=lambda one: (order.get(one.name, len(order)), one.name))
    ]


def moves(groups: list[Held]) -> list[Line]:
    """Every move of a text under review."""
    return [move_line(verb, groups) for verb in (*MOVES, *BESIDE)]


def move_line(verb: str, groups: list[Held]) -> Line:
    move = MOVES[MOVE_OF.get(verb, BESIDE.get(verb, verb))]
    terms = [WRITING if move.remit == "edits" else APPROVING]
    if move.needs_reason:
        terms.append(_("with a reason"))
    if verb in OTHER_EYES:
        terms.append(_("by somebody who neither wrote nor submitted it"))
    return Line(Verb(verb).label, [move.permission in one.permissions for one in groups], terms)


def kinds(groups: list[Held]) -> list[Line]:
    """Who may write records of each kind. Saving a reference publishes it, so it takes that permission, too."""
    return [kind_line(kind, groups) for kind in RecordKind]


def kind_line(kind: RecordKind, groups: list[Held]) -> Line:
    model = type_of(kind)
    needed = {f"{model._meta.app_label}.change_{model._meta.model_name}"}
    terms = [_("reviewed in each language")] if kind in REVIEWED_KINDS else []
    if kind not in (*REVIEWED_KINDS, *UNPUBLISHED_KINDS):
        needed.add("desk.publish_version")
        terms = [_("public as soon as it is saved")]
    if kind == RecordKind.ACTOR:
        terms.append(_("countries and multilateral organisations are public as soon as they are saved, by a publisher"))
    return Line(kind.label, [needed <= one.permissions for one in groups], terms)


def type_of(kind: RecordKind) -> type[Record]:
    return next(model for model in Record.__subclasses__() if kind == model.KIND)


OTHERS = (
    (_("Write notes, answer and mention"), "desk.add_note"),
    (_("Take a text to work on"), "desk.add_assignment"),
    (_("Give texts to others"), "desk.change_assignment"),
    (_("Keep the style list"), "desk.change_houseword"),
    (_("Put releases together"), "desk.change_release"),
    (_("Make accounts, give roles"), "auth.change_user"),
    (_("Set the languages of a person"), "desk.change_remit"),
    (_("Keep partners of the API, give and revoke their keys"), "partners.change_key"),
    (_("Unlock after wrong passwords"), "axes.delete_accessattempt"),
    (_("Take away a lost second factor"), "mfa.delete_authenticator"),
)


def others(groups: list[Held]) -> list[Line]:
    return [Line(what, [permission in one.permissions for one in groups], []) for what, permission in OTHERS]
