"""What happened to a record, two of its texts held against each other, and bringing one back."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from reversion.errors import RevertError

from newsroom.desk.admin.site import page
from newsroom.desk.comparing import past, restoring, sides
from newsroom.desk.compose import COMPOSERS
from newsroom.desk.editing import change_url, field_label
from newsroom.desk.history import restore
from newsroom.desk.saving import NotPermitted, StaleRow
from relations.models import Record
from relations.values.languages import LANGUAGES, NATIVE_NAMES

PER_PAGE = 100
KINDS = {
    past.DECISION: gettext_lazy("Decisions"),
    past.EDITION: gettext_lazy("Editions"),
    past.SAVE: gettext_lazy("Saves"),
}
REFUSALS = (NotPermitted, StaleRow, RevertError, restoring.NotExact)


def record_at(uid: str) -> Record:
    """Of the kinds that have texts; pictures keep the admin's own history."""
    return get_object_or_404(Record.objects.filter(kind__in=COMPOSERS).select_related("modified_by"), uid=uid)


def named(record: Record) -> str:
    """What the desk calls a record, in the original language or any."""
    titles = dict(record.versions.exclude(title="").values_list("language", "title"))
    return titles.get(record.original_language) or next(iter(titles.values()), str(record))


def about(request, record: Record, title: str, **context) -> dict:
    """What every page of a record needs."""
    return {
        **admin.site.each_context(request),
        "title": title,
        "record": record,
        "record_title": named(record),
        "change_url": change_url(record),
        **context,
    }


def may_change(user, record: Record) -> bool:
    meta = type(record.working_row())._meta
    return user.has_perm(f"{meta.app_label}.change_{meta.model_name}")


def choice(request, name: str, allowed) -> str:
    given = request.GET.get(name, "")
    return given if given in allowed else ""


@page("history/<slug:uid>/", name="record_history", permission="desk.view_version")
@require_safe
def record_history(request, uid: str):
    record = record_at(uid)
    chosen = {"language": choice(request, "language", LANGUAGES), "kind": choice(request, "kind", KINDS)}
    entries = Paginator(past.past_of(record, **chosen), PER_PAGE).get_page(request.GET.get("page"))
    context = about(
        request,
        record,
        _("History"),
        entries=entries,
        chosen=chosen,
        query=urlencode({name: value for name, value in chosen.items() if value}),
        languages=NATIVE_NAMES.items(),
        kinds=KINDS.items(),
        newest=newest(record),
        may_change=may_change(request.user, record),
    )
    return render(request, "admin/desk/history.html", context)


def newest(record: Record) -> str:
    """What an entry is compared with unless another is chosen."""
    return f"working:{record.original_language}"


@page("history/<slug:uid>/compare/", name="record_compare", permission="desk.view_version")
@require_safe
def record_compare(request, uid: str):
    """`one` and `other` name two texts; without them the public edition, or a language, beside the working text."""
    record = record_at(uid)
    options = choices(record)
    one, other = request.GET.get("one") or options[0][1][0][0], request.GET.get("other") or newest(record)
    comparison = sides.compare(record, one, other)
    context = about(
        request,
        record,
        _("Compare"),
        comparison=comparison,
        options=with_chosen(options, comparison),
        facts=named_facts(comparison) if comparison.two_languages else [],
        may_change=may_change(request.user, record),
    )
    return render(request, "admin/desk/compare.html", context)


def named_facts(comparison: sides.Comparison) -> list[tuple]:
    """Each with the names of the language that has it and of that which lacks it."""
    return [
        (label, absence, NATIVE_NAMES[absence.language], NATIVE_NAMES[absence.missing_in])
        for label, absence in comparison.facts
    ]


def choices(record: Record) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every text that can be compared, in groups: editions, working texts, earlier working texts."""
    languages = [v.language for v in record.versions.all()] or [record.original_language]
    languages.sort(key=LANGUAGES.index)
    live = [one for one in sides.editions(record).defer("payload", "summary", "card") if past.side_of(one)]
    kept = list(sides.revisions(record)[1:31])
    groups = [
        (_("Editions"), [(past.side_of(one), sides.edition_label(one)) for one in live]),
        (
            _("Working texts"),
            [
                (f"working:{code}", _("Working text, %(language)s") % {"language": NATIVE_NAMES[code]})
                for code in languages
            ],
        ),
        (
            _("Earlier working texts"),
            [(f"kept:{one.pk}:{code}", sides.kept_label(one, code)) for one in kept for code in languages],
        ),
    ]
    return [(label, options) for label, options in groups if options]


def with_chosen(options, comparison) -> list:
    """An older text than the list holds is in it all the same while it is looked at."""
    listed = {value for _label, group in options for value, _text in group}
    more = [(side.name, side.label) for side in comparison.both if side.name not in listed]
    return [*options, (_("Older"), more)] if more else options


@page("history/<slug:uid>/restore/", name="record_restore", permission="desk.view_version")
def record_restore(request, uid: str):
    """GET shows what would come back, POST brings it back: the words of `text`, or (`whole`) the record as kept then."""
    record = record_at(uid)
    if not may_change(request.user, record):
        raise PermissionDenied
    side = sides.side(record, request.GET.get("text", "") or request.POST.get("text", ""))
    if side.edition is None and side.kept is None:
        raise Http404
    kept = side.kept or restoring.kept_at_submission(record, side.edition)
    if request.method == "POST":
        return bring_back(request, record, side, kept)
    plan = restoring.plan_for(record, side)
    working = sides.side(record, f"working:{side.language}")
    context = about(
        request,
        record,
        _("Bring an earlier text back"),
        side=side,
        plan=plan,
        kept=kept,
        comparison=sides.Comparison(record, working, side),
        left=[(field_label(type(record.working_row()), one.field), one) for one in plan.left],
        homeless=plan.homeless,
    )
    return render(request, "admin/desk/restore.html", context)


def bring_back(request, record: Record, side, kept):
    seen = request.POST.get("seen_version", "")
    terms = {"record": record, "by": request.user, "row_version": int(seen) if seen.isdecimal() else 0}
    try:
        if request.POST.get("whole") and kept:
            restore(kept=kept, **terms)
        else:
            restoring.restore_words(side=side, **terms)
    except REFUSALS as refused:
        messages.error(request, str(refused))
        return redirect(f"{request.path}?{urlencode({'text': side.name})}")
    messages.success(request, _("“%(text)s” is the working text again.") % {"text": side.label})
    return redirect("admin:record_history", uid=record.uid)
