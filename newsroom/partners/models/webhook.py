import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from newsroom.partners.models.partner import Partner
from newsroom.partners.tiers import TIERS, WEBHOOKS


class EndpointQuerySet(models.QuerySet):
    def entitled(self):
        """Of partners whose tier includes webhooks; a tier may change after an endpoint was made."""
        return self.filter(partner__tier__in=[name for name, tier in TIERS.items() if WEBHOOKS in tier.scopes])


class Endpoint(models.Model):
    """Where a partner is told of what became public, and of which of it. Empty lists stand for all."""

    class State(models.TextChoices):
        PENDING = "pending", _("pending, until it answers a ping")
        ACTIVE = "active", _("active")
        DISABLED = "disabled", _("disabled")

    class Reason(models.TextChoices):
        """Why it was disabled."""

        GONE = "gone", _("it answered that it is gone")
        FAILING = "failing", _("it failed for days")
        DESK = "desk", _("an administrator disabled it")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, models.CASCADE, related_name="endpoints", verbose_name=_("partner"))
    url = models.CharField(_("address"), max_length=1000)
    # Scheme and host by which the partner knows this site; addresses in messages begin with it.
    origin = models.CharField(max_length=300)
    types = models.JSONField(_("message types"), default=list, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    kinds = models.JSONField(_("kinds"), default=list, blank=True)
    countries = models.JSONField(_("countries"), default=list, blank=True)
    state = models.CharField(_("current state"), max_length=8, choices=State, default=State.PENDING)
    reason = models.CharField(_("reason"), max_length=8, choices=Reason, blank=True)
    state_since = models.DateTimeField(_("since"), db_default=Now())
    # Since when nothing has arrived, although it was tried.
    failing_since = models.DateTimeField(_("failing since"), null=True, blank=True)
    # Secrets are derived from this number; none is kept.
    secret_version = models.PositiveIntegerField(default=1)
    rotated_at = models.DateTimeField(_("secret changed"), null=True, blank=True)
    made_at = models.DateTimeField(_("made"), db_default=Now())

    objects = EndpointQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ("made_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state="disabled", reason__in=("gone", "failing", "desk"))
                | Q(state__in=("pending", "active"), reason=""),
                name="endpoint_disabled_with_reason",
            ),
            models.CheckConstraint(condition=Q(secret_version__gt=0), name="endpoint_secret_version_positive"),
        )

    def __str__(self):
        return self.url


class Dispatch(models.Model):
    """
    One message for one endpoint: the outbox, the queue and the log in one row. Whoever tries it moves `next_at` ahead
    first, so that what a killed worker had in hand comes due again by itself.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DELIVERED = "delivered", _("delivered")
        FAILED = "failed", _("failed")

    class Error(models.TextChoices):
        """What went wrong at the last attempt."""

        ADDRESS = "address", _("its address is not one that we send to")
        NOT_PUBLIC = "not-public", _("its name leads to an address that is not public")
        NO_NAME = "no-name", _("its name leads nowhere")
        UNREACHABLE = "unreachable", _("no connection")
        CERTIFICATE = "certificate", _("its certificate is not good")
        TIMEOUT = "timeout", _("no whole answer in time")
        PROTOCOL = "protocol", _("its answer is not HTTP")
        REDIRECT = "redirect", _("it redirects")
        STATUS = "status", _("it answered with an error")
        OURS = "ours", _("something went wrong here")

    endpoint = models.ForeignKey(Endpoint, models.CASCADE, related_name="dispatches", verbose_name=_("webhook"))
    # The header webhook-id: the same at each attempt, and for the same change whenever it is sent again.
    message_id = models.CharField(_("message"), max_length=60, unique=True)
    # Of the change feed; a ping has none.
    seq = models.BigIntegerField(null=True, blank=True)
    type = models.CharField(_("message type"), max_length=20)
    body = models.BinaryField()
    state = models.CharField(_("current state"), max_length=9, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_at = models.DateTimeField(_("next attempt"))
    made_at = models.DateTimeField(_("made"))
    tried_at = models.DateTimeField(_("last attempt"), null=True, blank=True)
    status = models.PositiveSmallIntegerField(_("status"), null=True, blank=True)
    duration_ms = models.PositiveIntegerField(_("milliseconds"), null=True, blank=True)
    error = models.CharField(_("error"), max_length=12, choices=Error, blank=True)
    # The beginning of what was answered.
    response = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("webhook message")
        verbose_name_plural = _("webhook messages")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("endpoint", "seq"), name="dispatch_once_per_change"),
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "delivered", "failed")), name="dispatch_state_known"
            ),
            models.CheckConstraint(
                condition=Q(seq=None, type="endpoint.ping") | Q(seq__isnull=False, type__startswith="item."),
                name="dispatch_of_a_change_or_ping",
            ),
        )
        indexes = (
            models.Index("endpoint", "next_at", "id", condition=Q(state="waiting"), name="dispatch_due"),
            models.Index("made_at", name="dispatch_by_age"),
        )

    def __str__(self):
        return self.message_id


class Answered(models.Model):
    """What a request with an Idempotency-Key was answered, so that the same request again is answered the same."""

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="+")
    key = models.CharField(max_length=100)
    # Of method, address and body.
    digest = models.CharField(max_length=64)
    # JSON as bytes, so that the answer is the same to the last of them.
    content = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("partner", "key"), name="answered_once"),)
        indexes = (models.Index("made_at", name="answered_by_age"),)

    def __str__(self):
        return self.key
