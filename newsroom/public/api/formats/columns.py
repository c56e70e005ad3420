"""
The columns of each kind as a table, made from the contract, so that a field never lacks its column.

A date has four: in words, in EDTF, its first and last possible day. What refers to records has two: their names and their
ids. Several values in one cell have " | " between them. Running text, claims, disputes and quotes have no column.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import itemgetter
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

from newsroom.public import schema
from newsroom.public.api.formats.items import named
from newsroom.public.api.shape import KINDS
from newsroom.public.dossier.standing import REGISTER
from newsroom.public.dossier.timeline import SHOWN
from newsroom.public.resolve import RUNNING_TEXT

Read = Callable[[dict], Any]

BETWEEN = " | "
OF_ALL = (
    *("id", "type", "url", "html_url", "language", "edition", "original_language"),
    *("first_published_at", "published_at"),
)
# What the one field that is a mapping has: between which dates an event lies.
BOUNDS = ("start", "end")
# Tables of a dossier: rows of a kind with some of its fields.
PARTS = {"timeline": ("event", (*SHOWN, "sources_differ")), "register": ("agreement", REGISTER)}
# Of rows in lists: the record that each is about.
ABOUT = {
    schema.ActorLink: "actor",
    schema.BylineRow: "author",
    schema.MemberOf: "organisation",
    schema.Participant: "actor",
    schema.Party: "actor",
    schema.PostHeld: "post",
    schema.Signatory: "actor",
    schema.SourceUse: "source",
}
# Of others: what each says in short.
SAID = {
    schema.Act: lambda act: " ".join(filter(None, [act["stage"], act["date"] and act["date"]["edtf"]])),
    schema.Figure: lambda figure: f"{figure['label']}: {figure['printed_as'] or figure['value']}",
    schema.IdentifierRow: lambda one: f"{one['scheme']}:{one['value']}",
    schema.OtherName: lambda one: one["name"],
    schema.PictureRow: lambda one: one["url"],
    schema.TitleRow: lambda one: one["title"],
}


@cache
def of(kind: str) -> dict[str, Read]:
    """What reads each column's cell from an item."""
    kind, only = PARTS.get(kind, (kind, ()))
    hints = dict.fromkeys(OF_ALL, str) | get_type_hints(KINDS[kind])
    if "sources_differ" in only:
        hints["sources_differ"] = bool
    wanted = [name for name in hints if name in (only or hints) and name not in RUNNING_TEXT.get(kind, ())]
    return {name: read for field in wanted for name, read in columns(field, hints[field], itemgetter(field))}


def columns(name: str, hint, read: Read) -> Iterator[tuple[str, Read]]:
    """`read` gives the value of the field."""
    among = {hint, *get_args(hint)} - {NoneType}
    if hint == schema.Ref:
        yield from references(name, lambda item: [read(item)])
    elif get_origin(hint) is list:
        yield from of_several(name, get_args(hint)[0], read)
    elif get_origin(hint) is dict:
        for key in BOUNDS:
            yield from date(f"{name}_{key}", lambda item, key=key: read(item).get(key))
    elif schema.Fuzzy in among:
        yield from date(name, read)
    elif typed := next(filter(is_typeddict, among), None):
        yield from nested(name, typed, read)
    elif among & {str, int, bool}:
        yield name, lambda item: scalar(read(item))


def references(name: str, read: Callable[[dict], Iterable[dict | None]]) -> Iterator[tuple[str, Read]]:
    yield name, lambda item: together(named(card) for card in read(item) if card)
    yield f"{name}_id", lambda item: together(card["id"] for card in read(item) if card)


def of_several(name: str, each, read: Read) -> Iterator[tuple[str, Read]]:
    if each == schema.Ref:
        yield from references(name, read)
    elif each in ABOUT:
        yield from references(name, lambda item: [row[ABOUT[each]] for row in read(item)])
    elif each in SAID:
        yield name, lambda item: together(SAID[each](row) for row in read(item))
    elif each is str:
        yield name, lambda item: together(read(item))


def date(name: str, read: Read) -> Iterator[tuple[str, Read]]:
    for suffix, key in (("", "label"), ("_edtf", "edtf"), ("_start", "start"), ("_end", "end")):
        yield name + suffix, lambda item, key=key: (read(item) or {}).get(key)


def nested(name: str, typed, read: Read) -> Iterator[tuple[str, Read]]:
    for key, hint in get_type_hints(typed).items():
        inner = name if key == name else f"{name}_{key}"
        yield from columns(inner, hint, lambda item, key=key: (read(item) or {}).get(key))


def scalar(value) -> str | int | None:
    return str(value).lower() if isinstance(value, bool) else value


def together(words: Iterable[str]) -> str:
    return BETWEEN.join(words)
