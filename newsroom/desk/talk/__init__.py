"""What the desk says to itself about texts: threads of notes, and who has a text to work on until when."""

from newsroom.desk.talk.assigning import assign_text, may_assign, people_for, unassign_text
from newsroom.desk.talk.notes import reopen, reply, resolve, write_note
from newsroom.desk.talk.reading import Thread, count_mentions, mentions_of, threads_of
from newsroom.desk.talk.refusals import TalkRefused

__all__ = [
    "TalkRefused",
    "Thread",
    "assign_text",
    "count_mentions",
    "may_assign",
    "mentions_of",
    "people_for",
    "reopen",
    "reply",
    "resolve",
    "threads_of",
    "unassign_text",
    "write_note",
]
