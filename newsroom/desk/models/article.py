"""What the desk writes. Links to the record of facts are rows, so that an edition can freeze them."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from relations.fields import FuzzyDateField
from relations.models import Part, Record
from relations.values.vocabularies import ArticleActorRole, ArticleType, RecordKind


class Article(Record):
    KIND = RecordKind.ARTICLE

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_article"
    )
    type = models.CharField(_("type"), max_length=12, choices=ArticleType.choices)
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    standfirst = models.TextField(_("standfirst"), blank=True)
    slugline = models.CharField(_("slugline"), max_length=120, blank=True)
    dateline_place = models.ForeignKey(
        "relations.Place", models.PROTECT, null=True, blank=True, related_name="datelines", verbose_name=_("dateline")
    )
    dateline_date = FuzzyDateField(_("dateline date"), null=True, blank=True)
    body = models.TextField(_("body"), blank=True)
    editor_note = models.TextField(_("editor's note"), blank=True)
    urgency = models.PositiveSmallIntegerField(
        _("urgency"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
        help_text=_("1 is most urgent, 5 is normal, 9 can wait."),
    )
    topics = models.ManyToManyField("relations.Topic", blank=True, related_name="articles")
    countries = models.ManyToManyField("relations.Actor", blank=True, related_name="country_articles")
    events = models.ManyToManyField("relations.Event", blank=True, related_name="articles")
    agreements = models.ManyToManyField("relations.Agreement", blank=True, related_name="articles")
    related = models.ManyToManyField("self", blank=True, symmetrical=False, related_name="related_from")
    lead_picture = models.ForeignKey(
        "relations.Picture", models.PROTECT, null=True, blank=True, related_name="articles"
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ("-created_at", "key")
        constraints = (
            models.CheckConstraint(condition=Q(type__in=ArticleType.values), name="article_type_known"),
            models.CheckConstraint(condition=Q(urgency__range=(1, 9)), name="article_urgency_1_to_9"),
        )


class Byline(Part):
    OWNER = "article"

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    author = models.ForeignKey("desk.Author", models.PROTECT, related_name="bylines")
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    class Meta:
        ordering = ("article", "position", "id")
        constraints = (models.UniqueConstraint(fields=("article", "author"), name="byline_unique"),)

    def __str__(self):
        return f"{self.article.key}: {self.author.key}"


class ArticleActor(Part):
    """An actor an article speaks of, and as what."""

    OWNER = "article"

    article = models.ForeignKey(Article, models.CASCADE, related_name="actor_links")
    actor = models.ForeignKey("relations.Actor", models.PROTECT, related_name="article_links")
    role = models.CharField(
        _("role"), max_length=20, choices=ArticleActorRole.choices, default=ArticleActorRole.MENTIONED
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    class Meta:
        ordering = ("article", "position", "id")
        constraints = (
            models.UniqueConstraint(fields=("article", "actor", "role"), name="article_actor_unique"),
            models.CheckConstraint(condition=Q(role__in=ArticleActorRole.values), name="article_actor_role_known"),
        )

    def __str__(self):
        return f"{self.article.key}: {self.actor.key}"
