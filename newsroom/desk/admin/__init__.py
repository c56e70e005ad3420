"""The desk's pages. Importing the modules registers them."""

from newsroom.desk.admin import actors, agreements, articles, dossiers, events, reference, texts
from newsroom.desk.admin.pages import board, unsaved

__all__ = ["actors", "agreements", "articles", "board", "dossiers", "events", "reference", "texts", "unsaved"]
