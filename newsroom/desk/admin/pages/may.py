"""The page that says who may do what."""

from django.contrib import admin
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.site import page
from newsroom.desk.people import may


@page("people/may/", name="may", permission="desk.view_version", label=_("Who may do what"))
def who_may(request):
    groups = may.roles()
    context = {
        **admin.site.each_context(request),
        "title": _("Who may do what"),
        "groups": groups,
        "tables": [
            (_("Moves of a text"), may.moves(groups)),
            (_("Writing, by kind of record"), may.kinds(groups)),
            (_("Everything else"), may.others(groups)),
        ],
    }
    return TemplateResponse(request, "admin/desk/may.html", context)
