"""The one way to save a record: claim its row version, write, then let every language of it follow."""

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

import reversion
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.desk.compose import candidate_bytes, compose_languages, digest_of, languages_of, load_all
from newsroom.desk.decisions import log_decisions
from newsroom.desk.fields import texts_of
from newsroom.desk.findable import found_by
from newsroom.desk.imaging import make_renditions
from newsroom.desk.items import give_addresses, item_of
from newsroom.desk.models import PreviewLink, Stage, Verb, Version
from newsroom.desk.publish.door import door
from newsroom.desk.remits import EVERY_LANGUAGE, names_of, remit_of
from relations.models import Record
from relations.values.languages import LANGUAGES
from relations.values.vocabularies import ActorType, RecordKind

REVIEWED_KINDS = (RecordKind.ARTICLE, RecordKind.ACTOR, RecordKind.EVENT, RecordKind.AGREEMENT, RecordKind.DOSSIER)
UNPUBLISHED_KINDS = (RecordKind.PICTURE,)
TITLE_LENGTH = Version._meta.get_field("title").max_length
REFERENCE_ACTORS = (ActorType.COUNTRY, ActorType.MULTILATERAL_ORGANISATION)


class StaleRow(Exception):
    """Somebody saved this record since it was opened. `record` is the row as kept now."""

    def __init__(self, record: Record):
        self.record = record
        who = record.modified_by or _("somebody")
        when = timezone.localtime(record.modified_at).strftime("%Y-%m-%d %H:%M")
        super().__init__(
            _("%(who)s saved this record at %(when)s, after you opened it. Compare both texts before you save yours.")
            % {"who": who, "when": when}
        )


class NotPermitted(Exception):
    """A save that whoever saves may not make: it would publish, say. Nothing of it is written."""

    def __init__(self, why: str = ""):
        super().__init__(
            why
            or _("Saving this publishes it at once, and you do not have the permission to publish. Ask a publisher.")
        )


class OutsideRemit(NotPermitted):
    """A text was changed in `languages`, none of which whoever saves may write in. Nothing of the save is kept."""

    def __init__(self, languages: frozenset[str]):
        self.languages = languages
        super().__init__(
            _("You do not write in this language, but the text has changed in it: %(languages)s. Nothing was saved.")
            % {"languages": names_of(languages)}
        )


def is_reference(record: Record) -> bool:
    """Published on save, without a review."""
    if record.kind == RecordKind.ACTOR:
        return record.working_row().type in REFERENCE_ACTORS
    return record.kind not in (*REVIEWED_KINDS, *UNPUBLISHED_KINDS)


def require_permission(record: Record, by) -> None:
    """`by` None is the operator of the machine, who may."""
    if by is not None and is_reference(record) and not by.has_perm("desk.publish_version"):
        raise NotPermitted


def begin_save(record: Record, *, row_version: int, by=None) -> None:
    """Claim the row for one save; raises StaleRow when it has been saved since `row_version`."""
    now = timezone.now()
    rows = Record.objects.filter(pk=record.pk, row_version=row_version)
    if not rows.update(row_version=F("row_version") + 1, modified_by=by, modified_at=now):
        raise StaleRow(Record.objects.select_related("modified_by").get(pk=record.pk))
    record.row_version, record.modified_by, record.modified_at = row_version + 1, by, now


@dataclass
class Saves:
    """The saves of one transaction. `finish` runs when all rows are written, parts and links included."""

    by: object
    open_door: object = None
    records: list[Record] = field(default_factory=list)

    def begin(self, record: Record, row_version: int | None = None) -> None:
        require_permission(record, self.by)
        begin_save(record, row_version=record.row_version if row_version is None else row_version, by=self.by)

    def add(self, record: Record) -> None:
        require_permission(record, self.by)
        self.records.append(record)

    def finish(self) -> None:
        composed = [Composed(row) for row in load_all(self.records)]
        written_by = remit_of(self.by, "edits") if composed else None
        for one in composed:
            refresh_versions(one, self.by, written_by)
            keep(one.row, self.by)
        for record in self.records:
            if record.kind in UNPUBLISHED_KINDS:
                keep(record.working_row(), self.by)
                # Takes seconds: not while others wait. A picture without renditions is shown as it is.
                transaction.on_commit(partial(make_renditions, record.pk), robust=True)
        if self.open_door:
            publish_references([one for one in composed if is_reference(one.row)], by=self.by, open_door=self.open_door)


def keep(row: Record, by) -> None:
    """A copy of the working row and its parts, by itself, so that restoring it brings back no other record."""
    with reversion.create_revision():
        reversion.set_user(by if by and by.pk else None)
        reversion.add_to_revision(row)


