"""Who looks at the board, and what they may do there."""

from dataclasses import dataclass
from functools import cached_property

from newsroom.desk import workflow
from newsroom.desk.remits import Remits, remits_of
from relations.values.languages import LANGUAGES


@dataclass(frozen=True)
class Colleague:
    user: object

    @cached_property
    def _remits(self) -> Remits:
        return remits_of(self.user)

    @property
    def edits(self) -> list[str]:
        return [language for language in LANGUAGES if language in self._remits.edits]

    @property
    def approves(self) -> list[str]:
        return [language for language in LANGUAGES if language in self._remits.approves]

    def may(self, verb: str) -> bool:
        return workflow.permitted(verb, self.user)
