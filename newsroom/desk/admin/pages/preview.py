"""A text as readers will see it, in a wide and a narrow window, and the links that show it to others."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.csp import CSP
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from newsroom.desk import previews, workflow
from newsroom.desk.admin.pages.history import about, record_at
from newsroom.desk.admin.site import page
from newsroom.desk.models import PreviewLink, Version
from newsroom.desk.previews.rendering import moment_given
from relations.models import Record
from relations.values.languages import LANGUAGES, NATIVE_NAMES, direction

IN_OUR_OWN_FRAME = {**settings.SECURE_CSP, "frame-ancestors": [CSP.SELF]}


@page("preview/<slug:uid>/", name="record_preview", permission="desk.view_version")
def record_preview(request, uid: str):
    """GET shows the frames and the links; POST makes a link, which is shown this once, or ends one."""
    record = record_at(uid)
    if request.method == "POST" and "end" in request.POST:
        return end(request, record)
    made = make(request, record) if request.method == "POST" else ""
    versions = sorted(record.versions.all(), key=lambda one: LANGUAGES.index(one.language))
    version = chosen(request, record, versions)
    at = moment_given(request.GET.get("at", ""))
    context = about(
        request,
        record,
        _("Preview"),
        versions=[(one.language, NATIVE_NAMES[one.language]) for one in versions],
        version=version,
        direction=direction(version.language) if version else "ltr",
        at=at.strftime("%Y-%m-%dT%H:%M") if at else "",
        zone=timezone.get_current_timezone_name(),
        query=urlencode({"at": at.isoformat()}) if at else "",
        links=[(link, NATIVE_NAMES[link.version.language]) for link in open_links(record)],
        made=made,
        lifetimes=[
            (name, ngettext("%(days)d day", "%(days)d days", span.days) % {"days": span.days})
            for name, span in previews.LIFETIMES.items()
        ],
        may_share=workflow.permitted("submit", request.user),
    )
    response = render(request, "admin/desk/preview.html", context)
    # It may hold a secret.
    response["Cache-Control"] = "private, no-store"
    return response


def chosen(request, record: Record, versions: list[Version]) -> Version | None:
    language = request.POST.get("language") or request.GET.get("language") or record.original_language
    return next((one for one in versions if one.language == language), next(iter(versions), None))


def open_links(record: Record):
    found = PreviewLink.objects.open(timezone.now()).filter(version__record=record)
    return found.select_related("version").order_by("-at", "id")


def make(request, record: Record) -> str:
    """The address of a new link; empty, with a message, where none was made."""
    version = get_object_or_404(Version, record=record, language=request.POST.get("language"))
    lifetime = previews.LIFETIMES.get(request.POST.get("lifetime"), previews.LIFETIMES["1"])
    try:
        token = previews.make_link(version=version, by=request.user, lifetime=lifetime)
    except workflow.MoveRefused as refused:
        messages.error(request, str(refused))
        return ""
    return request.build_absolute_uri(reverse("shared-preview", args=[token]))


def end(request, record: Record):
    given = request.POST["end"]
    link = get_object_or_404(PreviewLink, pk=given if given.isdecimal() else 0, version__record=record)
    try:
        previews.end_link(link=link, by=request.user)
    except workflow.MoveRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The link shows nothing any longer."))
    return redirect("admin:record_preview", uid=record.uid)


@page("preview/<slug:uid>/<slug:language>/", name="record_preview_frame", permission="desk.view_version")
@require_safe
@xframe_options_sameorigin
@csp_override(IN_OUR_OWN_FRAME)
def record_preview_frame(request, uid: str, language: str):
    version = get_object_or_404(Version.objects.select_related("record"), record__uid=uid, language=language)
    return previews.preview(request, version, at=moment_given(request.GET.get("at", "")), framed=True)
