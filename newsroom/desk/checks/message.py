"""What a rule is asked about, and what it answers."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from relations.models import Record

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


type Rule = Callable[[Subject], Iterator[Message]]


def error(code: str, field: str, text: str, **params) -> Message:
    return Message(ERROR, code, field, text % params)


def warning(code: str, field: str, text: str, **params) -> Message:
    return Message(WARNING, code, field, text % params)
