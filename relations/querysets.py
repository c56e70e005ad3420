"""Chainable questions about facts. Dates may be a `datetime.date`, a FuzzyDate or EDTF text."""

import datetime as dt
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from relations.values.fuzzy import FuzzyDate
from relations.values.intervals import Coverage, covers
from relations.values.vocabularies import (
    ActStage,
    AttributionKind,
    DisputeState,
    Doubt,
    Occurrence,
    ParticipationRole,
    Precision,
    RecordKind,
)

Day = dt.date | FuzzyDate | str


def as_fuzzy(day: Day) -> FuzzyDate:
    """A FuzzyDate of whatever names a day or period."""
    return day if isinstance(day, FuzzyDate) else FuzzyDate.parse(str(day))


@dataclass(frozen=True)
class Holder:
    """Who held a post at a moment, and how well that is known."""

    tenure: object | None
    coverage: Coverage

    @property
    def person(self):
        return self.tenure.person if self.tenure else None


class SourcedQuerySet(QuerySet):
    """Records whose own citations name sources; those of a claim or another part support that part alone."""

    def with_source_count(self):
        parts = apps.get_model("relations.Citation").PART_FIELDS
        own = Q(**{f"citations__{part}": None for part in parts})
        return self.annotate(source_count=Count("citations__source", filter=own, distinct=True))

    def supported_by_at_least(self, n: int):
        return self.with_source_count().filter(source_count__gte=n)


class DatedQuerySet(QuerySet):
    """Rows with a fuzzy `date`. "Certainly" keeps those that lie within, "possibly" those that may."""

    def on(self, day: Day):
        day = as_fuzzy(day)
        return self.filter(Q(date_lower=None) | Q(date_lower__lte=day.upper)).filter(
            Q(date_upper=None) | Q(date_upper__gte=day.lower)
        )

    def possibly_during(self, period: Day):
        return self.on(period)

    def certainly_during(self, period: Day):
        period = as_fuzzy(period)
        return self.filter(date_lower__gte=period.lower, date_upper__lte=period.upper)

    def known_to_the_day(self):
        return self.filter(date_precision=Precision.DAY)

    def certain(self):
        return self.known_to_the_day().filter(date_doubt=Doubt.NONE)


class ActorQuerySet(SourcedQuerySet):
    def named(self, form: str):
        """Actors that bear this exact name form, misprints included."""
        return self.filter(
            Exists(apps.get_model("relations.ActorName").objects.filter(actor=OuterRef("pk"), form=form))
        )

    def joint_bodies(self):
        return self.filter(type="joint_body")


class MembershipQuerySet(QuerySet):
    def of(self, member):
        return self.filter(member=member)

    def shared_by(self, pair):
        """Memberships of either country in organisations to which both belong."""
        a, b = pair
        organisations = self.model.objects.filter(member=a).values("organisation")
        both = self.model.objects.filter(member=b, organisation__in=organisations).values("organisation")
        return self.filter(member__in=(a, b), organisation__in=both)


class PostQuerySet(QuerySet):
    def holder_on(self, post, date: Day) -> Holder:
        return apps.get_model("relations.Tenure").objects.holder_on(post, date)


class TenureQuerySet(QuerySet):
    def holder_on(self, post, date: Day) -> Holder:
        """The holder best supported on a day: covered by a tenure, else attested, else unknown."""
        day = as_fuzzy(date)
        found = [(tenure_coverage(tenure, day), tenure) for tenure in self.in_post(post)]
        for wanted in (Coverage.COVERED, Coverage.ATTESTED):
            for coverage, tenure in found:
                if coverage == wanted:
                    return Holder(tenure, coverage)
        return Holder(None, Coverage.UNKNOWN)

    def in_post(self, post):
        return self.filter(post=post).select_related("person").prefetch_related("attestations")


def tenure_coverage(tenure, day: FuzzyDate) -> Coverage:
    return covers(tenure.start, tenure.end, [a.on for a in tenure.attestations.all()], day)


