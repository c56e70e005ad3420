from itertools import groupby

from django.contrib import admin
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.site import page
from newsroom.desk.editing import change_url
from newsroom.desk.findable import titles_of
from newsroom.desk.uses import Uses, uses_of
from relations.models import Record
from relations.values.languages import direction
from relations.values.vocabularies import RecordKind


@page("used/<str:uid>/", name="used", permission="desk.view_version")
def used(request, uid):
    """Every use of one record: editions that readers have or will have, and what the desk works on."""
    record = get_object_or_404(Record, uid=uid)
    uses = uses_of(record)
    context = {
        **admin.site.each_context(request),
        "title": _("Where is this used?"),
        "uses": uses,
        "record": titles_of([record.pk], get_language())[record.pk],
        "kind": record.get_kind_display(),
        "address": change_url(record),
        "editions": by_record(uses),
        "working": working(uses, get_language()),
    }
    return render(request, "admin/desk/used.html", context)


def by_record(uses: Uses) -> list[dict]:
    """Editions with what they are called in words."""
    return [
        {
            "edition": use,
            "kind": RecordKind(use.kind).label,
            "dir": direction(use.language),
            "where": ", ".join(use.where),
        }
        for use in uses.editions
    ]


def working(uses: Uses, language: str) -> list[dict]:
    """The records, each with all by which it points here."""
    titles = titles_of({use.record.pk for use in uses.working}, language)
    ordered = sorted(uses.working, key=lambda use: (use.record.kind, titles[use.record.pk].title, use.record.pk))
    return [
        {
            "title": titles[record.pk].title,
            "language": titles[record.pk].language,
            "kind": record.get_kind_display(),
            "address": change_url(record),
            "by": ", ".join(dict.fromkeys(str(use.by) for use in found)),
        }
        for record, found in groupby(ordered, key=lambda use: use.record)
    ]
