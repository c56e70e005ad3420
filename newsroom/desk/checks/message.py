"""What a rule is asked about, and what it answers."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from newsroom.desk.checks.linked import linked_actors
from relations.models import Actor, Record

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True)
class Message:
    """An error blocks; a warning is acknowledged by its code. `field` names a field, a list of parts or one of them."""

    level: str
    code: str
    field: str
    text: str


@dataclass(frozen=True)
class Subject:
    """A working row with its parts, in the language that is to be published."""

    row: Record
    language: str
    today: dt.date

    @cached_property
    def linked_actors(self) -> list[Actor]:
        """Asked for once, by whichever rule comes first."""
        return linked_actors(self.row, self.language)


type Rule = Callable[[Subject], Iterator[Message]]


def error(code: str, field: str, text: str, **params) -> Message:
    return Message(ERROR, code, field, text % params)


def warning(code: str, field: str, text: str, **params) -> Message:
    return Message(WARNING, code, field, text % params)
