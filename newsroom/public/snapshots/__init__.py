"""
Snapshots: everything that is public at one moment of the change feed, in a file for each kind, to begin a copy with.

A snapshot holds what is public at `complete_until`, and `checkpoint` is where the feed goes on from there: whoever reads
the files and then follows the changes has missed nothing. A line is what the API answers for one record in one language.

What has been withdrawn or erased is 410 everywhere, as of whatever moment, and a file cannot leave out a line. So a
snapshot is served only until something that it holds is withdrawn; then it is 410 as a whole, the next run makes another
and removes it. Erasing a record removes such files at once, where both sides share the folder, and otherwise they go
with the next run.
"""

from newsroom.public.snapshots.kept import Snapshot, available, file_name, find, remove_spent, spent_since, stored
from newsroom.public.snapshots.making import NotMade, make

__all__ = ["NotMade", "Snapshot", "available", "file_name", "find", "make", "remove_spent", "spent_since", "stored"]
