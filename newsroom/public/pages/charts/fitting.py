"""Words that have to fit into a drawing, which cannot break lines. The tables have them whole."""

from textwrap import wrap


def shortened(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def broken(words: str, most: int, lines: int) -> list[str]:
    return wrap(words, most, max_lines=lines, placeholder="…")
