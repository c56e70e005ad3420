from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from relations.fields import FuzzyDateField
from relations.models.record import Part, Record
from relations.values.vocabularies import Comparator, Flow, Measure, RecordKind, UnitKind


class Indicator(Record):
    """What is measured, such as bilateral trade."""

    KIND = RecordKind.INDICATOR

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_indicator"
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    unit_kind = models.CharField(_("kind of unit"), max_length=10, choices=UnitKind.choices)
    measure = models.CharField(_("measure"), max_length=10, choices=Measure.choices)
    flow = models.CharField(_("flow"), max_length=10, choices=Flow.choices, default=Flow.NONE)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ("key",)


class Observation(Part):
    """A figure as a source gives it: with its comparator, the day it speaks of, and the unit as printed."""

    OWNER = "dossier"

    dossier = models.ForeignKey("relations.Dossier", models.CASCADE, related_name="observations")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="observations")
    reporter = models.ForeignKey("relations.Actor", models.PROTECT, related_name="reported")
    partner = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="reported_on")
    period = FuzzyDateField(_("period"), null=True, blank=True)
    comparator = models.CharField(_("comparator"), max_length=8, choices=Comparator.choices, default=Comparator.EQ)
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4)
    value_high = models.DecimalField(_("upper value"), max_digits=20, decimal_places=4, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    unit = models.CharField(_("unit"), max_length=80, blank=True)
    printed_as = models.CharField(_("as printed"), max_length=250, blank=True)
    as_of = FuzzyDateField(_("as of"))
    method_note = models.CharField(_("note on the figure"), max_length=500, blank=True)

    class Meta:
        ordering = ("dossier", "indicator", "as_of_lower", "id")
        constraints = (
            models.CheckConstraint(condition=Q(comparator__in=Comparator.values), name="observation_comparator_known"),
            models.CheckConstraint(
                # A comparison with null is not false to the database.
                condition=Q(comparator=Comparator.BETWEEN, value_high__isnull=False, value_high__gt=models.F("value"))
                | (~Q(comparator=Comparator.BETWEEN) & Q(value_high=None)),
                name="observation_upper_value_only_between",
            ),
        )

    def __str__(self):
        return self.key
