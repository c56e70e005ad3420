"""What is typed and not saved: kept, offered again, put together with what others saved; and who is where."""

from newsroom.desk.unsaved.keeping import TooMuch, forget_unsaved, keep_unsaved, unsaved_of
from newsroom.desk.unsaved.opened import as_opened
from newsroom.desk.unsaved.presence import note_leaving, note_presence, said, who_is_here

__all__ = [
    "TooMuch",
    "as_opened",
    "forget_unsaved",
    "keep_unsaved",
    "note_leaving",
    "note_presence",
    "said",
    "unsaved_of",
    "who_is_here",
]
