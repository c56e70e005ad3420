"""Moves of working text, before the door."""

from django.db import transaction
from django.utils import timezone

from newsroom.desk.decisions import log_decision
from newsroom.desk.models import Stage, Verb, Version
from newsroom.desk.remarks import add_note
from newsroom.desk.stages import MOVES
from newsroom.desk.workflow.guards import (
    check_all,
    languages_in,
    require,
    require_complete,
    require_other_eyes,
    require_read,
    require_remit,
    require_stage,
)
from newsroom.desk.workflow.texts import freeze, locked, record_move, record_moves, working_rows


@transaction.atomic
def submit(*, versions, by, acknowledged=(), digests=None) -> list[Version]:
    """Freeze the candidate of each version and put it before a reviewer.

    `acknowledged` names warnings by code; `digests` ({version pk: digest}) what was looked at, if that matters.
    """
    require("submit", by)
    texts = locked(versions)
    require_remit("submit", by, languages_in(texts))
    rows = working_rows(texts)
    for version in texts:
        require_stage("submit", version)
        require_complete(version, rows[version.record_id])
    check_all(texts, rows, acknowledged)
    freeze(texts, rows, by)
    require_read(texts, digests)
    record_moves(texts, Verb.SUBMIT, Stage.IN_REVIEW, by=by)
    return texts


@transaction.atomic
def send_back(*, versions, by, reason) -> list[Version]:
    """Back to its writer. The reason is kept with the decision and begins a thread, so that it can be answered."""
    require("send_back", by, reason)
    rows = locked(versions)
    require_remit("send_back", by, languages_in(rows))
    for version in rows:
        require_stage("send_back", version)
    for version in rows:
        log_decision(version, Verb.SEND_BACK, to=Stage.DRAFT, by=by, at=timezone.now(), reason=reason)
        version.candidate, version.digest, version.stage = None, "", Stage.DRAFT
        version.save()
        add_note(version, reason, by=by)
    return rows


@transaction.atomic
def approve(*, versions, by, digests=None) -> list[Version]:
    """Approve the candidates as read. `digests` ({version pk: digest}) names what was read, and nothing else passes."""
    require("approve", by)
    rows = locked(versions)
    require_remit("approve", by, languages_in(rows))
    for version in rows:
        require_stage("approve", version)
        require_other_eyes(version, by)
    require_read(rows, digests)
    for version in rows:
        version.approved_digest, version.changed_by = version.digest, []
    record_moves(rows, Verb.APPROVE, Stage.APPROVED, by=by)
    return rows


def spike(*, versions, by, reason) -> list[Version]:
    return plain_move("spike", versions, by, reason)


def revive(*, versions, by) -> list[Version]:
    return plain_move("revive", versions, by, "")


@transaction.atomic
def plain_move(verb, versions, by, reason):
    require(verb, by, reason)
    rows = locked(versions)
    require_remit(verb, by, languages_in(rows))
    for version in rows:
        require_stage(verb, version)
    for version in rows:
        version.candidate, version.digest = None, ""
        record_move(version, Verb(verb), MOVES[verb].target, by=by, reason=reason)
    return rows
