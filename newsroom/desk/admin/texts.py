"""The texts of all records with their stages; they move on pages of their own."""

from django.contrib import admin
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from newsroom.desk.models import Decision, Version
from newsroom.desk.moving.bar import move_url


class ReadOnlyAdmin(admin.ModelAdmin):
    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    list_display = ("record", "language", "stage", "behind", "submitted_by", "submitted_at")
    list_filter = ("stage", "language", "record__kind")
    list_select_related = ("record", "submitted_by")
    search_fields = ("record__key", "slug")
    actions = ("move",)
    fields = ("record", "language", "stage", "slug", "digest", "submitted_by", "submitted_at", "behind")

    @admin.display(description=_("Behind its source"))
    def behind(self, version):
        return ", ".join(version.stale_fields) or "–"

    @admin.action(description=_("Move…"))
    def move(self, request, queryset):
        """To the page of moves, with the chosen texts."""
        return redirect(move_url(queryset, next=request.get_full_path()))


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    list_display = ("at", "record_label", "language", "verb", "from_stage", "to_stage", "by_label", "reason")
    list_filter = ("verb", "language")
    search_fields = ("record_label", "reason", "by_label")
