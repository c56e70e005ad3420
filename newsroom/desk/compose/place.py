from django.db.models import QuerySet

from newsroom.desk.compose.facets import facet_rows, with_ancestors
from newsroom.desk.compose.freeze import freeze, pick
from newsroom.desk.compose.markers import ref
from newsroom.desk.fields import tr
from newsroom.public import schema
from relations.models import Place


def rows() -> QuerySet:
    return Place.objects.select_related("country", "parent__parent__parent")


def compose(row: Place, language: str) -> schema.Frozen:
    payload = payload_of(row, language)
    return freeze(
        title=payload["name"],
        payload=payload,
        card=pick(payload, "latitude", "longitude"),
        facets=facets_of(row),
        search=[],
    )


def payload_of(row: Place, language: str) -> schema.Place:
    return {
        "kind": row.type,
        "name": tr(row, "name", language),
        "parent": ref(row.parent),
        "country": ref(row.country),
        "latitude": coordinate(row.latitude),
        "longitude": coordinate(row.longitude),
        "sensitive": row.sensitive,
    }


def coordinate(value) -> str | None:
    return None if value is None else f"{value:.5f}"


def facets_of(row: Place) -> list[tuple[str, str]]:
    return facet_rows(
        {"kind": [row.type], "country": [row.country], "parent": [row.parent], "place": with_ancestors(row)}
    )
