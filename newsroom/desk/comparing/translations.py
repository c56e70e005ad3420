"""Where a translation stands against its source, field by field, with what has changed in the source since."""

from dataclasses import dataclass, field

from newsroom.desk.comparing.payloads import shown
from newsroom.desk.comparing.sides import TARGET, texts_kept
from newsroom.desk.comparing.words import SAME, Piece, compare_words, paragraphs
from newsroom.desk.compose import load
from newsroom.desk.fields import missing_fields, texts_of
from newsroom.desk.history import revisions
from newsroom.desk.models import Version
from newsroom.desk.saving import hash_of
from relations.models import Record
from relations.values.languages import LANGUAGES, direction

MISSING, IN_PROGRESS, STALE, READY = "missing", "in_progress", "stale", "ready"


@dataclass
class FieldState:
    """`source` is the source now, against what it was when the translation was made where that is known."""

    name: str
    state: str
    source: list[list[Piece]]
    text: list[list[Piece]]
    is_known: bool = True


@dataclass
class Translation:
    version: Version
    state: str
    fields: list[FieldState] = field(default_factory=list)

    @property
    def direction(self) -> str:
        return direction(self.version.language)

    @property
    def source_direction(self) -> str:
        return direction(self.version.translated_from or self.version.language)

    @property
    def stale(self) -> list[FieldState]:
        return [one for one in self.fields if one.state == STALE]


def state_of(version: Version, row: Record, texts: dict[str, str], source: dict[str, str]) -> str:
    """`missing` without any words, `stale` where the source moved on, `in_progress` while something is untranslated."""
    if not texts:
        return MISSING
    if version.stale_fields:
        return STALE
    left = missing_fields(row, version.language) or source.keys() - texts.keys()
    return IN_PROGRESS if left else READY


def translations_of(record: Record) -> list[Translation]:
    """Every text of a record with its state, without looking into fields."""
    row = load(record)
    found = []
    for version in sorted(record.versions.all(), key=lambda one: LANGUAGES.index(one.language)):
        texts, source = texts_of(row, version.language), texts_of(row, version.translated_from or version.language)
        found.append(Translation(version, state_of(version, row, texts, source)))
    return found


def translation_of(record: Record, version: Version) -> Translation:
    row = load(record)
    texts, source = texts_of(row, version.language), texts_of(row, version.translated_from or version.language)
    earlier = source_then(record, version)
    found = Translation(version, state_of(version, row, texts, source))
    for name in source:
        stale = name in version.stale_fields
        state = MISSING if name not in texts else STALE if stale else READY
        now, then = as_read(name, source[name], stale), as_read(name, earlier[name], stale) if name in earlier else None
        pieces = compare_words(then, now) if stale and then is not None else [Piece(SAME, now)]
        text = paragraphs([Piece(SAME, as_read(name, texts.get(name, ""), stale))])
        found.fields.append(FieldState(name, state, paragraphs(pieces), text, not stale or then is not None))
    return found


def as_read(name: str, text: str, stale: bool) -> str:
    """Where links lead is shown only where it may be what has changed."""
    found = shown(name, text)
    return found if stale else TARGET.sub("", found)


def source_then(record: Record, version: Version) -> dict[str, str]:
    """The source of each stale field as it was when the translation was made, found among earlier saves by its hash."""
    wanted = {name: version.source_hashes.get(name) for name in version.stale_fields}
    wanted = {name: value for name, value in wanted.items() if value}
    found: dict[str, str] = {}
    for kept in revisions(record) if wanted else ():
        texts = texts_kept(kept, version.translated_from)
        for name, value in list(wanted.items()):
            if hash_of(texts.get(name, "")) == value:
                found[name] = texts[name]
                del wanted[name]
        if not wanted:
            break
    return found
