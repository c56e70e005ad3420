"""What exists only while somebody works: text typed and not saved, and who is where."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Autosave(models.Model):
    """What one person has typed into a form and not saved yet; it survives a closed tab."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="autosaves")
    # Empty for a record that does not exist yet; then `form` (`desk.article`) tells which form it was.
    record = models.ForeignKey("relations.Record", models.CASCADE, null=True, related_name="autosaves")
    form = models.CharField(max_length=60)
    # The row version that was opened: older than the record's, what was typed needs merging.
    row_version = models.PositiveIntegerField(default=0)
    # Names of inputs with their values, each a list as a form sends it.
    fields = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "id")
        constraints = (
            models.UniqueConstraint(fields=("user", "record"), name="autosave_user_record_unique"),
            models.UniqueConstraint(
                fields=("user", "form"), condition=Q(record=None), name="autosave_user_new_form_unique"
            ),
        )

    def __str__(self):
        return f"{self.record or self.form} · {self.user}"


class Presence(models.Model):
    """Somebody has a record open, and last worked in this language. It locks nothing and expires by its age."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    record = models.ForeignKey("relations.Record", models.CASCADE, related_name="presences")
    language = models.CharField(max_length=2, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "id")
        constraints = (models.UniqueConstraint(fields=("user", "record"), name="presence_user_record_unique"),)

    def __str__(self):
        return f"{self.record} · {self.user}"
