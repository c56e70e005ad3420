"""A record in one language, on its way from draft to published."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.desk.models.stage import Stage
from relations.values.languages import LANGUAGES, NATIVE_NAMES


class VersionQuerySet(models.QuerySet):
    def in_language(self, language: str):
        return self.filter(language=language)

    def at_stage(self, *stages: str):
        return self.filter(stage__in=stages)

    def stale(self):
        return self.exclude(stale_fields=[])


class Version(models.Model):
    """The working text of one record in one language. `stage` speaks of it alone, never of what is public."""

    record = models.ForeignKey("relations.Record", models.CASCADE, related_name="versions", verbose_name=_("record"))
    language = models.CharField(_("language"), max_length=2, choices=NATIVE_NAMES)
    stage = models.CharField(_("stage"), max_length=10, choices=Stage.choices, default=Stage.DRAFT)
    slug = models.SlugField(
        _("address"), max_length=90, blank=True, help_text=_("Made from the title when the text is submitted.")
    )
    # As last saved: what the desk calls the record in this language, and folded words that it is found by.
    title = models.CharField(_("title"), max_length=300, blank=True, editable=False)
    found_by = models.TextField(blank=True, editable=False)
    # What reviewers read and what goes out: composed once, at submission. `digest` is the SHA-256 of its bytes.
    candidate = models.BinaryField(null=True, blank=True, editable=False)
    digest = models.CharField(_("digest"), max_length=64, blank=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("submitted by"),
    )
    submitted_at = models.DateTimeField(_("submitted on"), null=True, editable=False)
    approved_digest = models.CharField(max_length=64, blank=True, editable=False)
    # The digest of the text as last saved; a save that alters it counts as a change by whoever saved.
    working_digest = models.CharField(max_length=64, blank=True, editable=False)
    # Who changed the text since its last approved digest: none of them may approve it.
    changed_by = models.JSONField(default=list, editable=False)
    # What is public or scheduled from here, by digest: tells "published" from "published, changes in draft".
    published_digest = models.CharField(max_length=64, blank=True, editable=False)
    translated_from = models.CharField(_("translated from"), max_length=2, blank=True)
    # By field: the hash of this text; the hash of the source text it was made from; fields whose source has changed.
    text_hashes = models.JSONField(default=dict, editable=False)
    source_hashes = models.JSONField(default=dict, editable=False)
    stale_fields = models.JSONField(default=list, editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("text of a record in one language", "version")
        verbose_name_plural = pgettext_lazy("texts of records, each in one language", "versions")
        ordering = ("record", "language")
        constraints = (
            models.UniqueConstraint(fields=("record", "language"), name="version_record_language_unique"),
            models.CheckConstraint(condition=Q(language__in=LANGUAGES), name="version_language_known"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="version_stage_known"),
            models.CheckConstraint(
                condition=Q(candidate=None, digest="") | (Q(candidate__isnull=False) & ~Q(digest="")),
                name="version_candidate_and_digest_both_or_neither",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=(Stage.IN_REVIEW, Stage.APPROVED)) | Q(candidate__isnull=False),
                name="version_under_review_has_candidate",
            ),
        )
        indexes = (models.Index(fields=("stage", "language"), name="version_by_stage"),)
        permissions = (
            ("submit_version", "Can submit a text for review"),
            ("approve_version", "Can approve or send back a text"),
            ("publish_version", "Can publish, correct, schedule and cancel"),
            ("publish_urgently", "Can publish before approval, with a reason"),
            ("withdraw_version", "Can withdraw a record"),
            ("erase_record", "Can erase a record's words everywhere"),
        )

    def __str__(self):
        return f"{self.record} [{self.language}]"
