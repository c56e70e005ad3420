"""A frozen payload in readable lines, field by field, and what differs between two of them, word by word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.desk.comparing import RICH, Piece, compare_words, paragraphs, plain_lines
from newsroom.desk.comparing.words import SAME

# Made of other fields, or codes that no reader sees.
LEFT_OUT = {"body_text", "word_count"}
# Unchanged lines shown beside a changed one.
AROUND = 1

LABELS = {
    "kind": pgettext_lazy("field of a publication", "kind"),
    "headline": _("headline"),
    "standfirst": _("standfirst"),
    "slugline": _("slugline"),
    "dateline": _("dateline"),
    "byline": pgettext_lazy("field of a publication", "authors"),
    "body": pgettext_lazy("field of a publication", "text"),
    "intro": _("introduction"),
    "editor_note": _("editor's note"),
    "urgency": _("urgency"),
    "countries": _("countries"),
    "actors": _("actors"),
    "events": _("events"),
    "agreements": _("agreements"),
    "related": _("related articles"),
    "topics": _("topics"),
    "media": _("pictures"),
    "sources": _("sources"),
    "title": pgettext_lazy("field of a publication", "title"),
    "name": pgettext_lazy("field of a publication", "name"),
    "names": _("names"),
    "summary": _("summary"),
    "date": _("date"),
    "place": _("place"),
    "participants": _("participants"),
    "status": _("status"),
    "claims": _("claims"),
    "disputes": _("disputes"),
    "quotes": _("quotations"),
    "descriptive_title": _("descriptive title"),
    "official_title": _("official title"),
    "parties": _("parties"),
    "acts": _("acts"),
    "tenures": _("posts held"),
    "memberships": _("memberships"),
}


@dataclass(frozen=True)
class Shown:
    """One field as readers will get it, in lines."""

    name: str
    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Changed:
    """One field in both texts, line by line."""

    name: str
    label: str
    lines: tuple[tuple[Piece, ...], ...]


def shown(payload: dict, names: Mapping[str, str]) -> list[Shown]:
    """Every field that says something; `names` are those of referred records, by uid."""
    found = []
    for name, value in payload.items():
        lines = tuple(running_lines(value) if name in RICH else lines_of(value, names))
        if lines and name not in LEFT_OUT:
            found.append(Shown(name, label_of(name), lines))
    return found


def label_of(name: str) -> str:
    label = str(LABELS.get(name) or name.replace("_", " "))
    return label[:1].upper() + label[1:]


def running_lines(segments: list) -> list[str]:
    return plain_lines("".join(one if isinstance(one, str) else one["words"] for one in segments)).splitlines()


def lines_of(value, names: Mapping[str, str]) -> Iterator[str]:
    """A line for each entry of a list, one for everything else."""
    entries = value if isinstance(value, list) else [value]
    for entry in entries:
        if line := line_of(entry, names):
            yield from line.splitlines()


def line_of(value, names: Mapping[str, str]) -> str:
    if isinstance(value, dict):
        return of_dict(value, names)
    if isinstance(value, list):
        return ", ".join(filter(None, (line_of(one, names) for one in value)))
    return "" if value in (None, "", False) else str(value)


def of_dict(value: dict, names: Mapping[str, str]) -> str:
    marker = next(iter(value), "")
    if marker in ("$ref", "$must"):
        return names.get(value[marker], value[marker])
    if marker == "$file":
        return value[marker]
    if "edtf" in value and "label" in value:
        return value["label"]
    return " · ".join(filter(None, (line_of(one, names) for one in value.values())))


def differences(old: list[Shown], new: list[Shown]) -> list[Changed]:
    """The fields that are not the same, in the order of the new text, then those that are gone."""
    before, after = ({field.name: field for field in fields} for fields in (old, new))
    found = []
    for name in dict.fromkeys([*after, *before]):
        lines = [fields[name].lines if name in fields else () for fields in (before, after)]
        if lines[0] != lines[1]:
            found.append(Changed(name, label_of(name), tuple(compared(*lines))))
    return found


def compared(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[tuple[Piece, ...]]:
    """The lines that changed, with what stands next to them; a sign for the rest."""
    lines = [tuple(line) for line in paragraphs(compare_words("\n".join(old), "\n".join(new)))]
    changed = [number for number, line in enumerate(lines) if any(piece.kind != SAME for piece in line)]
    skipping = False
    for number, line in enumerate(lines):
        if any(abs(number - other) <= AROUND for other in changed):
            yield line
            skipping = False
        elif not skipping:
            yield (Piece(SAME, "…"),)
            skipping = True
