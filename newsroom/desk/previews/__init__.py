"""What a text will look like to readers, before it is public: to the desk at any moment, to others by a secret link."""

from newsroom.desk.previews.links import LIFETIMES, end_link, link_at, make_link
from newsroom.desk.previews.rendering import preview, row_of

__all__ = ["LIFETIMES", "end_link", "link_at", "make_link", "preview", "row_of"]
