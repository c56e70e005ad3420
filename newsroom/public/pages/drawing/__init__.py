"""Drawings made by the server: numbers for templates to put into SVG, and nothing that a list beside them does not say."""

from newsroom.public.pages.drawing.nesting import nested
from newsroom.public.pages.drawing.periods import ALL, Years
from newsroom.public.pages.drawing.rounds import rounds
from newsroom.public.pages.drawing.timeline import timeline
from newsroom.public.pages.drawing.visits import visits

__all__ = ["ALL", "Years", "nested", "rounds", "timeline", "visits"]
