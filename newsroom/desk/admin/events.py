from django.contrib import admin

from newsroom.desk.admin.base import PartInline, RecordAdmin
from newsroom.desk.admin.facts import FACTS
from relations import models


class ParticipationInline(PartInline):
    model = models.Participation
    autocomplete_fields = ("person", "post", "actor", "side", "capacity")


@admin.register(models.Event)
class EventAdmin(RecordAdmin):
    list_display = (*RecordAdmin.list_display, "date")
    list_filter = ("type", "occurrence", "date_precision")
    search_fields = ("key", "title_en", "title_fr", "title_ar", "title_az")
    autocomplete_fields = (
        "place",
        "host_country",
        "visiting_country",
        "parent",
        "series",
        "rescheduled_from",
        "topics",
    )
    inlines = (ParticipationInline, *FACTS)


@admin.register(models.Series)
class SeriesAdmin(RecordAdmin):
    search_fields = ("key", "name_en", "name_fr", "name_ar", "name_az")
    autocomplete_fields = ("body", "agreement")
