"""Two payloads of a record, or two sets of its texts, field by field."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import orjson

from newsroom.desk.comparing.rich import RICH, plain_lines
from newsroom.desk.comparing.words import Piece, compare_words, paragraphs
from newsroom.desk.models import Version
from newsroom.public.markers import targets

# Said by another field already.
DERIVED = {"body_text", "intro_text", "word_count"}
# A date in words; what it is made of adds nothing.
LABELLED = ("label", "edtf")


class FieldDifference(NamedTuple):
    """`field` is dotted, with an entry's key or place in it (`claims.dc-1.text`, `actors.2.role`)."""

    field: str
    old: str
    new: str
    pieces: list[Piece]

    @property
    def paragraphs(self) -> list[list[Piece]]:
        return paragraphs(self.pieces)


def compare_payloads(old: dict, new: dict, labels: Mapping[str, str] | None = None) -> list[FieldDifference]:
    """`labels` gives the names of records referred to, by uid (`labels_of`); without one the uid is shown."""
    return compare_fields(flat(old, labels or {}), flat(new, labels or {}))


def compare_texts(old: Mapping[str, str], new: Mapping[str, str]) -> list[FieldDifference]:
    """Texts by field, as `desk.fields.texts_of` gives them."""
    return compare_fields(*({field: shown(field, text) for field, text in one.items()} for one in (old, new)))


def shown(field: str, text: str) -> str:
    return plain_lines(text) if field.rpartition(".")[2] in RICH else text


def compare_fields(old: Mapping[str, str], new: Mapping[str, str]) -> list[FieldDifference]:
    return [
        FieldDifference(field, before, after, compare_words(before, after))
        for field in in_step(old, new)
        if (before := old.get(field, "")) != (after := new.get(field, ""))
    ]


def in_step(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """The fields of both, in the order of the new, what is gone after the field it followed."""
    found = list(new)
    last = -1
    for field in old:
        if field in new:
            last = found.index(field)
        else:
            last += 1
            found.insert(last, field)
    return found


def flat(payload: dict, labels: Mapping[str, str]) -> dict[str, str]:
    """Every leaf by its dotted name, as text; what is empty is left out."""
    found = {name: value for name, value in payload.items() if name not in DERIVED}
    return {name: text for name, text in leaves("", found, labels) if text}


def leaves(name: str, value, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        yield from leaves_of_dict(name, value, labels)
    elif isinstance(value, list) and name in RICH:
        yield name, plain_lines(running_text(value, labels))
    elif isinstance(value, list):
        yield from leaves_of_list(name, value, labels)
    else:
        yield name, "" if value is None else str(value)


def leaves_of_dict(name: str, value: dict, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if target := value.get("$ref") or value.get("$must"):
        yield name, labels.get(target, target)
    elif set(LABELLED) <= value.keys():
        yield name, value["label"]
    else:
        for key, inner in value.items():
            yield from leaves(f"{name}.{key}" if name else key, inner, labels)


def leaves_of_list(name: str, values: list, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if all(is_plain(value) for value in values):
        yield name, ", ".join(dict(leaves("", value, labels)).get("", "") for value in values)
        return
    for place, value in enumerate(values, 1):
        key = value.get("key") if isinstance(value, dict) else None
        yield from leaves(f"{name}.{key or place}", value, labels)


def is_plain(value) -> bool:
    return not isinstance(value, dict | list) or (isinstance(value, dict) and ("$ref" in value or "$must" in value))


def running_text(segments: list, labels: Mapping[str, str]) -> str:
    return "".join(
        one if isinstance(one, str) else f"{one['words']} ⟨{labels.get(one['$link'], one['$link'])}⟩"
        for one in segments
    )


def labels_of(*payloads: bytes, language: str) -> dict[str, str]:
    """What the desk calls the records that payloads refer to, in a language or the nearest there is; one query."""
    uids = set().union(*map(targets, payloads))
    rows = Version.objects.filter(record__uid__in=uids).exclude(title="")
    found: dict[str, str] = {}
    for uid, of, title in rows.values_list("record__uid", "language", "title").order_by("language"):
        if of == language or uid not in found:
            found[uid] = title
    return found


def payload_of(content: bytes | memoryview) -> dict:
    """The payload inside a candidate, or an edition's own."""
    found = orjson.loads(bytes(content))
    return found.get("payload", found)
