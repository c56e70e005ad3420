"""The texts of all records with their stages; they move on pages of their own."""

from django.contrib import admin
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.lists import in_its_language
from newsroom.desk.board.kinds import field_labels
from newsroom.desk.models import Decision, Version
from newsroom.desk.moving.bar import move_url
from relations.models import Record


class ReadOnlyAdmin(admin.ModelAdmin):
    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    list_display = ("titled", "key", "language", "stage", "behind", "submitted_by", "submitted_at")
    list_filter = ("stage", "language", "record__kind")
    list_select_related = ("record", "submitted_by")
    search_fields = ("record__key", "slug")
    actions = ("move",)
    fields = ("titled", "key", "language", "stage", "slug", "digest", "submitted_by", "submitted_at", "behind")

    @admin.display(description=Version._meta.get_field("title").verbose_name, ordering="record__key")
    def titled(self, version):
        return in_its_language(version.title, version.language) if version.title else version.record.key

    @admin.display(description=Record._meta.get_field("key").verbose_name, ordering="record__key")
    def key(self, version):
        return version.record.key

    @admin.display(description=_("Behind its source"))
    def behind(self, version):
        return ", ".join(field_labels(version.record.kind, version.stale_fields)) or "–"

    def render_change_form(self, request, context, *args, **kwargs):
        context["subtitle"] = self.titled(context["original"])
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.action(description=_("Move…"))
    def move(self, request, queryset):
        """To the page of moves, with the chosen texts."""
        return redirect(move_url(queryset, next=request.get_full_path()))


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    list_display = ("at", "record_label", "language", "verb", "from_stage", "to_stage", "by_label", "reason")
    list_filter = ("verb", "language")
    search_fields = ("record_label", "reason", "by_label")
