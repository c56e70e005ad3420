"""Threads as pages show them."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from newsroom.desk.models import Note
from relations.models import Record


@dataclass(frozen=True)
class Thread:
    begun: Note
    replies: list[Note]

    @property
    def is_resolved(self) -> bool:
        return self.begun.resolved_at is not None


def threads_of(record: Record) -> dict[str, list[Thread]]:
    """The threads on each language's text, those that are open first; one query."""
    notes = Note.objects.filter(version__record=record.pk).select_related("version", "resolved_by")
    begun = [note for note in notes if note.thread_id is None]
    found: dict[str, list[Thread]] = {}
    for note in sorted(begun, key=lambda one: (one.resolved_at is not None, -one.pk)):
        replies = [other for other in notes if other.thread_id == note.pk]
        found.setdefault(note.version.language, []).append(Thread(note, replies))
    return found


def mentions_of(user) -> QuerySet[Note]:
    """Notes that mention somebody in threads that are still open, the latest first."""
    return (
        Note.objects.filter(mentions=user)
        .filter(Q(thread=None, resolved_at=None) | Q(thread__isnull=False, thread__resolved_at=None))
        .select_related("version__record", "thread")
        .order_by("-at", "-id")
    )


def count_mentions(user) -> int:
    return mentions_of(user).count()
