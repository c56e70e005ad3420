"""Partners of the API. Their keys, their webhooks and what they read have pages of their own."""

from django.contrib import admin
from django.db.models import Count, Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.partners.keys import LIVE_AT_ONCE
from newsroom.partners.models import Endpoint, Key, Partner


@admin.register(Partner)
class PartnerAdmin(admin.ModelAdmin):
    list_display = ("name", "tier", "contact", "keys", "webhooks", "usage")
    list_filter = ("tier",)
    search_fields = ("name", "contact")
    fields = ("name", "contact", "tier", "per_minute")
    change_form_template = "admin/desk/partners/form.html"

    def get_queryset(self, request):
        active = Q(endpoints__state=Endpoint.State.ACTIVE)
        return (
            super()
            .get_queryset(request)
            .annotate(
                live=Count("keys", filter=Q(keys__in=Key.objects.live()), distinct=True),
                all_webhooks=Count("endpoints", distinct=True),
                active_webhooks=Count("endpoints", filter=active, distinct=True),
            )
        )

    @admin.display(description=_("Keys"))
    def keys(self, partner):
        said = _("%(count)d of %(most)d in use") % {"count": partner.live, "most": LIVE_AT_ONCE}
        return format_html('<a href="{}">{}</a>', reverse("admin:partner_keys", args=[partner.pk]), said)

    @admin.display(description=_("Webhooks"))
    def webhooks(self, partner):
        said = pgettext_lazy("webhooks", "none")
        if partner.all_webhooks:
            said = _("%(count)d of %(all)d active") % {"count": partner.active_webhooks, "all": partner.all_webhooks}
        return format_html('<a href="{}">{}</a>', reverse("admin:partner_webhooks", args=[partner.pk]), said)

    @admin.display(description=_("What went out"))
    def usage(self, partner):
        address = reverse("admin:partner_usage", args=[partner.pk])
        return format_html('<a href="{}">{}</a>', address, _("Last 30 days"))

    def has_delete_permission(self, request, obj=None):
        """What went out to whom stays known."""
        return False

    def response_add(self, request, obj, post_url_continue=None):
        """Nobody reads by key without one, so that comes next."""
        return redirect("admin:partner_keys", obj.pk)
