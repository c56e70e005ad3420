"""Offices, their titles over time, and who held them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from relations.fields import FuzzyDateField
from relations.models.record import Part, Record
from relations.querysets import PostQuerySet, TenureQuerySet
from relations.values.vocabularies import CapacityType, PostLevel, PostRole, RecordKind, TenureCause


class Post(Record):
    KIND = RecordKind.POST

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_post"
    )
    organisation = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="posts")
    country = models.ForeignKey("relations.Actor", models.PROTECT, null=True, blank=True, related_name="state_posts")
    role = models.CharField(_("role"), max_length=30, choices=PostRole.choices)
    level = models.CharField(_("level"), max_length=12, choices=PostLevel.choices, blank=True)
    accredited_to = models.ForeignKey(
        "relations.Actor", models.PROTECT, null=True, blank=True, related_name="missions_received"
    )
    single_holder = models.BooleanField(_("one holder at a time"), default=True)
    inception = FuzzyDateField(_("created"), null=True, blank=True)
    dissolved = FuzzyDateField(_("abolished"), null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ("key",)
        constraints = (
            models.CheckConstraint(condition=Q(role__in=PostRole.values), name="post_role_known"),
            models.CheckConstraint(
                condition=Q(level="") | Q(role=PostRole.AMBASSADOR), name="post_level_only_on_ambassadors"
            ),
        )


class PostTitle(Part):
    """What a post was called during a period; an empty period is every time not covered by another title."""

    OWNER = "post"

    post = models.ForeignKey(Post, models.CASCADE, related_name="titles")
    title = models.CharField(_("title"), max_length=250, blank=True)
    title_f = models.CharField(_("feminine title"), max_length=250, blank=True)
    abbreviation = models.CharField(_("abbreviation"), max_length=60, blank=True)
    valid = FuzzyDateField(_("valid"), null=True, blank=True)

    class Meta:
        ordering = ("post", "valid_lower", "id")
        constraints = (
            models.UniqueConstraint(fields=("post", "valid"), name="post_title_unique"),
            models.UniqueConstraint(fields=("post",), condition=Q(valid=None), name="post_title_undated_unique"),
        )

    def __str__(self):
        return f"{self.post.key} {self.valid or ''}".strip()


class Tenure(Part):
    """A person in a post. Often only attested on some days: neither start nor end is known."""

    OWNER = "person"

    person = models.ForeignKey("relations.Actor", models.CASCADE, related_name="tenures")
    post = models.ForeignKey(Post, models.PROTECT, related_name="tenures")
    start = FuzzyDateField(_("start"), null=True, blank=True)
    end = FuzzyDateField(_("end"), null=True, blank=True)
    start_cause = models.CharField(_("began by"), max_length=12, choices=TenureCause.choices, blank=True)
    end_cause = models.CharField(_("ended by"), max_length=12, choices=TenureCause.choices, blank=True)
    acting = models.BooleanField(_("acting"), default=False)

    objects = TenureQuerySet.as_manager()

    class Meta:
        ordering = ("post", "start_lower", "id")

    def __str__(self):
        return f"{self.person.key}: {self.post.key}"


class Attestation(Part):
    """A day or period on which a source shows somebody holding a post."""

    OWNER = "tenure"

    tenure = models.ForeignKey(Tenure, models.CASCADE, related_name="attestations")
    on = FuzzyDateField(_("on"))
    source = models.ForeignKey("relations.Source", models.PROTECT, null=True, blank=True, related_name="attestations")

    class Meta:
        ordering = ("tenure", "on_lower", "id")

    @property
    def owner(self):
        return self.tenure.owner

    def __str__(self):
        return f"{self.tenure.key} {self.on}"


class Capacity(Record):
    """A hat worn for one occasion, such as special envoy of a president; never a career post."""

    KIND = RecordKind.CAPACITY

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_capacity"
    )
    type = models.CharField(_("type"), max_length=30, choices=CapacityType.choices)
    on_behalf_of = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="capacities")
    title = models.CharField(_("title"), max_length=250, blank=True)
    title_f = models.CharField(_("feminine title"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("capacity")
        verbose_name_plural = _("capacities")
        ordering = ("key",)
        constraints = (models.CheckConstraint(condition=Q(type__in=CapacityType.values), name="capacity_type_known"),)
