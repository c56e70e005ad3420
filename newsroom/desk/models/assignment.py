from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Task(models.TextChoices):
    WRITE = "write", pgettext_lazy("task", "write")
    TRANSLATE = "translate", pgettext_lazy("task", "translate")
    REVIEW = "review", pgettext_lazy("task", "review")


class Assignment(models.Model):
    """Who has a text to work on, as what and by when. A text is with one person at a time."""

    version = models.OneToOneField("desk.Version", models.CASCADE, related_name="assignment")
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="assignments", verbose_name=_("assigned to")
    )
    task = models.CharField(_("task"), max_length=10, choices=Task.choices)
    due = models.DateTimeField(_("due"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ("due", "id")
        constraints = (models.CheckConstraint(condition=models.Q(task__in=Task.values), name="assignment_task_known"),)

    def __str__(self):
        return f"{self.version} → {self.to}"
