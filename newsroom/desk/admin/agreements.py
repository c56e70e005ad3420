from django.contrib import admin

from newsroom.desk.admin.base import PartInline, RecordAdmin
from newsroom.desk.admin.facts import FACTS
from relations import models


class PartyInline(PartInline):
    model = models.AgreementParty
    autocomplete_fields = ("actor",)


class ActInline(PartInline):
    model = models.AgreementAct
    autocomplete_fields = ("party", "event", "place")


@admin.register(models.Agreement)
class AgreementAdmin(RecordAdmin):
    list_filter = ("type", "binding")
    search_fields = (
        "key",
        "descriptive_title_en",
        "descriptive_title_fr",
        "descriptive_title_ar",
        "descriptive_title_az",
    )
    autocomplete_fields = ("depositary", "creates", "topics")
    inlines = (PartyInline, ActInline, *FACTS)
