"""The desk's pages. Importing the modules registers them."""

from newsroom.desk.admin import actors, agreements, articles, dossiers, events, reference, texts

__all__ = ["actors", "agreements", "articles", "dossiers", "events", "reference", "texts"]
