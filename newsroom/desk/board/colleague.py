"""Who looks at the board, and what they may do there."""

from dataclasses import dataclass
from functools import cached_property

from newsroom.desk import workflow
from newsroom.desk.models import Remit
from relations.values.languages import LANGUAGES


@dataclass(frozen=True)
class Colleague:
    user: object

    @cached_property
    def _remit(self) -> Remit:
        """Who has none may work in every language."""
        found = Remit.objects.filter(user=self.user).first()
        return found or Remit(user=self.user, edits=list(LANGUAGES), approves=list(LANGUAGES))

    @property
    def edits(self) -> list[str]:
        return self._remit.edits

    @property
    def approves(self) -> list[str]:
        return self._remit.approves

    def may(self, verb: str) -> bool:
        return workflow.permitted(verb, self.user)
