"""Words in a drawing, which has no lines to break: about how much room they take, and what is left of them in less."""

NARROW = frozenset("ijlftrI.,:;'’()[]|! ١اأإآ")
WIDE = frozenset("mwMWƏəOQGD@—–شسصضـ")
# In parts of the size of the type, on the generous side: faces differ.
WIDTHS = {"narrow": 0.36, "wide": 0.9, "plain": 0.58}
ELLIPSIS = "…"
# Keeps words in the other direction from moving what stands around them.
ISOLATE, POP = "\u2068", "\u2069"


def room(words: str, size: float) -> float:
    return size * sum(WIDTHS[breadth(letter)] for letter in words)


def breadth(letter: str) -> str:
    if letter in NARROW:
        return "narrow"
    return "wide" if letter in WIDE else "plain"


def shortened(words: str, size: float, most: float) -> str:
    """As many whole words as there is room for; nothing where that is none."""
    if room(words, size) <= most:
        return words
    kept = words
    while kept and room(kept + ELLIPSIS, size) > most:
        kept = kept.rpartition(" ")[0]
    return f"{kept.rstrip(' ,–-')}{ELLIPSIS}" if kept else ""


def isolated(words: str) -> str:
    return f"{ISOLATE}{words}{POP}" if words else ""
