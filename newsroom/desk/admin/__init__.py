"""The desk's pages. Importing the modules registers them."""

from newsroom.desk.admin import actors, agreements, articles, dossiers, events, house_words, reference, texts
from newsroom.desk.admin.pages import board, dates, found, may, moves, releases, sheets, style, talk, unsaved

__all__ = [
    "actors",
    "agreements",
    "articles",
    "board",
    "dates",
    "dossiers",
    "events",
    "found",
    "house_words",
    "may",
    "moves",
    "reference",
    "releases",
    "sheets",
    "style",
    "talk",
    "texts",
    "unsaved",
]
