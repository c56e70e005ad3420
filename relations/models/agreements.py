"""Agreements and the acts of their lives. Status is always derived from the acts, never stored."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from relations.fields import FuzzyDateField
from relations.models.record import Part, Record
from relations.querysets import AgreementQuerySet
from relations.values.vocabularies import ActStage, AgreementType, Binding, PartyKind, RecordKind


class Agreement(Record):
    KIND = RecordKind.AGREEMENT

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_agreement"
    )
    type = models.CharField(_("type"), max_length=30, choices=AgreementType.choices)
    binding = models.CharField(_("binding force"), max_length=10, choices=Binding.choices, default=Binding.UNKNOWN)
    official_title = models.CharField(_("official title"), max_length=500, blank=True)
    descriptive_title = models.CharField(_("descriptive title"), max_length=300, blank=True)
    subject = models.TextField(_("subject"), blank=True)
    authentic_languages = models.JSONField(_("authentic languages"), default=list, blank=True)
    depositary = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="deposits")
    registration = models.CharField(_("registration"), max_length=60, blank=True)
    duration_years = models.PositiveSmallIntegerField(_("duration in years"), null=True, blank=True)
    tacit_renewal = models.BooleanField(_("tacit renewal"), null=True, blank=True)
    text_url = models.URLField(_("address of the text"), blank=True)
    creates = models.ManyToManyField("relations.Actor", blank=True, related_name="created_by_agreements")
    topics = models.ManyToManyField("relations.Topic", blank=True, related_name="agreements")

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ("key",)
        constraints = (
            models.CheckConstraint(condition=Q(type__in=AgreementType.values), name="agreement_type_known"),
            models.CheckConstraint(condition=Q(binding__in=Binding.values), name="agreement_binding_known"),
        )


class AgreementParty(Part):
    OWNER = "agreement"

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties")
    actor = models.ForeignKey("relations.Actor", models.PROTECT, related_name="agreement_parties")
    kind = models.CharField(_("kind"), max_length=12, choices=PartyKind.choices, default=PartyKind.STATE)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ("agreement", "order", "id")
        constraints = (
            models.UniqueConstraint(fields=("agreement", "actor"), name="agreement_party_unique"),
            models.CheckConstraint(condition=Q(kind__in=PartyKind.values), name="agreement_party_kind_known"),
        )

    def __str__(self):
        return f"{self.agreement.key}: {self.actor.key}"


class AgreementAct(Part):
    """A step in an agreement's life. Without a party it binds all of them."""

    OWNER = "agreement"

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="acts")
    stage = models.CharField(_("stage"), max_length=24, choices=ActStage.choices)
    party = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="acts")
    date = FuzzyDateField(_("date"), null=True, blank=True)
    event = models.ForeignKey("relations.Event", models.PROTECT, null=True, blank=True, related_name="acts")
    place = models.ForeignKey("relations.Place", models.PROTECT, null=True, blank=True, related_name="acts")
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        ordering = ("agreement", "date_lower", "id")
        constraints = (
            models.CheckConstraint(condition=Q(stage__in=ActStage.values), name="agreement_act_stage_known"),
            models.UniqueConstraint(fields=("agreement", "stage", "party", "date"), name="agreement_act_unique"),
        )

    def __str__(self):
        return f"{self.agreement.key}: {self.stage}"


class Signature(Part):
    OWNER = "act"

    act = models.ForeignKey(AgreementAct, models.CASCADE, related_name="signatures")
    person = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="signatures")
    post = models.ForeignKey("relations.Post", models.PROTECT, null=True, blank=True, related_name="signatures")
    capacity = models.ForeignKey("relations.Capacity", models.PROTECT, null=True, blank=True, related_name="signatures")
    side = models.ForeignKey("relations.Actor", models.PROTECT, related_name="signed_for")

    class Meta:
        ordering = ("act", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(post__isnull=False), name="signature_names_somebody"
            ),
        )

    @property
    def owner(self):
        return self.act.owner

    def __str__(self):
        return f"{self.act.key}: {self.side.key}"
