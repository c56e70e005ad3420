"""Search in one language at a time: the same answers on every database."""

from newsroom.public.search.finding import LIMIT, Hit, Page, candidates, find
from newsroom.public.search.highlighting import highlight
from newsroom.public.search.index import drop_edition, drop_editions, index_edition, index_editions
from newsroom.public.search.suggesting import suggest

__all__ = [
    "LIMIT",
    "Hit",
    "Page",
    "candidates",
    "drop_edition",
    "drop_editions",
    "find",
    "highlight",
    "index_edition",
    "index_editions",
    "suggest",
]
