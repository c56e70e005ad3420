"""Records as files: what the export page and the lists answer."""

from django.contrib import admin, messages
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from newsroom.desk.sheets.download import Refused, download


def attachment(file) -> HttpResponse:
    return HttpResponse(
        file.content,
        content_type=file.type,
        headers={"Content-Disposition": f'attachment; filename="{file.name}"', "Cache-Control": "no-store"},
    )


def download_selected(form: str, label):
    """An action of the lists: the chosen records as a file."""

    @admin.action(description=label, permissions=["view"])
    def action(model_admin, request, queryset):
        try:
            return attachment(
                download(str(model_admin.model.KIND), form, ids=list(queryset.values_list("pk", flat=True)))
            )
        except Refused as refused:
            model_admin.message_user(request, str(refused), messages.ERROR)

    action.__name__ = f"download_{form}"
    return action


DOWNLOADS = (
    download_selected("xlsx", _("Download the chosen ones as Excel")),
    download_selected("csv", _("Download the chosen ones as CSV")),
    download_selected("json", _("Download the chosen ones as an interchange file (JSON)")),
)
