"""Threads of notes: begun, answered, resolved, opened again. Sending a text back begins one, too."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.desk.models import Note, Version
from newsroom.desk.remarks import add_note
from newsroom.desk.talk.refusals import TalkRefused, require


@transaction.atomic
def write_note(*, version: Version, text: str, by, field: str = "") -> Note:
    """Begin a thread on a text or one of its fields."""
    require("desk.add_note", by)
    require_words(text)
    return add_note(version, text, by=by, field=field)


@transaction.atomic
def reply(*, thread: Note, text: str, by) -> Note:
    """Answer in a thread. What was resolved is open again: somebody has more to say."""
    require("desk.add_note", by)
    require_words(text)
    thread = begun(thread)
    if thread.resolved_at:
        mark(thread, None, None)
    return add_note(thread.version, text, by=by, thread=thread, field=thread.field)


@transaction.atomic
def resolve(*, thread: Note, by) -> Note:
    require("desk.change_note", by)
    return mark(begun(thread), by, timezone.now())


@transaction.atomic
def reopen(*, thread: Note, by) -> Note:
    require("desk.change_note", by)
    return mark(begun(thread), None, None)


def begun(note: Note) -> Note:
    """The note that began the thread, locked."""
    return Note.objects.select_for_update(of=("self",)).select_related("version").get(pk=note.thread_id or note.pk)


def mark(thread: Note, by, at) -> Note:
    thread.resolved_by, thread.resolved_at = by, at
    thread.save()
    return thread


def require_words(text: str) -> None:
    if not text.strip():
        raise TalkRefused(_("Write something first."))
