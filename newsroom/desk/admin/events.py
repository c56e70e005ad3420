from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.base import RecordAdmin
from newsroom.desk.admin.facts import FACTS
from newsroom.desk.admin.parts import PartInline
from relations import models
from relations.values.vocabularies import Precision


class ParticipationInline(PartInline):
    model = models.Participation
    verbose_name, verbose_name_plural = _("participant"), _("participants")


class PrecisionFilter(admin.SimpleListFilter):
    """The column follows from the date and has no words of its own."""

    title = _("how well the date is known")
    parameter_name = "date_precision"

    def lookups(self, request, model_admin):
        return Precision.choices

    def queryset(self, request, queryset):
        return queryset.filter(date_precision=self.value()) if self.value() else queryset


@admin.register(models.Event)
class EventAdmin(RecordAdmin):
    list_display = (*RecordAdmin.list_display, "date")
    list_filter = ("type", "occurrence", PrecisionFilter)
    inlines = (ParticipationInline, *FACTS)


@admin.register(models.Series)
class SeriesAdmin(RecordAdmin):
    pass
