"""What everything with an edition of its own has in common."""

import os
import time

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from relations.querysets import RecordQuerySet
from relations.values.languages import NATIVE_NAMES
from relations.values.vocabularies import RecordKind

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"

key_validator = RegexValidator(
    r"\A[a-z0-9]+(?:-[a-z0-9]+)*\Z",
    _("Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”."),
)


def new_uid() -> str:
    """26 characters: 48 bits of milliseconds, then 80 random bits, so that uids made later sort later."""
    number = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10))
    return "".join(CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))


class Record(models.Model):
    """A working row that is published as editions, or (pictures) locked and saved like one."""

    uid = models.CharField(_("identifier"), max_length=26, unique=True, default=new_uid, editable=False)
    key = models.CharField(
        _("key"),
        max_length=120,
        validators=[key_validator],
        help_text=_("The record's name in imports and exports. It never changes and readers do not see it."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=RecordKind.choices, editable=False)
    original_language = models.CharField(_("original language"), max_length=2, choices=NATIVE_NAMES, default="en")
    row_version = models.PositiveIntegerField(_("times saved"), default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    modified_at = models.DateTimeField(_("last saved"), auto_now=True)
    modified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("last saved by"),
    )

    objects = RecordQuerySet.as_manager()

    KIND: RecordKind | None = None

    class Meta:
        ordering = ("kind", "key")
        constraints = (
            models.UniqueConstraint(fields=("kind", "key"), name="record_kind_key_unique"),
            models.CheckConstraint(condition=models.Q(kind__in=RecordKind.values), name="record_kind_known"),
        )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.KIND and not self.kind:
            self.kind = self.KIND

    def __str__(self):
        return f"{self.kind}/{self.key}"

    def working_row(self) -> "Record":
        """The row of the record's own kind (an Event for an event); one query unless this is it already."""
        if type(self) is not Record:
            return self
        return getattr(self, f"as_{self.kind}")


class Part(models.Model):
    """A row that belongs to one record and is saved, versioned and published with it."""

    key = models.CharField(_("key"), max_length=160, unique=True, validators=[key_validator], default=new_uid)

    OWNER = "record"

    class Meta:
        abstract = True

    @property
    def owner(self) -> Record:
        return getattr(self, self.OWNER)
