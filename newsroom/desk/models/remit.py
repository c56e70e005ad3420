from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from relations.values.languages import LANGUAGES


def every_language() -> list[str]:
    return list(LANGUAGES)


class Remit(models.Model):
    """The languages a person writes and those they may approve. Who has none may work in all of them."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="remit")
    edits = models.JSONField(_("writes in"), default=every_language, blank=True)
    approves = models.JSONField(_("approves and publishes"), default=every_language, blank=True)

    class Meta:
        verbose_name = _("remit")
        verbose_name_plural = _("remits")
        ordering = ("user",)

    def __str__(self):
        return f"{self.user}"
