"""The contract's TypedDicts as JSON Schema: what partners are told is what the desk must compose."""

import inspect
import types
from typing import Any, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from newsroom.public import schema
from newsroom.public.api.problems import TITLES
from newsroom.public.api.shape import ALWAYS, KINDS
from newsroom.public.resolve import RUNNING_TEXT

PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}
NULLABLE_CARD = {"oneOf": [{"$ref": "#/components/schemas/Card"}, {"type": "null"}]}
# Written as a marker, read as an address.
ADDRESS = {"type": "string", "format": "uri"}
AS_READ = {("PictureRow", "url"): ADDRESS, ("RenditionRow", "url"): ADDRESS}


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
    parts = {name: typed for name, typed in inspect.getmembers(schema, is_typeddict) if typed not in KINDS.values()}
    # What others are made of never stands by itself.
    for base in ("Frozen", "Envelope", "Facts"):
        parts.pop(base)
    return {
        **{name: described(typed) for name, typed in parts.items()},
        **{typed.__name__: record(typed) for typed in KINDS.values()},
        "Past": PAST,
        "Problem": PROBLEM,
        "Available": AVAILABLE,
    }


def record(typed) -> dict:
    """Envelope and payload. A row of a list has the keys of both that a list can use."""
    own = described(typed)
    return {**own, "properties": {**properties(schema.Envelope), **own["properties"]}, "required": list(ALWAYS)}


def listed(item: dict, *, key: str = "results", **more: dict) -> dict:
    known = {key: {"type": "array", "items": item}, **more}
    return {"type": "object", "properties": known, "required": list(known)}


PAST = {
    "type": "object",
    "description": "An edition in a record's history; `until` is when the next one followed.",
    "properties": {
        "edition": {"type": "integer"},
        "until": {"type": ["string", "null"]},
        **dict.fromkeys(("language", "edition_url", "action", "published_at", "title", "note"), {"type": "string"}),
    },
}
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
        "snapshot_url": {"type": "string"},
        "violated-policies": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["type", "title", "status", "detail"],
}
