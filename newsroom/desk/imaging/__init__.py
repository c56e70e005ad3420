"""Uploaded pictures made safe, and the sizes in which readers get them."""

from newsroom.desk.imaging.cleaning import NotAPicture, clean, open_picture
from newsroom.desk.imaging.renditions import current_renditions, make_renditions

__all__ = ["NotAPicture", "clean", "current_renditions", "make_renditions", "open_picture"]
