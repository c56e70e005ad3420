from django.db.models import QuerySet

from newsroom.desk.compose.dates import moment
from newsroom.desk.compose.facets import facet_rows
from newsroom.desk.compose.freeze import freeze
from newsroom.desk.compose.markers import ref
from newsroom.desk.compose.sources import source_label
from newsroom.public import schema
from relations.models import Source


def rows() -> QuerySet:
    # The body stays with the desk.
    return Source.objects.select_related("publisher").defer("body")


def compose(row: Source, language: str) -> schema.Frozen:
    payload = payload_of(row, language)
    return freeze(
        title=payload["title"],
        payload=payload,
        card={"web_url": payload["web_url"], "date": payload["published"]},
        facets=facet_rows({"kind": [row.type], "publisher": [row.publisher], "written_in": [row.lang]}),
        search=[payload["dateline"]],
    )


def payload_of(row: Source, language: str) -> schema.Source:
    return {
        "kind": row.type,
        "genre": row.genre or None,
        "title": source_label(row, language),
        "original_title": row.title,
        "web_url": row.url or None,
        "publisher": ref(row.publisher),
        "published_language": row.lang,
        "published": moment(row.published, language),
        "published_basis": row.published_basis,
        "dateline": row.dateline,
        "sha256": row.sha256 or None,
        "rights_note": row.rights,
        "independent_group": row.independent_group,
    }
