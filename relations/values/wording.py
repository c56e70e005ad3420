"""How each language speaks of days, months, years and the spans between them."""

from collections.abc import Callable, Sequence

from babel.dates import format_date

from relations.values.points import Point
from relations.values.vocabularies import Doubt, Precision

PATTERNS = {Precision.DAY: "d MMMM y", Precision.MONTH: "MMMM y", Precision.YEAR: "y"}


def same_kind(points: Sequence[Point], precision: Precision) -> bool:
    """Whether all are of one precision and none in doubt, so that they may share a month or a year."""
    return all(point.precision == precision and point.doubt == Doubt.NONE for point in points)


def short_pattern(points: Sequence[Point]) -> str | None:
    """The pattern for all points but the last, where they share its year or its year and month."""
    if len({point.year for point in points}) > 1:
        return None
    if same_kind(points, Precision.MONTH):
        return "MMMM"
    if not same_kind(points, Precision.DAY):
        return None
    return "d" if within_one_month(points) else "d MMMM"


def within_one_month(points: Sequence[Point]) -> bool:
    return same_kind(points, Precision.DAY) and len({(point.year, point.month) for point in points}) == 1


def is_rough(point: Point) -> bool:
    return point.doubt in (Doubt.APPROXIMATE, Doubt.BOTH)


class Wording:
    """English, and the frame for the others. A pattern shortens what a later point repeats."""

    locale = "en_GB"
    about = about_within = "about {}"
    uncertain = "{} (uncertain)"
    since_form, until_form = "since {}", "until {}"
    later_form, earlier_form = "{} or later", "{} or earlier"
    between_form, from_to_form = "between {} and {}", "from {} to {}"
    comma, or_word = ", ", " or "

    def bare(self, point: Point, pattern: str | None = None) -> str:
        return format_date(point.lower, pattern or PATTERNS[point.precision], locale=self.locale)

    def noun(self, point: Point, pattern: str | None = None) -> str:
        """A point as it stands after a preposition."""
        return self.bare(point, pattern)

    def unsure(self, text: str, point: Point) -> str:
        return self.uncertain.format(text) if point.doubt in (Doubt.UNCERTAIN, Doubt.BOTH) else text

    def standing(self, point: Point) -> str:
        """A point that begins the label."""
        return self.about.format(self.noun(point)) if is_rough(point) else self.bare(point)

    def alone(self, point: Point) -> str:
        return self.unsure(self.standing(point), point)

    def later(self, point: Point) -> str:
        return self.unsure(self.later_form.format(self.standing(point)), point)

    def earlier(self, point: Point) -> str:
        return self.unsure(self.earlier_form.format(self.standing(point)), point)

    def member(self, point: Point, text: str) -> str:
        return self.unsure(self.about_within.format(text) if is_rough(point) else text, point)

    def members(self, points: Sequence[Point], say: Callable) -> list[str]:
        """Every point in words, with nothing said twice."""
        patterns = [short_pattern(points)] * (len(points) - 1) + [None]
        return [self.member(point, say(point, pattern)) for point, pattern in zip(points, patterns, strict=True)]

    def since(self, point: Point) -> str:
        return self.since_form.format(self.member(point, self.noun(point)))

    def until(self, point: Point) -> str:
        return self.until_form.format(self.member(point, self.noun(point)))

    def either(self, points: Sequence[Point]) -> str:
        *first, last = self.members(points, self.bare)
        return self.comma.join(first) + self.or_word + last

    def between(self, points: Sequence[Point]) -> str:
        return self.between_form.format(*self.members(points, self.noun))

    def from_to(self, points: Sequence[Point]) -> str:
        form = "{}–{}" if within_one_month(points) else self.from_to_form
        return form.format(*self.members(points, self.noun))


