"""How a key is written: `cq_live_<8 public characters>_<32 secret ones>_<checksum>`."""

import hmac
import re
import secrets
import string
import zlib
from typing import NamedTuple

from django.conf import settings

ALPHABET = string.ascii_letters + string.digits
MARK = "cq_live_"
WRITTEN = re.compile(rf"{MARK}(?P<prefix>[A-Za-z0-9]{{8}})_[A-Za-z0-9]{{32}}_[0-9a-f]{{8}}")


class Token(NamedTuple):
    prefix: str
    text: str

    @property
    def digest(self) -> str:
        """What is kept of it. Nobody who reads the table can show the key, or guess it without our secret."""
        return hmac.digest(settings.KEY_SECRET.encode(), self.text.encode(), "sha256").hex()


def make() -> Token:
    prefix, secret = _characters(8), _characters(32)
    text = f"{MARK}{prefix}_{secret}"
    return Token(prefix, f"{text}_{_checksum(text)}")


def read(text: str) -> Token | None:
    """None for what was never given out: a typing error needs no database to be told."""
    found = WRITTEN.fullmatch(text)
    if not found or not text.endswith(_checksum(text.rpartition("_")[0])):
        return None
    return Token(found["prefix"], text)


def _characters(number: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(number))


def _checksum(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
