from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.base import RecordAdmin
from newsroom.desk.admin.facts import CitationInline
from newsroom.desk.admin.parts import PartInline
from newsroom.desk.models import Article, ArticleActor, Byline


class BylineInline(PartInline):
    model = Byline
    verbose_name, verbose_name_plural = _("byline"), _("bylines")


class ActorLinkInline(PartInline):
    model = ArticleActor
    verbose_name, verbose_name_plural = _("actor it speaks of"), _("actors it speaks of")


@admin.register(Article)
class ArticleAdmin(RecordAdmin):
    list_filter = ("type", "urgency")
    inlines = (BylineInline, ActorLinkInline, CitationInline)
