from django.contrib import admin

from newsroom.desk.admin.base import PartInline, RecordAdmin
from newsroom.desk.admin.facts import CitationInline
from newsroom.desk.models import Article, ArticleActor, Byline


class BylineInline(PartInline):
    model = Byline
    autocomplete_fields = ("author",)


class ActorLinkInline(PartInline):
    model = ArticleActor
    autocomplete_fields = ("actor",)


@admin.register(Article)
class ArticleAdmin(RecordAdmin):
    list_filter = ("type", "urgency")
    search_fields = ("key", "slugline", "headline_en", "headline_fr", "headline_ar", "headline_az")
    autocomplete_fields = (
        "dateline_place",
        "topics",
        "countries",
        "events",
        "agreements",
        "related",
        "lead_picture",
    )
    inlines = (BylineInline, ActorLinkInline, CitationInline)
