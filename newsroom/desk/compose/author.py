from django.db.models import QuerySet

from newsroom.desk.compose.freeze import freeze
from newsroom.desk.fields import tr
from newsroom.desk.models import Author
from newsroom.public import schema


def rows() -> QuerySet:
    return Author.objects.all()


def compose(row: Author, language: str) -> schema.Frozen:
    payload: schema.Author = {"name": tr(row, "name", language)}
    return freeze(title=payload["name"], payload=payload, facets=[], search=[])
