"""What waits for its moment: taken back, or moved to another moment."""

from collections.abc import Iterable

from newsroom.desk.decisions import log_decision
from newsroom.desk.models import Stage, Verb, Version
from newsroom.desk.publish.door import door
from newsroom.desk.workflow.guards import require, require_remit
from newsroom.desk.workflow.previewed import move_previews
from newsroom.public.models import Edition


def cancel(*, edition: Edition, by, **door_options) -> None:
    """Take back a publication that has not come due."""
    cancel_all(editions=[edition], by=by, **door_options)


def cancel_all(*, editions: Iterable[Edition], by, **door_options) -> None:
    """Take back all of these that have not come due; if one has, none."""
    require("publish", by)
    with door(**door_options) as open_door:
        take_back(open_door, editions, by)


def take_back(open_door, editions: Iterable[Edition], by) -> None:
    gone = set()
    for edition in editions:
        # An expiry goes in all languages at once.
        if edition not in gone:
            dropped = open_door.cancel(edition)
            require_remit("publish", by, {one.language for one in dropped})
            gone.update(dropped)
            for one in dropped:
                undo(version_of(one), one, by, open_door.moment)


def reschedule(*, editions: Iterable[Edition], at, by, **door_options) -> list[Edition]:
    """Move what waits to another moment, all or none; the frozen texts stay as they are."""
    require("publish", by)
    with door(**door_options) as open_door:
        return put_off(open_door, editions, at, by)


def put_off(open_door, editions: Iterable[Edition], at, by) -> list[Edition]:
    editions = list(editions)
    was = {edition.uid: edition.live_from for edition in editions}
    was |= {(edition.uid, edition.language): edition.live_from for edition in editions}
    moved = open_door.reschedule(editions, at=at)
    require_remit("publish", by, {edition.language for edition in moved})
    for edition in moved:
        terms = {
            "by": by,
            "at": open_door.moment,
            "digest": edition.digest,
            "reason": f"{edition.live_from:%Y-%m-%d %H:%M} UTC",
        }
        version = version_of(edition)
        log_decision(version, Verb.RESCHEDULE, **terms)
        # An expiry moves in all languages, whichever of them was named.
        move_previews(version, was.get((edition.uid, edition.language), was[edition.uid]), edition.live_from)
    return moved


def version_of(edition: Edition) -> Version:
    versions = Version.objects.select_for_update(of=("self",)).select_related("record")
    return versions.get(record__uid=edition.uid, language=edition.language)


def undo(version: Version, gone: Edition, by, at) -> None:
    log_decision(version, Verb.CANCEL, by=by, at=at, digest=gone.digest)
    move_previews(version, gone.live_from, None)
    if version.published_digest == gone.digest:
        version.published_digest = last_digest(gone)
        version.stage = Stage.APPROVED if version.digest == version.approved_digest != "" else Stage.DRAFT
        version.save()


def last_digest(edition: Edition) -> str:
    kept = Edition.objects.filter(uid=edition.uid, language=edition.language).order_by("-number")
    return kept.values_list("digest", flat=True).first() or ""
