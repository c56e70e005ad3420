"""What is public: one record in one language, frozen. The only definition of public is a current edition."""

from hashlib import sha256

from django.db import models
from django.db.models import F, Q

from relations.values.languages import LANGUAGES
from relations.values.vocabularies import RecordKind

# What takes the place of an edition's words once its record is erased. Its slug becomes its uid.
BLANK = {"payload": b"{}", "summary": b"{}", "card": b"{}", "title": "", "sort_name": "", "note": ""}


class Immutable(Exception):
    """Raised on an attempt to change or delete an edition otherwise than through the door."""


class EditionQuerySet(models.QuerySet):
    def update(self, **kwargs):
        raise Immutable("Editions are changed by newsroom.desk.publish alone.")

    def delete(self):
        raise Immutable("Editions are deleted by newsroom.desk.publish alone, and only before their moment.")


class Edition(models.Model):
    """Immutable but for `live_until` (by the next publication or a cancel), `retired` (by the sweep) and erasure."""

    class State(models.TextChoices):
        LIVE = "live"
        WITHDRAWN = "withdrawn"

    class Action(models.TextChoices):
        PUBLISHED = "published"
        CORRECTED = "corrected"
        WITHDRAWN = "withdrawn"
        ERASED = "erased"

    uid = models.CharField(max_length=26)
    kind = models.CharField(max_length=12)
    language = models.CharField(max_length=2)
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=9, choices=State.choices)
    action = models.CharField(max_length=9, choices=Action.choices)
    # Current at t while live_from <= t < live_until; an open end is null.
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)
    first_published_at = models.DateTimeField()
    slug = models.CharField(max_length=90)
    title = models.CharField(max_length=500)
    original_language = models.CharField(max_length=2)
    # Articles: first publication; events: first possible day; one per record, whatever the language.
    sort_date = models.DateTimeField()
    sort_name = models.CharField(max_length=250)
    # Events, agreements: the first and the last possible day; null is unbounded. What date filters compare.
    date_lower = models.DateField(null=True)
    date_upper = models.DateField(null=True)
    # JSON bytes with reference markers: the whole, the row of a list, and what a reference to it shows.
    payload = models.BinaryField()
    summary = models.BinaryField()
    card = models.BinaryField()
    digest = models.CharField(max_length=64)
    # A correction's public note, or a withdrawal's public reason; who stands in for a withdrawn record.
    note = models.TextField(blank=True)
    replaced_by = models.CharField(max_length=26, blank=True)
    advance = models.BooleanField(default=False)
    # Over for at least five minutes: outside the small indexes that serve the present.
    retired = models.BooleanField(default=False)

    objects = EditionQuerySet.as_manager()
    # For the door, which alone may write; the database's triggers bind it too.
    unguarded = models.Manager()

    class Meta:
        ordering = ("uid", "language", "number")
        constraints = (
            models.UniqueConstraint(fields=("uid", "language", "number"), name="edition_number_unique"),
            models.UniqueConstraint(fields=("uid", "language", "live_from"), name="edition_live_from_unique"),
            models.UniqueConstraint(
                fields=("uid", "language"), condition=Q(live_until=None), name="edition_one_open_end"
            ),
            models.CheckConstraint(
                condition=Q(live_until=None) | Q(live_until__gt=F("live_from")), name="edition_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=Q(state__in=("live", "withdrawn")), name="edition_state_known"),
            models.CheckConstraint(condition=Q(kind__in=RecordKind.values), name="edition_kind_known"),
            models.CheckConstraint(condition=Q(language__in=LANGUAGES), name="edition_language_known"),
        )
        indexes = (
            models.Index("kind", "language", F("sort_date").desc(), F("uid").desc(), name="edition_by_date"),
            models.Index(
                "kind",
                "language",
                F("sort_date").desc(),
                F("uid").desc(),
                condition=Q(retired=False),
                name="edition_present_by_date",
            ),
            models.Index(
                "kind", "language", "sort_name", "uid", condition=Q(retired=False), name="edition_present_by_name"
            ),
            models.Index("uid", "language", condition=Q(retired=False), name="edition_present"),
            models.Index("uid", "language", "live_from", condition=Q(action="corrected"), name="edition_corrections"),
            models.Index(
                "language",
                F("live_from").desc(),
                F("uid").desc(),
                condition=Q(action="corrected"),
                name="edition_latest_corrections",
            ),
            models.Index("uid", "language", "live_from", condition=Q(state="withdrawn"), name="edition_withdrawals"),
            models.Index("live_from", "id", name="edition_by_moment"),
            models.Index("live_until", condition=Q(retired=False, live_until__isnull=False), name="edition_to_retire"),
            models.Index("kind", "language", "slug", name="edition_by_slug"),
        )

    def __str__(self):
        return f"{self.kind} {self.uid} [{self.language}] {self.number}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise Immutable("Editions are changed by newsroom.desk.publish alone.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise Immutable("Editions are deleted by newsroom.desk.publish alone, and only before their moment.")


class Facet(models.Model):
    """One value by which an edition can be found, with what a list needs to be read down one index."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="facets")
    name = models.CharField(max_length=30)
    # A uid, a code, or the name of a file.
    value = models.CharField(max_length=100)
    kind = models.CharField(max_length=12)
    language = models.CharField(max_length=2)
    uid = models.CharField(max_length=26)
    sort_date = models.DateTimeField()
    sort_name = models.CharField(max_length=250)
    retired = models.BooleanField(default=False)

    class Meta:
        ordering = ("edition", "name", "value")
        constraints = (models.UniqueConstraint(fields=("edition", "name", "value"), name="facet_unique"),)
        indexes = (
            models.Index(
                "name", "value", "kind", "language", F("sort_date").desc(), F("uid").desc(), name="facet_by_date"
            ),
            models.Index(
                "name",
                "value",
                "kind",
                "language",
                F("sort_date").desc(),
                F("uid").desc(),
                condition=Q(retired=False),
                name="facet_present_by_date",
            ),
        )

    def __str__(self):
        return f"{self.name}={self.value}"


def erased_slug(slug: str) -> str:
    """What stands for a slug whose words were erased, so that it still belongs to its record."""
    return f"erased-{sha256(slug.encode()).hexdigest()}"


class AddressQuerySet(models.QuerySet):
    def of_slugs(self, *slugs: str):
        """Addresses that have, or had before they were erased, one of these slugs."""
        return self.filter(slug__in=[form for slug in slugs for form in (slug, erased_slug(slug))])


class Address(models.Model):
    """A path that belongs to one record for good; it answers only through a current edition."""

    kind = models.CharField(max_length=12)
    language = models.CharField(max_length=2)
    slug = models.CharField(max_length=90)
    uid = models.CharField(max_length=26)

    objects = AddressQuerySet.as_manager()

    class Meta:
        ordering = ("kind", "language", "slug")
        constraints = (models.UniqueConstraint(fields=("kind", "language", "slug"), name="address_unique"),)

    def __str__(self):
        return f"/{self.language}/{self.kind}/{self.slug}"


class Head(models.Model):
    """One row: the last number of the change feed, and the moment up to which the feed is complete."""

    last_seq = models.BigIntegerField(default=0)
    until = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="head_is_one_row"),)

    def __str__(self):
        return f"{self.last_seq} until {self.until:%Y-%m-%dT%H:%M:%S.%fZ}"


class Change(models.Model):
    """One publication in one language, in commit order. `at` is the moment it became public."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    edition = models.OneToOneField(Edition, models.PROTECT, related_name="change")

    class Meta:
        ordering = ("seq",)

    def __str__(self):
        return f"{self.seq}"
