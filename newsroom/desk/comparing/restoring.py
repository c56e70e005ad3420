"""Bringing the words of an edition, or of an earlier working text, back into the working row: in one language alone."""

from dataclasses import dataclass, field
from html import escape

import orjson
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from reversion.models import Version as Kept

from newsroom.desk.comparing.payloads import FieldDifference, compare_payloads, labels_of
from newsroom.desk.comparing.sides import Side, texts_kept, worded
from newsroom.desk.compose import COMPOSERS, candidate_bytes, digest_of, load
from newsroom.desk.decisions import log_decision
from newsroom.desk.erasure import rows
from newsroom.desk.fields import part_names, tr, translated_fields
from newsroom.desk.history import revisions
from newsroom.desk.models import Decision, Verb
from newsroom.desk.saving import saving
from newsroom.public.models import Edition
from relations.models import Record

# Under which name, and with which fields by other names, an edition holds the parts of a record.
PARTS = {
    "acts": ("lifecycle", {"note": "note"}),
    "claims": ("claims", {"text": "text", "attribution_text": "attribution_text"}),
    "disputes": ("disputes", {"statement": "statement", "rationale": "rationale"}),
    "memberships": ("member_of", {"role": "role", "note": "note"}),
    "observations": ("figures", {"method_note": "note"}),
}


class NotExact(Exception):
    """The words cannot all be put back where they were; the whole record of that time can be restored instead."""


@dataclass
class Plan:
    """What bringing back would come to. `homeless` words belong to parts that are no more, `left` stays different."""

    language: str
    changes: list[tuple[models.Model, dict[str, str]]]
    homeless: list[str]
    # Of an edition alone: what would still differ from it, words first of all, facts that all languages share.
    left: list[FieldDifference] = field(default_factory=list)
    misplaced: list[FieldDifference] = field(default_factory=list)
    is_the_edition: bool = False

    @property
    def is_exact(self) -> bool:
        return not (self.homeless or self.misplaced)


def plan_for(record: Record, side: Side) -> Plan:
    """Nothing is written: the words are put into a copy of the working row, and that is composed."""
    row = load(record)
    if side.edition:
        return plan_for_edition(row, side.edition)
    changes, homeless = put_in(row, side.language, texts_kept(side.kept, side.language) if side.kept else {})
    return Plan(side.language, changes, homeless)


def plan_for_edition(row: Record, edition: Edition) -> Plan:
    payload = orjson.loads(bytes(edition.payload))
    held = {name for name in translated_fields(type(row)) if name in payload} | {
        accessor for accessor, (key, _names) in PARTS.items() if key in payload
    }
    changes, homeless = put_in(row, edition.language, texts_published(row, payload), held)
    frozen = COMPOSERS[row.kind].compose(row, edition.language)
    content = candidate_bytes(frozen)
    labels = labels_of(content, bytes(edition.payload), language=edition.language)
    left = compare_payloads(payload, orjson.loads(content)["payload"], labels)
    words = worded(row)
    misplaced = [one for one in left if one.field.rpartition(".")[2] in words]
    is_same = digest_of(content) == edition.digest
    return Plan(edition.language, changes, homeless, left, misplaced, is_same)


def put_in(row: Record, language: str, words: dict[str, str], held: set[str] | None = None) -> tuple[list, list[str]]:
    """
    Put words, by field, into a loaded row and its parts; what changes, and fields of parts that are no more.

    `held` names the fields and kinds of parts that the words speak of; others stay as they are.
    """
    changes, known = [], set()
    owners = [("", row)]
    for name in part_names(type(row)):
        if translated_fields(type(row)._meta.get_field(name).related_model):
            owners += [(f"{name}.{part.key}.", part) for part in getattr(row, name).all()]
    for prefix, owner in owners:
        fields = translated_fields(type(owner))
        known |= {f"{prefix}{name}" for name in fields}
        changed = {
            f"{name}_{language}": text
            for name in fields
            if (held is None or (prefix.partition(".")[0] or name) in held)
            and (text := words.get(f"{prefix}{name}", "")) != tr(owner, name, language)
        }
        for column, text in changed.items():
            setattr(owner, column, text)
        if changed:
            changes.append((owner, changed))
    return changes, sorted(words.keys() - known)


def texts_published(row: Record, payload: dict) -> dict[str, str]:
    """An edition's words by the fields of working rows."""
    found = {name: html_of(payload[name]) for name in translated_fields(type(row)) if name in payload}
    for accessor, (key, names) in PARTS.items():
        for entry in payload.get(key) or ():
            found |= {f"{accessor}.{entry['key']}.{name}": entry.get(of) for name, of in names.items()}
    return {name: text for name, text in found.items() if text}


def html_of(value: str | list | None) -> str:
    """Running text as it is written at the desk, its links by kind and key."""
    if not isinstance(value, list):
        return value or ""
    uids = [one["$link"] for one in value if not isinstance(one, str)]
    paths = {record.uid: f"{record}" for record in Record.objects.filter(uid__in=uids)}
    return "".join(one if isinstance(one, str) else link_of(one, paths) for one in value)


def link_of(segment: dict, paths: dict[str, str]) -> str:
    path = paths.get(segment["$link"])
    return f'<a href="record:{escape(path)}">{segment["words"]}</a>' if path else segment["words"]


def restore_words(*, record: Record, side: Side, by, row_version: int) -> Plan:
    """Bring the words of one language back by a normal save; other languages and the facts stay as they are.

    Raises StaleRow and NotPermitted like any save, and NotExact where words would be lost or come out otherwise.
    """
    with saving(record, row_version=row_version, by=by):
        plan = plan_for(record, side)
        if not plan.is_exact:
            raise NotExact(
                _("Not all of these words have a place in the record as it is now. Restore the whole record.")
            )
        for owner, changed in plan.changes:
            rows(type(owner)).filter(pk=owner.pk).update(**changed)
        for version in record.versions.filter(language=side.language):
            log_decision(version, Verb.RESTORE, by=by, at=timezone.now(), reason=side.label)
    return plan


def kept_at_submission(record: Record, edition: Edition) -> Kept | None:
    """The working row as it was saved when this very text was submitted; of a reference, when it was published."""
    said = Decision.objects.about(record).filter(language=edition.language, digest=edition.digest).order_by("id")
    first = said.filter(verb__in=(Verb.SUBMIT, Verb.PUBLISH_URGENTLY)).first()
    if first:
        return revisions(record).filter(revision__date_created__lte=first.at).first()
    published = said.filter(verb=Verb.PUBLISH).first()
    if published is None:
        return None
    return revisions(record).filter(revision__date_created__gte=published.at).order_by("pk").first()
