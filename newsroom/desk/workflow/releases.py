"""Texts that go out together or not at all."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.desk.models import Release
from newsroom.desk.publish.door import door
from newsroom.desk.workflow.guards import require
from newsroom.desk.workflow.publication import publish_approved
from newsroom.desk.workflow.refusals import MoveRefused
from newsroom.desk.workflow.schedule import put_off, take_back
from newsroom.public.models import Edition


class ReleaseRefused(MoveRefused):
    """A release that cannot be changed so, or not any more."""


def release(*, release: Release, by, pending="refuse", digests=None, now=False, **door_options) -> list[Edition]:
    """Publish all texts of a release, or none, at its moment; with `now` at once, whatever moment it had."""
    require("publish", by)
    with door(**door_options) as open_door:
        kept = open_release(release)
        versions = list(kept.versions.all())
        if not versions:
            raise ReleaseRefused(_("There is no text in this release yet."))
        if now:
            kept.moment, kept.advance = None, False
        elif kept.moment and kept.moment <= open_door.moment:
            raise ReleaseRefused(_("The moment of this release has passed. Choose another one, or release it at once."))
        options = {"at": kept.moment, "pending": pending, "advance": kept.advance, "digests": digests}
        editions = publish_approved(open_door, versions, "publish", by, **options)
        kept.released_at = open_door.moment
        kept.save()
        return editions


def open_release(release: Release) -> Release:
    """As it is now, locked; refused once it went out or was scheduled."""
    kept = Release.objects.select_for_update().get(pk=release.pk)
    if kept.released_at:
        raise ReleaseRefused(_("“%(release)s” is released already.") % {"release": kept})
    return kept


@transaction.atomic
def make_release(*, name: str, moment=None, zone: str, advance: bool = False, versions=()) -> Release:
    if Release.objects.filter(name=name).exists():
        raise ReleaseRefused(_("There is a release of this name already."))
    made = Release.objects.create(name=name)
    set_moment(release=made, moment=moment, zone=zone, advance=advance)
    made.versions.add(*versions)
    made.refresh_from_db()
    return made


@transaction.atomic
def add_to_release(*, release: Release, versions) -> None:
    open_release(release).versions.add(*versions)


@transaction.atomic
def remove_from_release(*, release: Release, versions) -> None:
    open_release(release).versions.remove(*versions)


@transaction.atomic
def set_moment(*, release: Release, moment, zone: str, advance: bool = False) -> None:
    """When an open release is to go out; None is as soon as somebody presses."""
    kept = open_release(release)
    if moment and moment <= timezone.now():
        raise ReleaseRefused(_("That moment has passed."))
    if advance and not moment:
        raise ReleaseRefused(_("Partners can see an advance copy only of what has a moment."))
    kept.moment, kept.zone, kept.advance = moment, zone, advance
    kept.save()


@transaction.atomic
def discard_release(*, release: Release) -> None:
    """Take an open release away. Its texts stay as they are."""
    open_release(release).delete()


def waiting_of(release: Release) -> list[Edition]:
    """The editions of a scheduled release that have not come due."""
    if not (release.released_at and release.moment):
        return []
    texts = set(release.versions.values_list("record__uid", "language"))
    uids = {uid for uid, _language in texts}
    editions = Edition.objects.filter(uid__in=uids, live_from=release.moment, state=Edition.State.LIVE)
    waiting = editions.filter(live_from__gt=timezone.now()).defer("payload", "summary", "card")
    return [edition for edition in waiting if (edition.uid, edition.language) in texts]


def cancel_release(*, release: Release, by, **door_options) -> None:
    """Take back all that a scheduled release would have published; it can be changed and scheduled again."""
    require("publish", by)
    with door(**door_options) as open_door:
        take_back(open_door, scheduled_of(release, open_door), by)
        Release.objects.filter(pk=release.pk).update(released_at=None)


def reschedule_release(*, release: Release, moment, zone: str, by, **door_options) -> None:
    """Move a scheduled release to another moment, whole."""
    require("publish", by)
    with door(**door_options) as open_door:
        if moment <= open_door.moment:
            raise ReleaseRefused(_("That moment has passed."))
        put_off(open_door, scheduled_of(release, open_door), moment, by)
        Release.objects.filter(pk=release.pk).update(moment=moment, zone=zone)


def scheduled_of(release: Release, open_door) -> list[Edition]:
    kept = Release.objects.select_for_update().get(pk=release.pk)
    waiting = [edition for edition in waiting_of(kept) if edition.live_from > open_door.moment]
    if not waiting:
        raise ReleaseRefused(_("Nothing of “%(release)s” waits any more.") % {"release": kept})
    return waiting


def releases_of(versions) -> dict[int, list[Release]]:
    """The releases that these texts are in and that have not gone out, by version."""
    now = timezone.now()
    links = Release.versions.through.objects.filter(version__in=[v.pk for v in versions]).select_related("release")
    found: dict[int, list[Release]] = {version.pk: [] for version in versions}
    for link in links:
        release = link.release
        if release.released_at is None or (release.moment and release.moment > now):
            found[link.version_id].append(release)
    return found
