"""Whoever acts: people, countries, institutions, organisations, joint bodies. One table, so that one foreign key serves."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from relations.fields import FuzzyDateField
from relations.models.record import Part, Record
from relations.querysets import ActorQuerySet, MembershipQuerySet
from relations.values.vocabularies import ActorType, Gender, MembershipStatus, NameKind, NameMatch, RecordKind


class Actor(Record):
    KIND = RecordKind.ACTOR

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_actor"
    )
    type = models.CharField(_("type"), max_length=30, choices=ActorType.choices)
    name = models.CharField(_("name"), max_length=250, blank=True)
    short_name = models.CharField(_("short name"), max_length=120, blank=True)
    summary = models.CharField(_("summary"), max_length=500, blank=True)
    description = models.TextField(_("description"), blank=True)
    country = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="nationals", verbose_name=_("country")
    )
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    seat = models.ForeignKey("relations.Place", models.PROTECT, null=True, blank=True, related_name="seated")
    founding_agreement = models.ForeignKey(
        "relations.Agreement", models.PROTECT, null=True, blank=True, related_name="founded_bodies"
    )
    founded = FuzzyDateField(_("founded"), null=True, blank=True)
    dissolved = FuzzyDateField(_("dissolved"), null=True, blank=True)
    gender = models.CharField(
        _("gender"),
        max_length=1,
        choices=Gender.choices,
        blank=True,
        help_text=_("Picks the form of a person's title."),
    )
    sensitive = models.BooleanField(_("sensitive"), default=False)
    iso2 = models.CharField(_("ISO 3166-1 alpha-2"), max_length=2, blank=True)
    iso3 = models.CharField(_("ISO 3166-1 alpha-3"), max_length=3, blank=True)
    m49 = models.CharField(_("UN M49"), max_length=3, blank=True)
    picture = models.ForeignKey("relations.Picture", models.PROTECT, null=True, blank=True, related_name="portraits")

    objects = ActorQuerySet.as_manager()

    class Meta:
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        ordering = ("key",)
        constraints = (
            models.CheckConstraint(condition=Q(type__in=ActorType.values), name="actor_type_known"),
            models.CheckConstraint(
                condition=Q(iso2="", iso3="") | Q(type=ActorType.COUNTRY), name="actor_iso_codes_only_on_countries"
            ),
            models.CheckConstraint(
                condition=Q(gender="") | Q(type=ActorType.PERSON), name="actor_gender_only_on_persons"
            ),
            models.CheckConstraint(
                condition=Q(founding_agreement=None)
                | Q(type__in=(ActorType.JOINT_BODY, ActorType.MULTILATERAL_ORGANISATION)),
                name="actor_founding_agreement_only_on_bodies",
            ),
            models.UniqueConstraint(fields=("iso2",), condition=~Q(iso2=""), name="actor_iso2_unique"),
            models.UniqueConstraint(fields=("iso3",), condition=~Q(iso3=""), name="actor_iso3_unique"),
        )


class ActorName(Part):
    OWNER = "actor"

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="names")
    lang = models.CharField(_("language"), max_length=8)
    form = models.CharField(_("form"), max_length=250)
    kind = models.CharField(_("kind"), max_length=20, choices=NameKind.choices, default=NameKind.FULL)
    valid = FuzzyDateField(_("valid"), null=True, blank=True)
    match = models.CharField(_("match in texts"), max_length=16, choices=NameMatch.choices, default=NameMatch.ALWAYS)

    class Meta:
        ordering = ("actor", "id")
        constraints = (
            models.UniqueConstraint(fields=("actor", "lang", "form", "kind"), name="actor_name_unique"),
            models.CheckConstraint(condition=Q(kind__in=NameKind.values), name="actor_name_kind_known"),
        )

    def __str__(self):
        return f"{self.form} ({self.lang})"


class Identifier(Part):
    """What others call an actor: Wikidata, ISO 3166-1, UN M49, GeoNames, Correlates of War."""

    OWNER = "actor"

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="identifiers")
    scheme = models.SlugField(_("scheme"), max_length=30)
    value = models.CharField(_("value"), max_length=120)

    class Meta:
        ordering = ("scheme", "value")
        constraints = (models.UniqueConstraint(fields=("scheme", "value"), name="identifier_unique"),)

    def __str__(self):
        return f"{self.scheme}:{self.value}"


class Membership(Part):
    """A member's degree of belonging to an organisation or joint body, over a period where it is known."""

    OWNER = "member"

    member = models.ForeignKey(Actor, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Actor, models.PROTECT, related_name="members")
    status = models.CharField(_("status"), max_length=20, choices=MembershipStatus.choices)
    start = FuzzyDateField(_("start"), null=True, blank=True)
    end = FuzzyDateField(_("end"), null=True, blank=True)
    role = models.CharField(_("role"), max_length=250, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ("organisation", "start_lower", "id")
        constraints = (
            models.CheckConstraint(condition=Q(status__in=MembershipStatus.values), name="membership_status_known"),
            models.CheckConstraint(condition=~Q(member=models.F("organisation")), name="membership_of_another"),
            models.UniqueConstraint(fields=("member", "organisation", "status", "start"), name="membership_unique"),
            models.UniqueConstraint(
                fields=("member", "organisation", "status"), condition=Q(start=None), name="membership_undated_unique"
            ),
        )

    def __str__(self):
        return f"{self.member.key}: {self.status} of {self.organisation.key}"
