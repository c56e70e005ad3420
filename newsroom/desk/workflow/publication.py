"""Moves through the door: each publishes, corrects or takes back, and notes it in the working rows, or does nothing."""

from django.utils.translation import gettext as _

from newsroom.desk.checks import ERROR
from newsroom.desk.decisions import log_decision
from newsroom.desk.erasure import erase_working
from newsroom.desk.items import item_of
from newsroom.desk.models import Stage, Verb
from newsroom.desk.publish.door import door
from newsroom.desk.publish.timeline import in_language
from newsroom.desk.workflow.guards import (
    check_all,
    languages_in,
    require,
    require_complete,
    require_read,
    require_remit,
    require_stage,
)
from newsroom.desk.workflow.previewed import end_previews
from newsroom.desk.workflow.refusals import OtherText, ReasonMissing
from newsroom.desk.workflow.texts import freeze, locked, record_move, record_moves, working_rows
from newsroom.public.models import Edition


def publish(*, versions, by, at=None, pending="refuse", advance=False, digests=None, **door_options) -> list[Edition]:
    """Publish approved candidates, now or at a moment ahead, to the byte as they were approved.

    `digests` ({version pk: digest}) names what was looked at before the press, and nothing else goes out.
    """
    require("publish", by)
    options = {"at": at, "pending": pending, "advance": advance, "digests": digests}
    with door(**door_options) as open_door:
        return publish_approved(open_door, versions, "publish", by, **options)


def correct(*, versions, by, note, at=None, pending="refuse", digests=None, **door_options) -> list[Edition]:
    """Publish approved candidates as a correction, with a note that readers see: one, or one for each language."""
    require_words("correct", by, note)
    with door(**door_options) as open_door:
        options = {"at": at, "pending": pending, "digests": digests}
        languages = {version.language for version in versions}
        notes = note if isinstance(note, dict) else dict.fromkeys(sorted(languages), note)
        if missing := languages - notes.keys():
            raise ReasonMissing(
                _("Write the note in every language: %(languages)s.") % {"languages": ", ".join(missing)}
            )
        editions = []
        for language in sorted(languages):
            texts = [version for version in versions if version.language == language]
            editions += publish_approved(open_door, texts, "correct", by, note=notes[language], **options)
        return editions


def publish_approved(open_door, versions, verb, by, *, note="", digests=None, **options) -> list[Edition]:
    rows = locked(versions)
    require_remit(verb, by, languages_in(rows))
    for version in rows:
        require_stage(verb, version)
        if version.digest != version.approved_digest:
            raise OtherText(_("%(version)s was not approved as it is now.") % {"version": version})
    require_read(rows, digests)
    # Neighbouring facts may have moved since the approval: errors block, warnings were settled at submission.
    check_all(rows, working_rows(rows), levels=(ERROR,))
    return put_out(open_door, rows, verb, by, note=note, reason=note, **options)


def put_out(open_door, versions, verb, by, *, reason="", **terms) -> list[Edition]:
    action = Edition.Action.CORRECTED if verb == "correct" else Edition.Action.PUBLISHED
    items = [item_of(version.record, version, bytes(version.candidate)) for version in versions]
    editions = open_door.insert_many(items, action=action, **terms)
    for version in versions:
        version.published_digest = version.digest
    end_previews(versions, editions[0].live_from if editions else open_door.moment)
    record_moves(versions, Verb(verb), Stage.PUBLISHED, by=by, at=open_door.moment, reason=reason)
    return editions


def publish_urgently(*, versions, by, reason, at=None, pending="refuse", digests=None, **door_options) -> list[Edition]:
    """Publish before approval. Errors block all the same, and the text stays on the list of second looks."""
    require("publish_urgently", by, reason)
    options = {"at": at, "pending": pending, "reason": reason}
    with door(**door_options) as open_door:
        texts = locked(versions)
        require_remit("publish_urgently", by, languages_in(texts))
        rows = working_rows(texts)
        for version in texts:
            require_stage("publish_urgently", version)
            require_complete(version, rows[version.record_id])
        check_all(texts, rows, levels=(ERROR,))
        freeze(texts, rows, by)
        require_read(texts, digests)
        return put_out(open_door, texts, "publish_urgently", by, **options)


def withdraw(*, record, by, reason, replaced_by=None, at=None, **door_options) -> None:
    """Take a record back in every language at once. `at` ahead is an expiry.

    Readers see `reason`: one for all, or one in each language in which the record is public.
    """
    withdraw_records(records=[record], by=by, reason=reason, replaced_by=replaced_by, at=at, **door_options)


def withdraw_records(*, records, by, reason, replaced_by=None, at=None, **door_options) -> None:
    """Take all of these records back, or none."""
    require_words("withdraw", by, reason)
    terms = {"reason": reason, "replaced_by": replaced_by.uid if replaced_by else "", "at": at}
    with door(**door_options) as open_door:
        for record in records:
            public = locked(record.versions.exclude(published_digest=""))
            require_remit("withdraw", by, languages_in(public))
            open_door.withdraw(record.uid, **terms)
            end_previews(record.versions.all(), at or open_door.moment)
            for version in public:
                if at is None:
                    version.candidate, version.digest, version.published_digest = None, "", ""
                stage = version.stage if at else Stage.WITHDRAWN
                words = in_language(reason, version.language)
                record_move(version, Verb.WITHDRAW, stage, by=by, at=open_door.moment, reason=words)


def erase(*, record, by, reason, **door_options) -> None:
    """Withdraw a record and blank its words wherever they are kept; what it was called goes as well."""
    require_words("erase", by, reason)
    with door(**door_options) as open_door:
        versions = locked(record.versions.all())
        require_remit("erase", by, languages_in(versions))
        open_door.erase(record.uid, reason=reason)
        for version in versions:
            log_decision(version, Verb.ERASE, to=Stage.WITHDRAWN, by=by, at=open_door.moment)
        erase_working(record.uid)


def require_words(verb: str, by, words: str | dict[str, str]) -> None:
    """Of what readers are told, in one language or in each."""
    for one in words.values() if isinstance(words, dict) and words else [words or ""]:
        require(verb, by, one)
