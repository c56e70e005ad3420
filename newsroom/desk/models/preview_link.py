from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PreviewLink(models.Model):
    """Shows a text that is not public to somebody without an account, until it expires or the text is published."""

    version = models.ForeignKey("desk.Version", models.CASCADE, related_name="preview_links")
    # Of the secret in the address, which is shown once and kept nowhere.
    token_sha256 = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField()
    expires_at = models.DateTimeField(_("expires at"))
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ("-at", "id")

    def __str__(self):
        return f"{self.version} → {self.expires_at:%Y-%m-%d %H:%M}"
