"""What each source said, kept beside the resolved value; and where sources differ."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from relations.fields import FuzzyDateField
from relations.models.record import Part, Record
from relations.querysets import ClaimQuerySet, DisputeQuerySet
from relations.values.vocabularies import (
    AttributionKind,
    ClaimBasis,
    ClaimRank,
    DisputeKind,
    DisputeState,
    Modality,
)


class Claim(Part):
    """A statement of a source about a record: the value of one field, or (field `statement`) words put plainly."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="claims")
    field = models.CharField(_("field"), max_length=40, default="statement")
    value = models.JSONField(_("value as given"), null=True, blank=True)
    date = FuzzyDateField(_("date claimed"), null=True, blank=True)
    weekday = models.PositiveSmallIntegerField(
        _("weekday as given"), null=True, blank=True, help_text=_("1 is Monday, 7 is Sunday.")
    )
    text = models.TextField(_("in plain words"), blank=True)
    about = models.ManyToManyField(Record, blank=True, related_name="claims_about")
    rank = models.CharField(_("rank"), max_length=10, choices=ClaimRank.choices, default=ClaimRank.NORMAL)
    basis = models.CharField(_("basis"), max_length=10, choices=ClaimBasis.choices, default=ClaimBasis.STATED)
    modality = models.CharField(_("modality"), max_length=12, choices=Modality.choices, default=Modality.ASSERTED)
    attribution_kind = models.CharField(
        _("attribution"), max_length=14, choices=AttributionKind.choices, default=AttributionKind.PUBLISHER
    )
    attributed_to = models.ManyToManyField(Record, blank=True, related_name="claims_made")
    attribution_text = models.CharField(_("attributed in words"), max_length=250, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ("record", "field", "id")
        constraints = (
            models.CheckConstraint(condition=Q(rank__in=ClaimRank.values), name="claim_rank_known"),
            models.CheckConstraint(condition=Q(basis__in=ClaimBasis.values), name="claim_basis_known"),
            models.CheckConstraint(condition=Q(modality__in=Modality.values), name="claim_modality_known"),
            models.CheckConstraint(condition=Q(weekday=None) | Q(weekday__range=(1, 7)), name="claim_weekday_1_to_7"),
            models.UniqueConstraint(
                fields=("record", "field"),
                condition=Q(rank=ClaimRank.PREFERRED),
                name="claim_one_preferred_per_field",
            ),
        )

    def __str__(self):
        return self.key


class Dispute(Part):
    """Claims that cannot all be right, or not in the same sense; readers see it until it is resolved, and after."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="disputes")
    kind = models.CharField(_("kind"), max_length=16, choices=DisputeKind.choices)
    state = models.CharField(_("state"), max_length=10, choices=DisputeState.choices, default=DisputeState.OPEN)
    claims = models.ManyToManyField(Claim, blank=True, related_name="disputes")
    sources = models.ManyToManyField("relations.Source", blank=True, related_name="disputes_over")
    about = models.ManyToManyField(Record, blank=True, related_name="disputes_about")
    resolved_claim = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="resolves")
    statement = models.TextField(_("what differs"), blank=True)
    rationale = models.TextField(_("how the desk treats it"), blank=True)

    objects = DisputeQuerySet.as_manager()

    class Meta:
        ordering = ("record", "key")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=DisputeKind.values), name="dispute_kind_known"),
            models.CheckConstraint(condition=Q(state__in=DisputeState.values), name="dispute_state_known"),
        )

    def __str__(self):
        return self.key


class Quote(Part):
    """Words somebody is reported to have said, in the language of the report."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="quotes")
    text = models.TextField(_("words"))
    lang = models.CharField(_("language"), max_length=8)
    is_translation = models.BooleanField(_("translated by the source"), null=True, blank=True)
    anonymous = models.BooleanField(_("anonymous"), default=False)
    speaker = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="words")
    post = models.ForeignKey("relations.Post", models.PROTECT, null=True, blank=True, related_name="words")
    about = models.ManyToManyField(Record, blank=True, related_name="quotes_about")

    class Meta:
        ordering = ("record", "key")
        constraints = (
            models.CheckConstraint(
                condition=Q(speaker__isnull=False) | Q(anonymous=True), name="quote_speaker_or_anonymous"
            ),
        )

    def __str__(self):
        return self.key
