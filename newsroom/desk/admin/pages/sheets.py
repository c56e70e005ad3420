"""Import and export: a file is chosen, shown as what it would change, and confirmed."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters

from newsroom.desk.admin.downloads import attachment
from newsroom.desk.admin.site import page
from newsroom.desk.intake.faults import ImportRefused
from newsroom.desk.intake.shape import kinds
from newsroom.desk.sheets.columns import SHEETS
from newsroom.desk.sheets.download import FORMS, Refused, download, downloads_open_to
from newsroom.desk.sheets.guide import guide
from newsroom.desk.sheets.permitted import may_bring_in
from newsroom.desk.sheets.plan import bring_in, plan_upload
from newsroom.desk.sheets.shown import shown
from newsroom.desk.sheets.upload import INTERCHANGE, BadSeal, Upload, unseal


class ImportForm(forms.Form):
    what = forms.ChoiceField(label=_("What is in the file"))
    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV or Excel (.xlsx) with a row for each record, or an interchange file (.json)."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.json"}),
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = uploads_open_to(by)

    def upload(self) -> Upload:
        file, what = self.cleaned_data["file"], self.cleaned_data["what"]
        return Upload(INTERCHANGE if file.name.lower().endswith(".json") else what, file.name, file.read())


class ExportForm(forms.Form):
    what = forms.ChoiceField(label=_("What"))
    form = forms.ChoiceField(
        label=_("Format"),
        choices=list(FORMS.items()),
        help_text=_("Excel keeps dates such as 2025-04 as they are; opened from CSV, programs may change them."),
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = list(downloads_open_to(by).items())


def uploads_open_to(by) -> list[tuple]:
    sheets = [(name, sheet.label) for name, sheet in SHEETS.items() if may_bring_in(by, sheet.model)]
    whole = [(INTERCHANGE, _("Whole records (interchange file, JSON)"))]
    return sheets + (whole if any(may_bring_in(by, model) for model in kinds().values()) else [])


@page("import/", name="import", permission="desk.submit_version", label=_("Import and export"))
@sensitive_post_parameters("sealed")
def import_page(request):
    """GET shows the form, POST with a file what it would do; POST with what was shown does it."""
    if not uploads_open_to(request.user):
        raise PermissionDenied
    if "sealed" in request.POST:
        return confirm(request)
    form = ImportForm(request.POST or None, request.FILES or None, by=request.user)
    plan = plan_upload(upload=form.upload(), by=request.user) if form.is_valid() else None
    return render(request, form, plan)


def confirm(request):
    try:
        upload = unseal(request.POST["sealed"], request.user)
        outcome = bring_in(upload=upload, by=request.user)
    except BadSeal as bad:
        messages.error(request, str(bad))
        return redirect("admin:import")
    except ImportRefused as refused:
        return render(request, ImportForm(by=request.user), refused=shown(None, refused.faults), status=409)
    count = len(outcome.created) + len(outcome.changed)
    text = ngettext("%(count)d record was saved.", "%(count)d records were saved.", count)
    messages.success(request, text % {"count": count})
    return redirect("admin:import")


def render(request, form, plan=None, *, refused=None, status=200):
    context = {
        **admin.site.each_context(request),
        "title": _("Import"),
        "form": form,
        "plan": shown(plan, plan.faults) if plan else None,
        "sealed": plan.sealed if plan else "",
        "refused": refused,
        "guide": None if plan or refused else guide(),
    }
    return TemplateResponse(request, "admin/desk/import.html", context, status=status)


@page("export/", name="export", permission="desk.view_version")
def export_page(request):
    if not downloads_open_to(request.user):
        raise PermissionDenied
    form = ExportForm(request.GET if "what" in request.GET else None, by=request.user)
    if form.is_valid():
        try:
            return attachment(download(form.cleaned_data["what"], form.cleaned_data["form"]))
        except Refused as refused:
            form.add_error("what", str(refused))
    context = {**admin.site.each_context(request), "title": _("Export"), "form": form}
    return TemplateResponse(request, "admin/desk/export.html", context)
