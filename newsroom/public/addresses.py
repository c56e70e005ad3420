"""Where records live: paths only, no host. Pages and API agree here without importing each other."""

from relations.values.vocabularies import RecordKind

API = "/api/v1"

# The word for a kind in paths, of the API and of pages alike. Pictures have no address of their own.
PLURALS = {
    RecordKind.ARTICLE.value: "articles",
    RecordKind.ACTOR.value: "actors",
    RecordKind.EVENT.value: "events",
    RecordKind.AGREEMENT.value: "agreements",
    RecordKind.DOSSIER.value: "dossiers",
    RecordKind.PLACE.value: "places",
    RecordKind.TOPIC.value: "topics",
    RecordKind.POST.value: "posts",
    RecordKind.SERIES.value: "series",
    RecordKind.INDICATOR.value: "figures",
    RecordKind.SOURCE.value: "sources",
    RecordKind.AUTHOR.value: "authors",
    RecordKind.CAPACITY.value: "capacities",
}
KINDS = {plural: kind for kind, plural in PLURALS.items()}


def api_path(kind: str, uid: str) -> str:
    """By uid; a dossier by its pair, such as "AZE-DZA"."""
    return f"{API}/{PLURALS[kind]}/{uid}"


def page_path(kind: str, language: str, slug: str) -> str:
    return f"/{language}/{PLURALS[kind]}/{slug}"


def with_default(found: dict[str, str]) -> dict[str, str]:
    """The addresses of a page by language, and the first of them for readers of any other (`hreflang`)."""
    return {**found, "x-default": next(iter(found.values()))} if found else {}


def postcard_path(kind: str, language: str, uid: str, number: int) -> str:
    """The picture that goes with an edition's link."""
    return f"/{language}/og/{PLURALS[kind]}/{uid}-{number}.png"


def list_path(kind: str, language: str) -> str:
    return f"/{language}/{PLURALS[kind]}"
