"""Where facts come from, and the exact place in a source that carries each."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from relations.fields import FuzzyDateField
from relations.models.record import Part, Record
from relations.querysets import SourceQuerySet
from relations.values.vocabularies import PublishedBasis, RecordKind, SourceType


class Source(Record):
    """A page, dispatch or document. Its body is kept only where the desk holds the right to."""

    KIND = RecordKind.SOURCE

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_source"
    )
    type = models.CharField(_("type"), max_length=12, choices=SourceType.choices)
    genre = models.CharField(_("genre"), max_length=40, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    publisher = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="publications")
    lang = models.CharField(_("language"), max_length=8)
    published = FuzzyDateField(_("published"), null=True, blank=True)
    published_basis = models.CharField(
        max_length=8, choices=PublishedBasis.choices, default=PublishedBasis.UNKNOWN, verbose_name=_("date known from")
    )
    dateline = models.CharField(_("dateline as printed"), max_length=120, blank=True)
    retrieved_at = models.DateTimeField(_("retrieved at"), null=True, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    body = models.TextField(_("body"), blank=True)
    rights = models.CharField(_("rights"), max_length=250, blank=True)
    independent_group = models.SlugField(
        _("independence group"), max_length=60, blank=True, help_text=_("Sources of one group count as one voice.")
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ("key",)
        constraints = (
            models.CheckConstraint(condition=Q(type__in=SourceType.values), name="source_type_known"),
            models.UniqueConstraint(fields=("sha256",), condition=~Q(sha256=""), name="source_sha256_unique"),
        )


class Citation(Part):
    """What in a source supports a record, or one part of it. Offsets are code points, the end exclusive."""

    record = models.ForeignKey("relations.Record", models.CASCADE, related_name="citations")
    claim = models.ForeignKey("relations.Claim", models.CASCADE, null=True, blank=True, related_name="citations")
    tenure = models.ForeignKey("relations.Tenure", models.CASCADE, null=True, blank=True, related_name="citations")
    membership = models.ForeignKey(
        "relations.Membership", models.CASCADE, null=True, blank=True, related_name="citations"
    )
    act = models.ForeignKey("relations.AgreementAct", models.CASCADE, null=True, blank=True, related_name="citations")
    observation = models.ForeignKey(
        "relations.Observation", models.CASCADE, null=True, blank=True, related_name="citations"
    )
    quote_of = models.ForeignKey("relations.Quote", models.CASCADE, null=True, blank=True, related_name="citations")
    source = models.ForeignKey(Source, models.PROTECT, related_name="cited_in")
    start = models.PositiveIntegerField(_("start"), null=True, blank=True)
    end = models.PositiveIntegerField(_("end"), null=True, blank=True)
    quote = models.CharField(_("words"), max_length=500, blank=True)
    page = models.CharField(_("page"), max_length=20, blank=True)

    PART_FIELDS = ("claim", "tenure", "membership", "act", "observation", "quote_of")

    class Meta:
        ordering = ("record", "source", "start", "id")
        constraints = (
            models.CheckConstraint(
                # A comparison with null is not false to the database.
                condition=Q(start=None, end=None)
                | Q(start__isnull=False, end__isnull=False, start__lt=models.F("end")),
                name="citation_start_before_end",
            ),
        )

    def __str__(self):
        return f"{self.record.key} ← {self.source.key}"
