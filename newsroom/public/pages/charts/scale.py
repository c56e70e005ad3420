"""Lengths as SVG takes them: with a point in every language, and from the other side where words run from the right."""

from django.utils.translation import get_language_bidi

WIDTH = 720


def number(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")


def across(x: float, width: float = WIDTH) -> str:
    """From the side where the page's words begin."""
    return number(width - x if get_language_bidi() else x)
