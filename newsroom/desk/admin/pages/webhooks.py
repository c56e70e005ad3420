"""The webhooks of a partner: how they stand and what went to them. Administrators disable them and have them pinged."""

from uuid import UUID

import orjson
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.desk.admin.pages.keys import log
from newsroom.desk.admin.site import page
from newsroom.desk.reports.table import titles_of
from newsroom.desk.reports.words import kind_name, language_name, urls_of
from newsroom.partners.models import Dispatch, Endpoint, Partner
from newsroom.partners.tiers import TIERS, WEBHOOKS
from newsroom.partners.webhooks.endpoints import AlreadyDisabled, disable_endpoint, ping_endpoint
from newsroom.partners.webhooks.messages import PING

# Of one webhook, the newest.
SHOWN = 50


@page("partners/<int:partner>/webhooks/", name="partner_webhooks", permission="partners.view_key")
def webhooks(request, partner: int):
    kept = get_object_or_404(Partner, pk=partner)
    if request.method == "POST":
        return ping(request, kept)
    rows = rows_of(kept)
    chosen = chosen_of([row["endpoint"] for row in rows], request.GET.get("webhook"))
    context = {
        "title": _("Webhooks"),
        "partner": kept,
        "entitled": WEBHOOKS in TIERS[kept.tier].scopes,
        "rows": rows,
        "chosen": chosen,
        "deliveries": deliveries_of(chosen) if chosen else [],
        "may_change": request.user.has_perm("partners.change_key"),
    }
    return render(request, "admin/desk/partners/webhooks.html", {**admin.site.each_context(request), **context})


def chosen_of(found: list[Endpoint], asked: str | None) -> Endpoint | None:
    if asked is None:
        return found[0] if found else None
    if chosen := next((endpoint for endpoint in found if str(endpoint.pk) == asked), None):
        return chosen
    raise Http404


def rows_of(partner: Partner) -> list[dict]:
    """Three queries, however many webhooks there are."""
    found = list(endpoints_of(partner))
    failures = Dispatch.objects.defer("body", "response").in_bulk([one.failure for one in found if one.failure])
    titles = titles_of({uid for one in found for uid in one.countries})
    return [{"endpoint": one, "failure": failures.get(one.failure), "wanted": wanted_by(one, titles)} for one in found]


def endpoints_of(partner: Partner):
    """With what their messages say of them."""
    failures = Dispatch.objects.filter(endpoint=OuterRef("pk")).exclude(error="").order_by("-tried_at", "-pk")
    waiting = Q(dispatches__state=Dispatch.State.WAITING)
    found = partner.endpoints.annotate(
        delivered_at=Max("dispatches__tried_at", filter=Q(dispatches__state=Dispatch.State.DELIVERED)),
        waiting=Count("dispatches", filter=waiting),
        pings=Count("dispatches", filter=waiting & Q(dispatches__type=PING)),
        failure=Subquery(failures.values("pk")[:1]),
    )
    # What counts has no order of its own.
    return found.order_by("made_at", "pk")


def wanted_by(endpoint: Endpoint, titles: dict) -> list[tuple[str, list[str]]]:
    """What it is narrowed to, by the names of its fields; without any, all."""
    words = {
        "types": endpoint.types,
        "kinds": [kind_name(kind) for kind in endpoint.kinds],
        "languages": [language_name(language) for language in endpoint.languages],
        "countries": [titles.get((uid, get_language()), uid) for uid in endpoint.countries],
    }
    return [(capfirst(Endpoint._meta.get_field(name).verbose_name), said) for name, said in words.items()]


def deliveries_of(endpoint: Endpoint) -> list[dict]:
    """Two queries: the messages, and where their records are edited."""
    found = [(dispatch, record_of(dispatch)) for dispatch in endpoint.dispatches.defer("response")[:SHOWN]]
    urls = urls_of(uid for _dispatch, uid in found if uid)
    return [{"dispatch": one, "uid": uid, "url": urls.get(uid), "held": is_held(one, endpoint)} for one, uid in found]


def record_of(dispatch: Dispatch) -> str:
    """A ping is of none."""
    return "" if dispatch.type == PING else orjson.loads(bytes(dispatch.body))["data"]["id"]


def is_held(dispatch: Dispatch, endpoint: Endpoint) -> bool:
    """What waits goes out only once its webhook is active."""
    return dispatch.type != PING and endpoint.state != Endpoint.State.ACTIVE


def ping(request, partner: Partner):
    """As the partner would: it is active once it answers."""
    if not request.user.has_perm("partners.change_key"):
        raise PermissionDenied
    endpoint = named_in(request, partner)
    ping_endpoint(endpoint=endpoint, now=timezone.now())
    log(request, partner, "added", name="webhook message", object=f"{PING} {endpoint.url}")
    messages.success(request, _("A ping goes out. The webhook is active once it is answered."))
    return back_to(endpoint)


def named_in(request, partner: Partner) -> Endpoint:
    try:
        pk = UUID(request.POST.get("webhook", ""))
    except ValueError:
        raise Http404 from None
    return get_object_or_404(partner.endpoints, pk=pk)


def back_to(endpoint: Endpoint):
    page_of = reverse("admin:partner_webhooks", args=[endpoint.partner_id])
    return redirect(f"{page_of}?webhook={endpoint.pk}")


@page("partners/webhooks/<uuid:webhook>/disable/", name="webhook_disable", permission="partners.change_key")
def disable(request, webhook: UUID):
    kept = get_object_or_404(Endpoint.objects.select_related("partner"), pk=webhook)
    if request.method == "POST":
        stop(request, kept)
        return back_to(kept)
    context = {"title": _("Disable a webhook"), "partner": kept.partner, "endpoint": kept}
    return render(request, "admin/desk/partners/disable.html", {**admin.site.each_context(request), **context})


def stop(request, endpoint: Endpoint) -> None:
    try:
        disable_endpoint(endpoint=endpoint, now=timezone.now())
    except AlreadyDisabled:
        messages.warning(request, _("The webhook was disabled already."))
        return
    log(request, endpoint.partner, "changed", name="webhook", object=endpoint.url, fields=["disabled"])
    messages.success(request, _("The webhook is disabled, and a letter tells the partner."))
