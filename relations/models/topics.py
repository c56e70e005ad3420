from django.db import models
from django.utils.translation import gettext_lazy as _

from relations.models.record import Record
from relations.values.vocabularies import RecordKind


class Topic(Record):
    """A house topic, mapped to the IPTC Media Topics (`qcode` such as medtop:20000256)."""

    KIND = RecordKind.TOPIC

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_topic"
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    qcode = models.CharField(_("IPTC code"), max_length=30, blank=True)
    medtop_version = models.CharField(_("IPTC list version"), max_length=20, blank=True)
    broader = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="narrower")

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ("key",)
