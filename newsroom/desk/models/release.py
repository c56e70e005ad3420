from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Release(models.Model):
    """Versions that are published together or not at all, now or at one moment."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    moment = models.DateTimeField(_("moment"), null=True, blank=True, help_text=_("Empty: as soon as it is released."))
    zone = models.CharField(
        _("time zone"), max_length=40, default="Africa/Algiers", help_text=_("In which the moment is meant and shown.")
    )
    advance = models.BooleanField(
        _("advance copy"),
        default=False,
        help_text=_("Partners with the embargo scope see it before the moment, marked."),
    )
    versions = models.ManyToManyField("desk.Version", blank=True, related_name="releases", verbose_name=_("texts"))
    released_at = models.DateTimeField(_("released at"), null=True, editable=False)

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(advance=False) | Q(moment__isnull=False), name="release_advance_has_moment"
            ),
        )

    def __str__(self):
        return self.name
