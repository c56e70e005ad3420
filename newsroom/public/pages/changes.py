"""What readers see differ between two editions of a record: its fields as lines of words, compared."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from newsroom.public.pages.differing import DELETED, INSERTED, Paragraph, compare, count_words
from newsroom.public.pages.fields import FIELDS, name_of
from newsroom.public.schema import Envelope
from newsroom.public.templatetags.records import named
from newsroom.public.templatetags.words import label, language_name

# Said by another field already, or nothing that a reader sees.
DERIVED = {"body_text", "intro_text", "word_count", "pair", *Envelope.__annotations__} - {"sources", "topics"}
UNSEEN = {"key", "group", "dir", "url", "weekday", "claims", "resolved_claim"}
# Of a source, who published it tells it apart; where in it the words stand is nothing to compare.
OF_USE = {"source", "start", "end"}
# What says most of an entry comes first in its line.
FIRST = ("text", "statement", "actor", "title", "name", "post", "publisher")

BLOCK_END = re.compile(r"</(?:p|h2|h3|li|blockquote)>|<br>")
TAG = re.compile(r"<[^>]+>")

# By the kind of record or the field an entry stands in, and the key.
VOCABULARIES = {
    ("article", "kind"): "article_types",
    ("actor", "kind"): "actor_types",
    ("actor", "gender"): "genders",
    ("agreement", "kind"): "agreement_types",
    ("agreement", "status"): "act_stages",
    ("agreement", "binding"): "bindings",
    ("agreement", "laterality"): "lateralities",
    ("event", "kind"): "event_types",
    ("event", "visit_type"): "visit_types",
    ("event", "status"): "occurrences",
    ("event", "format"): "event_formats",
    ("place", "kind"): "place_types",
    ("source", "kind"): "source_types",
    ("actors", "role"): "article_actor_roles",
    ("participants", "role"): "participation_roles",
    ("parties", "kind"): "party_kinds",
    ("lifecycle", "stage"): "act_stages",
    ("other_names", "kind"): "name_kinds",
    ("member_of", "status"): "membership_statuses",
    ("posts", "role"): "post_roles",
    ("posts", "start_cause"): "tenure_causes",
    ("posts", "end_cause"): "tenure_causes",
    ("disputes", "kind"): "dispute_kinds",
    ("disputes", "state"): "dispute_states",
    ("claims", "rank"): "claim_ranks",
    ("claims", "basis"): "claim_bases",
    ("claims", "modality"): "modalities",
    ("claims", "attribution_kind"): "attribution_kinds",
}


class Change(NamedTuple):
    name: str
    paragraphs: list[Paragraph]

    @property
    def inserted(self) -> int:
        return count_words(self.paragraphs, INSERTED)

    @property
    def deleted(self) -> int:
        return count_words(self.paragraphs, DELETED)


def changes(old: dict, new: dict) -> list[Change]:
    """Between two editions as the API gives them."""
    found = [(field, lines(old, field), lines(new, field)) for field in fields_of(old, new)]
    return [Change(name_of(field), compare(before, after)) for field, before, after in found if before != after]


def fields_of(old: dict, new: dict) -> list[str]:
    known = {**new, **old}.keys() - DERIVED
    return [field for field in FIELDS if field in known] + sorted(known - FIELDS.keys())


def lines(item: dict, field: str) -> list[str]:
    value = item.get(field)
    if field.endswith("_html"):
        return text_lines(value or "")
    entries = value if isinstance(value, list) else [value]
    within = field if any(isinstance(entry, dict) for entry in entries) else item["type"]
    return [line for entry in entries for line in words(entry, within, field).splitlines() if line]


def text_lines(text: str) -> list[str]:
    """Running text by its paragraphs, without where its links lead."""
    plain = html.unescape(TAG.sub("", BLOCK_END.sub("\n", text.replace("\n", " "))))
    return [line for line in (" ".join(line.split()) for line in plain.split("\n")) if line]


def words(value, within: str, key: str) -> str:
    """A value as a reader would say it; `within` is the field of the entry it stands in, or the kind of record."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return _(", ").join(filter(None, (words(one, within, key) for one in value)))
    if isinstance(value, dict):
        return entry_words(value, within)
    if vocabulary := VOCABULARIES.get((within, key)):
        return label(value, vocabulary)
    return language_name(value) if key in {"language", "authentic_languages"} else str(value)


def entry_words(entry: dict, within: str) -> str:
    if "html_url" in entry:
        return named(entry)
    if "edtf" in entry:
        return entry["label"]
    if entry.get("title") and {"post", "capacity"} & entry.keys() and "sources" not in entry:
        # An office as it was called that day.
        return entry["title"]
    return " · ".join(filter(None, (words(entry[key], within, key) for key in seen(entry))))


def seen(entry: dict) -> Iterator[str]:
    unseen = UNSEEN | OF_USE if "publisher" in entry else UNSEEN
    if "renditions" in entry:
        unseen = entry.keys() - {"caption", "alt", "credit"}
    shown = [key for key, value in entry.items() if key not in unseen and not isinstance(value, bool)]
    return iter(sorted(shown, key=lambda key: (FIRST.index(key) if key in FIRST else len(FIRST), key)))
