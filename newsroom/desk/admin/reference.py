"""Rows that are published as soon as they are saved, and pictures."""

from django.contrib import admin

from newsroom.desk.admin.base import PartInline, RecordAdmin
from newsroom.desk.admin.facts import FACTS
from newsroom.desk.models import Author
from relations import models


@admin.register(models.Place)
class PlaceAdmin(RecordAdmin):
    list_filter = ("type",)
    search_fields = ("key", "name_en", "name_fr", "name_ar", "name_az")
    autocomplete_fields = ("parent", "country")


@admin.register(models.Topic)
class TopicAdmin(RecordAdmin):
    search_fields = ("key", "name_en", "name_fr", "name_ar", "name_az")
    autocomplete_fields = ("broader",)


class TitleInline(PartInline):
    model = models.PostTitle


@admin.register(models.Post)
class PostAdmin(RecordAdmin):
    list_filter = ("role",)
    search_fields = ("key", "titles__title_en", "titles__title_fr", "titles__title_ar", "titles__title_az")
    autocomplete_fields = ("organisation", "country", "accredited_to")
    inlines = (TitleInline, *FACTS)


@admin.register(models.Capacity)
class CapacityAdmin(RecordAdmin):
    search_fields = ("key", "title_en", "title_fr", "title_ar", "title_az")
    autocomplete_fields = ("on_behalf_of",)


@admin.register(models.Indicator)
class IndicatorAdmin(RecordAdmin):
    search_fields = ("key", "name_en", "name_fr", "name_ar", "name_az")


@admin.register(models.Source)
class SourceAdmin(RecordAdmin):
    list_filter = ("type", "lang")
    search_fields = ("key", "title", "url")
    autocomplete_fields = ("publisher",)


@admin.register(models.Picture)
class PictureAdmin(RecordAdmin):
    search_fields = ("key", "alt_en", "alt_fr", "alt_ar", "alt_az", "credit")


@admin.register(Author)
class AuthorAdmin(RecordAdmin):
    search_fields = ("key", "name_en", "name_fr", "name_ar", "name_az")
    raw_id_fields = ("user",)
