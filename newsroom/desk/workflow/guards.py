"""What must hold before a move: a permission, a remit, a stage, other eyes, the text that was read, checks without errors."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from newsroom.desk.checks import ERROR, WARNING, check_row
from newsroom.desk.compose import languages_of
from newsroom.desk.models import Version
from newsroom.desk.remits import names_of, remit_of
from newsroom.desk.stages import MOVES, may_move
from newsroom.desk.workflow.refusals import ChecksFailed, FourEyes, IllegalMove, NotAllowed, OtherText, ReasonMissing
from relations.models import Record


def require(verb: str, by, reason: str = "") -> None:
    move = MOVES[verb]
    if by is not None and not by.has_perm(move.permission):
        raise NotAllowed(_("You do not have the permission for this: %(name)s.") % {"name": move.permission})
    if move.needs_reason and not reason.strip():
        raise ReasonMissing(_("Give a reason: it is kept with the decision."))


def require_remit(verb: str, by, languages: Iterable[str]) -> None:
    """A move in a language is for those who write it or approve it, as the move asks."""
    if outside := frozenset(languages) - reach(verb, by):
        raise NotAllowed(
            _("This language is not among those you work in: %(languages)s.") % {"languages": names_of(outside)}
        )


def reach(verb: str, by) -> frozenset[str]:
    """The languages in which a person's remit allows a move, by the name of the function that makes it."""
    return remit_of(by, MOVES[MOVE_OF.get(verb, verb)].remit)


def languages_in(versions: Iterable[Version]) -> set[str]:
    return {version.language for version in versions}


def require_stage(verb: str, version: Version) -> None:
    if not may_move(verb, version.stage):
        raise IllegalMove(
            _("%(version)s is at the stage “%(stage)s”; this move does not start there.")
            % {"version": version, "stage": version.get_stage_display()}
        )


def require_other_eyes(version: Version, by) -> None:
    """The approver neither submitted this text nor changed it since it was last approved; superusers are no exception."""
    involved = {version.submitted_by_id, *version.changed_by}
    if by is None or by.pk in involved:
        raise FourEyes(_("%(version)s: somebody else must approve what you wrote or submitted.") % {"version": version})


def require_same_text(version: Version, digest: str) -> None:
    if digest != version.digest:
        raise OtherText(_("%(version)s was changed since you read it. Read it again.") % {"version": version})


def require_read(versions: list[Version], digests: dict[int, str] | None) -> None:
    """`digests` ({version pk: digest}) names what somebody has read; a text that is not named passes as it is."""
    for version in versions:
        require_same_text(version, (digests or {}).get(version.pk, version.digest))


def require_complete(version: Version, row: Record) -> None:
    if version.language not in languages_of(row):
        raise IllegalMove(_("%(version)s: a required field is still empty.") % {"version": version})


class AllWarnings:
    """Acknowledges whatever warning there is: for an editor who was shown them all, and for archives."""

    def __contains__(self, code) -> bool:
        return True


ALL_WARNINGS = AllWarnings()


def check_all(versions: list[Version], rows: dict[int, Record], acknowledged=(), levels=(ERROR, WARNING)) -> None:
    """`acknowledged` holds the codes of warnings that somebody has seen."""
    found = {version: check_row(rows[version.record_id], version.language) for version in versions}
    blocking = {
        version: [m for m in messages if m.level in levels and (m.level == ERROR or m.code not in acknowledged)]
        for version, messages in found.items()
    }
    if blocking := {version: messages for version, messages in blocking.items() if messages}:
        raise ChecksFailed(blocking)


def permitted(verb: str, by) -> bool:
    """Whether a person has the permission for a move, by the name of the function that makes it."""
    return by.has_perm(MOVES[MOVE_OF.get(verb, verb)].permission)


# Functions that are no move of the table by themselves, each as the one whose terms it takes.
MOVE_OF = {"approve_afterwards": "approve", "check_translation": "submit"}
