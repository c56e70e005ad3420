"""Reports: each a page with its filters, and the same rows as CSV."""

import datetime as dt
from functools import partial

from django import forms
from django.contrib import admin
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.site import page
from newsroom.desk.reports.catalogue import REPORTS, Report
from newsroom.desk.reports.filters import Filters
from newsroom.desk.reports.period import EARLIEST, LATEST, LONGEST, period_of
from newsroom.desk.reports.table import Table
from newsroom.desk.reports.words import kind_name, language_name
from newsroom.desk.saving import REVIEWED_KINDS
from relations.values.languages import LANGUAGES
from relations.values.vocabularies import RecordKind

MAY_SEE = "desk.view_decision"


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class DayField(forms.DateField):
    widget = DayInput

    def __init__(self, **kwargs):
        super().__init__(required=False, validators=[MinValueValidator(EARLIEST), MaxValueValidator(LATEST)], **kwargs)


class FiltersForm(forms.Form):
    first = DayField(label=_("From"))
    last = DayField(label=_("Until"))
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    person = forms.CharField(label=_("Person"), required=False, max_length=200)
    by = forms.ChoiceField(
        label=_("Count by"),
        required=False,
        choices=[("day", _("day")), ("person", _("person")), ("kind", _("kind")), ("language", _("language"))],
    )

    def __init__(self, data, *, report: Report):
        super().__init__(data)
        kinds = RecordKind.values if report.name == "published" else REVIEWED_KINDS
        self.fields["kind"].choices = [("", _("All")), *((kind, kind_name(kind)) for kind in kinds)]
        self.fields["language"].choices = [("", _("All")), *((code, language_name(code)) for code in LANGUAGES)]
        asked = {*report.asks, *(("first", "last") if "period" in report.asks else ())}
        for name in set(self.fields) - asked:
            del self.fields[name]

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and not dt.timedelta() <= last - first < LONGEST:
            self.add_error("last", _("Choose a period of at most one year that ends after it begins."))
        return cleaned

    def filters(self) -> Filters:
        """What was asked for, or the last month of everything."""
        given = self.cleaned_data if self.is_valid() else {}
        names = {name: given.get(name) or "" for name in ("kind", "language", "person")}
        return Filters(period_of(given.get("first"), given.get("last")), **names, by=given.get("by") or "day")


def report_page(request, report: Report):
    # With no filter given, the form shows those that the report takes of itself.
    form = FiltersForm(request.GET or None, report=report)
    filters = form.filters()
    table = report.make(filters)
    if "csv" in request.GET:
        return as_csv(report.name, table)
    context = {
        **admin.site.each_context(request),
        "title": report.label,
        "form": with_period(form, filters),
        "table": table,
        "report": report,
        "reports": [(one, reverse(f"admin:{one.page}")) for one in REPORTS],
        "csv": csv_address(request),
    }
    return TemplateResponse(request, "admin/desk/report.html", context)


# The first stands in the menu for all of them.
for at, report in enumerate(REPORTS):
    register = page(
        "reports/" if at == 0 else f"reports/{report.name}/",
        name=report.page,
        permission=MAY_SEE,
        label=None if at else _("Reports"),
    )
    register(partial(report_page, report=report))


def with_period(form: FiltersForm, filters: Filters) -> FiltersForm:
    """The form with the days that the report was made of, unless what was typed in it is refused."""
    if "first" in form.fields and form.is_valid() is form.is_bound:
        days = {"first": filters.period.first.isoformat(), "last": filters.period.last.isoformat()}
        form.data, form.is_bound = {**form.data.dict(), **days} if form.is_bound else days, True
    return form


def csv_address(request) -> str:
    query = request.GET.copy()
    query["csv"] = "1"
    return f"?{query.urlencode()}"


def as_csv(name: str, table: Table) -> HttpResponse:
    name = f"{name}-{timezone.localdate().isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(table.csv(), content_type="text/csv; charset=utf-8", headers=headers)
