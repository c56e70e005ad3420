"""The actors that a record names as rows or links to in its text, with their names and offices."""

from django.db.models import Prefetch, Q

from newsroom.desk.compose.rich_text import record_paths
from newsroom.desk.fields import tr, translated_fields
from relations.models import Actor, Record, Tenure
from relations.values.vocabularies import RecordKind

RUNNING = ("body", "intro")


def linked_actors(row: Record, language: str) -> list[Actor]:
    """Four queries, or none where nobody is named."""
    pks, keys = linked_pks(row), linked_keys(row, language)
    if not (pks or keys):
        return []
    tenures = Tenure.objects.select_related("post").prefetch_related("post__titles", "attestations")
    found = Actor.objects.filter(Q(pk__in=pks) | Q(key__in=keys)).order_by("key")
    return list(found.prefetch_related("names", Prefetch("tenures", tenures)))


def linked_pks(row: Record) -> set[int]:
    if row.kind == RecordKind.ARTICLE:
        return {link.actor_id for link in row.actor_links.all()}
    if row.kind == RecordKind.EVENT:
        return {pk for part in row.participations.all() for pk in (part.person_id, part.actor_id) if pk}
    return set()


def linked_keys(row: Record, language: str) -> set[str]:
    fields = [field for field in RUNNING if field in translated_fields(type(row))]
    paths = [path for field in fields for path in record_paths(tr(row, field, language))]
    actors = f"{RecordKind.ACTOR}/"
    return {path.removeprefix(actors) for path in paths if path.startswith(actors)}
