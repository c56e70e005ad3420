from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from relations.models.record import Record
from relations.querysets import DossierQuerySet
from relations.values.vocabularies import RecordKind


class Dossier(Record):
    """A pair of countries. Everything but its title, introduction and figures compiles itself from what is published."""

    KIND = RecordKind.DOSSIER

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_dossier"
    )
    country_a = models.ForeignKey("relations.Actor", models.PROTECT, related_name="dossiers_a")
    country_b = models.ForeignKey("relations.Actor", models.PROTECT, related_name="dossiers_b")
    pair = models.CharField(
        _("pair"), max_length=7, unique=True, help_text=_("The two alpha-3 codes in alphabetical order: AZE-DZA.")
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    intro = models.TextField(_("introduction"), blank=True)
    editor_notes = models.TextField(_("notes for the desk"), blank=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")
        ordering = ("pair",)
        constraints = (
            models.UniqueConstraint(fields=("country_a", "country_b"), name="dossier_pair_unique"),
            models.CheckConstraint(condition=~models.Q(country_a=F("country_b")), name="dossier_two_countries"),
        )
