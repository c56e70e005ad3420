"""Releases as their pages show them: which are open, what waits, and whether each text is ready."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from newsroom.desk.models import Release
from newsroom.desk.moving.candidates import Reference
from newsroom.desk.moving.confirming import Confirmation, chosen, confirm

OPEN, OVERDUE, SCHEDULED, OUT = "open", "overdue", "scheduled", "out"
STATES = {
    OPEN: pgettext_lazy("release", "open"),
    OVERDUE: pgettext_lazy("release", "overdue"),
    SCHEDULED: pgettext_lazy("release", "scheduled"),
    OUT: pgettext_lazy("release", "out"),
}


def standing(release: Release, now=None) -> str:
    now = now or timezone.now()
    ahead = release.moment is not None and release.moment > now
    if release.released_at:
        return SCHEDULED if ahead else OUT
    return OVERDUE if release.moment and not ahead else OPEN


@dataclass(frozen=True)
class Row:
    release: Release
    state: str
    count: int

    @property
    def label(self):
        return STATES[self.state]


def release_rows() -> list[Row]:
    """What still waits first, by its moment; then what went out, the latest first. One query."""
    now = timezone.now()
    rows = [
        Row(release, standing(release, now), release.texts)
        for release in Release.objects.annotate(texts=Count("versions")).order_by("-released_at", "-id")
    ]
    return sorted(
        rows, key=lambda row: (row.state == OUT, row.state != OVERDUE, row.state == OPEN and not row.release.moment)
    )


@dataclass
class Readiness:
    release: Release
    state: str
    confirmation: Confirmation
    # Not public, and not in the release either.
    missing: list[Reference]

    @property
    def label(self):
        return STATES[self.state]

    @property
    def is_open(self) -> bool:
        return self.state in (OPEN, OVERDUE)

    @property
    def is_ready(self) -> bool:
        return self.is_open and bool(self.confirmation.texts) and not self.confirmation.blocked


def readiness(release: Release, by) -> Readiness:
    """Everything somebody looks at before a release goes out, or while it waits."""
    versions = chosen(list(release.versions.values_list("pk", flat=True)))
    ahead = release.moment if standing(release) in (OPEN, SCHEDULED) else None
    confirmation = confirm("publish", versions, by, at=ahead)
    return Readiness(release, standing(release), confirmation, confirmation.missing)


def release_url(release: Release) -> str:
    return reverse("admin:release", args=[release.pk])
