"""Search in one language at a time: the same answers on every database."""

from newsroom.public.search.finding import LIMIT, Hit, Page, candidates, find
from newsroom.public.search.highlighting import highlight, snippets
from newsroom.public.search.index import drop_edition, drop_editions, index_edition, index_editions
from newsroom.public.search.names import is_spelt_so, is_telling
from newsroom.public.search.suggesting import suggest
from newsroom.public.search.surveying import Elsewhere, Survey, survey

__all__ = [
    "LIMIT",
    "Elsewhere",
    "Hit",
    "Page",
    "Survey",
    "candidates",
    "drop_edition",
    "drop_editions",
    "find",
    "highlight",
    "index_edition",
    "index_editions",
    "suggest",
    "is_spelt_so",
    "is_telling",
    "snippets",
    "survey",
]
