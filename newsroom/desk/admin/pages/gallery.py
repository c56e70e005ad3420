from django.contrib import admin
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.desk import gallery
from newsroom.desk.admin.site import page


@page("pictures/", name="pictures", permission="relations.view_picture", label=_("Pictures"))
def pictures(request):
    """All pictures, those whose rights need attention first."""
    query = request.GET.get("q", "")[:100]
    rows = gallery.page_of(gallery.pictures_by_rights(query=query, today=timezone.localdate()), request.GET.get("page"))
    context = {
        **admin.site.each_context(request),
        "title": _("Pictures"),
        "q": query,
        "rows": rows,
        "pictures": [gallery.shown(picture) for picture in rows],
        "may_add": request.user.has_perm("relations.add_picture"),
    }
    return render(request, "admin/desk/pictures.html", context)
