"""From words to a picture, in the colours of the site. Everything is measured from where lines of the language begin."""

from bisect import bisect_left
from functools import lru_cache
from io import BytesIO

from newsroom.public.api.formats.jsonld.site import NAME
from newsroom.public.pages.postcards.lettering import ELLIPSIS, Lettering, seen
from newsroom.public.pages.postcards.words import Words, said
from relations.values.languages import direction

SIZE = WIDTH, HEIGHT = 1200, 630
# Those of the site's style sheet in daylight.
PAPER, INK, SOFT, LINE, ACCENT, ACCENT_SOFT = "#fdfcf9", "#1e1c19", "#625c52", "#ddd7ca", "#124e5c", "#e4eeef"

MARGIN = 84
ROOM = WIDTH - 2 * MARGIN
BRAND, KICKER, FOOT = 92, 178, 556
RULE = 500
TITLE = range(206, 480)
REGULAR, MEDIUM, BOLD = 400, 560, 660
# Of the headline: the largest in which all of it has room, or else the smallest.
SIZES = range(96, 40, -4)
LEADING = {"ltr": 1.2, "rtl": 1.5}
# So many drawn last are kept; each has some thirty kilobytes.
KEPT = 64


@lru_cache(maxsize=KEPT)
def draw(words: Words) -> bytes:
    """PNG."""
    postcard = Postcard(words)
    postcard.ground()
    postcard.brand()
    postcard.text(words.kicker, 0, KICKER, 30, MEDIUM, ACCENT)
    postcard.title()
    postcard.foot()
    return postcard.png()


class Postcard:
    def __init__(self, words: Words):
        # Only the worker that draws needs it.
        from PIL import Image, ImageDraw, PngImagePlugin  # noqa: PLC0415

        self.words, self.direction = words, direction(words.language)
        self.is_rtl = self.direction == "rtl"
        self.letters = Lettering(is_rtl=self.is_rtl)
        self.image = Image.new("RGB", SIZE, PAPER)
        self.pen = ImageDraw.Draw(self.image)
        self.told = PngImagePlugin.PngInfo()

    def ground(self) -> None:
        """Two circles that meet, as the site's subject; and a band where lines begin."""
        for x in (ROOM - 40, ROOM + 120):
            self.circle(x, 60, 150, outline=ACCENT_SOFT, width=18)
        self.box(-MARGIN, 0, 14 - MARGIN, HEIGHT, ACCENT)

    def brand(self) -> None:
        self.text(NAME, 0, BRAND, 36, BOLD, INK)

    def title(self) -> None:
        lines, size = self.fitted()
        leading = int(size * LEADING[self.direction])
        top = TITLE.start + (leading - size) // 2
        for number, line in enumerate(lines):
            self.text(line, 0, top + number * leading + int(size * 0.8), size, BOLD, INK)

    def fitted(self) -> tuple[list[str], int]:
        fitting = bisect_left(SIZES, True, key=self.has_room)
        size = SIZES[min(fitting, len(SIZES) - 1)]
        lines, most = self.lines(size), self.most(size)
        if len(lines) > most:
            lines = [*lines[: most - 1], f"{lines[most - 1]}{ELLIPSIS}"]
        return [self.letters.within(line, size, BOLD, ROOM) for line in lines], size

    def has_room(self, size: int) -> bool:
        lines = self.lines(size)
        return len(lines) <= self.most(size) and all(self.letters.width(line, size, BOLD) <= ROOM for line in lines)

    def lines(self, size: int) -> list[str]:
        return self.letters.lines(self.words.title, size, BOLD, ROOM)

    def most(self, size: int) -> int:
        """How many lines there is room for."""
        return len(TITLE) // int(size * LEADING[self.direction])

    def foot(self) -> None:
        """Who it is between, as two points on a line; and when."""
        x, most = 0, ROOM // 3
        if self.words.between or self.words.date:
            self.box(0, RULE, ROOM, RULE + 2, LINE)
        for number, name in enumerate(self.words.between):
            if number:
                self.box(x, FOOT - 11, x + 70, FOOT - 8, ACCENT)
                x += 70
            self.circle(x + 8, FOOT - 9, 8, fill=ACCENT)
            x += 30
            name = self.letters.within(name, 28, MEDIUM, most)
            self.text(name, x, FOOT, 28, MEDIUM, INK)
            x += int(self.letters.width(name, 28, MEDIUM)) + 18
        date = self.letters.within(self.words.date, 26, REGULAR, ROOM - x)
        self.text(date, ROOM - self.letters.width(date, 26, REGULAR) if x else 0, FOOT, 26, REGULAR, SOFT)

    def text(self, text: str, x: float, baseline: int, size: int, weight: int, fill: str) -> None:
        """From its beginning, which is the right end in Arabic."""
        font, anchor = self.letters.font(text, size, weight), "rs" if self.is_rtl else "ls"
        self.pen.text((self.at(x), baseline), seen(text, is_rtl=self.is_rtl), fill, font, anchor)

    def box(self, start: float, top: int, end: float, bottom: int, fill: str) -> None:
        left, right = sorted((self.at(start), self.at(end)))
        self.pen.rectangle((left, top, right, bottom), fill)

    def circle(self, x: float, y: int, radius: int, **drawn) -> None:
        self.pen.circle((self.at(x), y), radius, **drawn)

    def at(self, x: float) -> float:
        """From the left edge of the picture."""
        return WIDTH - MARGIN - x if self.is_rtl else MARGIN + x

    def png(self) -> bytes:
        """With its words beside its dots, for whoever cannot see them."""
        self.told.add_itxt("Title", self.words.title, self.words.language)
        self.told.add_itxt("Description", " · ".join(said(self.words)), self.words.language)
        file = BytesIO()
        self.image.save(file, "PNG", pnginfo=self.told)
        return file.getvalue()
