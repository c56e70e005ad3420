"""Where the next page starts, signed and bound to the list it was given for."""

import hashlib
from datetime import datetime

import orjson
from django.core import signing

from newsroom.public.api.problems import Problem
from newsroom.public.reading import Cursor

SALT = "newsroom.public.api.cursor"


def digest(*parts) -> str:
    """Of all that decides which rows a list has and in which order."""
    return hashlib.blake2b(orjson.dumps(parts, default=str), digest_size=8).hexdigest()


def dump(cursor: Cursor, belongs_to: str) -> str:
    sort = cursor.sort.isoformat() if isinstance(cursor.sort, datetime) else cursor.sort
    is_moment = isinstance(cursor.sort, datetime)
    # Without the time of signing, which would make each answer differ from the one before.
    return signing.Signer(salt=SALT).sign_object([sort, is_moment, cursor.uid, cursor.language, belongs_to])


def load(text: str, belongs_to: str) -> Cursor:
    try:
        sort, is_moment, uid, language, owner = signing.Signer(salt=SALT).unsign_object(text)
    except signing.BadSignature:
        raise Problem("invalid-cursor") from None
    if owner != belongs_to:
        raise Problem("invalid-cursor")
    return Cursor(datetime.fromisoformat(sort) if is_moment else sort, uid, language)
