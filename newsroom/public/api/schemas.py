"""The contract's TypedDicts as JSON Schema: what partners are told is what the desk must compose."""

import inspect
import types
from typing import Any, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from newsroom.public import schema
from newsroom.public.api.problems import TITLES
from newsroom.public.api.shape import ALWAYS, KINDS
from newsroom.public.resolve import RUNNING_TEXT
from newsroom.public.schema import compiled

PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}
NULLABLE_CARD = {"oneOf": [{"$ref": "#/components/schemas/Card"}, {"type": "null"}]}
# Written as a marker, read as an address.
ADDRESS = {"type": "string", "format": "uri"}
AS_READ = {("PictureRow", "url"): ADDRESS, ("RenditionRow", "url"): ADDRESS}


# What others are made of never stands by itself.
BASES = (schema.Frozen, schema.Envelope, schema.Facts, compiled.Registered, compiled.Sections)


def ref(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


def of(hint) -> dict:
    if hint in PLAIN:
        return {"type": PLAIN[hint]}
    if hint == schema.Ref:
        return NULLABLE_CARD
    if is_typeddict(hint):
        return ref(hint.__name__)
    return GENERIC.get(get_origin(hint), _anything)(*get_args(hint))


def _anything(*_) -> dict:
    return {}


def _array(item=Any) -> dict:
    """In a list a reference is never null: its entry is left out."""
    return {"type": "array", "items": ref("Card") if item == schema.Ref else of(item)}


def _mapping(_key=str, value=Any) -> dict:
    return {"type": "object", "additionalProperties": of(value)}


def _union(*hints) -> dict:
    found = [of(hint) for hint in hints]
    if all(set(one) == {"type"} for one in found):
        return {"type": [one["type"] for one in found]}
    return {"oneOf": found}


GENERIC = {list: _array, dict: _mapping, Union: _union, types.UnionType: _union, NotRequired: of}


def properties(typed) -> dict:
    found, running_text = {}, RUNNING_TEXT.get(typed.__name__.lower(), {})
    for name, hint in get_type_hints(typed).items():
        name_as_read = running_text.get(name, name)
        if name_as_read != name:
            found[name_as_read] = {"type": "string"}
        else:
            found[name] = AS_READ.get((typed.__name__, name)) or of(hint)
    return found


def described(typed) -> dict:
    text = inspect.cleandoc(typed.__doc__ or "")
    return {"type": "object", **({"description": text} if text else {}), "properties": properties(typed)}


def components() -> dict:
    found = [*inspect.getmembers(schema, is_typeddict), *inspect.getmembers(compiled, is_typeddict)]
    parts = {name: typed for name, typed in found if typed not in (*KINDS.values(), *BASES)}
    return {
        **{name: described(typed) for name, typed in parts.items()},
        **{typed.__name__: record(typed) for typed in KINDS.values()},
        "CompiledDossier": compiled_dossier(),
        "DossierPart": {
            "type": "object",
            "properties": compiled_dossier()["properties"],
            # Whatever `fields` leaves out.
            "required": ["url", "language"],
        },
        "SearchHit": search_hit(),
        "PostOnDay": {"type": "object", "properties": {**properties(schema.PostHeld), "coverage": COVERAGE}},
        "Past": PAST,
        "Problem": PROBLEM,
        "Available": AVAILABLE,
    }


def record(typed) -> dict:
    """Envelope and payload. A row of a list has the keys of both that a list can use."""
    own = described(typed)
    return {**own, "properties": {**properties(schema.Envelope), **own["properties"]}, "required": list(ALWAYS)}


def compiled_dossier() -> dict:
    whole = record(schema.Dossier)
    return {**whole, "properties": {**whole["properties"], **properties(compiled.Sections)}}


def search_hit() -> dict:
    segment = holding(text={"type": "string"}, match={"type": "boolean"})
    known = {**properties(schema.Envelope), "snippet": {"type": "array", "items": segment}}
    text = "A record with the fields that a list of its type has, and the words around what was found."
    return {"type": "object", "description": text, "properties": known, "additionalProperties": True}


def holding(**members: dict) -> dict:
    """An object that always has these members."""
    return {"type": "object", "properties": members, "required": list(members)}


def listed(item: dict, *, key: str = "results", **more: dict) -> dict:
    return holding(**{key: {"type": "array", "items": item}, **more})


PAST = {
    "type": "object",
    "description": "An edition in a record's history; `until` is when the next one followed.",
    "properties": {
        "edition": {"type": "integer"},
        "until": {"type": ["string", "null"]},
        **dict.fromkeys(("language", "edition_url", "action", "published_at", "title", "note"), {"type": "string"}),
    },
}
# How well sources show that a post was held on the day asked about; null where none was.
COVERAGE = {"type": ["string", "null"]}
AVAILABLE = {
    "type": "object",
    "description": "A language in which there is what was asked for.",
    "properties": {"language": {"type": "string"}, "url": {"type": "string", "format": "uri-reference"}},
}
PROBLEM = {
    "type": "object",
    "description": "RFC 9457. Which members there are beside the required ones depends on the type.",
    "properties": {
        "type": {"type": "string", "examples": [f"/api/v1/problems/{code}" for code in TITLES]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "request_id": {"type": ["string", "null"]},
        "errors": {"type": "array", "items": ref("Fault")},
        "available": {"type": "array", "items": ref("Available")},
        "withdrawn_at": {"type": "string", "format": "date-time"},
        "reason": {"type": "string"},
        "replaced_by": {"type": ["string", "null"]},
        "scope": {"type": "string"},
        "snapshot_url": {"type": "string"},
        "violated-policies": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["type", "title", "status", "detail"],
}
