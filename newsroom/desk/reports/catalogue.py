"""The reports of the desk, in the order of their menu."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.desk.reports.corrections import corrections
from newsroom.desk.reports.published import published
from newsroom.desk.reports.sourcing import sourcing
from newsroom.desk.reports.stages import stages
from newsroom.desk.reports.table import Table
from newsroom.desk.reports.translations import translations


@dataclass(frozen=True)
class Report:
    """`asks` names the filters that mean something to it."""

    name: str
    label: Promise
    make: Callable[..., Table]
    asks: tuple[str, ...]

    @property
    def page(self) -> str:
        """The name of its address."""
        return f"report_{self.name}"


BY_LOG = ("period", "kind", "language", "person")

REPORTS = (
    Report("published", pgettext_lazy("report", "Published"), published, (*BY_LOG, "by")),
    Report("stages", _("Time in each stage"), stages, ("period", "kind", "language")),
    Report("translations", _("Translations behind"), translations, ("kind", "language")),
    Report("sources", _("Sources missing"), sourcing, ("kind",)),
    Report("corrections", pgettext_lazy("report", "Corrections"), corrections, BY_LOG),
)
