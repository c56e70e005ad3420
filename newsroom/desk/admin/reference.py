"""Rows that are published as soon as they are saved."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.base import RecordAdmin
from newsroom.desk.admin.facts import FACTS
from newsroom.desk.admin.parts import PartInline
from newsroom.desk.models import Author
from relations import models


@admin.register(models.Place)
class PlaceAdmin(RecordAdmin):
    list_filter = ("type",)


@admin.register(models.Topic)
class TopicAdmin(RecordAdmin):
    pass


class TitleInline(PartInline):
    model = models.PostTitle
    verbose_name, verbose_name_plural = _("title of the post"), _("titles of the post")


@admin.register(models.Post)
class PostAdmin(RecordAdmin):
    list_filter = ("role",)
    inlines = (TitleInline, *FACTS)


@admin.register(models.Capacity)
class CapacityAdmin(RecordAdmin):
    pass


@admin.register(models.Indicator)
class IndicatorAdmin(RecordAdmin):
    pass


@admin.register(models.Source)
class SourceAdmin(RecordAdmin):
    list_filter = ("type", "lang")


@admin.register(Author)
class AuthorAdmin(RecordAdmin):
    raw_id_fields = ("user",)
