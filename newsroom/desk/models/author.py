from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from relations.models import Record
from relations.values.vocabularies import RecordKind


class Author(Record):
    """A byline: a person of the desk, or the desk itself."""

    KIND = RecordKind.AUTHOR

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_author"
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="byline_author",
        verbose_name=_("account"),
    )

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ("key",)
