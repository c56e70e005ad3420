"""Sub-forms that every record of facts has: claims, disputes, quotes, citations."""

from newsroom.desk.admin.base import PartInline
from relations import models


class RecordPartInline(PartInline):
    """These hang on the record's common row, whatever its kind."""

    fk_name = "record"


class CitationInline(RecordPartInline):
    model = models.Citation
    fields = ("source", "start", "end", "quote", "page")
    autocomplete_fields = ("source",)

    def get_queryset(self, request):
        """The record's own; those of a claim or act stand under it."""
        return super().get_queryset(request).filter(**dict.fromkeys(models.Citation.PART_FIELDS, None))


class ClaimInline(RecordPartInline):
    model = models.Claim
    raw_id_fields = ("about", "attributed_to")


class DisputeInline(RecordPartInline):
    model = models.Dispute
    raw_id_fields = ("about", "claims", "resolved_claim", "sources")


class QuoteInline(RecordPartInline):
    model = models.Quote
    raw_id_fields = ("about", "speaker", "post")


FACTS = (ClaimInline, DisputeInline, QuoteInline, CitationInline)
