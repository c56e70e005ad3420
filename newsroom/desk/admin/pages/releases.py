"""Releases: made, filled, given a moment, let go, called back. Each press is one call of the workflow."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from newsroom.desk import workflow
from newsroom.desk.admin.pages.moves import REFUSALS, digests_in, numbers
from newsroom.desk.admin.pages.release_forms import AddForm, OtherMomentForm, PendingForm, ReleaseForm, WhenForm
from newsroom.desk.admin.site import page
from newsroom.desk.models import Release
from newsroom.desk.moving.confirming import chosen
from newsroom.desk.moving.moments import FIRST, local_time
from newsroom.desk.moving.releasing import readiness, release_rows
from newsroom.desk.moving.states import states_of

EMPTY = {"zone": FIRST[0]}


@page("releases/", name="releases", permission="desk.view_release", label=gettext_lazy("Releases"))
def releases(request):
    versions = chosen(numbers(request.GET.getlist("versions")))
    form = ReleaseForm(request.POST or None, initial=EMPTY)
    if request.method == "POST":
        allow(request, "desk.add_release")
        if form.is_valid() and (made := attempt(request, form, make, form.cleaned_data, versions)):
            return redirect("admin:release", made.pk)
    context = {
        **admin.site.each_context(request),
        "title": _("Releases"),
        "rows": release_rows(),
        "form": form,
        "states": states_of(versions),
        "versions": ",".join(str(version.pk) for version in versions),
        "may_make": request.user.has_perm("desk.add_release"),
        "may_change": request.user.has_perm("desk.change_release"),
    }
    return render(request, "admin/desk/releases.html", context)


def make(given, versions) -> Release:
    terms = {"moment": given["at"], "zone": given["zone"] or FIRST[0], "advance": given["advance"]}
    return workflow.make_release(name=given["name"], versions=versions, **terms)


@page("releases/<int:pk>/", name="release", permission="desk.view_release")
def release(request, pk: int):
    kept = get_object_or_404(Release, pk=pk)
    forms = forms_of(kept)
    if request.method == "POST":
        verb = request.POST.get("press", "")
        if verb not in ACTIONS:
            return redirect("admin:release", pk)
        name, act = ACTIONS[verb]
        if name:
            forms[name] = type(forms[name])(request.POST)
        if not name or forms[name].is_valid():
            said = attempt(request, forms[name] if name else None, act, request, kept, forms.get(name))
            if said:
                messages.success(request, said)
                return redirect("admin:releases") if verb == "discard" else redirect("admin:release", pk)
    found = readiness(kept, request.user)
    if found.confirmation.pending and found.is_open:
        forms.setdefault("pending", PendingForm())
    context = {
        **admin.site.each_context(request),
        "title": kept.name,
        "release": kept,
        "found": found,
        "press": found.confirmation.press,
        "forms": forms,
        "may_change": request.user.has_perm("desk.change_release"),
        "may_delete": request.user.has_perm("desk.delete_release"),
        "may_publish": request.user.has_perm("desk.publish_version"),
        "moves": f"{reverse('admin:move')}?versions={','.join(str(one.state.version.pk) for one in found.confirmation.texts)}"
        f"&next={request.path}",
    }
    return render(request, "admin/desk/release.html", context)


def forms_of(kept: Release) -> dict:
    when = {"zone": kept.zone, "advance": kept.advance}
    if kept.moment:
        when["moment"] = local_time(kept.moment, kept.zone)
    return {
        "when": WhenForm(initial=when),
        "other": OtherMomentForm(initial=when, auto_id="other_%s"),
        "add": AddForm(),
    }


def attempt(request, form, act, *given):
    """What the call answers; a refusal is told beside the form, or above the page, and answers nothing."""
    try:
        return act(*given)
    except REFUSALS as refused:
        if form is not None:
            form.add_error(None, str(refused))
        else:
            messages.error(request, str(refused))
        return None


def allow(request, permission: str) -> None:
    if not request.user.has_perm(permission):
        raise PermissionDenied


def add(request, kept: Release, form) -> str:
    allow(request, "desk.change_release")
    return added(kept, form.cleaned_data["path"])


def add_chosen(request, kept: Release, form) -> str:
    allow(request, "desk.change_release")
    return added(kept, chosen(numbers(request.POST.getlist("versions"))))


def added(kept: Release, versions) -> str:
    workflow.add_to_release(release=kept, versions=versions)
    return ngettext("%(count)d text is in the release.", "%(count)d texts are in the release.", len(versions)) % {
        "count": len(versions)
    }


def remove(request, kept: Release, form) -> str:
    allow(request, "desk.change_release")
    workflow.remove_from_release(release=kept, versions=chosen(numbers(request.POST.getlist("versions"))))
    return _("The text is no longer in the release.")


def set_moment(request, kept: Release, form) -> str:
    allow(request, "desk.change_release")
    given = form.cleaned_data
    terms = {"moment": given["at"], "zone": given["zone"] or kept.zone, "advance": given["advance"]}
    workflow.set_moment(release=kept, **terms)
    return _("The moment is set. Nothing is scheduled until somebody presses “Schedule”.")


def let_go(request, kept: Release, form, *, now: bool = False) -> str:
    versions = list(kept.versions.all())
    pending = request.POST.get("pending")
    terms = {"pending": pending if pending in ("keep", "cancel") else "refuse", "now": now}
    workflow.release(release=kept, by=request.user, digests=digests_in(request.POST, versions), **terms)
    said = {"count": len(versions)}
    if now or not kept.moment:
        return ngettext("%(count)d text is public.", "%(count)d texts are public.", len(versions)) % said
    return ngettext("%(count)d text is scheduled.", "%(count)d texts are scheduled.", len(versions)) % said


def let_go_now(request, kept: Release, form) -> str:
    return let_go(request, kept, form, now=True)


def call_back(request, kept: Release, form) -> str:
    workflow.cancel_release(release=kept, by=request.user)
    return _("Nothing of this release waits any more. It can be changed and scheduled again.")


def put_off(request, kept: Release, form) -> str:
    given = form.cleaned_data
    workflow.reschedule_release(release=kept, moment=given["at"], zone=given["zone"] or kept.zone, by=request.user)
    return _("All texts of the release now wait for the other moment.")


def discard(request, kept: Release, form) -> str:
    allow(request, "desk.delete_release")
    workflow.discard_release(release=kept)
    return _("The release is gone. Its texts stay as they are.")


# What is pressed: the form that belongs to it, and what it does.
ACTIONS = {
    "add": ("add", add),
    "add_chosen": ("", add_chosen),
    "remove": ("", remove),
    "set_moment": ("when", set_moment),
    "schedule": ("", let_go),
    "release_now": ("", let_go_now),
    "cancel": ("", call_back),
    "reschedule": ("other", put_off),
    "discard": ("", discard),
}
