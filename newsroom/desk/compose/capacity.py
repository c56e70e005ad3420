from django.db.models import QuerySet

from newsroom.desk.compose.facets import facet_rows
from newsroom.desk.compose.freeze import freeze
from newsroom.desk.compose.markers import ref
from newsroom.desk.fields import tr
from newsroom.public import schema
from relations.models import Capacity


def rows() -> QuerySet:
    return Capacity.objects.select_related("on_behalf_of")


def compose(row: Capacity, language: str) -> schema.Frozen:
    payload: schema.Capacity = {
        "kind": row.type,
        "title": tr(row, "title", language),
        "title_f": tr(row, "title_f", language),
        "on_behalf_of": ref(row.on_behalf_of),
    }
    facets = facet_rows({"kind": [row.type], "post": [row.on_behalf_of]})
    return freeze(title=payload["title"], payload=payload, facets=facets, search=[payload["title_f"]])
