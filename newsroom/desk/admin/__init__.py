"""The desk's pages. Importing the modules registers them."""

from newsroom.desk.admin import actors, agreements, articles, dossiers, events, house_words, reference, texts
from newsroom.desk.admin.pages import board, dates, found, sheets, style, unsaved

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
    "reference",
    "sheets",
    "style",
    "texts",
    "unsaved",
]
