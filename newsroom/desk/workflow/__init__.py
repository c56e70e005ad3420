"""The moves of a text from draft to public. Each takes any set of versions and does all or none.

Who may make a move is a permission (`stages.py`) and, for some, a remit of languages; who may approve is also a question of four eyes. Publishing takes
the candidate as it was approved, by digest, and never composes again.
"""

from newsroom.desk.workflow.guards import ALL_WARNINGS, permitted, reach
from newsroom.desk.workflow.publication import correct, erase, publish, publish_urgently, withdraw, withdraw_records
from newsroom.desk.workflow.refusals import (
    ChecksFailed,
    FourEyes,
    IllegalMove,
    MoveRefused,
    NotAllowed,
    OtherText,
    ReasonMissing,
)
from newsroom.desk.workflow.releases import (
    ReleaseRefused,
    add_to_release,
    cancel_release,
    discard_release,
    make_release,
    release,
    releases_of,
    remove_from_release,
    reschedule_release,
    set_moment,
    waiting_of,
)
from newsroom.desk.workflow.review import approve, revive, send_back, spike, submit
from newsroom.desk.workflow.schedule import cancel, cancel_all, reschedule
from newsroom.desk.workflow.second_look import approve_afterwards, awaiting_second_look
from newsroom.desk.workflow.texts import freeze
from newsroom.desk.workflow.translating import check_translation, choose_source

__all__ = [
    "ALL_WARNINGS",
    "ChecksFailed",
    "FourEyes",
    "IllegalMove",
    "MoveRefused",
    "NotAllowed",
    "OtherText",
    "ReasonMissing",
    "ReleaseRefused",
    "add_to_release",
    "approve",
    "approve_afterwards",
    "awaiting_second_look",
    "cancel",
    "cancel_all",
    "cancel_release",
    "check_translation",
    "choose_source",
    "correct",
    "discard_release",
    "erase",
    "freeze",
    "make_release",
    "permitted",
    "publish",
    "publish_urgently",
    "reach",
    "release",
    "releases_of",
    "remove_from_release",
    "reschedule",
    "reschedule_release",
    "revive",
    "send_back",
    "set_moment",
    "spike",
    "submit",
    "waiting_of",
    "withdraw",
    "withdraw_records",
]
