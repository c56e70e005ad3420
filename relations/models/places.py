from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from relations.models.record import Record
from relations.values.vocabularies import PlaceType, RecordKind


class Place(Record):
    KIND = RecordKind.PLACE

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_place"
    )
    type = models.CharField(_("type"), max_length=10, choices=PlaceType.choices)
    name = models.CharField(_("name"), max_length=200, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    country = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="places")
    m49 = models.CharField("UN M49", max_length=3, blank=True)
    geonames = models.CharField("GeoNames", max_length=12, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    sensitive = models.BooleanField(_("sensitive"), default=False)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ("key",)
        constraints = (
            models.CheckConstraint(condition=Q(type__in=PlaceType.values), name="place_type_known"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__isnull=False, longitude__isnull=False),
                name="place_coordinates_both_or_neither",
            ),
        )
