from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.desk.admin.base import RecordAdmin
from newsroom.desk.admin.facts import FACTS
from newsroom.desk.admin.parts import DeeperInline, PartInline
from relations import models


class NameInline(PartInline):
    model = models.ActorName
    verbose_name, verbose_name_plural = pgettext_lazy("of an actor", "name"), pgettext_lazy("of an actor", "names")


class IdentifierInline(PartInline):
    model = models.Identifier
    verbose_name, verbose_name_plural = _("identifier"), _("identifiers")


class TenureInline(PartInline):
    model = models.Tenure
    fk_name = "person"
    verbose_name, verbose_name_plural = _("post held"), _("posts held")


class AttestationInline(DeeperInline):
    model = models.Attestation
    verbose_name, verbose_name_plural = _("attestation of a post held"), _("attestations of posts held")


class MembershipInline(PartInline):
    model = models.Membership
    fk_name = "member"
    verbose_name, verbose_name_plural = _("membership"), _("memberships")


@admin.register(models.Actor)
class ActorAdmin(RecordAdmin):
    list_filter = ("type",)
    inlines = (NameInline, IdentifierInline, TenureInline, AttestationInline, MembershipInline, *FACTS)
