from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.base import RecordAdmin
from newsroom.desk.admin.facts import FACTS
from newsroom.desk.admin.parts import PartInline
from relations import models


class ObservationInline(PartInline):
    model = models.Observation
    verbose_name, verbose_name_plural = _("figure"), _("figures")


@admin.register(models.Dossier)
class DossierAdmin(RecordAdmin):
    list_display = ("titled", "pair", *RecordAdmin.list_display[2:])
    inlines = (ObservationInline, *FACTS)
