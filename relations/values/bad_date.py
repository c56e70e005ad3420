"""What to tell an editor whose date cannot be read. Messages are marked here and translated where they are shown."""

import re


def _(message: str) -> str:
    """Marks a message for the translators; values know no settings, so whoever shows it translates it."""
    return message


UNREADABLE = _(
    "“%(text)s” cannot be read as a date. Write 2025, 2025-04 or 2025-04-21, a period as 2025-04-21/2025-04-23, "
    "or one of several days as [2025-04-21,2025-04-22]."
)
NO_SUCH_DAY = _("“%(text)s” names a day, month or year that the calendar does not have.")
WRONG_ORDER = _("“%(text)s” ends before it begins. Write the earlier date first.")
REPEATED = _("“%(text)s” gives a single choice. Write that date alone, or different dates between the brackets.")
TOO_LONG = _("This date is too long. Write the first and the last possible day, as in [2025-04-21..2025-04-30].")

# The first pattern found in the text decides; each message says what to write instead.
HINTS = (
    (r"^\s*$", _("Write a date, such as 2025, 2025-04 or 2025-04-21.")),
    (r"[^\x00-\x7f]", _("Write the date in digits 0 to 9 and hyphens, such as 2025-04-21.")),
    (r"\s", _("Write the date without spaces, such as 2025-04-21.")),
    (r"[{}]", _("Curly brackets are not used. Write [2023,2025] when one of several dates is meant.")),
    (r"^/|/$", _("Write two points for an open end, as in 2023/.. or ../2023.")),
    (r"^\.\./\.\.$", _("Give at least one of the two ends, as in 2023/.. or ../2023.")),
    (r"^\[\.\.|\.\.\]$", _("Write an open end without brackets, as in 2023/.. or ../2023.")),
    (r"T\d", _("Write the day without the time, such as 2025-04-21.")),
    (r"\b\d{1,2}[-./]\d{1,2}[-./]\d{4}\b", _("Write the year first, then month and day: 2025-04-21.")),
    (r"X[?~%]", _("An unknown day needs no further mark. Write 2025-04-XX, or 2025-04? when the month is in doubt.")),
    (r"\dX|X\d", _("Write a range when digits are unknown, as in [2020..2029] or [2025-04-10..2025-04-19].")),
    (r"\b\d{4}-(2[1-9]|3\d|4[01])\b", _("Seasons are not used. Write the months, as in 2025-03/2025-05.")),
    (r"\b\d{4}-(\d\b|\d\d-\d\b)", _("Write months and days with two digits, as in 2025-04-01.")),
)


class BadDate(ValueError):
    """Text outside the notation. `message % params` says in English what to write instead."""

    def __init__(self, message: str, text: str):
        self.message = message
        self.params = {"text": text[:80]}
        super().__init__(message % self.params)

    def __reduce__(self):
        return type(self), (self.message, self.params["text"])

    @classmethod
    def explain(cls, text: str, otherwise: str = UNREADABLE) -> "BadDate":
        return cls(next((message for pattern, message in HINTS if re.search(pattern, text)), otherwise), text)
