from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Note(models.Model):
    """A remark to colleagues on a text or one of its fields; replies hang on the note that began the thread."""

    version = models.ForeignKey("desk.Version", models.CASCADE, related_name="notes")
    thread = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="replies")
    field = models.CharField(_("field"), max_length=120, blank=True)
    text = models.TextField(_("note"))
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="mentioned_in")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField()
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(thread=None) | models.Q(resolved_at=None), name="note_thread_is_resolved_as_one"
            ),
        )

    def __str__(self):
        return f"{self.version} · {self.by_label}"
