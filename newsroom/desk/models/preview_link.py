import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PreviewLinkQuerySet(models.QuerySet):
    def open(self, now: dt.datetime):
        """Those that still show something. One that ends ahead, with a publication that waits, is open until then."""
        return self.filter(Q(ended_at=None) | Q(ended_at__gt=now), expires_at__gt=now)

    def end(self, at: dt.datetime) -> int:
        """Those that would be open then are not from then on."""
        return self.filter(Q(ended_at=None) | Q(ended_at__gt=at)).update(ended_at=at)


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

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ("-at", "id")

    def __str__(self):
        return f"{self.version} → {self.expires_at:%Y-%m-%d %H:%M}"
