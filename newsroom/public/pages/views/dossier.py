"""The dossier of two countries, at any moment that has passed and with the holders of its posts on any day."""

import datetime as dt

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from newsroom.public import dossier
from newsroom.public.api.fields import DayField, PastMomentField
from newsroom.public.api.filters import Parameter
from newsroom.public.pages.asking import read
from newsroom.public.pages.charts import charts_of
from newsroom.public.pages.citing import numbered
from newsroom.public.pages.drawing import timeline
from newsroom.public.pages.finding import edition_at
from newsroom.public.pages.showing import Shown, page, show
from newsroom.public.pages.views.records import paths_of
from newsroom.public.reading import Moment, Row

END_OF_DAY = dt.time.max.replace(tzinfo=dt.UTC)


class PastDayField(PastMomentField):
    """A moment; or a day, which is its end, or the present while it lasts."""

    def to_python(self, value):
        if "T" in value:
            return super().to_python(value)
        return dt.datetime.combine(DayField().to_python(value), dt.time.max, dt.UTC)

    def validate(self, value):
        if value.timetz() != END_OF_DAY or value.date() > timezone.now().date():
            super().validate(value)


PARAMETERS = {
    "as_of": Parameter(PastDayField(), "What was public at this moment."),
    "on": Parameter(DayField(), "The day for which posts name their holder."),
}


@page
def dossier_page(request, slug: str) -> HttpResponse:
    values = read(request.GET, PARAMETERS)
    now = timezone.now()
    at, language = Moment(min(values.get("as_of", now), now), now), get_language()
    row = edition_at(request, "dossier", language, slug, at)
    shown = dossier_at(row, language, at, on=values.get("on"))
    return show(request, shown.template, shown.context, paths=shown.paths, at=at, changes_at=shown.changes_at)


def dossier_at(row: Row, language: str, at: Moment, *, on: dt.date | None = None) -> Shown:
    """`on` is the day for which posts name their holder, by default that of the moment."""
    content, changes_at = dossier.compile_dossier(row, language, at, on=on)
    context = {
        "item": content,
        "charts": charts_of(content),
        "sources": numbered(content),
        "as_of": at.at.date().isoformat() if at.is_past else "",
        "on": (on or at.at.date()).isoformat(),
        "asked_on": on is not None,
        "today": at.now.date().isoformat(),
        "drawing": timeline(content["timeline"]),
    }
    return Shown("public/dossier/detail.html", context, paths_of(content), changes_at)
