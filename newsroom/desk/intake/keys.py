"""Keys of records and parts: their form, and the one a part gets when the file gives none."""

import hashlib
import json

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from relations.models.record import key_validator

# That of a part's key, with room for a kind before a record's.
KEY_LENGTH = 160


def check_key(model, key, place, found) -> None:
    longest = model._meta.get_field("key").max_length
    if not isinstance(key, str) or not key:
        found.add(place, _("“key” is missing"))
        return
    if len(key) > longest:
        found.add(place, _("“key” has more than %(most)d characters") % {"most": longest})
        return
    try:
        key_validator(key)
    except ValidationError as refused:
        found.add(place, f"“{key}”: {' '.join(refused.messages)}")


def derived_key(owner, list_name: str, raw: dict) -> str:
    """The same for the same content under the same owner, so that a file read twice changes nothing."""
    content = json.dumps([owner.key, list_name, raw], sort_keys=True)
    return f"{owner.key[:120]}-{hashlib.sha256(content.encode()).hexdigest()[:12]}"
