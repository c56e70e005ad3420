from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from newsroom.partners.tiers import TIERS


class Partner(models.Model):
    """An organisation that reads with keys of its own."""

    class Tier(models.TextChoices):
        REGISTERED = "registered", _("registered")
        PARTNER = "partner", _("partner")
        WIRE = "wire", _("wire, which sees embargoed copies")

    name = models.CharField(_("name"), max_length=120, unique=True)
    contact = models.EmailField(_("contact"), help_text=_("Who is written to when deliveries fail."))
    tier = models.CharField(_("tier"), max_length=12, choices=Tier, default=Tier.REGISTERED)
    per_minute = models.PositiveIntegerField(
        _("requests a minute"), null=True, blank=True, help_text=_("As negotiated; empty for what the tier has.")
    )

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(condition=Q(tier__in=TIERS), name="partner_tier_known"),
            models.CheckConstraint(condition=Q(per_minute=None) | Q(per_minute__gt=0), name="partner_quota_positive"),
        )

    def __str__(self):
        return self.name


class KeyQuerySet(models.QuerySet):
    def live(self):
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=Now()), revoked_at=None)


class Key(models.Model):
    """A secret that a partner shows; only what proves it is kept. `prefix` is public, and names it in lists and logs."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="keys", verbose_name=_("partner"))
    prefix = models.CharField(_("prefix"), max_length=8, unique=True)
    digest = models.CharField(max_length=64)
    scopes = models.JSONField(_("scopes"), default=list)
    networks = models.JSONField(_("networks"), default=list, blank=True)
    made_at = models.DateTimeField(_("made"), db_default=Now())
    made_by = models.CharField(_("made by"), max_length=150, blank=True)
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = KeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("key")
        verbose_name_plural = _("keys")
        ordering = ("-made_at", "-pk")

    def __str__(self):
        return self.prefix
