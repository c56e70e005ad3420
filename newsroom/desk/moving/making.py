"""The one call that follows a press."""

from dataclasses import dataclass, field

from newsroom.desk import workflow
from newsroom.desk.models import Version
from newsroom.desk.moving.states import states_of
from newsroom.public.models import Edition
from relations.models import Record


@dataclass
class Given:
    """What was filled in beside the texts. `notes`, which readers see, are by language; `at` is in UTC."""

    reason: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    at: object = None
    pending: str = "refuse"
    acknowledged: tuple[str, ...] = ()
    digests: dict[int, str] = field(default_factory=dict)
    replaced_by: Record | None = None


def make(verb: str, versions: list[Version], by, given: Given) -> None:
    """All of these texts make the move, or none; raises MoveRefused or PublicationRefused."""
    MADE[verb](versions, by, given)


def submit(versions, by, given):
    workflow.submit(versions=versions, by=by, acknowledged=given.acknowledged, digests=given.digests)


def approve(versions, by, given):
    workflow.approve(versions=versions, by=by, digests=given.digests)


def send_back(versions, by, given):
    workflow.send_back(versions=versions, by=by, reason=given.reason)


def publish(versions, by, given):
    workflow.publish(versions=versions, by=by, at=given.at, pending=given.pending, digests=given.digests)


def correct(versions, by, given):
    terms = {"at": given.at, "pending": given.pending, "digests": given.digests}
    workflow.correct(versions=versions, by=by, note=given.notes, **terms)


def publish_urgently(versions, by, given):
    terms = {"reason": given.reason, "pending": given.pending, "digests": given.digests}
    workflow.publish_urgently(versions=versions, by=by, **terms)


def approve_afterwards(versions, by, given):
    workflow.approve_afterwards(versions=versions, by=by)


def check_translation(versions, by, given):
    workflow.check_translation(versions=versions, by=by)


def spike(versions, by, given):
    workflow.spike(versions=versions, by=by, reason=given.reason)


def revive(versions, by, given):
    workflow.revive(versions=versions, by=by)


def cancel(versions, by, given):
    workflow.cancel_all(editions=waiting(versions), by=by)


def reschedule(versions, by, given):
    workflow.reschedule(editions=waiting(versions), at=given.at, by=by)


def withdraw(versions, by, given):
    terms = {"reason": given.notes, "replaced_by": given.replaced_by, "at": given.at}
    workflow.withdraw_records(records=records_of(versions), by=by, **terms)


def waiting(versions: list[Version]) -> list[Edition]:
    """What waits of these texts: one edition of each, the next; an expiry where nothing else waits."""
    found = [state for state in states_of(versions) if state.coming]
    return [(state.waiting or state.coming)[0] for state in found]


def records_of(versions: list[Version]) -> list[Record]:
    return list({version.record_id: version.record for version in versions}.values())


# Erasing shows a proof of its own, and so is made by its own page.
MADE = {
    made.__name__: made
    for made in (
        submit,
        approve,
        send_back,
        publish,
        correct,
        publish_urgently,
        approve_afterwards,
        check_translation,
        spike,
        revive,
        cancel,
        reschedule,
        withdraw,
    )
}
