from django.db.models import QuerySet

from newsroom.desk.compose.facets import facet_rows
from newsroom.desk.compose.freeze import freeze
from newsroom.desk.fields import tr
from newsroom.public import schema
from relations.models import Indicator


def rows() -> QuerySet:
    return Indicator.objects.all()


def compose(row: Indicator, language: str) -> schema.Frozen:
    payload: schema.Indicator = {
        "name": tr(row, "name", language),
        "unit_kind": row.unit_kind,
        "measure": row.measure,
        "flow": row.flow,
    }
    facets = facet_rows({"unit_kind": [row.unit_kind], "measure": [row.measure], "flow": [row.flow]})
    return freeze(title=payload["name"], payload=payload, facets=facets, search=[])
