"""What reading writes. These tables may stand in a store of their own: nothing in them refers to any other by key."""

from django.db import models
from django.db.models import Count, Q, Sum


class Counter(models.Model):
    """How many requests somebody made in one window of time."""

    name = models.CharField(max_length=80)
    window = models.BigIntegerField()
    # What is given back is counted too, so nothing here may refuse less than nought.
    count = models.IntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("name", "window"), name="counter_unique"),)
        # For taking away what is over.
        indexes = (models.Index(fields=("window",), name="counter_window"),)

    def __str__(self):
        return f"{self.name} {self.window}: {self.count}"


class KeyUse(models.Model):
    """When a key was last used, to the minute."""

    prefix = models.CharField(max_length=8, primary_key=True)
    used_at = models.DateTimeField()

    def __str__(self):
        return f"{self.prefix} {self.used_at:%Y-%m-%dT%H:%MZ}"


class DeliveryQuerySet(models.QuerySet):
    def to(self, partner):
        return self.filter(partner=partner.pk)

    def within(self, first=None, last=None):
        """Between two days, both included; each may be open."""
        ends = {"day__gte": first, "day__lte": last}
        return self.filter(**{name: day for name, day in ends.items() if day})

    def beyond(self, day, pk):
        """Those after a row in the order of reading."""
        return self.filter(Q(day__gt=day) | Q(pk__gt=pk), day__gte=day)

    def by_day_and_kind(self):
        counted = self.order_by("-day", "kind").values("day", "kind")
        return counted.annotate(editions=Count("pk"), deliveries=Sum("times"))


class Delivery(models.Model):
    """That an edition went out to a partner on a day, by which key, and how often."""

    partner = models.BigIntegerField()
    prefix = models.CharField(max_length=8)
    day = models.DateField()
    kind = models.CharField(max_length=12)
    uid = models.CharField(max_length=40)
    language = models.CharField(max_length=2, blank=True)
    edition = models.PositiveIntegerField()
    times = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField()

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ("day", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("partner", "day", "prefix", "uid", "language", "edition"), name="delivery_unique"
            ),
        )
        # For partners who read all of theirs, and for taking away what is old.
        indexes = (
            models.Index(fields=("partner", "day", "id"), name="delivery_in_order"),
            models.Index(fields=("day",), name="delivery_day"),
        )

    def __str__(self):
        return f"{self.day} {self.prefix} {self.uid}/{self.language}/{self.edition}"
