from django.db.models import QuerySet

from newsroom.desk.compose.facets import facet_rows, with_ancestors
from newsroom.desk.compose.freeze import freeze
from newsroom.desk.compose.markers import ref
from newsroom.desk.fields import tr
from newsroom.public import schema
from relations.models import Topic


def rows() -> QuerySet:
    return Topic.objects.select_related("broader__broader")


def compose(row: Topic, language: str) -> schema.Frozen:
    payload = payload_of(row, language)
    facets = facet_rows({"parent": [row.broader], "topic": with_ancestors(row, "broader"), "qcode": [row.qcode]})
    return freeze(title=payload["name"], payload=payload, facets=facets, search=[])


def payload_of(row: Topic, language: str) -> schema.Topic:
    return {"name": tr(row, "name", language), "qcode": row.qcode or None, "broader": ref(row.broader)}
