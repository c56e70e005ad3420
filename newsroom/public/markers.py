"""
Reference markers in frozen JSON: found, and replaced by what the present says. `newsroom.public.schema` says how.

Where every target is public, markers are replaced in the bytes, which is several times as fast as a walk through the
parsed payload. Where one is not, whole entries may have to go, and the walk does that.
"""

import re
from collections.abc import Callable, Iterator, Mapping

import orjson

# Inside JSON text every quotation mark is escaped, so these match markers and nothing else.
TARGET = re.compile(rb'"\$(?:ref|must|link)":"([^"]+)"')
REFERENCE = re.compile(rb'\{"\$(?:ref|must)":"([^"\\]+)"\}')
FILE = re.compile(rb'\{"\$file":"([^"\\]+)"\}')
ANY, LINK = b'{"$', b'{"$link"'


class Gone(Exception):
    """A reference to a record that is not public."""


class Unusual(Exception):
    """Markers not as the desk writes them, which only the walk understands."""


def targets(content: bytes) -> set[str]:
    return {uid.decode() for uid in set(TARGET.findall(content))}


def read(content: bytes, card: Callable[[str], dict | None], json: Mapping[bytes, bytes], file: Callable[[str], str]):
    """The payload with cards and addresses in the place of markers; `card` gives a record's card or null."""
    try:
        return orjson.loads(put_in(cut(content, file), json))
    except (Gone, Unusual):
        return Walk(card, file).root(orjson.loads(content))


def cut(content: bytes, file: Callable[[str], str]) -> list[bytes]:
    """JSON text and uids in turn, for `put_in`; files have their addresses already."""
    found = content.count(ANY) - content.count(LINK)
    if b'"$file"' in content:
        content, files = FILE.subn(lambda marker: orjson.dumps(file(marker[1].decode())), content)
        found -= files
    pieces = REFERENCE.split(content)
    if found != len(pieces) // 2:
        raise Unusual
    return pieces


def put_in(pieces: list[bytes], json: Mapping[bytes, bytes]) -> bytes:
    """The JSON text with cards in the place of references; `json` has cards by uid, or raises Gone."""
    pieces[1::2] = [json[uid] for uid in pieces[1::2]]
    return b"".join(pieces)


class Walk:
    """Through a parsed payload, replacing in place."""

    def __init__(self, card: Callable[[str], dict | None], file: Callable[[str], str]):
        self.card, self.file = card, file

    def root(self, payload: dict) -> dict:
        for key, value in payload.items():
            if type(value) is list:
                self._entries(value)
            elif type(value) is dict:
                payload[key] = self._unlisted(value)
        return payload

    def _unlisted(self, value: dict) -> dict | str | None:
        """Outside any list there is no entry to leave out: what holds the reference becomes null."""
        try:
            return self._read(value, listed=False)
        except Gone:
            return None

    def _read(self, value: dict, *, listed: bool) -> dict | str | None:
        if is_marker(value):
            return self._replace(value)
        for key, item in value.items():
            if type(item) is list:
                self._entries(item)
            elif type(item) is dict:
                nested = not listed and not is_marker(item)
                value[key] = self._unlisted(item) if nested else self._read(item, listed=listed)
        return value

    def _replace(self, marker: dict) -> dict | str | None:
        if "$link" in marker:
            # Running text is put together later, with the words of a link that leads nowhere.
            return marker
        if "$file" in marker:
            return self.file(marker["$file"])
        if "$must" in marker:
            if card := self.card(marker["$must"]):
                return card
            raise Gone
        return self.card(marker["$ref"])

    def _entries(self, entries: list) -> None:
        entries[:] = self._kept(entries)

    def _kept(self, entries: list) -> Iterator:
        for entry in entries:
            if type(entry) is list:
                self._entries(entry)
            elif type(entry) is dict:
                try:
                    entry = self._read(entry, listed=True)
                except Gone:
                    continue
                if entry is None:
                    continue
            yield entry


def is_marker(value: dict) -> bool:
    return next(iter(value), "")[:1] == "$"
