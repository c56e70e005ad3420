"""The keys of a partner: made and shown once, revoked; and what went out by them."""

import datetime as dt
from collections import Counter

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.desk.admin.pages.reports import DayField, as_csv
from newsroom.desk.admin.site import page
from newsroom.desk.reports.period import A_DAY, Period, midnight
from newsroom.desk.reports.table import Table, bars
from newsroom.desk.reports.words import kind_name
from newsroom.partners.keys import KeyRefused, make_key, revoke_key
from newsroom.partners.models import Delivery, Key, KeyUse, Partner
from newsroom.partners.tiers import BULK, EMBARGO, READ, TIERS, WEBHOOKS

SCOPES = {
    READ: gettext_lazy("read – what is published"),
    BULK: gettext_lazy("bulk – everything in files"),
    WEBHOOKS: gettext_lazy("webhooks – to be told of changes"),
    EMBARGO: gettext_lazy("embargo – advance copies, marked"),
}
USUAL = dt.timedelta(days=29)


class KeyForm(forms.Form):
    scopes = forms.MultipleChoiceField(label=gettext_lazy("Scopes"), widget=forms.CheckboxSelectMultiple)
    networks = forms.CharField(
        label=gettext_lazy("Only from these networks"),
        help_text=gettext_lazy("One on a line, like 192.0.2.0/24 or 2001:db8::/32. Empty: from anywhere."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "ltr"}),
        required=False,
    )
    last_day = DayField(
        label=gettext_lazy("Last day"), help_text=gettext_lazy("By the clock of UTC. Empty: until it is revoked.")
    )

    def __init__(self, data=None, *, partner: Partner):
        super().__init__(data)
        of_tier = TIERS[partner.tier].scopes
        self.fields["scopes"].choices = [(scope, SCOPES[scope]) for scope in of_tier]
        self.fields["scopes"].initial = of_tier

    def terms(self) -> dict:
        given = self.cleaned_data
        return {
            "scopes": given["scopes"],
            "networks": [line for line in given["networks"].splitlines() if line.strip()],
            "expires_at": midnight(given["last_day"] + A_DAY) if given["last_day"] else None,
        }


@page("partners/<int:partner>/keys/", name="partner_keys", permission="partners.view_key")
def keys(request, partner: int):
    kept = get_object_or_404(Partner, pk=partner)
    form, text = KeyForm(request.POST or None, partner=kept), ""
    if request.method == "POST":
        if not request.user.has_perm("partners.add_key"):
            raise PermissionDenied
        text = make(request, kept, form) if form.is_valid() else ""
    return render(
        request,
        "admin/desk/partners/keys.html",
        {
            **admin.site.each_context(request),
            "title": _("Keys"),
            "partner": kept,
            "rows": rows_of(kept),
            "made": text,
            "form": KeyForm(partner=kept) if text else form,
            "may_make": request.user.has_perm("partners.add_key"),
            "may_revoke": request.user.has_perm("partners.change_key"),
        },
    )


def make(request, partner: Partner, form: KeyForm) -> str:
    """The text of the key, or none where the form now says why not."""
    try:
        key, text = make_key(partner=partner, by=request.user.get_username(), **form.terms())
    except KeyRefused as refused:
        form.add_error(None, refused.message)
        return ""
    log(request, partner, "added", name="key", object=key.prefix)
    return text


def log(request, partner: Partner, verb: str, **what) -> None:
    """In the history of the partner."""
    admin.site.get_model_admin(Partner).log_change(request, partner, [{verb: what}])


def rows_of(partner: Partner) -> list[dict]:
    """Two queries, one for each store."""
    found = list(partner.keys.all())
    used = dict(KeyUse.objects.filter(prefix__in=[key.prefix for key in found]).values_list("prefix", "used_at"))
    now = timezone.now()
    return [{"key": key, "used_at": used.get(key.prefix), "state": state_of(key, now)} for key in found]


def state_of(key: Key, now: dt.datetime) -> str:
    if key.revoked_at:
        return "revoked"
    return "expired" if key.expires_at and key.expires_at <= now else "live"


@page("partners/keys/<int:key>/revoke/", name="key_revoke", permission="partners.change_key")
def revoke(request, key: int):
    kept = get_object_or_404(Key.objects.select_related("partner"), pk=key)
    if request.method == "POST":
        revoke_key(key=kept)
        log(request, kept.partner, "changed", name="key", object=kept.prefix, fields=["revoked"])
        messages.success(request, _("The key %(prefix)s opens nothing any more.") % {"prefix": kept.prefix})
        return redirect("admin:partner_keys", kept.partner_id)
    others = kept.partner.keys.live().exclude(pk=kept.pk)
    context = {"title": _("Revoke a key"), "partner": kept.partner, "key": kept, "others": others}
    return render(request, "admin/desk/partners/revoke.html", {**admin.site.each_context(request), **context})


@page("partners/<int:partner>/usage/", name="partner_usage", permission="partners.view_delivery")
def usage(request, partner: int) -> HttpResponse:
    kept = get_object_or_404(Partner, pk=partner)
    table = usage_of(kept, Period(timezone.localdate() - USUAL, timezone.localdate()))
    if "csv" in request.GET:
        return as_csv(f"usage-{kept.pk}", table)
    context = {"title": _("What went out"), "partner": kept, "table": table}
    return render(request, "admin/desk/partners/usage.html", {**admin.site.each_context(request), **context})


def usage_of(partner: Partner, period: Period) -> Table:
    """One query, whatever went out."""
    found = list(Delivery.objects.to(partner).within(period.first, period.last).by_day_and_kind())
    counts = Counter()
    for row in found:
        counts[row["day"]] += row["deliveries"]
    days = bars((formats.date_format(day, "SHORT_DATE_FORMAT"), counts[day]) for day in period.days())
    return Table(
        headings=[_("Day"), _("Kind"), _("Editions"), _("How often in all")],
        rows=[[row["day"].isoformat(), kind_name(row["kind"]), row["editions"], row["deliveries"]] for row in found],
        caption=_("By day and kind, the latest first"),
        bars=days,
        bars_caption=_("How many a day: %(most)d at most") % {"most": max(bar.amount for bar in days)},
        bars_are_days=True,
        note=_("An edition counts once a day for each key, however often it went out."),
    )
