"""
From frozen bytes to what readers get: references become cards, and every record gets its envelope.

`newsroom.public.schema` says what the markers mean. Nothing here asks the database but through `reading`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import lru_cache, partial
from html import escape
from types import MappingProxyType
from typing import NamedTuple

import orjson
from django.conf import settings

from newsroom.public import addresses, reading
from newsroom.public.expansion import fill_in
from newsroom.public.markers import Gone, Unusual, Walk, cut, put_in, read, targets
from newsroom.public.reading import Moment, Row
from relations.values.languages import direction

# By kind, under which name segments are frozen and running text is read.
RUNNING_TEXT = {"article": {"body": "body_html"}, "dossier": {"intro": "intro_html"}}
# Of the envelope, what only some payloads have.
BY_DEFAULT = {"sources": b'"sources":', "topics": b'"topics":'}
# What cannot be sent as it was frozen: running text, the address of a dossier, pictures whose rights end one day.
RIGHTS_END = b'"rights_until":"'
JUDGED = {"article": (RIGHTS_END, b'"body":'), "dossier": (RIGHTS_END, b'"intro":', b'"pair":')}


class Resolved(NamedTuple):
    """`changes_at`: when any of this changes next, if that is within a minute."""

    items: list[dict] | list[bytes]
    changes_at: datetime | None
    also: dict[str, dict] = {}


def resolve(
    rows: Sequence[Row],
    at: Moment | datetime | None = None,
    *,
    origin: str = "",
    kinds: Sequence[str] = (),
    expand: Sequence[str] = (),
    also: Mapping[str, str] = MappingProxyType({}),
) -> Resolved:
    """
    The rows as readers get them, one query for all their cards, translations and corrections.

    `origin` is scheme and host. `kinds` names what a list is of, so that a scheduled arrival counts as a change of it.
    `expand` names keys, or paths of two keys, whose references come with the target's summary: a query for each level.
    `also` names other records whose cards are wanted, each with the language it is wanted in.
    """
    at = reading.moment(at)
    items = [(row, orjson.loads(row.content)) for row in rows] if expand else []
    inner = fill_in(items, expand, at)
    shown = [*rows, *(row for row, _ in inner)]
    cards = cards_for(shown, at, kinds=kinds, also=also, language=common_language(rows, also.values()))
    reader = Reader(cards, at, origin)
    beside = {uid: card for uid, code in also.items() if (card := reader.card(uid, code))}
    if not expand:
        return Resolved([reader.record(row) for row in rows], cards.changes_at, beside)
    for row, payload in [*inner, *items]:
        reader.complete(row, payload)
    # Expanded targets are part of the items by now, so their markers are read with them.
    return Resolved([reader.walk(row.language).root(payload) for row, payload in items], cards.changes_at, beside)


def cards_for(
    rows: Sequence[Row],
    at: Moment,
    *,
    kinds: Collection[str] = (),
    also: Iterable[str] = (),
    language: str = "",
) -> reading.Cards:
    """All that `Reader` needs besides the rows. Each card may come in one `language` alone, where that is all of theirs."""
    uids = targets(b"\n".join(row.content for row in rows)).union(also)
    return reading.cards(uids, at, own={row.uid for row in rows}, kinds=kinds, language=language)


def resolve_json(
    rows: Sequence[Row], at: Moment | datetime | None = None, *, origin: str = "", kinds: Sequence[str] = ()
) -> Resolved:
    """What `resolve` gives, each as JSON that is ready to be sent: most of its bytes are those frozen."""
    at = reading.moment(at)
    page = Joined(rows, origin)
    own = {row.uid for row in rows}
    cards = reading.cards(page.targets(), at, own=own, kinds=kinds, language=common_language(rows))
    return Resolved(page.filled(Reader(cards, at, origin)), cards.changes_at)


def common_language(rows: Iterable[Row], others: Iterable[str] = ()) -> str:
    languages = {*(row.language for row in rows), *others}
    return languages.pop() if len(languages) == 1 else ""


class Joined:
    """Rows of one sort, joined so that markers are looked for once; or, where something has to be judged, each apart."""

    def __init__(self, rows: Sequence[Row], origin: str):
        self.rows, self.pieces = rows, None
        # JSON has its line breaks escaped, so the page can be taken apart again where it was joined.
        self.content = b"\n".join(row.content for row in rows)
        if len({(row.kind, row.language) for row in rows}) == 1 and not is_judged(rows[0].kind, self.content):
            with suppress(Unusual):
                self.pieces = cut(self.content, partial(file_url, origin))

    def targets(self) -> set[str]:
        return {uid.decode() for uid in set(self.pieces[1::2])} if self.pieces else targets(self.content)

    def filled(self, reader: "Reader") -> list[bytes]:
        if self.pieces:
            with suppress(Gone, ValueError):
                payloads = put_in(self.pieces, reader.json(self.rows[0].language)).split(b"\n")
                return [reader.enveloped(row, payload) for row, payload in zip(self.rows, payloads, strict=True)]
        return [reader.record_json(row) for row in self.rows]


class Reader:
    """Reads rows by their cards. To strangers the moment counts by its day alone."""

    def __init__(self, cards: reading.Cards, at: Moment, origin: str = ""):
        self.cards, self.at, self.origin, self.rights = cards, at, origin, settings.PUBLIC_RIGHTS
        self.made: dict[tuple[str, str], dict | None] = {}
        self.dumped: dict[str, CardsJson] = {}
        self.heads: dict[tuple[str, str], tuple[str, str]] = {}

    def record(self, row: Row) -> dict:
        payload = read(row.content, partial(self.card, language=row.language), self.json(row.language), self.file)
        self.complete(row, payload)
        return payload

    def record_json(self, row: Row) -> bytes:
        if not is_judged(row.kind, row.content):
            with suppress(Gone, Unusual):
                return self.enveloped(row, put_in(cut(row.content, self.file), self.json(row.language)))
        return orjson.dumps(self.record(row))

    def enveloped(self, row: Row, payload: bytes) -> bytes:
        envelope = self.envelope(row)
        for name in _absent(row.content):
            envelope[name] = []
        return orjson.dumps(envelope)[:-1] + (b"," + payload[1:] if payload != b"{}" else b"}")

    def json(self, language: str) -> "CardsJson":
        if language not in self.dumped:
            self.dumped[language] = CardsJson(self, language)
        return self.dumped[language]

    def walk(self, language: str) -> Walk:
        return Walk(lambda uid: self.card(uid, language), self.file)

    def complete(self, row: Row, payload: dict) -> None:
        """All but the markers, in place."""
        if "media" in payload:
            payload["media"] = [picture for picture in payload["media"] if reading.rights_run(picture, self.at)]
        for key, name in RUNNING_TEXT.get(row.kind, {}).items():
            if key in payload:
                payload[name] = self.running_text(payload.pop(key), row.language)
        whole = {**self.envelope(row, payload.get("pair")), **{name: [] for name in BY_DEFAULT}, **payload}
        payload.clear()
        payload.update(whole)

    def envelope(self, row: Row, pair: list[str] | None = None) -> dict:
        url = self.url(row, pair)
        return {
            "id": row.uid,
            "type": row.kind,
            "url": url,
            "html_url": self.html_url(row),
            "language": row.language,
            "dir": direction(row.language),
            "edition": row.number,
            "edition_url": f"{url}/editions/{row.language}/{row.number}",
            "original_language": row.original_language,
            "published_at": utc(row.live_from),
            "first_published_at": utc(row.first_published_at),
            "embargoed_until": self.embargo(row),
            "corrections": self.corrections(row),
            "translations": self.translations(row, url),
            "rights": self.rights,
        }

    def embargo(self, row) -> str | None:
        """Only to whom advance editions are shown can one be of a moment ahead."""
        is_ahead = self.at.advance and row.live_from and reading.instant(row.live_from) > self.at.now
        return utc(row.live_from) if is_ahead else None

    def url(self, row, pair: list[str] | None) -> str:
        return f"{self.origin}{addresses.api_path(row.kind, '-'.join(pair) if pair else row.uid)}"

    def html_url(self, row) -> str:
        return f"{self.origin}{addresses.page_path(row.kind, row.language, row.slug)}"

    def corrections(self, row: Row) -> list[dict]:
        found = self.cards.corrections.get((row.uid, row.language))
        if not found:
            return []
        notes = [{"at": utc(one.live_from), "kind": "correction", "note": one.note} for one in found]
        return sorted(notes, key=lambda note: note["at"])

    def translations(self, row: Row, url: str) -> list[dict]:
        """The other languages it can be read in."""
        found = self.cards.translations(row.uid)
        return [self._translation(found[language], url) for language in sorted(found) if language != row.language]

    def _translation(self, row: reading.CardRow, url: str) -> dict:
        return {
            "language": row.language,
            "url": f"{url}?lang={row.language}",
            "html_url": self.html_url(row),
            "edition": row.number,
            "published_at": utc(row.live_from),
        }

    def card(self, uid: str, language: str) -> dict | None:
        key = uid, language
        if key not in self.made:
            row = self.cards.best(uid, language)
            self.made[key] = orjson.loads(self.card_json(row)) if row else None
        return self.made[key]

    def card_json(self, row: reading.CardRow) -> bytes:
        """Put together as bytes, since a page has a hundred: nothing in front of the frozen part needs escaping."""
        sort = row.kind, row.language
        if sort not in self.heads:
            self.heads[sort] = self._head(*sort)
        url, html_url = self.heads[sort]
        pair = orjson.loads(row.card).get("pair") if row.kind == "dossier" else None
        name = "-".join(pair) if pair else row.uid
        if embargo := self.embargo(row):
            html_url = f'","embargoed_until":"{embargo}{html_url}'
        return f'{{"id":"{row.uid}{url}{name}{html_url}{row.slug}",'.encode() + row.card[1:]

    def _head(self, kind: str, language: str) -> tuple[str, str]:
        """What all cards of a kind in a language have alike: between id and address, and between both addresses."""
        url, html_url = addresses.api_path(kind, ""), addresses.page_path(kind, language, "")
        said = f'","type":"{kind}","language":"{language}","dir":"{direction(language)}","url":"{self.origin}{url}'
        return said, f'","html_url":"{self.origin}{html_url}'

    def file(self, name: str) -> str:
        return file_url(self.origin, name)

    def running_text(self, segments: list, language: str) -> str:
        return "".join(one if type(one) is str else self._link(one, language) for one in segments)

    def _link(self, segment: dict, language: str) -> str:
        """A link keeps its words when its target is not public."""
        card = self.card(segment["$link"], language)
        if not card:
            return segment["words"]
        other = f' hreflang="{card["language"]}"' if card["language"] != language else ""
        return f'<a href="{escape(card["html_url"])}"{other}>{segment["words"]}</a>'


def file_url(origin: str, name: str) -> str:
    return f"{origin}{settings.MEDIA_URL}{name}"


def is_judged(kind: str, content: bytes) -> bool:
    return any(mark in content for mark in JUDGED.get(kind, (RIGHTS_END,)))


def _absent(content: bytes) -> list[str]:
    """Which of them the payload lacks. Its entries may have sources of their own, but never topics."""
    if BY_DEFAULT["sources"] in content:
        return list(BY_DEFAULT.keys() - orjson.loads(content).keys())
    return [name for name, key in BY_DEFAULT.items() if key not in content]


class CardsJson(dict):
    """Cards in one language as JSON, by uid; put together when first asked for."""

    def __init__(self, reader: Reader, language: str):
        self.reader, self.language = reader, language

    def __missing__(self, uid: bytes) -> bytes:
        row = self.reader.cards.best(uid.decode(), self.language)
        if row is None:
            raise Gone
        self[uid] = found = self.reader.card_json(row)
        return found


@lru_cache(maxsize=2_048)
def utc(moment: datetime | str) -> str:
    """RFC 3339 with a Z. All moments are in UTC; SQLite leaves the zone unsaid."""
    if isinstance(moment, str):
        moment = reading.instant(moment)
    return f"{moment.isoformat().removesuffix('+00:00')}Z"
