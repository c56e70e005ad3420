from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.base import RecordAdmin
from newsroom.desk.admin.facts import FACTS
from newsroom.desk.admin.parts import PartInline
from relations import models


class ParticipationInline(PartInline):
    model = models.Participation
    verbose_name, verbose_name_plural = _("participant"), _("participants")


@admin.register(models.Event)
class EventAdmin(RecordAdmin):
    list_display = (*RecordAdmin.list_display, "date")
    list_filter = ("type", "occurrence", "date_precision")
    inlines = (ParticipationInline, *FACTS)


@admin.register(models.Series)
class SeriesAdmin(RecordAdmin):
    pass
