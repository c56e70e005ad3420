"""What every record's admin page does: saves through the one way, and refuses a stale save without losing a word."""

from itertools import chain

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.messages.storage import default_storage
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from reversion.admin import VersionAdmin
from reversion.errors import RevertError

from newsroom.desk.admin.downloads import DOWNLOADS
from newsroom.desk.admin.languages import LanguageMixin, let_take_back, titles_for
from newsroom.desk.admin.lists import TitledMixin
from newsroom.desk.admin.pages.history import record_history
from newsroom.desk.admin.parts import DeeperInline
from newsroom.desk.admin.tabs import tabs
from newsroom.desk.admin.unsaved import NotSaved, UnsavedMixin, mark, seen_by
from newsroom.desk.admin.used import UsedMixin
from newsroom.desk.admin.words import WORDS
from newsroom.desk.findable import matching
from newsroom.desk.history import deleted, recover, restore, revisions
from newsroom.desk.models import Version
from newsroom.desk.remits import names_of
from newsroom.desk.saving import (
    UNPUBLISHED_KINDS,
    NotPermitted,
    OutsideRemit,
    Saves,
    StaleRow,
    is_reference,
    require_permission,
    saving_many,
)
from relations.models import Part, Record

# Deleted with their record.
OWNED = (Version, *(model for model in apps.get_models() if issubclass(model, Part)))
STAMPS = ("uid", "row_version", "modified_at", "last_saved_by")


class RecordForm(forms.ModelForm):
    """Carries the row version the editor saw. If the row has moved on, the form comes back with both texts put together."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    # Whoever saves, and the version they saw where the form shows an earlier text; the admin puts them here.
    by = seen = None
    # Why it is shown again and not saved; the admin says so when it has put the form together anew.
    not_saved = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["seen_version"].initial = self.seen or self.instance.row_version

    def clean(self):
        cleaned = super().clean()
        if self.not_saved:
            self.add_error(None, self.not_saved.why)
        if self.instance.pk:
            self.refuse_stale(cleaned.get("seen_version"))
            self.refuse_unpermitted()
        return cleaned

    def _post_clean(self):
        """By now the instance is what would be saved: an actor's type may have changed."""
        super()._post_clean()
        if not self.errors:
            self.refuse_unpermitted()

    def refuse_unpermitted(self):
        try:
            require_permission(self.instance, self.by)
        except NotPermitted as refused:
            self.add_error(None, str(refused))

    def refuse_stale(self, seen):
        kept = type(self.instance)._base_manager.select_related("modified_by").get(pk=self.instance.pk)
        if kept.row_version != seen:
            self.add_error(None, str(StaleRow(kept)))


