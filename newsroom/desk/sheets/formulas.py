"""Cells that a spreadsheet program would run. In CSV an apostrophe before them makes them text; reading takes it away."""

import re

STARTS_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")


def is_risky(text: str) -> bool:
    """Whether a program may take the cell for a formula, were it not for apostrophes before it."""
    bare = text.lstrip("'")
    starts = bare[:1] in ("\t", "\r", "\n") or bare.lstrip().startswith(STARTS_FORMULA)
    return bool(bare) and starts and not NUMBER.match(text)


def neutral(text: str) -> str:
    return f"'{text}" if is_risky(text) else text


def plain(text: str) -> str:
    """What `neutral` was given."""
    return text[1:] if is_neutral(text) else text


def is_neutral(text: str) -> bool:
    return text.startswith("'") and is_risky(text[1:])
