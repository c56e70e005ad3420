"""The texts of all records with their stages, and the moves as actions. The moves themselves are in `workflow`."""

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import ActionLocation
from django.contrib.admin.helpers import ActionForm
from django.contrib.admin.options import Action
from django.utils.translation import gettext_lazy as _

from newsroom.desk import workflow
from newsroom.desk.models import Decision, Release, Version
from newsroom.desk.publish.refusals import PublicationRefused

REFUSALS = (workflow.MoveRefused, PublicationRefused)


class MoveForm(ActionForm):
    reason = forms.CharField(label=_("Reason or public note"), required=False)
    moment = forms.DateTimeField(label=_("Moment (UTC, empty: now)"), required=False)
    acknowledge = forms.BooleanField(label=_("I have seen the warnings"), required=False)


def run(model_admin, request, queryset, *, move):
    """One press, one transaction: all the chosen texts make the move, or none and the desk is told why."""
    form = MoveForm(request.POST)
    form.fields["action"].choices = model_admin.get_action_choices(request)
    if not form.is_valid():
        model_admin.message_user(request, form.errors.as_text(), messages.ERROR)
        return
    try:
        done = move(list(queryset), request.user, form.cleaned_data)
    except REFUSALS as refused:
        model_admin.message_user(request, str(refused), messages.ERROR)
    else:
        model_admin.message_user(request, _("Done for %(count)d texts.") % {"count": len(done)}, messages.SUCCESS)


def submit(versions, by, given):
    return workflow.submit(versions=versions, by=by, acknowledged=workflow.ALL_WARNINGS if given["acknowledge"] else ())


def withdraw(versions, by, given):
    for record in {version.record for version in versions}:
        workflow.withdraw(record=record, by=by, reason=given["reason"], at=given["moment"])
    return versions


MOVES = {
    "submit": (_("Submit for review"), submit),
    "approve": (_("Approve"), lambda versions, by, given: workflow.approve(versions=versions, by=by)),
    "send_back": (
        _("Send back"),
        lambda versions, by, given: workflow.send_back(versions=versions, by=by, reason=given["reason"]),
    ),
    "publish": (
        _("Publish, or schedule"),
        lambda versions, by, given: workflow.publish(versions=versions, by=by, at=given["moment"]),
    ),
    "correct": (
        _("Publish as a correction"),
        lambda versions, by, given: workflow.correct(
            versions=versions, by=by, note=given["reason"], at=given["moment"]
        ),
    ),
    "publish_urgently": (
        _("Publish urgently, before approval"),
        lambda versions, by, given: workflow.publish_urgently(versions=versions, by=by, reason=given["reason"]),
    ),
    "approve_afterwards": (
        _("Approve afterwards"),
        lambda versions, by, given: workflow.approve_afterwards(versions=versions, by=by),
    ),
    "check_translation": (
        _("Translation checked, no change needed"),
        lambda versions, by, given: workflow.check_translation(versions=versions, by=by),
    ),
    "withdraw": (_("Withdraw the record in every language"), withdraw),
    "spike": (_("Spike"), lambda versions, by, given: workflow.spike(versions=versions, by=by, reason=given["reason"])),
    "revive": (_("Revive"), lambda versions, by, given: workflow.revive(versions=versions, by=by)),
}


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
    action_form = MoveForm
    fields = ("record", "language", "stage", "slug", "digest", "submitted_by", "submitted_at", "behind")

    @admin.display(description=_("Behind its source"))
    def behind(self, version):
        return ", ".join(version.stale_fields) or "–"

    def get_actions(self, request, action_location=ActionLocation.CHANGE_LIST):
        if action_location != ActionLocation.CHANGE_LIST:
            return {}
        return {
            name: Action(partial(run, move=move), name, label, label, [action_location])
            for name, (label, move) in MOVES.items()
            if workflow.permitted(name, request.user)
        }


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    list_display = ("at", "record_label", "language", "verb", "from_stage", "to_stage", "by_label", "reason")
    list_filter = ("verb", "language")
    search_fields = ("record_label", "reason", "by_label")


@admin.register(Release)
class ReleaseAdmin(admin.ModelAdmin):
    list_display = ("name", "moment", "zone", "released_at")
    autocomplete_fields = ("versions",)
    actions = ("release_now",)

    @admin.action(description=_("Release: publish all its texts at its moment"), permissions=("change",))
    def release_now(self, request, queryset):
        for release in queryset:
            try:
                workflow.release(release=release, by=request.user)
            except REFUSALS as refused:
                self.message_user(request, f"{release}: {refused}", messages.ERROR)
            else:
                self.message_user(request, _("%(release)s is released.") % {"release": release}, messages.SUCCESS)
