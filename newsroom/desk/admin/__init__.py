"""The desk's pages. Importing the modules registers them."""

from newsroom.desk.admin import actors, agreements, articles, dossiers, events, house_words, reference, texts
from newsroom.desk.admin.pages import (
    board,
    dates,
    found,
    history,
    may,
    moves,
    preview,
    releases,
    reports,
    sheets,
    style,
    talk,
    translation,
    unsaved,
)

__all__ = [
    "actors",
    "agreements",
    "articles",
    "board",
    "dates",
    "dossiers",
    "events",
    "found",
    "history",
    "house_words",
    "may",
    "moves",
    "preview",
    "reference",
    "releases",
    "reports",
    "sheets",
    "style",
    "talk",
    "texts",
    "translation",
    "unsaved",
]
