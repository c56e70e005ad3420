from django.contrib import admin
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.site import page
from newsroom.desk.board.asked import Asked
from newsroom.desk.board.front import board_of
from newsroom.desk.board.translations import queue_for
from relations.values.languages import NATIVE_NAMES


@page("", name="index", permission="desk.view_version", label=_("Board"))
def board(request):
    found = board_of(request.user, Asked.of(request.GET), timezone.now())
    context = {
        **admin.site.each_context(request),
        "title": _("Board"),
        "board": found,
        "languages": NATIVE_NAMES.items(),
    }
    return TemplateResponse(request, "admin/desk/board.html", context)


@page("translations/", name="translations", permission="desk.view_version", label=_("Translations"))
def translations(request):
    found = queue_for(request.user, request.GET, timezone.now())
    context = {**admin.site.each_context(request), "title": _("Translations"), "queue": found}
    return TemplateResponse(request, "admin/desk/translations.html", context)


@page("all/", name="all_records", permission="desk.view_version", label=_("All records"))
def all_records(request):
    """The lists of every kind."""
    return admin.site.lists(request)
