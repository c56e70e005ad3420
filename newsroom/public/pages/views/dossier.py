"""The dossier of two countries, at any moment that has passed and with the holders of its posts on any day."""

import datetime as dt
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.public import dossier
from newsroom.public.api.fields import DayField, IntegerField, PastMomentField
from newsroom.public.api.filters import Parameter
from newsroom.public.api.parameters import fault, raise_invalid
from newsroom.public.pages.asking import read
from newsroom.public.pages.charts import charts_of
from newsroom.public.pages.citing import numbered
from newsroom.public.pages.drawing import ALL, Years, rounds, timeline, visits
from newsroom.public.pages.finding import edition_at
from newsroom.public.pages.offices import then_and_now, turning_days
from newsroom.public.pages.showing import Shown, page, paths_of, show
from newsroom.public.reading import Moment, Row

END_OF_DAY = dt.time.max.replace(tzinfo=dt.UTC)
FIRST_YEAR, LAST_YEAR = 1000, 2999


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
    "from": Parameter(IntegerField(FIRST_YEAR, LAST_YEAR), "The first year of the timeline."),
    "to": Parameter(IntegerField(FIRST_YEAR, LAST_YEAR), "The last year of the timeline."),
}


class Asked(NamedTuple):
    """How a dossier is to be shown; `given` are its parameters as they were given."""

    on: dt.date | None = None
    years: Years = ALL
    given: dict[str, str] = {}


PLAIN = Asked()


@page
def dossier_page(request, slug: str) -> HttpResponse:
    values = read(request.GET, PARAMETERS)
    now = timezone.now()
    at, language = Moment(min(values.get("as_of", now), now), now), get_language()
    row = edition_at(request, "dossier", language, slug, at)
    given = {name: request.GET[name].strip() for name in PARAMETERS if name in values}
    shown = dossier_at(row, language, at, Asked(values.get("on"), years_in(values), given))
    return show(request, shown.template, shown.context, paths=shown.paths, at=at, changes_at=shown.changes_at)


def years_in(values: dict) -> Years:
    years = Years(values.get("from"), values.get("to"))
    if None not in years and years.last < years.first:
        raise_invalid([fault("to", "order", _("The last year lies before the first."))])
    return years


def dossier_at(row: Row, language: str, at: Moment, asked: Asked = PLAIN) -> Shown:
    """Without a day asked for, posts name their holders on the first day of which anything is known."""
    content, changes_at, changed = dossier.compile_dossier(row, language, at, on=asked.on, days=True)
    day, turns = at.at.date(), turning_days(content["posts"], at.at.date())
    then = asked.on or (turns[0] if turns else day)
    context = {
        "item": content,
        "charts": charts_of(content),
        "sources": numbered(content),
        "as_of": day.isoformat() if at.is_past else "",
        "on": then.isoformat(),
        "day": day.isoformat(),
        "today": at.now.date().isoformat(),
        "changed": changed,
        "given": asked.given,
        "offices": then_and_now(content["posts"], then, day),
        "turns": [turn.isoformat() for turn in turns],
        "timeline": timeline(content["timeline"], content["planned"], today=day, years=asked.years),
        "periods": {"asked": asked.years, "kept": kept(asked.given)},
        "visits_drawn": visits(content["visits"]),
        "rounds": [{**series, "drawing": rounds(series["results"])} for series in content["rounds"]],
    }
    return Shown("public/dossier/detail.html", context, paths_of(content), changes_at)


def kept(given: dict[str, str]) -> str:
    """What links to other years carry on."""
    return urlencode({name: value for name, value in given.items() if name not in ("from", "to")})
