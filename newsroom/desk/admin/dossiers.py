from django.contrib import admin

from newsroom.desk.admin.base import PartInline, RecordAdmin
from newsroom.desk.admin.facts import FACTS
from relations import models


class ObservationInline(PartInline):
    model = models.Observation
    autocomplete_fields = ("indicator", "reporter", "partner")


@admin.register(models.Dossier)
class DossierAdmin(RecordAdmin):
    list_display = ("pair", *RecordAdmin.list_display[1:])
    search_fields = ("key", "pair")
    autocomplete_fields = ("country_a", "country_b")
    inlines = (ObservationInline, *FACTS)
