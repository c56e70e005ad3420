"""The only door to editions.

Code that does more than publish holds the door open and does the rest beside it, in the same transaction:

    with door() as held:
        ...read again, under lock, what the decision rests on, and raise to refuse...
        edition = held.insert(item, at=release.moment)
        ...note in working rows that it is done...

Every verb takes `clock`, which only tests replace. Refusals are subclasses of PublicationRefused.
"""

from newsroom.desk.publish.chain import Pending
from newsroom.desk.publish.door import Door, door
from newsroom.desk.publish.item import Item
from newsroom.desk.publish.refusals import (
    AlreadyWithdrawn,
    NoteMissing,
    NothingPublished,
    NotPending,
    PendingEdition,
    PublicationRefused,
    ReasonMissing,
    SameMoment,
    SlugTaken,
)
from newsroom.desk.publish.verbs import cancel, correct, erase, publish, sweep, withdraw

__all__ = [
    "AlreadyWithdrawn",
    "Door",
    "Item",
    "NotPending",
    "NoteMissing",
    "NothingPublished",
    "Pending",
    "PendingEdition",
    "PublicationRefused",
    "ReasonMissing",
    "SameMoment",
    "SlugTaken",
    "cancel",
    "correct",
    "door",
    "erase",
    "publish",
    "sweep",
    "withdraw",
]
