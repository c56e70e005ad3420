"""A translation beside its source: what is missing, what has changed in the source since, and that it was checked."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from newsroom.desk import workflow
from newsroom.desk.admin.pages.history import about, may_change, record_at
from newsroom.desk.admin.site import page
from newsroom.desk.comparing.translations import (
    IN_PROGRESS,
    MISSING,
    READY,
    STALE,
    translation_of,
    translations_of,
)
from newsroom.desk.editing import field_label
from newsroom.desk.models import Version
from relations.models import Record
from relations.values.languages import LANGUAGES, NATIVE_NAMES

STATES = {
    MISSING: pgettext_lazy("state of a translation", "missing"),
    IN_PROGRESS: pgettext_lazy("state of a translation", "in progress"),
    STALE: pgettext_lazy("state of a translation", "source has changed"),
    READY: pgettext_lazy("state of a translation", "ready"),
}


@page("translation/<slug:uid>/", name="record_translation", permission="desk.view_version")
def record_translation(request, uid: str):
    record = record_at(uid)
    language = request.GET.get("language", "")
    versions = {version.language: version for version in record.versions.all()}
    if request.method == "POST":
        return act(request, record, get_object_or_404(Version, record=record, language=request.POST.get("language")))
    version = versions.get(language) or first_to_see(record, versions)
    shown = translation_of(record, version) if version else None
    model = type(record.working_row())
    context = about(
        request,
        record,
        _("Translation"),
        translations=[(one, STATES[one.state], NATIVE_NAMES[one.version.language]) for one in translations_of(record)],
        absent=[NATIVE_NAMES[code] for code in LANGUAGES if code not in versions],
        shown=shown,
        shown_name=NATIVE_NAMES[version.language] if version else "",
        source_name=NATIVE_NAMES.get(version.translated_from, "") if version else "",
        fields=[(field_label(model, one.name), one, STATES[one.state]) for one in shown.fields] if shown else [],
        sources=[(code, NATIVE_NAMES[code]) for code in versions if version and code != version.language],
        may_check=workflow.permitted("check_translation", request.user),
        may_change=may_change(request.user, record),
    )
    return render(request, "admin/desk/translation.html", context)


def first_to_see(record: Record, versions: dict[str, Version]) -> Version | None:
    """One that is stale, else any translation, else the original."""
    ordered = sorted(
        versions.values(), key=lambda one: (not one.stale_fields, one.language == record.original_language)
    )
    return next(iter(ordered), None)


def act(request, record: Record, version: Version):
    """`check` (all stale fields), `check_field` (one of them), or another `source`."""
    try:
        if "check" in request.POST:
            workflow.check_translation(versions=[version], by=request.user)
        elif field := request.POST.get("check_field"):
            workflow.check_translation(versions=[version], by=request.user, fields=[field])
        else:
            workflow.choose_source(version=version, source=request.POST.get("source", ""), by=request.user)
    except workflow.MoveRefused as refused:
        messages.error(request, str(refused))
    return redirect(f"{reverse('admin:record_translation', args=[record.uid])}?language={version.language}")
