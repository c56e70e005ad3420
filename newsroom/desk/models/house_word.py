from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relations.values.languages import LANGUAGES, NATIVE_NAMES


class Advice(models.TextChoices):
    PREFERRED = "preferred", pgettext_lazy("word of the style list", "preferred")
    AVOIDED = "avoided", pgettext_lazy("word of the style list", "avoided")
    FORBIDDEN = "forbidden", pgettext_lazy("word of the style list", "forbidden")


class HouseWord(models.Model):
    """An entry of the desk's style list: a word or phrase of one language, what to do about it, and why."""

    language = models.CharField(_("language"), max_length=2, choices=NATIVE_NAMES)
    word = models.CharField(_("word or phrase"), max_length=120)
    advice = models.CharField(_("advice"), max_length=10, choices=Advice.choices)
    instead = models.CharField(
        _("write instead"), max_length=200, blank=True, help_text=_("What to write in its place; may be empty.")
    )
    reason = models.TextField(_("reason"), help_text=_("Shown to whoever meets the word in a check."))

    class Meta:
        verbose_name = _("word of the style list")
        verbose_name_plural = _("style list")
        ordering = ("language", "word", "id")
        constraints = (
            models.UniqueConstraint(fields=("language", "word"), name="house_word_unique"),
            models.CheckConstraint(condition=Q(language__in=LANGUAGES), name="house_word_language_known"),
            models.CheckConstraint(condition=Q(advice__in=Advice.values), name="house_word_advice_known"),
        )

    def __str__(self):
        return f"{self.word} [{self.language}]"
