"""The publishers' own schemas of formats, as their validators read them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from jsonschema import Draft3Validator, Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

FOLDER = Path(__file__).with_name("published")
NINJS, POPOLO, FTM = (
    json.loads(FOLDER.joinpath(f"{name}.json").read_text()) for name in ("ninjs-3.1", "popolo", "followthemoney")
)
# The lists of a Popolo document, and the schema of what each has.
LISTS = {
    "persons": "person",
    "organizations": "organization",
    "posts": "post",
    "memberships": "membership",
    "areas": "area",
}
SHAPES = {
    "date": re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"),
    "url": re.compile(r"https?://\S+"),
    "country": re.compile("|".join(FTM["countries"])),
}

ninjs = Draft202012Validator(NINJS, format_checker=Draft202012Validator.FORMAT_CHECKER)
_schemas = {name: schema for name, schema in POPOLO.items() if not name.startswith("$")}
_registry = Registry().with_resources(
    (schema["id"].removesuffix("#"), Resource(schema, DRAFT3)) for schema in _schemas.values()
)


def faults_of_ninjs(item: dict) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in ninjs.iter_errors(item)]


def faults_of_popolo(document: dict) -> Iterator[str]:
    """By the schemas, which are open; unknown keys are faults too, and ids of things that the document does not have."""
    known = {one["id"] for found in document.values() for one in found}
    for name, schema in ((name, _schemas[LISTS[name]]) for name in document):
        validator = Draft3Validator(schema, registry=_registry, format_checker=Draft3Validator.FORMAT_CHECKER)
        for one in document[name]:
            yield from (f"{one['id']}: {error.message}" for error in validator.iter_errors(one))
            yield from (f"{one['id']}: unknown {key}" for key in one.keys() - schema["properties"].keys())
            referred = {value for key, value in one.items() if key.endswith("_id")}
            yield from (f"{one['id']}: refers to {uid}" for uid in referred - known)


def faults_of_ftm(entities: list[dict]) -> Iterator[str]:
    """What the model of FollowTheMoney requires of entities, and of those they refer to."""
    schemata = {one["id"]: FTM["schemata"][one["schema"]] for one in entities}
    for one in entities:
        schema = schemata[one["id"]]
        yield from (f"{one['id']}: no {name}" for name in schema["required"] if not one["properties"].get(name))
        for name, values in one["properties"].items():
            for value in values:
                if not _is_of_type(value, schema["properties"].get(name), schemata):
                    yield f"{one['id']}: {name} {value}"


def _is_of_type(value: str, declared: list[str] | None, schemata: dict) -> bool:
    if declared is None or not isinstance(value, str) or not value:
        return False
    if declared[0] == "entity":
        return value in schemata and declared[1] in schemata[value]["is"]
    return declared[0] not in SHAPES or bool(SHAPES[declared[0]].fullmatch(value))
