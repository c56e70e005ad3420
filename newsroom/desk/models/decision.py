"""The log of every move, kept when its people are gone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.desk.models.stage import Stage
from relations.values.languages import NATIVE_NAMES


class Immutable(Exception):
    """Raised on an attempt to change or delete a row that is written once."""


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **kwargs):
        raise Immutable(f"{self.model.__name__} rows are written once")

    def delete(self):
        raise Immutable(f"{self.model.__name__} rows are written once")

    def about(self, record):
        return self.filter(uid=record.uid)


class Verb(models.TextChoices):
    SAVE = "save", _("saved")
    SUBMIT = "submit", _("submitted")
    SEND_BACK = "send_back", _("sent back")
    APPROVE = "approve", _("approved")
    APPROVE_AFTERWARDS = "approve_afterwards", _("approved afterwards")
    PUBLISH = "publish", _("published")
    PUBLISH_URGENTLY = "publish_urgently", _("published urgently")
    CORRECT = "correct", _("corrected")
    WITHDRAW = "withdraw", _("withdrawn")
    ERASE = "erase", _("erased")
    CANCEL = "cancel", _("publication cancelled")
    RESCHEDULE = "reschedule", _("rescheduled")
    SPIKE = "spike", _("spiked")
    REVIVE = "revive", _("revived")
    CHECK_TRANSLATION = "check_translation", _("translation checked, no change needed")
    RESTORE = "restore", _("earlier text restored")


class Decision(models.Model):
    uid = models.CharField(_("identifier"), max_length=26)
    record_label = models.CharField(_("record"), max_length=140)
    language = models.CharField(_("language"), max_length=2, choices=NATIVE_NAMES, blank=True)
    verb = models.CharField(_("what was done"), max_length=20, choices=Verb.choices)
    from_stage = models.CharField(_("stage before"), max_length=10, choices=Stage.choices, blank=True)
    to_stage = models.CharField(_("stage after"), max_length=10, choices=Stage.choices, blank=True)
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("account")
    )
    by_label = models.CharField(_("by"), max_length=200)
    at = models.DateTimeField(_("when"))

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ("-id",)
        indexes = (models.Index(fields=("uid", "language", "-id"), name="decision_by_record"),)

    def __str__(self):
        return f"{self.record_label} [{self.language}] {self.get_verb_display()} · {self.by_label}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise Immutable("Decision rows are written once")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise Immutable("Decision rows are written once")
