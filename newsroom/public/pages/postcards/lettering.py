"""Letters as a program without a text engine has to have them: joined, in the order they are seen, broken into lines."""

import re
from bisect import bisect_right
from functools import cache

import fontpkg

ARABIC = re.compile(r"[\u0600-\u06ff]")
FACES = {True: "Noto Sans Arabic", False: "Noto Sans"}
ELLIPSIS = "…"
# The size in which words are measured, and how wide the space between them is in both faces, in the size of the font.
SAMPLE, SPACE = 100, 0.26


@cache
def face(*, is_arabic: bool) -> str:
    return str(fontpkg.path(FACES[is_arabic]))


def seen(text: str, *, is_rtl: bool) -> str:
    """As it is drawn from left to right, each Arabic letter in the form that its neighbours give it."""
    if not ARABIC.search(text):
        return text
    # Only the worker that draws needs these, and most of their weight is tables.
    import arabic_reshaper  # noqa: PLC0415
    from bidi.algorithm import get_display  # noqa: PLC0415

    return get_display(arabic_reshaper.reshape(text), base_dir="R" if is_rtl else "L")


class Lettering:
    """Fonts of one picture, opened once for each size. Not shared: a font may serve one thread at a time."""

    def __init__(self, *, is_rtl: bool):
        self.is_rtl, self.opened, self.measured = is_rtl, {}, {}

    def font(self, text: str, size: int, weight: int):
        key = bool(ARABIC.search(text)), size, weight
        if key not in self.opened:
            self.opened[key] = self._open(*key)
        return self.opened[key]

    def _open(self, is_arabic: bool, size: int, weight: int):
        # Only the worker that draws needs it: it is a fifth of the memory of one that does not.
        from PIL import ImageFont  # noqa: PLC0415

        font = ImageFont.truetype(face(is_arabic=is_arabic), size, layout_engine=ImageFont.Layout.BASIC)
        font.set_variation_by_axes([weight, 100])
        return font

    def width(self, text: str, size: int, weight: int) -> float:
        """Of its words, each measured once: that takes longer than to draw them."""
        words = text.split(" ")
        gaps = (len(words) - 1) * SPACE
        return size * (gaps + sum(self._measure(word, weight) for word in words))

    def _measure(self, word: str, weight: int) -> float:
        """In the size of the font."""
        key = word, weight
        if key not in self.measured:
            font = self.font(word, SAMPLE, weight)
            self.measured[key] = font.getlength(seen(word, is_rtl=self.is_rtl)) / SAMPLE
        return self.measured[key]

    def lines(self, text: str, size: int, weight: int, width: int) -> list[str]:
        """Broken between words; a word that is too long for a line stays whole."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.width(longer, size, weight) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def within(self, text: str, size: int, weight: int, width: int) -> str:
        """As much of it as there is room for."""
        if self.width(text, size, weight) <= width:
            return text
        lengths = range(len(text))
        longest = bisect_right(lengths, width, key=lambda end: self.width(text[:end] + ELLIPSIS, size, weight)) - 1
        return text[: max(longest, 0)].rstrip() + ELLIPSIS
