"""The words of the OpenAPI document: what it is, names of operations, tags, examples."""

import re
from functools import cache
from pathlib import Path

import orjson
from django.conf import settings

from newsroom.public.addresses import API, PLURALS

GUIDE = "/en/partners"
ABOUT = {
    "title": "Communiqué",
    "version": "1.0.0",
    "summary": "Relations between countries: articles and a record of facts, in four languages.",
    "description": (
        "Everything that is published, at the moment at which readers get it. Each record has an edition in each of its"
        " languages; codes are open lists, so expect new ones. New members and parameters may be added at any time;"
        " nothing is taken away within version 1."
    ),
    # Of this document, not of what the API delivers: every record says its own rights.
    "license": {"name": "MIT", "identifier": "MIT"},
}
KEY = {
    "type": "http",
    "scheme": "bearer",
    "description": "Your key as `Authorization: Bearer …`. A key that is not good is refused everywhere.",
}
TAGS = {
    "articles": "Dispatches, reports, analyses, backgrounds and statements.",
    "actors": "People, institutions, countries and organisations, with their posts and members.",
    "events": "Visits, talks, consultations, summits and the like, with who took part in which capacity.",
    "agreements": "Treaties, memoranda and programmes, with the acts of each party.",
    "dossiers": "All that is published about two countries, compiled.",
    "places": "Cities, regions, buildings.",
    "topics": "What records are about.",
    "posts": "Offices that people hold, under the title of each day.",
    "series": "Meetings that are held again and again.",
    "figures": "Numbers with their source, their period and the day of their statement.",
    "sources": "What records rest on.",
    "authors": "Who writes.",
    "capacities": "On whose behalf somebody acts.",
    "search": "Words, in any of their forms, across all types.",
    "changes": "The feed that keeps a copy complete: ask again from the checkpoint.",
    "snapshots": "Everything at once, to begin a copy with.",
    "webhooks": "Messages to your own address as soon as something is published.",
    "me": "Your key, its quota and what was delivered to it.",
    "vocabularies": "Codes with their labels in every language.",
    "problems": "What each type of problem means.",
    "service": "Where to begin.",
}


def told_at(origin: str) -> dict:
    """What the document says of itself where it is served."""
    contact = {"name": settings.RIGHTS_HOLDER, "url": f"{origin}/en/about"}
    return {
        "info": {**ABOUT, "termsOfService": f"{origin}/en/about/sources-and-rights", "contact": contact},
        "servers": [{"url": origin}],
        "externalDocs": {
            "description": "The guide for partners, with code that runs as written.",
            "url": origin + GUIDE,
        },
    }


# Operations

SINGULAR = {
    **{plural: kind for kind, plural in PLURALS.items()},
    "figures": "figure",
    "deliveries": "delivery",
    "vocabularies": "vocabulary",
}
VERBS = {"put": "replace", "patch": "update", "delete": "delete"}
# What an address that ends in an argument is of.
AT_THE_END = {"{part}": "part", ".gz": "file"}
NAMED = {"": "get service", "search": "search"}


def name_of(method: str, path: str) -> str:
    """What an operation is called, in words: "list article editions"."""
    inside = path.removeprefix(API).strip("/")
    if inside in NAMED:
        return NAMED[inside]
    parts = inside.split("/")
    words = [noun(word, parts[place + 1 :]) for place, word in enumerate(parts) if "{" not in word]
    words += [word for end, word in AT_THE_END.items() if parts[-1].endswith(end)]
    verb, words = verb_of(method.lower(), parts, words)
    return " ".join([verb, *words]).replace("_", " ")


def noun(word: str, following: list[str]) -> str:
    """Of one where an argument follows."""
    return SINGULAR.get(word, word.removesuffix("s")) if following and "{" in following[0] else word


def verb_of(method: str, parts: list[str], words: list[str]) -> tuple[str, list[str]]:
    *before, last = words
    many = last == parts[-1] and last.endswith("s")
    if method == "post":
        return ("create", [*before, SINGULAR.get(last, last.removesuffix("s"))]) if many else (last, before)
    return VERBS.get(method) or ("list" if many else "get"), words


def tag_of(path: str) -> str:
    return path.removeprefix(API).strip("/").split("/")[0] or "service"


def tags(paths: dict) -> list[dict]:
    """Those in use, in our order."""
    used = {tag_of(path) for path in paths}
    return [{"name": name, "description": text} for name, text in TAGS.items() if name in used]


# Examples

PARAMETERS = {
    "lang": "fr",
    "q": "consultations",
    "name": "Bayramov",
    "identifier": "wikidata:Q262",
    "iso3": "DZA",
    "pair": "AZE-DZA",
    "year": "2025",
    "qcode": "medtop:20000593",
    "since": 0,
    "page_size": 25,
    "number": 1,
    "expand": ["topics"],
    "as_of": "2026-01-31T12:00:00Z",
}
UID = "01m8m4qnt2tpwh928zm7jnkke9"
BY_FORMAT = {"date": "2025-04-21", "date-time": "2026-01-31T12:00:00Z"}
TITLES = ("headline", "title", "name")


def example_of(name: str, schema: dict):
    """A value that the parameter takes; null where none says more than its schema."""
    if name == "fields":
        codes = schema["items"].get("enum", TITLES)
        return [code for code in TITLES if code in codes][:1]
    return PARAMETERS[name] if name in PARAMETERS and "enum" not in schema else by_schema(schema)


def by_schema(schema: dict):
    if schema.get("type") == "array":
        inside = by_schema(schema["items"])
        return None if inside is None else [inside]
    if schema.get("type") == "boolean":
        return True
    if re.match(schema.get("pattern") or "$.", UID):
        return UID
    return schema["enum"][0] if "enum" in schema else schema.get("minimum", BY_FORMAT.get(schema.get("format")))


@cache
def answers() -> dict:
    """Answers by operation, taken from a demonstration and shortened by `tests/api_tools/examples.py`."""
    return orjson.loads((Path(__file__).parent / "examples.json").read_bytes())
