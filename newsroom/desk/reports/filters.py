"""What a report is asked for."""

from dataclasses import dataclass

from newsroom.desk.models import Decision
from newsroom.desk.reports.period import Period


@dataclass(frozen=True)
class Filters:
    """Empty text asks for all. `by` is what the report of publications counts by: day, person, kind or language."""

    period: Period
    kind: str = ""
    language: str = ""
    person: str = ""
    by: str = "day"

    def decisions(self):
        """The log within the period, for a kind, a language and a person where one is asked for."""
        rows = Decision.objects.filter(at__gte=self.period.start, at__lt=self.period.end)
        return self.narrowed(rows.filter(by_label=self.person) if self.person else rows)

    def narrowed(self, decisions):
        decisions = decisions.filter(record_label__startswith=f"{self.kind}/") if self.kind else decisions
        return decisions.filter(language=self.language) if self.language else decisions


def kind_of(label: str) -> str:
    """A decision keeps its record as `kind/key`."""
    return label.partition("/")[0]
