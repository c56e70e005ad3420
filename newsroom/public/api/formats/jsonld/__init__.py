"""
Records in the words of schema.org, as JSON-LD: `of(item)` for every kind of item that the API gives.

Nothing is said that the item does not hold, no key is empty, and dates go only as far as they are certain. `origin` is
scheme and host, where the item's own addresses have none.
"""

from newsroom.public.api.formats.jsonld.actors import actor
from newsroom.public.api.formats.jsonld.agreements import agreement
from newsroom.public.api.formats.jsonld.articles import article
from newsroom.public.api.formats.jsonld.dossiers import dossier
from newsroom.public.api.formats.jsonld.events import event
from newsroom.public.api.formats.jsonld.parts import CONTEXT, finished
from newsroom.public.api.formats.jsonld.reference import author, capacity, indicator, place, post, series, source, topic
from newsroom.public.api.formats.jsonld.site import breadcrumbs, website

__all__ = ["KINDS", "breadcrumbs", "document", "of", "website"]

KINDS = {
    "article": article,
    "actor": actor,
    "event": event,
    "agreement": agreement,
    "dossier": dossier,
    "place": place,
    "topic": topic,
    "post": post,
    "series": series,
    "indicator": indicator,
    "source": source,
    "author": author,
    "capacity": capacity,
}


def of(item: dict, origin: str = "") -> dict:
    return finished(KINDS[item["type"]](item), origin)


def document(nodes: list[dict]) -> dict:
    """Several things in one document."""
    return {"@context": CONTEXT, "@graph": nodes}
