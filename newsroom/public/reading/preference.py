"""Which languages a reader wants, in which order."""

from collections.abc import Iterable
from typing import NamedTuple

from relations.values.languages import LANGUAGES


class Preference(NamedTuple):
    """
    `codes` in order of preference; of each record the first edition there is.

    With `original`, a record in none of them is shown in its original language, or else in any. With `every`, each
    edition counts by itself.
    """

    codes: tuple[str, ...]
    original: bool = False
    every: bool = False

    @classmethod
    def of(cls, languages: "Preference | Iterable[str]") -> "Preference":
        return languages if isinstance(languages, cls) else cls(tuple(languages))

    @classmethod
    def nearest(cls, language: str) -> "Preference":
        """Everything: in this language, or else in the nearest there is."""
        return cls((language,), original=True)

    @property
    def reach(self) -> tuple[str, ...]:
        """Every language that may be shown."""
        return self.codes + self._others if self.original else self.codes

    @property
    def _others(self) -> tuple[str, ...]:
        return tuple(code for code in LANGUAGES if code not in self.codes)

    def rank_sql(self, alias: str) -> str:
        """An expression that is least for the edition to show, and never the same for two languages."""
        ranks = [f"WHEN '{known(code)}' THEN {rank}" for rank, code in enumerate(self.codes)]
        if not self.original:
            return f"CASE {alias}.language {' '.join(ranks)} END"
        others = [f"WHEN '{code}' THEN 20 + {rank}" for rank, code in enumerate(self._others)]
        is_original = f"CASE WHEN {alias}.language = {alias}.original_language THEN 10 ELSE 0 END"
        # No code preferred: CASE needs a branch all the same.
        last = f"CASE {alias}.language {' '.join(others)} END - {is_original}" if others else "0"
        return f"CASE {alias}.language {' '.join(ranks)} ELSE {last} END" if ranks else last


def known(code: str) -> str:
    if code not in LANGUAGES:
        raise ValueError(f"no such language: {code!r}")
    return code
