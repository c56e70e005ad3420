from django.db.models import QuerySet

from newsroom.desk.compose.facets import facet_rows
from newsroom.desk.compose.freeze import freeze
from newsroom.desk.compose.markers import ref
from newsroom.desk.fields import tr
from newsroom.public import schema
from relations.models import Series


def rows() -> QuerySet:
    return Series.objects.select_related("body", "agreement")


def compose(row: Series, language: str) -> schema.Frozen:
    payload = payload_of(row, language)
    facets = facet_rows({"actor": [row.body], "agreement": [row.agreement]})
    return freeze(title=payload["name"], payload=payload, facets=facets, search=[payload["meeting_noun"]])


def payload_of(row: Series, language: str) -> schema.Series:
    return {
        "name": tr(row, "name", language),
        "meeting_noun": tr(row, "meeting_noun", language),
        "body": ref(row.body),
        "agreement": ref(row.agreement),
        "ordinal_scheme": row.ordinal_scheme,
    }