class RecordAdmin(TitledMixin, UsedMixin, UnsavedMixin, LanguageMixin, VersionAdmin):
    form = RecordForm
    readonly_fields = STAMPS
    search_fields = ("key",)
    list_display = ("titled", "key", "languages_and_stages", "saved")
    list_select_related = ("modified_by",)
    change_form_template = "admin/record_change_form.html"
    history_latest_first = True
    actions = DOWNLOADS

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("modified_by").prefetch_related("versions")

    def get_search_results(self, request, queryset, search_term):
        """By the words of every language and script, as folded at the last save."""
        if self.model.KIND in UNPUBLISHED_KINDS:
            return super().get_search_results(request, queryset, search_term)
        return queryset.filter(matching(search_term)), False

    @admin.display(description=_("Texts"))
    def languages_and_stages(self, record):
        stages = ((version.language, version.get_stage_display()) for version in record.versions.all())
        return format_html_join(" ", "<span>{} {}</span>", stages) or "–"

    @admin.display(description=Record._meta.get_field("modified_by").verbose_name)
    def last_saved_by(self, record):
        """A name alone: accounts are pages that few may open."""
        return record.modified_by or "–"

    def get_readonly_fields(self, request, record=None):
        """A key is given once."""
        fields = super().get_readonly_fields(request, record)
        return (*fields, "key") if record else fields

    def get_fields(self, request, obj=None):
        names = [name for name in super().get_fields(request, obj) if name not in (*STAMPS, "record_ptr")]
        return [*names, *(STAMPS if obj else ())]

    def get_fieldsets(self, request, obj=None):
        """Texts first, then what is the same in every language, then what nobody changes."""
        (_name, common), *texts = super().get_fieldsets(request, obj)
        fixed = [name for name in (*STAMPS, "key") if obj and name in common["fields"]]
        facts = [name for name in common["fields"] if name not in fixed]
        groups = [*texts, (_("In every language"), {"fields": facts})]
        return [*groups, (_("About this record"), {"fields": fixed, "classes": ("collapse",)})] if fixed else groups

    def get_inlines(self, request, obj):
        """Parts of parts once there are parts."""
        inlines = super().get_inlines(request, obj)
        return inlines if obj else [inline for inline in inlines if not issubclass(inline, DeeperInline)]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.by, form.seen = request.user, getattr(request, "seen_version", None)
        form.not_saved = getattr(request, "not_saved", None)
        return form

    def render_change_form(self, request, context, *args, **kwargs):
        form = context["adminform"].form
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        forms_shown = [form, *chain.from_iterable(formset.forms for formset in formsets)]
        titles_for(request).load_for(forms_shown, also=[form.instance.pk] if form.instance.pk else [])
        let_take_back(forms_shown)
        closed = self.closed_to(request)
        context |= {"tabs": tabs(form, formsets, closed), "closed": names_of(closed)}
        context |= {"words": WORDS, "reader": request.user.pk}
        if form.instance.pk:
            context["subtitle"] = titles_for(request).of([form.instance.kind], form.instance.pk)
        context["unsaved"] = self.page_of(request, context["original"], context["adminform"].form)
        if hasattr(request, "not_saved"):
            # Said above the form, with what differs.
            context["errors"] = None
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            mark([context["adminform"].form, *(form for rows in formsets for form in rows)], request.not_saved.found)
        return super().render_change_form(request, context, *args, **kwargs)

    def add_view(self, request, form_url="", extra_context=None):
        """Without reversion's own transaction, inside which the door would not open; a save keeps its revision itself."""
        return self.changeform_view(request, None, form_url, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return self.changeform_view(request, object_id, form_url, extra_context)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """What a save refused only once it was written comes back in the form, with everything that was typed."""
        if request.method != "POST":
            return self._changeform_view(request, object_id, form_url, extra_context)
        if answer := self.answer_offer(request, self.row(request, object_id)):
            return answer
        try:
            return self.save_posted(request, object_id, form_url, extra_context)
        except OutsideRemit as refused:
            request.not_saved = NotSaved(str(refused))
            # Forgets the message that the record was saved.
            request._messages = default_storage(request)
            return self.save_posted(request, object_id, form_url, extra_context)

    def save_posted(self, request, object_id, form_url, extra_context):
        """A save is one transaction that starts by locking the record; a reference also opens the door."""
        with saving_many(by=request.user, references=self.publishes_on_save(object_id)) as saves:
            request.saves = saves
            if object_id:
                lock(object_id)
            self.put_together(request, self.row(request, object_id))
            return self._changeform_view(request, object_id, form_url, extra_context)

    def row(self, request, object_id):
        return self.get_object(request, unquote(object_id)) if object_id else None

    def history_view(self, request, object_id, extra_context=None):
        """Decisions, editions and saves on one line, instead of the admin's own log."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if record.kind in UNPUBLISHED_KINDS:
            return super().history_view(request, object_id, extra_context)
        return record_history(request, uid=record.uid)

    def revision_view(self, request, object_id, version_id, extra_context=None):
        """Looking at an earlier text is reversion's; bringing it back is a save like any other."""
        record = get_object_or_404(self.model, pk=object_id)
        if request.method != "POST":
            request.seen_version = record.row_version
            return super().revision_view(request, object_id, version_id, extra_context)
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        kept = get_object_or_404(revisions(record), pk=version_id)
        try:
            restore(record=record, kept=kept, by=request.user, row_version=seen_by(request))
        except (NotPermitted, StaleRow, RevertError) as refused:
            self.message_user(request, str(refused), messages.ERROR)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", object_id)

    def recover_view(self, request, version_id, extra_context=None):
        """Looking at what was deleted is reversion's; bringing it back is a save."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        kept = get_object_or_404(deleted(self.model), pk=version_id)
        if request.method != "POST":
            return super().recover_view(request, version_id, extra_context)
        try:
            record = recover(kept=kept, by=request.user)
        except (NotPermitted, RevertError) as refused:
            self.message_user(request, str(refused), messages.ERROR)
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_recoverlist")
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", record.pk)

    def publishes_on_save(self, object_id) -> bool:
        """Actors are reviewed or not by their type, so a new one may turn out to be a reference."""
        record = self.model._base_manager.filter(pk=object_id).first() if str(object_id or "").isdigit() else None
        return is_reference(record) if record else True

    def save_model(self, request, obj, form, change):
        saves: Saves = request.saves
        if change:
            saves.begin(obj, form.cleaned_data["seen_version"])
        else:
            obj.created_by = obj.modified_by = request.user
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        request.saves.add(form.instance)
        self.forget(request, form.instance, change)

    def has_delete_permission(self, request, obj=None):
        """What has been public is withdrawn or erased, which leaves a trace; only what never was can be deleted."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or not any(version.published_digest for version in obj.versions.all()))

    def get_deleted_objects(self, objs, request):
        """Texts and parts go with their record; nobody has a permission of its own for that."""
        to_delete, counts, needed, protected = super().get_deleted_objects(objs, request)
        return to_delete, counts, needed - {str(model._meta.verbose_name) for model in OWNED}, protected


def lock(pk) -> None:
    Record.objects.select_for_update().filter(pk=pk).first()
