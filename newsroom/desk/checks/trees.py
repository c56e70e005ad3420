from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom.desk.checks.message import Message, Subject, error
from relations.models import Record

UPWARDS = ("parent", "broader", "rescheduled_from")


def no_cycles(subject: Subject) -> Iterator[Message]:
    """3: nothing is part of itself, however many steps away."""
    for name in UPWARDS:
        if returns_to(subject.row, name):
            yield error("cycle", name, _("This leads back to the record itself. Choose another."))


def returns_to(row: Record, name: str) -> bool:
    seen, above = set(), getattr(row, name, None)
    while above and above.pk not in seen:
        if above.pk == row.pk:
            return True
        seen.add(above.pk)
        above = getattr(above, name)
    return False
