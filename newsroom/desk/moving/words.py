"""A frozen payload in readable lines, field by field, and what differs between two of them, word by word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.desk.comparing import RICH, Piece, compare_words, paragraphs, plain_lines
from newsroom.desk.comparing.words import SAME
from newsroom.public.api.vocabularies import NAMES

# Made of other fields, or codes that no reader sees.
LEFT_OUT = {"body_text", "word_count"}
# Of an entry: what orders or groups it, and where in a source it stands.
UNSAID = {"key", "group", "start", "end", "language", "dir", "width", "height", "sort"}
CODES = {
    "kind",
    "role",
    "status",
    "state",
    "rank",
    "basis",
    "modality",
    "format",
    "type",
    "visit_type",
    "attribution_kind",
}
# Unchanged lines shown beside a changed one.
AROUND = 1

LABELS = {
    "headline": _("headline"),
    "title": pgettext_lazy("field of a publication", "title"),
    "name": pgettext_lazy("field of a publication", "name"),
    "descriptive_title": _("descriptive title"),
    "official_title": _("official title"),
    "standfirst": _("standfirst"),
    "summary": _("summary"),
    "body": pgettext_lazy("field of a publication", "text"),
    "intro": _("introduction"),
    "date": _("date"),
    "place": _("place"),
    "dateline": _("dateline"),
    "byline": pgettext_lazy("field of a publication", "authors"),
    "editor_note": _("editor's note"),
    "participants": _("participants"),
    "parties": _("parties"),
    "acts": _("acts"),
    "tenures": _("posts held"),
    "memberships": _("memberships"),
    "names": _("names"),
    "status": _("status"),
    "kind": pgettext_lazy("field of a publication", "kind"),
    "claims": _("claims"),
    "disputes": _("disputes"),
    "quotes": _("quotations"),
    "countries": _("countries"),
    "actors": _("actors"),
    "events": _("events"),
    "agreements": _("agreements"),
    "topics": _("topics"),
    "related": _("related articles"),
    "media": _("pictures"),
    "slugline": _("slugline"),
    "urgency": _("urgency"),
    "sources": _("sources"),
}
ORDER = {name: number for number, name in enumerate(LABELS)}


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
    """Every field that says something, the words first; `names` are those of referred records, by uid."""
    found = []
    for name in sorted(payload, key=place):
        value = payload[name]
        lines = tuple(running_lines(value) if name in RICH else lines_of(name, value, names))
        if lines and name not in LEFT_OUT:
            found.append(Shown(name, label_of(name), lines))
    return found


def place(name: str) -> int:
    """In the order of the labels; what has none comes last."""
    return ORDER.get(name, len(ORDER))


def label_of(name: str) -> str:
    label = str(LABELS.get(name) or name.replace("_", " "))
    return label[:1].upper() + label[1:]


def running_lines(segments: list) -> list[str]:
    lines = plain_lines("".join(one if isinstance(one, str) else one["words"] for one in segments)).splitlines()
    return [line.lstrip("# ") if line.startswith("#") else line for line in lines]


def lines_of(name: str, value, names: Mapping[str, str]) -> list[str]:
    """A line for each entry of a list, each said once; one for everything else."""
    entries = value if isinstance(value, list) else [value]
    lines = (line for entry in entries for line in line_of(name, entry, names).splitlines())
    return list(dict.fromkeys(lines))


def line_of(name: str, value, names: Mapping[str, str]) -> str:
    if isinstance(value, dict):
        return of_dict(value, names)
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, (line_of(name, one, names) for one in value))))
    if value in (None, "", False):
        return ""
    return code_label(value) if name in CODES and isinstance(value, str) else str(value)


def of_dict(value: dict, names: Mapping[str, str]) -> str:
    marker = next(iter(value), "")
    if marker in ("$ref", "$must"):
        return names.get(value[marker], value[marker])
    if marker == "$file":
        return value[marker]
    if "edtf" in value and "label" in value:
        return value["label"]
    said = (line_of(name, one, names) for name, one in value.items() if name not in UNSAID)
    return " · ".join(dict.fromkeys(filter(None, said)))


def code_label(code: str) -> str:
    """In the words of the interface, from whichever list has the code."""
    labels = (choices(code).label for choices in NAMES.values() if code in choices.values)
    return str(next(labels, code.replace("_", " ")))


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
