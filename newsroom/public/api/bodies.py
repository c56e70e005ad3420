"""Bodies of requests, read strictly: JSON of known members, every fault named."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import orjson
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from rest_framework.exceptions import UnsupportedMediaType

from newsroom.public.api.fields import Field
from newsroom.public.api.parameters import fault, raise_invalid

# Bytes.
LONGEST = 16_000


class Member(NamedTuple):
    """`read` raises ValidationError; `schema` and `description` are what the OpenAPI document says of it."""

    description: str
    schema: dict
    read: Callable
    required: bool = False


def text(field: Field, description: str, **options) -> Member:
    def read(value):
        if not isinstance(value, str):
            raise ValidationError(_("Not a text."), "type")
        return field.to_python(value)

    return Member(description, field.schema, read, **options)


def texts(field: Field, description: str, most: int) -> Member:
    def read(value):
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise ValidationError(_("Not a list of texts."), "type")
        if len(value) > most:
            raise ValidationError(_("More than %(most)d values."), "too-many", {"most": most})
        return list(dict.fromkeys(map(field.to_python, value)))

    return Member(description, {"type": "array", "items": field.schema, "maxItems": most}, read)


def whole(least: int, most: int, description: str, **options) -> Member:
    """JSON knows one sort of number: 1.0 is as whole as 1."""

    def read(value):
        if type(value) not in (int, float) or not least <= value <= most or value != int(value):
            text = _("Not a whole number from %(least)d to %(most)d.")
            raise ValidationError(text, "number", {"least": least, "most": most})
        return int(value)

    return Member(description, {"type": "integer", "minimum": least, "maximum": most}, read, **options)


def read(request, members: Mapping[str, Member]) -> dict:
    """The cleaned values of the members given, by name."""
    given, values, faults = _given(request), {}, []
    for name, value in given.items():
        try:
            values[name] = _read_one(name, value, members)
        except ValidationError as error:
            faults.append(fault(name[:100], error.code, error.messages[0]))
    faults += [fault(name, "missing", _("This is needed.")) for name in required(members) if name not in given]
    if faults:
        raise_invalid(faults)
    return values


def required(members: Mapping[str, Member]) -> list[str]:
    return [name for name, member in members.items() if member.required]


def schema(members: Mapping[str, Member]) -> dict:
    properties = {name: {**one.schema, "description": one.description} for name, one in members.items()}
    needed = required(members)
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


def _read_one(name: str, value, members: Mapping[str, Member]):
    if name not in members:
        raise ValidationError(_("There is no such member here."), "unknown")
    return members[name].read(value)


def _given(request) -> dict:
    """Nothing at all is as good as an object without members."""
    body = _body(request)
    if not body:
        return {}
    if request.content_type.partition(";")[0].strip().lower() != "application/json":
        raise UnsupportedMediaType(request.content_type)
    try:
        given = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise_invalid([fault("body", "json", _("Not JSON."))])
    if not isinstance(given, dict):
        raise_invalid([fault("body", "type", _("Not an object."))])
    return given


def _body(request) -> bytes:
    """One that says that it is too long is not read."""
    told = request.META.get("CONTENT_LENGTH") or ""
    if (told.isdecimal() and int(told) > LONGEST) or len(request.body) > LONGEST:
        raise_invalid([fault("body", "too-long", _("Longer than %(most)d bytes.") % {"most": LONGEST})])
    return request.body
