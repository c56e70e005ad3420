"""The texts of a record that can be held against each other: working text, editions, earlier working texts."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import get_type_hints

import orjson
from django.http import Http404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from reversion.models import Version as Kept

from newsroom.desk.comparing.facts import Absence, fact_difference
from newsroom.desk.comparing.names import names_of
from newsroom.desk.comparing.payloads import FieldDifference, compare_fields, flat, in_step, labels_of, shown
from newsroom.desk.comparing.words import SAME, Piece, paragraphs
from newsroom.desk.compose import candidate_bytes, compose_all
from newsroom.desk.editing import field_label
from newsroom.desk.fields import translated_fields
from newsroom.desk.history import revisions
from newsroom.public.api.shape import KINDS
from newsroom.public.models import Edition
from relations.models import Part, Record
from relations.values.languages import LANGUAGES, NATIVE_NAMES, direction

TARGET = re.compile(r" ⟨[^⟩]*⟩")
FACT = "fact"


@dataclass(frozen=True)
class Side:
    """One text: `name` in addresses (`working:fr`, `edition:fr:2`, `kept:81:fr`), fields as plain text."""

    name: str
    language: str
    label: str
    fields: dict[str, str]
    words_only: bool = False
    edition: Edition | None = None
    kept: Kept | None = None

    @property
    def direction(self) -> str:
        return direction(self.language)

    @cached_property
    def words(self) -> dict[str, str]:
        """Without where links lead."""
        return {field: TARGET.sub("", text) for field, text in self.fields.items()}


@dataclass(frozen=True)
class Comparison:
    """Two sides of one record. In one language `differences`; in two, `rows` side by side and the `facts`."""

    record: Record
    one: Side
    other: Side

    @property
    def two_languages(self) -> bool:
        return self.one.language != self.other.language

    @cached_property
    def differences(self) -> list[tuple[str, FieldDifference]]:
        one, other = self.one.fields, self.other.fields
        if self.one.words_only or self.other.words_only:
            known = worded(self.record)
            one, other = (
                {field: text for field, text in side.words.items() if field.rpartition(".")[2] in known}
                for side in (self.one, self.other)
            )
        return [(self.label(found.field), found) for found in compare_fields(one, other)]

    @cached_property
    def facts(self) -> list[tuple[str, Absence]]:
        names = names_of(self.record)
        found = fact_difference(
            self.one.words, self.one.language, self.other.words, self.other.language, names, html=False
        )
        return [(self.label(absence.field), absence) for absence in found]

    @cached_property
    def rows(self) -> list[tuple[str, list, list]]:
        """Label and both texts in paragraphs, the facts that one of them lacks marked; codes alike are left out."""
        marked = {
            side.language: [a.said for _label, a in self.facts if a.language == side.language] for side in self.both
        }
        return [
            (self.label(field), *(with_marks(side.words.get(field, ""), marked[side.language]) for side in self.both))
            for field in in_step(self.one.words, self.other.words)
            if self.one.words.get(field) != self.other.words.get(field)
        ]

    @property
    def both(self) -> tuple[Side, Side]:
        return self.one, self.other

    def label(self, field: str) -> str:
        return field_label(type(self.record.working_row()), field)


def with_marks(text: str, said: list[str]) -> list[list[Piece]]:
    wanted = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(said, key=len, reverse=True))
    parts = re.split(f"({wanted})", text) if wanted else [text]
    return paragraphs(Piece(FACT if number % 2 else SAME, part) for number, part in enumerate(parts) if part)


def worded(record: Record) -> set[str]:
    """The names of all fields that hold words of one language."""
    row = record.working_row()
    parts = (relation.related_model for relation in type(row)._meta.related_objects)
    of_parts = (translated_fields(model) for model in parts if issubclass(model, Part))
    return set(translated_fields(type(row))).union(*of_parts)


def compare(record: Record, one: str, other: str) -> Comparison:
    return Comparison(record, side(record, one), side(record, other))


def side(record: Record, name: str) -> Side:
    """The side of a name; Http404 where there is none."""
    kind, _colon, rest = name.partition(":")
    makers = {"working": working_side, "edition": edition_side, "kept": kept_side}
    if kind not in makers or not rest:
        raise Http404
    return makers[kind](record, *rest.split(":", 1))


def working_side(record: Record, language: str, _rest: str = "") -> Side:
    if language not in LANGUAGES:
        raise Http404
    frozen = compose_all(record)[language]
    labels = labels_of(candidate_bytes(frozen), language=language)
    label = _("Working text, %(language)s") % {"language": NATIVE_NAMES[language]}
    return Side(f"working:{language}", language, label, flat(frozen["payload"], labels))


def edition_side(record: Record, language: str, number: str = "") -> Side:
    found = editions(record).filter(language=language, number=number) if number.isdecimal() else Edition.objects.none()
    if (edition := found.first()) is None:
        raise Http404
    payload = bytes(edition.payload)
    fields = flat(in_order(record.kind, orjson.loads(payload)), labels_of(payload, language=language))
    return Side(f"edition:{language}:{number}", language, edition_label(edition), fields, edition=edition)


def in_order(kind: str, payload: dict) -> dict:
    """The fields as they follow each other in the contract; frozen they are in order of the alphabet."""
    return {name: payload[name] for name in (*get_type_hints(KINDS[kind]), *payload) if name in payload}


def kept_side(record: Record, pk: str, language: str = "") -> Side:
    kept = revisions(record).filter(pk=pk).first() if pk.isdecimal() else None
    if kept is None or language not in LANGUAGES:
        raise Http404
    fields = {field: shown(field, text) for field, text in texts_kept(kept, language).items()}
    return Side(f"kept:{pk}:{language}", language, kept_label(kept, language), fields, words_only=True, kept=kept)


def editions(record: Record):
    """The latest first, those that wait and those withdrawn among them."""
    return Edition.objects.filter(uid=record.uid).order_by("-live_from", "language")


def edition_label(edition: Edition) -> str:
    return _("Edition %(number)s, %(language)s, %(moment)s") % {
        "number": edition.number,
        "language": NATIVE_NAMES[edition.language],
        "moment": said_moment(edition.live_from),
    }


def kept_label(kept: Kept, language: str) -> str:
    return _("Earlier working text of %(moment)s, %(language)s") % {
        "language": NATIVE_NAMES[language],
        "moment": said_moment(kept.revision.date_created),
    }


def said_moment(moment) -> str:
    return date_format(timezone.localtime(moment), "Y-m-d H:i")


def texts_kept(kept: Kept, language: str) -> dict[str, str]:
    """Every text of a record and its parts in one language as a revision keeps it, by field as `texts_of` gives them."""
    return dict(kept_texts(kept, language))


def kept_texts(kept: Kept, language: str) -> Iterator[tuple[str, str]]:
    model = kept.content_type.model_class()
    accessors = {r.related_model: r.get_accessor_name() for r in model._meta.related_objects}
    stored = Kept.objects.filter(revision=kept.revision_id).select_related("content_type").order_by("pk")
    for one in stored:
        of = one.content_type.model_class()
        if of is None or (of is not model and of not in accessors):
            continue
        [row] = json.loads(one.serialized_data)
        prefix = "" if of is model else f"{accessors[of]}.{row['fields']['key']}."
        for field in translated_fields(of):
            if text := row["fields"].get(f"{field}_{language}"):
                yield f"{prefix}{field}", text