class French(Wording):
    locale = "fr"
    about, about_within = "vers {}", "{} environ"
    uncertain = "{} (date incertaine)"
    since_form = "depuis {}"
    later_form, earlier_form = "{} ou plus tard", "{} ou plus tôt"
    between_form = "entre {} et {}"
    or_word = " ou "

    def bare(self, point, pattern=None):
        text = super().bare(point, pattern)
        return "1er" + text[1:] if point.day == 1 else text

    def noun(self, point, pattern=None):
        return f"le {self.bare(point, pattern)}" if point.day else self.bare(point, pattern)

    def until(self, point):
        text = self.member(point, self.noun(point))
        return f"jusqu’{text.replace('le ', 'au ', 1)}" if point.day else f"jusqu’en {text}"

    def from_to(self, points):
        first, last = self.members(points, self.noun)
        start = first.replace("le ", "du ", 1) if points[0].day else self._after_de(first)
        return f"{start} {last.replace('le ', 'au ', 1) if points[1].day else f'à {last}'}"

    def _after_de(self, text: str) -> str:
        return f"d’{text}" if text[0] in "ao" else f"de {text}"


class Arabic(Wording):
    """Months by their names in a country: `DZ` says جانفي and أوت, `AE` يناير and أغسطس. Digits are 0 to 9."""

    about = about_within = "حوالي {}"
    uncertain = "{} (غير مؤكد)"
    since_form, until_form = "منذ {}", "حتى {}"
    later_form, earlier_form = "{} أو بعده", "{} أو قبله"
    between_form, from_to_form = "بين {} و{}", "من {} إلى {}"
    comma, or_word = " أو ", " أو "

    def __init__(self, region: str):
        self.locale = f"ar_{region}"

    def noun(self, point, pattern=None):
        text = self.bare(point, pattern)
        return f"عام {text}" if point.precision == Precision.YEAR else text

    def between(self, points):
        if same_kind(points, Precision.YEAR):
            return "بين عامي {} و{}".format(*map(self.bare, points))
        return super().between(points)

    def from_to(self, points):
        return self.from_to_form.format(*self.members(points, self.noun))


class Azerbaijani(Wording):
    """Case endings go on the noun: a year takes `il`, a day `tarix`, a month its own ending."""

    locale = "az"
    about = about_within = "təxminən {}"
    uncertain = "{} (dəqiqləşdirilməyib)"
    later_form, earlier_form = "{} və ya daha sonra", "{} və ya daha əvvəl"
    between_form, from_to_form = "{} ilə {} arasında", "{} – {}"
    or_word = " və ya "

    def bare(self, point, pattern=None):
        text = super().bare(point, pattern)
        return f"{ordinal(point.year)} il" if point.precision == Precision.YEAR else text

    def since(self, point):
        return self._with_endings(point, "dən", "ndan", "ndən")

    def until(self, point):
        return self._with_endings(point, "ədək", "nadək", "nədək")

    def _with_endings(self, point: Point, after_il: str, back: str, front: str) -> str:
        year = f"{ordinal(point.year)} il"
        if point.precision == Precision.YEAR:
            text = year + after_il
        elif point.precision == Precision.MONTH:
            vowel = POSSESSIVE.get(point.month, "ı")
            text = f"{year}in {self.bare(point, 'MMMM')}{vowel}{front if vowel == 'i' else back}"
        else:
            text = f"{self.bare(point, 'd MMMM')} {year} tarixi{front}"
        return self.member(point, text)

    def between(self, points):
        if same_kind(points, Precision.YEAR):
            return f"{points[0].year}–{ordinal(points[1].year)} illər arasında"
        return super().between(points)

    def from_to(self, points):
        if same_kind(points, Precision.YEAR):
            return f"{points[0].year}–{ordinal(points[1].year)} illər"
        return super().from_to(points)


# The vowel after which a month takes its endings; ı after all others.
POSSESSIVE = {4: "i", 6: "u", 7: "u", 8: "u"}

# Endings follow the last word of the number as spoken: units first, then tens, then hundreds.
UNITS = {1: "ci", 2: "ci", 3: "cü", 4: "cü", 5: "ci", 6: "cı", 7: "ci", 8: "ci", 9: "cu"}
TENS = {1: "cu", 2: "ci", 3: "cu", 4: "cı", 5: "ci", 6: "cı", 7: "ci", 8: "ci", 9: "cı"}


def ordinal(number: int) -> str:
    """`2025-ci`, `2026-cı`: an Azerbaijani ordinal in figures, from 1 to 9999."""
    ending = UNITS.get(number % 10) or TENS.get(number // 10 % 10) or ("cü" if number // 100 % 10 else "ci")
    return f"{number}-{ending}"
