"""Writing down what people say to each other about a text, and finding whom they mean."""

import re

from django.contrib.auth import get_user_model
from django.utils import timezone

from newsroom.desk.models import Note

# A user name after an @ that stands by itself; the point that ends a sentence is not part of it.
MENTION = re.compile(r"(?<![\w@.+-])@([\w@.+-]*\w)")


def add_note(version, text: str, *, by, thread: Note | None = None, field: str = "", at=None) -> Note:
    """`by` None is the operator of the machine. Whoever the words mention finds the note among their mentions."""
    note = Note.objects.create(
        version=version,
        thread=thread,
        field=field,
        text=text.strip(),
        by=by,
        by_label=by.get_username() if by else "manage.py",
        at=at or timezone.now(),
    )
    if names := names_in(text):
        note.mentions.set(get_user_model().objects.filter(username__in=names, is_active=True, is_staff=True))
    return note


def names_in(text: str) -> set[str]:
    return set(MENTION.findall(text))
