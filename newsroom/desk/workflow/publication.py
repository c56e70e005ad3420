"""Moves through the door: each publishes, corrects or takes back, and notes it in the working rows, or does nothing."""

from django.utils.translation import gettext as _

from newsroom.desk.checks import ERROR
from newsroom.desk.decisions import log_decision
from newsroom.desk.erasure import erase_working
from newsroom.desk.items import item_of
from newsroom.desk.models import Release, Stage, Verb, Version
from newsroom.desk.publish.door import door
from newsroom.desk.workflow.guards import (
    check_all,
    languages_in,
    require,
    require_complete,
    require_remit,
    require_stage,
)
from newsroom.desk.workflow.refusals import OtherText
from newsroom.desk.workflow.texts import freeze, locked, record_move, record_moves, working_rows
from newsroom.public.models import Edition


def publish(*, versions, by, at=None, pending="refuse", advance=False, **door_options) -> list[Edition]:
    """Publish approved candidates, now or at a moment ahead, to the byte as they were approved."""
    require("publish", by)
    with door(**door_options) as open_door:
        return publish_approved(open_door, versions, "publish", by, at=at, pending=pending, advance=advance)


def correct(*, versions, by, note, at=None, pending="refuse", **door_options) -> list[Edition]:
    """Publish approved candidates as a correction, with a note that readers see."""
    require("correct", by, note)
    with door(**door_options) as open_door:
        return publish_approved(open_door, versions, "correct", by, at=at, pending=pending, note=note)


def publish_approved(open_door, versions, verb, by, *, note="", **options) -> list[Edition]:
    rows = locked(versions)
    require_remit(verb, by, languages_in(rows))
    for version in rows:
        require_stage(verb, version)
        if version.digest != version.approved_digest:
            raise OtherText(_("%(version)s was not approved as it is now.") % {"version": version})
    # Neighbouring facts may have moved since the approval: errors block, warnings were settled at submission.
    check_all(rows, working_rows(rows), levels=(ERROR,))
    return put_out(open_door, rows, verb, by, note=note, reason=note, **options)


def put_out(open_door, versions, verb, by, *, reason="", **terms) -> list[Edition]:
    action = Edition.Action.CORRECTED if verb == "correct" else Edition.Action.PUBLISHED
    items = [item_of(version.record, version, bytes(version.candidate)) for version in versions]
    editions = open_door.insert_many(items, action=action, **terms)
    for version in versions:
        version.published_digest = version.digest
    record_moves(versions, Verb(verb), Stage.PUBLISHED, by=by, at=open_door.moment, reason=reason)
    return editions


def publish_urgently(*, versions, by, reason, at=None, pending="refuse", **door_options) -> list[Edition]:
    """Publish before approval. Errors block all the same, and the text stays on the list of second looks."""
    require("publish_urgently", by, reason)
    options = {"at": at, "pending": pending, "reason": reason}
    with door(**door_options) as open_door:
        texts = locked(versions)
        require_remit("publish_urgently", by, languages_in(texts))
        rows = working_rows(texts)
        for version in texts:
            require_stage("publish_urgently", version)
            require_complete(version, rows[version.record_id])
        check_all(texts, rows, levels=(ERROR,))
        freeze(texts, rows, by)
        return put_out(open_door, texts, "publish_urgently", by, **options)


def release(*, release: Release, by, pending="refuse", **door_options) -> list[Edition]:
    """Publish all texts of a release, or none, at its moment."""
    require("publish", by)
    with door(**door_options) as open_door:
        versions = list(release.versions.all())
        options = {"at": release.moment, "pending": pending, "advance": release.advance}
        editions = publish_approved(open_door, versions, "publish", by, **options)
        Release.objects.filter(pk=release.pk).update(released_at=open_door.moment)
        return editions


def withdraw(*, record, by, reason, replaced_by=None, at=None, **door_options) -> None:
    """Take a record back in every language at once; `reason` is public. `at` ahead is an expiry."""
    require("withdraw", by, reason)
    with door(**door_options) as open_door:
        public = locked(record.versions.exclude(published_digest=""))
        require_remit("withdraw", by, languages_in(public))
        open_door.withdraw(record.uid, reason=reason, replaced_by=replaced_by.uid if replaced_by else "", at=at)
        for version in public:
            if at is None:
                version.candidate, version.digest, version.published_digest = None, "", ""
            stage = version.stage if at else Stage.WITHDRAWN
            record_move(version, Verb.WITHDRAW, stage, by=by, at=open_door.moment, reason=reason)


def erase(*, record, by, reason, **door_options) -> None:
    """Withdraw a record and blank its words wherever they are kept; what it was called goes as well."""
    require("erase", by, reason)
    with door(**door_options) as open_door:
        versions = locked(record.versions.all())
        require_remit("erase", by, languages_in(versions))
        open_door.erase(record.uid, reason=reason)
        for version in versions:
            log_decision(version, Verb.ERASE, to=Stage.WITHDRAWN, by=by, at=open_door.moment)
        erase_working(record.uid)


def cancel(*, edition: Edition, by, **door_options) -> None:
    """Take back a publication that has not come due."""
    require("publish", by)
    with door(**door_options) as open_door:
        cancelled = list(open_door.cancel(edition))
        require_remit("publish", by, {gone.language for gone in cancelled})
        for gone in cancelled:
            version = Version.objects.select_for_update(of=("self",)).select_related("record")
            undo(version.get(record__uid=gone.uid, language=gone.language), gone, by, open_door.moment)


def undo(version: Version, gone: Edition, by, at) -> None:
    log_decision(version, Verb.CANCEL, by=by, at=at, digest=gone.digest)
    if version.published_digest == gone.digest:
        version.published_digest = last_digest(gone)
        version.stage = Stage.APPROVED if version.digest == version.approved_digest != "" else Stage.DRAFT
        version.save()


def last_digest(edition: Edition) -> str:
    kept = Edition.objects.filter(uid=edition.uid, language=edition.language).order_by("-number")
    return kept.values_list("digest", flat=True).first() or ""
