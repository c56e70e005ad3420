from django.contrib import admin

from newsroom.desk.admin.base import PartInline, RecordAdmin
from newsroom.desk.admin.facts import FACTS
from relations import models


class NameInline(PartInline):
    model = models.ActorName


class IdentifierInline(PartInline):
    model = models.Identifier


class TenureInline(PartInline):
    model = models.Tenure
    fk_name = "person"
    autocomplete_fields = ("post",)


class MembershipInline(PartInline):
    model = models.Membership
    fk_name = "member"
    autocomplete_fields = ("organisation",)


@admin.register(models.Actor)
class ActorAdmin(RecordAdmin):
    list_filter = ("type",)
    search_fields = ("key", "names__form", "name_en", "name_fr", "name_ar", "name_az")
    autocomplete_fields = ("country", "parent", "seat", "founding_agreement", "picture")
    inlines = (NameInline, IdentifierInline, TenureInline, MembershipInline, *FACTS)
