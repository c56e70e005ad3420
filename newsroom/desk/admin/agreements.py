from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.base import RecordAdmin
from newsroom.desk.admin.facts import FACTS
from newsroom.desk.admin.parts import DeeperInline, PartInline
from relations import models


class PartyInline(PartInline):
    model = models.AgreementParty
    verbose_name, verbose_name_plural = _("party"), _("parties")


class ActInline(PartInline):
    model = models.AgreementAct
    verbose_name, verbose_name_plural = _("act"), _("acts")


class SignatureInline(DeeperInline):
    model = models.Signature
    verbose_name, verbose_name_plural = _("signature"), _("signatures")


@admin.register(models.Agreement)
class AgreementAdmin(RecordAdmin):
    list_filter = ("type", "binding")
    inlines = (PartyInline, ActInline, SignatureInline, *FACTS)
