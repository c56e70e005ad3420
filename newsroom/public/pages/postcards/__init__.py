"""The picture that other sites show with a link to a page: its headline, in its script, and what it is about."""

from newsroom.public.pages.postcards.drawing import SIZE, draw
from newsroom.public.pages.postcards.words import Words, of_site, said, words_of

__all__ = ["SIZE", "Words", "draw", "of_site", "said", "words_of"]
