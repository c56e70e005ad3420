"""
Filters that never touch a queryset: they add conditions on facets, which are written at publication, so that no filter
can see what is not public.
"""

from dataclasses import dataclass, field, replace
from datetime import date

import django_filters
import orjson
from django.utils.translation import gettext_lazy as _

from newsroom.public import reading, search
from newsroom.public.api import parameters
from newsroom.public.api.deprecation import Deprecation
from newsroom.public.api.fields import (
    CodeField,
    DayField,
    ListField,
    MomentField,
    TextField,
    UidField,
)
from newsroom.public.dossier.people import coverage_of
from newsroom.public.reading import Between, Having, Moment, Preference, current
from relations.values.intervals import Coverage

ENDS = ("terminated", "expired", "superseded")

# What the API calls an order, and what reading calls it. The first is taken when none is asked for.
BY_PUBLICATION = {"-published": "-date", "published": "date"}
BY_DATE = {"-date": "-date", "date": "date", "name": "name", "-name": "-name"}
BY_NAME = {"name": "name", "-name": "-name"}
ORDERINGS = {"article": BY_PUBLICATION, "event": BY_DATE, "agreement": BY_DATE}

PAGE_SIZE = 25


@dataclass(frozen=True)
class Narrowing:
    """What a list is narrowed by. `uids` is null where no filter names records."""

    having: tuple[Having, ...] = ()
    between: tuple[Between, ...] = ()
    uids: frozenset[str] | None = None

    def also(self, *having: Having) -> "Narrowing":
        return replace(self, having=self.having + having)

    def within(self, *between: Between) -> "Narrowing":
        return replace(self, between=self.between + between)

    def among(self, uids) -> "Narrowing":
        return replace(self, uids=frozenset(uids) if self.uids is None else self.uids & frozenset(uids))


@dataclass(frozen=True)
class Asked:
    """The list asked for, as far as a filter may need to know."""

    kind: str
    languages: Preference
    at: Moment
    values: dict = field(default_factory=dict)


class Parameter(django_filters.Filter):
    """Changes how the answer looks, not what it holds."""

    def __init__(self, form_field, help_text: str, *, deprecated: Deprecation | None = None):
        super().__init__(label=help_text)
        self.form_field, self.deprecated = form_field, deprecated

    @property
    def field(self):
        return self.form_field

    def narrow(self, narrowing: Narrowing, value, asked: Asked) -> Narrowing:
        return narrowing


class FacetFilter(Parameter):
    def __init__(self, name: str, form_field, help_text: str, *, records: bool = False):
        super().__init__(form_field, help_text)
        self.name, self.records = name, records

    def narrow(self, narrowing, value, asked):
        values = value if isinstance(value, tuple) else (value,)
        return narrowing.also(Having(self.name, values, self.records))


class AllFilter(FacetFilter):
    def narrow(self, narrowing, value, asked):
        return narrowing.also(*(Having(self.name, (one,), self.records) for one in value))


class IdsFilter(Parameter):
    def narrow(self, narrowing, value, asked):
        return narrowing.among(value)


class MomentFilter(Parameter):
    def __init__(self, column: str, *, after: bool, help_text: str):
        super().__init__(MomentField(), help_text)
        self.column, self.after = column, after

    def narrow(self, narrowing, value, asked):
        return narrowing.within(Between(self.column, *((value, None) if self.after else (None, value))))


class DayFilter(Parameter):
    def __init__(self, *, after: bool, help_text: str):
        super().__init__(DayField(), help_text)
        self.after = after

    def narrow(self, narrowing, value, asked):
        certain = asked.values.get("date_certainty") == "certainly"
        return narrowing.within(Between("date", *((value, None) if self.after else (None, value)), certain))


class UrgencyFilter(FacetFilter):
    def narrow(self, narrowing, value, asked):
        return narrowing.also(Having(self.name, tuple(str(number) for number in range(1, value + 1))))


class RoleFilter(Parameter):
    """In which role the participant asked for took part."""

    def narrow(self, narrowing, value, asked):
        if "participant" not in asked.values:
            parameters.raise_invalid([parameters.fault("role", "incomplete", _("Needs the parameter “participant”."))])
        return narrowing.also(Having(f"role:{value}", (asked.values["participant"],), records=True))


class WordsFilter(Parameter):
    """Records found by the words of a query; up to the `worst` rank."""

    def __init__(self, help_text: str, worst: int):
        super().__init__(TextField(), help_text)
        self.worst = worst

    def narrow(self, narrowing, value, asked):
        found = (
            search.candidates(value, language=language, current=current(asked.at.to_strangers), kinds=[asked.kind])
            for language in asked.languages.reach
        )
        return narrowing.among(hit.uid for hits in found for hit in hits if hit.rank <= self.worst)


class HeldOnFilter(Parameter):
    """Who held the post asked for on a day: told from the tenures, which no facet can hold."""

    def narrow(self, narrowing, value, asked):
        post = asked.values.get("post")
        if post is None:
            parameters.raise_invalid([parameters.fault("held_on", "incomplete", _("Needs the parameter “post”."))])
        holders = reading.select(asked.kind, asked.languages, having=(Having("post", (post,), records=True),))
        rows = reading.everything(holders, at=asked.at)
        return narrowing.among(row.uid for row in rows if _held(orjson.loads(row.content), post, value))


def _held(actor: dict, post: str, on: date) -> bool:
    tenures = [held for held in actor["posts"] if post in held["post"].values()]
    return any(coverage_of(held, on) != Coverage.UNKNOWN for held in tenures)


class InForceOnFilter(Parameter):
    """Agreements that had entered into force by a day, as far as sources tell, and had not ended before it."""

    def narrow(self, narrowing, value, asked):
        entered = reading.select(asked.kind, asked.languages, having=(Having("stage", ("in_force",)),))
        rows = reading.everything(entered, at=asked.at)
        day = value.isoformat()
        return narrowing.among(row.uid for row in rows if _in_force(orjson.loads(row.content), day))


def _in_force(agreement: dict, day: str) -> bool:
    since = agreement["in_force_on"]
    ends = (act["date"] for act in agreement["lifecycle"] if act["stage"] in ENDS and act["date"])
    ended = any(date["end"] and date["end"] < day for date in ends)
    return bool(since and since["start"] and since["start"] <= day and not ended)


def record(name: str, help_text: str) -> FacetFilter:
    return FacetFilter(name, UidField(), help_text, records=True)


def any_record(name: str, help_text: str) -> FacetFilter:
    return FacetFilter(name, ListField(UidField()), help_text, records=True)


def all_records(name: str, help_text: str) -> AllFilter:
    return AllFilter(name, ListField(UidField()), help_text, records=True)


def code(name: str, codes, help_text: str) -> FacetFilter:
    return FacetFilter(name, CodeField(codes), help_text)


def any_code(name: str, codes, help_text: str) -> FacetFilter:
    return FacetFilter(name, ListField(CodeField(codes)), help_text)


def ordering(orders: dict[str, str]) -> Parameter:
    return Parameter(CodeField(orders), f"The order of the rows; “{next(iter(orders))}” unless told.")
