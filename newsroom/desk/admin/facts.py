"""Sub-forms that every record of facts has: claims, disputes, quotes, citations."""

from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.claimed import ValueField
from newsroom.desk.admin.parts import PartInline, SupportForm
from relations import models


class RecordPartInline(PartInline):
    """These hang on the record's common row, whatever its kind."""

    fk_name = "record"


class CitationInline(RecordPartInline):
    """The record's own, and those of its parts."""

    model = models.Citation
    form = SupportForm
    verbose_name, verbose_name_plural = _("citation"), _("citations")
    fields = ("source", "supports", "quote", "page", "start", "end")


class ClaimInline(RecordPartInline):
    model = models.Claim
    verbose_name, verbose_name_plural = _("claim"), _("claims")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "value":
            kwargs |= {"form_class": ValueField, "widget": ValueField.widget, "help_text": ValueField.hint}
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class DisputeInline(RecordPartInline):
    model = models.Dispute
    verbose_name, verbose_name_plural = _("dispute"), _("disputes")


class QuoteInline(RecordPartInline):
    model = models.Quote
    verbose_name, verbose_name_plural = _("quote"), _("quotes")


FACTS = (ClaimInline, DisputeInline, QuoteInline, CitationInline)
