"""Where texts move: the choice of a move, what is looked at before it, and the press."""

from django.contrib import admin, messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.desk.admin.pages.move_forms import PressForm
from newsroom.desk.admin.site import page
from newsroom.desk.moving.bar import move_url
from newsroom.desk.moving.confirming import Confirmation, chosen, confirm
from newsroom.desk.moving.making import make
from newsroom.desk.moving.offers import WhyNot, offers
from newsroom.desk.moving.presses import PRESSES
from newsroom.desk.moving.proof import erase_and_prove, prove
from newsroom.desk.moving.states import states_of
from newsroom.desk.publish.refusals import PublicationRefused
from newsroom.desk.workflow import MoveRefused
from relations.models import Record

REFUSALS = (MoveRefused, PublicationRefused)


@page("move/", name="move", permission="desk.view_version")
def move(request):
    asked = request.POST if request.method == "POST" else request.GET
    versions, verb = chosen(numbers(asked.getlist("versions"))), asked.get("verb", "")
    if not versions or verb not in PRESSES:
        return choose(request, versions)
    if request.method == "POST":
        return press(request, verb, versions)
    confirmation = confirm(verb, versions, request.user)
    return show(request, confirmation, PressForm(confirmation=confirmation))


def numbers(values: list[str]) -> list[int]:
    """Of `1,2` and `3`: 1, 2, 3. What is no number names no text."""
    return [int(one) for value in values for one in value.split(",") if one.isdecimal() and len(one) < 19]


def choose(request, versions):
    states = states_of(versions)
    found = offers(states, WhyNot(request.user))
    context = {
        **admin.site.each_context(request),
        "title": _("Move texts"),
        "states": states,
        "offers": [
            (offer, move_url([one.version for one in offer.able], verb=offer.press.verb, next=back(request)))
            for offer in found
        ],
        "back": back(request),
    }
    return render(request, "admin/desk/move.html", context)


def show(request, confirmation: Confirmation, form: PressForm):
    versions = [text.state.version for text in confirmation.texts]
    query = {"verb": confirmation.press.verb, "next": back(request)}
    context = {
        **admin.site.each_context(request),
        "title": confirmation.press.label,
        "confirmation": confirmation,
        "press": confirmation.press,
        "form": form,
        "versions": ",".join(str(version.pk) for version in versions),
        "additions": [
            (reference, move_url([*versions, reference.version], **query) if reference.can_follow else "")
            for reference in confirmation.missing
        ],
        "without": without(confirmation, query),
        "back": back(request),
    }
    return render(request, "admin/desk/confirm.html", context)


def without(confirmation: Confirmation, query: dict) -> str:
    """The same move for those texts alone that can make it."""
    able = [text.state.version for text in confirmation.texts if text not in confirmation.blocked]
    return move_url(able, **query) if able and confirmation.blocked else ""


def press(request, verb: str, versions):
    confirmation = confirm(verb, versions, request.user)
    form = PressForm(request.POST, confirmation=confirmation)
    if form.is_valid():
        try:
            return made(request, verb, versions, form)
        except REFUSALS as refused:
            form.add_error(None, str(refused))
    return show(request, confirmation, form)


def made(request, verb: str, versions, form: PressForm):
    if verb == "erase":
        return erased(request, versions, form)
    make(verb, versions, request.user, form.given(digests_in(request.POST, versions)))
    messages.success(request, done(verb, len(versions)))
    if verb == "withdraw" and not form.cleaned_data.get("at"):
        return redirect("admin:proof", versions[0].record.uid)
    return redirect(back(request))


def erased(request, versions, form: PressForm):
    """The proof is the answer to the press itself: the words that it looked for are kept nowhere."""
    record = versions[0].record
    proof = erase_and_prove(record=record, by=request.user, reason=form.given({}).notes)
    return show_proof(request, proof)


def show_proof(request, proof):
    context = {**admin.site.each_context(request), "title": _("What readers can still see"), "proof": proof}
    return render(request, "admin/desk/proof.html", context)


@page("proof/<str:uid>/", name="proof", permission="desk.view_version")
def proof(request, uid: str):
    return show_proof(request, prove(uid, Record.objects.filter(uid=uid).first()))


def digests_in(data, versions) -> dict[int, str]:
    """What was looked at; a text that the page did not name was not looked at."""
    return {version.pk: data.get(f"digest-{version.pk}", "") for version in versions}


def done(verb: str, count: int) -> str:
    said = {"move": str(PRESSES[verb].label), "count": count}
    return ngettext("%(move)s: done for %(count)d text.", "%(move)s: done for %(count)d texts.", count) % said


def back(request) -> str:
    """Where the person came from, if that is on this site."""
    asked = (request.POST if request.method == "POST" else request.GET).get("next", "")
    if url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return asked
    return reverse("admin:desk_version_changelist")