class Composed:
    """A working row with all that its languages come to, composed once for everything a save has to do with it."""

    def __init__(self, row: Record):
        self.row = row
        self.frozen = compose_languages(row)
        self.candidates = {language: candidate_bytes(frozen) for language, frozen in self.frozen.items()}
        self.complete = languages_of(row)
        self.hashes = {language: hashes_of(row, language) for language in LANGUAGES}
        # Filled as they are refreshed.
        self.versions: list[Version] = []


@contextmanager
def saving_many(*, by=None, references=True, **door_options):
    """One transaction for any number of saves. Without references it does not hold up publication."""
    with door(**door_options) if references else transaction.atomic() as open_door:
        saves = Saves(by, open_door if references else None)
        yield saves
        saves.finish()


@contextmanager
def saving(record: Record, *, row_version: int, by=None, **door_options):
    """Save one record that exists: `with saving(record, row_version=seen, by=user): ...write...`."""
    with saving_many(by=by, references=is_reference(record), **door_options) as saves:
        saves.begin(record, row_version)
        yield saves
        saves.add(record)


def refresh_versions(composed: Composed, by=None, written_by=EVERY_LANGUAGE) -> None:
    """Texts that changed lose their candidate; translations learn that they are behind.

    Raises OutsideRemit when one changed in a language that is not among those `written_by` whoever saves.
    """
    base = as_record(composed.row)
    kept = {version.language: version for version in base.versions.select_for_update()}
    if outside := changed_languages(composed, kept) - written_by:
        raise OutsideRemit(outside)
    for language in LANGUAGES:
        version = kept.get(language)
        if version or composed.hashes[language] or language in composed.complete:
            version = version or new_version(base, language)
            follow_text(version, digest_of(composed.candidates[language]), by)
            follow_source(version, composed.hashes)
            version.title = composed.frozen[language]["title"][:TITLE_LENGTH]
            version.found_by = found_by(composed.row, language)
            version.record = base
            version.save()
            composed.versions.append(version)


def changed_languages(composed: Composed, kept: dict[str, Version]) -> frozenset[str]:
    """Those in which a word of the record or its parts differs from what was saved last."""
    before = {language: version.text_hashes for language, version in kept.items()}
    return frozenset(language for language in LANGUAGES if composed.hashes[language] != before.get(language, {}))


def hashes_of(row: Record, language: str) -> dict[str, str]:
    """The translated fields that have text, by a short hash of it."""
    return {name: hash_of(text) for name, text in texts_of(row, language).items() if text}


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def new_version(record, language) -> Version:
    source = record.original_language
    return Version(record=record, language=language, translated_from="" if language == source else source)


def as_record(record: Record) -> Record:
    return getattr(record, "record_ptr", record)


def follow_text(version: Version, digest: str, by) -> None:
    """Note who changed the text, and drop an approval that was given to another text."""
    if digest == version.working_digest:
        return
    version.working_digest = digest
    if by and by.pk not in version.changed_by:
        version.changed_by = [*version.changed_by, by.pk]
    if version.digest != digest:
        version.candidate, version.digest = None, ""
        if version.stage in (Stage.IN_REVIEW, Stage.APPROVED, Stage.PUBLISHED):
            version.stage = Stage.DRAFT
    if digest == version.published_digest and version.stage == Stage.DRAFT:
        version.stage = Stage.PUBLISHED


def follow_source(version: Version, hashes: dict[str, dict[str, str]]) -> None:
    """A field translated anew remembers its source as it is now; a field whose source moved on is stale."""
    own, source = hashes[version.language], hashes.get(version.translated_from, {})
    remembered = {
        name: version.source_hashes.get(name) if own[name] == version.text_hashes.get(name) else source.get(name)
        for name in own
    }
    version.source_hashes = {name: value for name, value in remembered.items() if value}
    version.text_hashes = own
    version.stale_fields = sorted(
        name for name, value in source.items() if name in own and version.source_hashes.get(name) != value
    )


def publish_references(references: list[Composed], *, by, open_door) -> None:
    """Publish reference records in every language they are complete in, where that differs from what is public."""
    titles = {version: title for one in references for version, title in references_to_publish(one)}
    give_addresses(titles)
    ready = list(titles)
    open_door.insert_many([item_of(v.record, v, bytes(v.candidate)) for v in ready], pending="cancel")
    log_decisions(ready, Verb.PUBLISH, to=Stage.PUBLISHED, by=by, at=open_door.moment)
    PreviewLink.objects.filter(version__in=ready).end(open_door.moment)
    for version in ready:
        version.published_digest = version.approved_digest = version.digest
        version.changed_by, version.stage = [], Stage.PUBLISHED
        version.save()


def references_to_publish(composed: Composed):
    """Versions with their candidates made, ready for the door but for an address, each with its title."""
    for version in composed.versions:
        candidate = composed.candidates[version.language]
        if version.language in composed.complete and digest_of(candidate) != version.published_digest:
            version.candidate, version.digest = candidate, digest_of(candidate)
            yield version, composed.frozen[version.language]["title"]
