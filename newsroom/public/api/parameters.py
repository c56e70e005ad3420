"""Query parameters, read strictly: every fault is named, and nothing unknown is passed over in silence."""

import re

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from newsroom.partners import tokens
from newsroom.public.api.problems import Problem

# No parameter needs more; longer ones are refused before anything reads them.
LONGEST = 4_000
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
NAMES_OF_KEYS = {"key", "api_key", "apikey", "api-key", "token", "access_token", "authorization"}


def read(query: QueryDict, filters: dict) -> dict:
    """The cleaned values of the parameters given, by name. `filters` are those of a FilterSet."""
    values, faults = {}, []
    for name, given in query.lists():
        try:
            values[name] = _read_one(name, given, filters)
        except ValidationError as error:
            faults.append({"parameter": name[:100], "code": error.code or "invalid", "detail": error.messages[0]})
    if faults:
        raise_invalid(faults)
    return values


def _read_one(name: str, given: list[str], filters: dict):
    if name.lower() in NAMES_OF_KEYS or any(map(tokens.is_in, [name, *given])):
        # Addresses are kept in logs and histories, and handed on.
        raise ValidationError(_("A key belongs in the header “Authorization: Bearer …”, never in an address."), "key")
    if name not in filters:
        raise ValidationError(_("There is no such parameter here."), "unknown")
    if len(given) > 1:
        raise ValidationError(_("Given more than once."), "repeated")
    (value,) = given
    if not value:
        raise ValidationError(_("Given without a value."), "empty")
    if len(value) > LONGEST:
        raise ValidationError(_("Too long."), "too-long")
    if CONTROL.search(value):
        raise ValidationError(_("Control characters are not allowed."), "control-character")
    return filters[name].field.clean(value)


def raise_invalid(faults: list[dict]):
    raise Problem("invalid-parameters", errors=faults)


def fault(parameter: str, code: str, detail) -> dict:
    return {"parameter": parameter, "code": code, "detail": str(detail)}
