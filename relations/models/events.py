"""What happened or is planned: visits, talks, rounds, signings; who took part and as what."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from relations.fields import FuzzyDateField
from relations.models.record import Part, Record
from relations.querysets import EventQuerySet, ParticipationQuerySet
from relations.values.vocabularies import (
    EventFormat,
    EventType,
    Gender,
    Occurrence,
    OrdinalScheme,
    ParticipationRole,
    RecordKind,
    VisitType,
)


class Series(Record):
    """Numbered meetings of one body, such as rounds of political consultations."""

    KIND = RecordKind.SERIES

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_series"
    )
    name = models.CharField(_("name"), max_length=250, blank=True)
    meeting_noun = models.CharField(_("what a meeting is called"), max_length=60, blank=True)
    body = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="series_held")
    agreement = models.ForeignKey(
        "relations.Agreement", models.PROTECT, null=True, blank=True, related_name="series_founded"
    )
    ordinal_scheme = models.CharField(max_length=12, choices=OrdinalScheme.choices, default=OrdinalScheme.INTEGER)

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ("key",)


class Event(Record):
    KIND = RecordKind.EVENT

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_event"
    )
    type = models.CharField(_("type"), max_length=20, choices=EventType.choices)
    visit_type = models.CharField(_("kind of visit"), max_length=20, choices=VisitType.choices, blank=True)
    title = models.CharField(_("title"), max_length=250, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    date = FuzzyDateField(_("date"))
    date_note = models.CharField(_("note on the date"), max_length=500, blank=True)
    duration_days = models.PositiveSmallIntegerField(_("days"), null=True, blank=True)
    bounds_start = FuzzyDateField(_("possible first days"), null=True, blank=True)
    bounds_end = FuzzyDateField(_("possible last days"), null=True, blank=True)
    occurrence = models.CharField(_("occurrence"), max_length=12, choices=Occurrence.choices, default=Occurrence.HELD)
    occurrence_as_of = models.DateField(_("as known on"), null=True, blank=True)
    place = models.ForeignKey("relations.Place", models.PROTECT, null=True, blank=True, related_name="events")
    host_country = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="hosted")
    visiting_country = models.ForeignKey(
        "relations.Actor", models.PROTECT, null=True, blank=True, related_name="visited"
    )
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="sub_events")
    series = models.ForeignKey(Series, models.PROTECT, null=True, blank=True, related_name="events")
    ordinal = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order within the day"), default=0)
    format = models.CharField(_("format"), max_length=10, choices=EventFormat.choices, blank=True)
    rescheduled_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="rescheduled_to")
    topics = models.ManyToManyField("relations.Topic", blank=True, related_name="events")
    collective = models.BooleanField(_("several visitors told as one"), default=False)
    sensitive = models.BooleanField(_("sensitive"), default=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ("date_lower", "date_upper", "order", "key")
        constraints = (
            models.CheckConstraint(condition=Q(type__in=EventType.values), name="event_type_known"),
            models.CheckConstraint(condition=Q(occurrence__in=Occurrence.values), name="event_occurrence_known"),
            models.CheckConstraint(
                condition=Q(visit_type="") | Q(type=EventType.VISIT), name="event_visit_type_only_on_visits"
            ),
            models.CheckConstraint(
                condition=Q(occurrence=Occurrence.HELD) | Q(occurrence_as_of__isnull=False),
                name="event_not_held_says_as_of",
            ),
            models.CheckConstraint(
                condition=Q(ordinal=None) | Q(series__isnull=False), name="event_ordinal_needs_series"
            ),
            models.UniqueConstraint(
                fields=("series", "ordinal"), condition=Q(ordinal__isnull=False), name="event_series_ordinal_unique"
            ),
        )


class Participation(Part):
    """A named person, an unnamed holder of a post, or an organisation or country, in a role at an event."""

    OWNER = "event"

    event = models.ForeignKey(Event, models.CASCADE, related_name="participations")
    person = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="appearances")
    post = models.ForeignKey("relations.Post", models.PROTECT, null=True, blank=True, related_name="appearances")
    actor = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="participations")
    role = models.CharField(_("role"), max_length=12, choices=ParticipationRole.choices)
    side = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="sided")
    capacity = models.ForeignKey("relations.Capacity", models.PROTECT, null=True, blank=True, related_name="uses")
    holder_gender = models.CharField(_("holder's gender"), max_length=1, choices=Gender.choices, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    note = models.CharField(_("note"), max_length=500, blank=True)
    name_as_printed = models.CharField(_("name as printed"), max_length=250, blank=True)
    printed_lang = models.CharField(_("language of the print"), max_length=8, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        ordering = ("event", "order", "id")
        constraints = (
            models.CheckConstraint(condition=Q(role__in=ParticipationRole.values), name="participation_role_known"),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(post__isnull=False) | Q(actor__isnull=False),
                name="participation_names_somebody",
            ),
            models.CheckConstraint(
                condition=Q(actor=None) | Q(person=None, post=None), name="participation_actor_or_person_and_post"
            ),
        )

    def __str__(self):
        return f"{self.event.key}: {self.role}"
