"""Versions and the rows they speak of: locked, loaded, frozen, moved."""

from collections.abc import Iterable

from django.utils import timezone

from newsroom.desk.compose import COMPOSERS, candidate_bytes, digest_of, load_all
from newsroom.desk.decisions import log_decisions
from newsroom.desk.items import give_addresses
from newsroom.desk.models import Version
from relations.models import Record


def locked(versions: Iterable[Version]) -> list[Version]:
    """The rows as they are now, locked in one order for everybody."""
    pks = [version.pk for version in versions]
    rows = Version.objects.filter(pk__in=pks).select_related("record").order_by("pk")
    return list(rows.select_for_update(of=("self",)))


def working_rows(versions: Iterable[Version]) -> dict[int, Record]:
    """The rows that texts belong to, each loaded once whatever the number of languages."""
    return {row.pk: row for row in load_all({version.record_id: version.record for version in versions}.values())}


def freeze(versions: list[Version], rows: dict[int, Record], by) -> None:
    """Compose what reviewers read and what goes out."""
    composed = {version: compose_row(rows[version.record_id], version.language) for version in versions}
    give_addresses({version: frozen["title"] for version, frozen in composed.items()})
    for version, frozen in composed.items():
        version.candidate = candidate_bytes(frozen)
        version.digest = version.working_digest = digest_of(version.candidate)
        version.submitted_by, version.submitted_at = by, timezone.now()


def compose_row(row: Record, language: str):
    return COMPOSERS[row.kind].compose(row, language)


def record_move(version: Version, verb, stage, **terms) -> None:
    record_moves([version], verb, stage, **terms)


def record_moves(versions: list[Version], verb, stage, *, by, at=None, reason="") -> None:
    log_decisions(versions, verb, to=stage, by=by, at=at or timezone.now(), reason=reason)
    for version in versions:
        version.stage = stage
        version.save()
