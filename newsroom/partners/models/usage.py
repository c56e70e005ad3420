"""What reading writes. These tables may stand in a store of their own: nothing in them refers to any other by key."""

from django.db import models


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

    class Meta:
        ordering = ("day", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("partner", "day", "prefix", "uid", "language", "edition"), name="delivery_unique"
            ),
        )

    def __str__(self):
        return f"{self.day} {self.prefix} {self.uid}/{self.language}/{self.edition}"
