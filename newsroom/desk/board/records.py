"""Which records are under review at this desk, narrowed down and in pages."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, Value

from newsroom.desk.board.asked import Asked, Condition, Place
from newsroom.desk.board.inside import HasItem
from newsroom.desk.findable import folded
from newsroom.desk.models import Article, Version
from newsroom.desk.saving import REFERENCE_ACTORS, REVIEWED_KINDS
from newsroom.public.models import Edition
from relations.models import Actor, Agreement, Dossier, Event, Record
from relations.querysets import RecordQuerySet
from relations.values.languages import LANGUAGES

SIZE = 50


def texts(**conditions):
    """Texts of the record of the outer query that say anything."""
    return Version.objects.filter(record=OuterRef("pk"), **conditions).exclude(text_hashes={})


class Reviewed(RecordQuerySet):
    @classmethod
    def all_of_them(cls) -> "Reviewed":
        """Countries and organisations are published as they are saved: no review, no row."""
        return cls(Record).filter(kind__in=REVIEWED_KINDS).exclude(as_actor__type__in=REFERENCE_ACTORS)

    def of_kind(self, kind: str):
        return self.filter(kind=kind)

    def in_language(self, language: str):
        return self.filter(Exists(texts(language=language)))

    def missing(self, *languages: str):
        """Without a text in one of these languages."""
        missing = Q()
        for language in languages:
            missing |= ~Exists(texts(language=language))
        return self.filter(missing)

    def in_condition(self, condition: str, language: str, now: dt.datetime):
        """With a text at this stage, or in this condition, in the language or in any."""
        within = {"language": language} if language else {}
        if condition == Condition.MISSING:
            return self.missing(*([language] if language else LANGUAGES))
        if condition == Condition.STALE:
            return self.filter(Exists(texts(**within).stale()))
        if condition == Condition.SCHEDULED:
            return self.filter(uid__in=scheduled(now).filter(**within).values("uid"))
        return self.filter(Exists(texts(stage=condition, **within)))

    def of_person(self, pk: int):
        """Last saved by somebody, or with a text they have to work on, submitted or changed."""
        theirs = Q(submitted_by=pk) | Q(assignment__to=pk) | Q(HasItem("changed_by", Value(pk)))
        return self.filter(Q(modified_by=pk) | Exists(texts().filter(theirs)))

    def about_country(self, pk: int):
        return self.filter(
            Q(pk__in=Article.objects.filter(Q(countries=pk) | Q(actor_links__actor=pk)).values("pk"))
            | Q(pk__in=Event.objects.involving(pk).values("pk"))
            | Q(pk__in=Actor.objects.filter(country=pk).values("pk"))
            | Q(pk__in=Agreement.objects.filter(parties__actor=pk).values("pk"))
            | Q(pk__in=Dossier.objects.filter(Q(country_a=pk) | Q(country_b=pk)).values("pk"))
        )

    def on_topic(self, pk: int):
        of = (model.objects.filter(topics=pk).values("pk") for model in (Article, Event, Agreement))
        article, event, agreement = of
        return self.filter(Q(pk__in=article) | Q(pk__in=event) | Q(pk__in=agreement))

    def found(self, typed: str):
        """Called so in some language: every word typed, in whatever script and spelling."""
        version = texts()
        for word in folded(typed).split():
            version = version.filter(found_by__contains=word)
        return self.filter(Exists(version))

    def after(self, place: Place):
        return self.filter(Q(modified_at__lt=place.changed) | Q(modified_at=place.changed, pk__lt=place.pk))

    def latest_first(self):
        return self.order_by("-modified_at", "-pk")


def scheduled(now: dt.datetime):
    """Editions that become public at a moment ahead."""
    return Edition.objects.filter(live_from__gt=now, state=Edition.State.LIVE)


def asked_for(asked: Asked, now: dt.datetime) -> Reviewed:
    rows = Reviewed.all_of_them()
    if asked.kind:
        rows = rows.of_kind(asked.kind)
    if asked.condition:
        rows = rows.in_condition(asked.condition, asked.language, now)
    elif asked.language:
        rows = rows.in_language(asked.language)
    for narrow, value in ((Reviewed.of_person, asked.person), (Reviewed.about_country, asked.country)):
        rows = narrow(rows, value) if value else rows
    rows = rows.on_topic(asked.topic) if asked.topic else rows
    rows = rows.found(asked.q) if folded(asked.q) else rows
    return rows.after(asked.after) if asked.after else rows


def page_of(asked: Asked, now: dt.datetime) -> tuple[list[Record], str]:
    """A page of records, the latest changed first, and the query of the next page, empty on the last."""
    rows = list(asked_for(asked, now).latest_first().select_related("modified_by")[: SIZE + 1])
    return rows[:SIZE], asked.further(rows[SIZE - 1]) if len(rows) > SIZE else ""