class EventQuerySet(DatedQuerySet, SourcedQuerySet):
    def involving(self, country):
        """Events a country takes part in, hosts or visits, or whose place lies in it."""
        part = apps.get_model("relations.Participation").objects.filter(event=OuterRef("pk"))
        mine = part.filter(Q(actor=country) | Q(side=country) | Q(person__country=country) | Q(post__country=country))
        return self.filter(
            Q(host_country=country) | Q(visiting_country=country) | Q(place__country=country) | Exists(mine)
        )

    def shared_forum(self, pair):
        """Events convened by an organisation of which both countries are members."""
        organisations = apps.get_model("relations.Membership").objects.shared_by(pair).values("organisation")
        part = apps.get_model("relations.Participation").objects.filter(event=OuterRef("pk"))
        return self.filter(Exists(part.filter(role=ParticipationRole.CONVENER, actor__in=organisations)))

    def between(self, pair):
        """Events of two countries: both take part, or one does where an organisation of both convenes."""
        a, b = pair
        with_a, with_b = self.involving(a).values("pk"), self.involving(b).values("pk")
        forum = self.model.objects.shared_forum(pair).values("pk")
        return self.filter(
            (Q(pk__in=with_a) & Q(pk__in=with_b)) | ((Q(pk__in=with_a) | Q(pk__in=with_b)) & Q(pk__in=forum))
        )

    def visits(self, *, guest=None, host=None):
        rows = self.filter(type="visit")
        rows = rows.filter(visiting_country=guest) if guest else rows
        return rows.filter(host_country=host) if host else rows

    def planned(self):
        return self.filter(occurrence__in=(Occurrence.PLANNED, Occurrence.CONFIRMED))

    def rounds(self):
        return self.filter(ordinal__isnull=False).order_by("series", "ordinal")

    def in_place(self, place):
        """In a place or in one that lies in it, two levels deep (city, then venue)."""
        return self.filter(Q(place=place) | Q(place__parent=place) | Q(place__parent__parent=place))


class ParticipationQuerySet(QuerySet):
    def unnamed_holders(self):
        return self.filter(post__isnull=False, person=None)

    def leads(self):
        return self.filter(role=ParticipationRole.LEAD)


class AgreementQuerySet(SourcedQuerySet):
    def between(self, pair):
        a, b = pair
        return self.filter(parties__actor=a).filter(parties__actor=b)

    def reached(self, *stages):
        acts = apps.get_model("relations.AgreementAct").objects.filter(agreement=OuterRef("pk"), stage__in=stages)
        return self.filter(Exists(acts))

    def signed(self):
        return self.reached(ActStage.SIGNED)

    def ratified_or_in_force(self):
        return self.reached(ActStage.RATIFIED, ActStage.IN_FORCE)

    def without_signatories(self):
        signatures = apps.get_model("relations.Signature").objects.filter(act__agreement=OuterRef("pk"))
        return self.filter(~Exists(signatures))

    def without_official_title(self, languages):
        empty = Q()
        for language in languages:
            column = f"official_title_{language}"
            empty &= Q(**{column: ""}) | Q(**{column: None})
        return self.rewrite(False).filter(empty)


class SourceQuerySet(QuerySet):
    def naming(self, record):
        return self.filter(cited_in__record=record).distinct()


class ClaimQuerySet(QuerySet):
    def anonymous(self):
        return self.filter(attribution_kind=AttributionKind.ANONYMOUS)

    def about_record(self, record):
        return self.filter(Q(record=record) | Q(about=record)).distinct()

    def of_field(self, field: str):
        return self.filter(field=field)


class DisputeQuerySet(QuerySet):
    def open(self):
        return self.filter(state=DisputeState.OPEN)


class DossierQuerySet(QuerySet):
    def between(self, pair):
        return self.filter(country_a__in=pair, country_b__in=pair)


class RecordQuerySet(QuerySet):
    def at(self, path: str):
        """The record named `kind/key`."""
        kind, _, key = path.partition("/")
        return self.get(kind=RecordKind(kind), key=key)
