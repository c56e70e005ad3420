"""What reading is measured against: constant bytes, and REST framework over the working tables as a good team writes it."""

from collections.abc import Iterator

import django_filters
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpResponse
from django.urls import path
from django_filters.rest_framework import DjangoFilterBackend, FilterSet
from rest_framework import serializers
from rest_framework.pagination import PageNumberPagination
from rest_framework.viewsets import ModelViewSet

from newsroom.desk.models import Article, ArticleActor, Author, Byline, Stage, Version
from newsroom.public.addresses import api_path, page_path
from relations.models import Actor, Agreement, Citation, Event, Place, Source, Topic
from relations.values.labels import fuzzy_json
from relations.values.languages import LANGUAGES, direction

# Neither is shown in a list.
LONG_TEXTS = [f"{name}_{code}" for name in ("body", "editor_note") for code in LANGUAGES]


def constant(request, size: int) -> HttpResponse:
    return HttpResponse(b"x" * size, content_type="application/json")


class Card(serializers.ModelSerializer):
    id = serializers.CharField(source="uid")
    type = serializers.CharField(source="kind")
    label = serializers.CharField(source="name")
    language = serializers.SerializerMethodField()
    dir = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField()
    html_url = serializers.SerializerMethodField()

    class Meta:
        fields = ("id", "type", "label", "language", "dir", "url", "html_url")

    def get_language(self, row) -> str:
        return row.shown[0].language

    def get_dir(self, row) -> str:
        return direction(row.shown[0].language)

    def get_url(self, row) -> str:
        return self.context["origin"] + api_path(row.kind, row.uid)

    def get_html_url(self, row) -> str:
        return self.context["origin"] + page_path(row.kind, row.shown[0].language, row.shown[0].slug)


class ActorCard(Card):
    class Meta(Card.Meta):
        model = Actor
        fields = (*Card.Meta.fields, "iso3")


class PlaceCard(Card):
    class Meta(Card.Meta):
        model = Place


class TopicCard(Card):
    class Meta(Card.Meta):
        model = Topic


class AuthorCard(Card):
    class Meta(Card.Meta):
        model = Author


class EventCard(Card):
    label = serializers.CharField(source="title")
    date = serializers.SerializerMethodField()

    class Meta(Card.Meta):
        model = Event
        fields = (*Card.Meta.fields, "date", "occurrence")

    def get_date(self, row) -> dict:
        return fuzzy_json(row.date, self.context["language"])


class AgreementCard(Card):
    label = serializers.CharField(source="descriptive_title")

    class Meta(Card.Meta):
        model = Agreement


class ArticleCard(Card):
    label = serializers.CharField(source="headline")

    class Meta(Card.Meta):
        model = Article
        fields = (*Card.Meta.fields, "standfirst")


class SourceCard(Card):
    label = serializers.CharField(source="title")
    publisher = ActorCard()
    date = serializers.SerializerMethodField()

    class Meta(Card.Meta):
        model = Source
        fields = (*Card.Meta.fields, "publisher", "url", "date", "lang")

    def get_date(self, row) -> dict:
        return fuzzy_json(row.published, self.context["language"])


class BylineRow(serializers.ModelSerializer):
    author = AuthorCard()

    class Meta:
        model = Byline
        fields = ("author",)


class ActorRow(serializers.ModelSerializer):
    actor = ActorCard()

    class Meta:
        model = ArticleActor
        fields = ("actor", "role")


class CitationRow(serializers.ModelSerializer):
    source = SourceCard()

    class Meta:
        model = Citation
        fields = ("source", "start", "end", "quote")


class Translation(serializers.ModelSerializer):
    url = serializers.SerializerMethodField()

    class Meta:
        model = Version
        fields = ("language", "url")

    def get_url(self, row) -> str:
        return self.context["origin"] + page_path("article", row.language, row.slug)


class ArticleRow(serializers.ModelSerializer):
    id = serializers.CharField(source="uid")
    dateline_place = PlaceCard()
    dateline_date = serializers.SerializerMethodField()
    bylines = BylineRow(many=True)
    countries = ActorCard(many=True)
    topics = TopicCard(many=True)
    translations = Translation(source="versions", many=True)

    class Meta:
        model = Article
        fields = (
            *("id", "type", "original_language", "created_at", "modified_at"),
            *("headline", "standfirst", "slugline", "urgency", "dateline_place", "dateline_date"),
            *("bylines", "countries", "topics", "translations"),
        )

    def get_dateline_date(self, row) -> dict:
        return fuzzy_json(row.dateline_date, self.context["language"])


class ArticleWhole(ArticleRow):
    actor_links = ActorRow(many=True)
    events = EventCard(many=True)
    agreements = AgreementCard(many=True)
    related = ArticleCard(many=True)
    citations = CitationRow(many=True)

    class Meta(ArticleRow.Meta):
        fields = (
            *(*ArticleRow.Meta.fields, "body", "editor_note"),
            *("actor_links", "events", "agreements", "related", "citations"),
        )


class ArticleFilter(FilterSet):
    topic = django_filters.CharFilter("topics__uid")
    country = django_filters.CharFilter("countries__uid")
    kind = django_filters.CharFilter("type")
    q = django_filters.CharFilter(method="containing")

    def containing(self, rows, name, value):
        return rows.filter(Q(body__icontains=value))


class Pages(PageNumberPagination):
    page_size = 20
    page_size_query_param = "page_size"
    max_page_size = 100


class Articles(ModelViewSet):
    queryset = Article.objects.all()
    lookup_field = "uid"
    filter_backends = (DjangoFilterBackend,)
    filterset_class = ArticleFilter
    pagination_class = Pages

    def get_serializer_class(self):
        return ArticleRow if self.action == "list" else ArticleWhole

    def get_serializer_context(self) -> dict:
        origin = self.request.build_absolute_uri("/").rstrip("/")
        return {**super().get_serializer_context(), "language": self.request.LANGUAGE_CODE, "origin": origin}

    def get_queryset(self):
        # The newest first, down the primary key.
        rows = self.published(Article).order_by("-pk").prefetch_related(*self.shown_in_lists())
        if self.action == "list":
            return rows.defer(*LONG_TEXTS)
        return rows.prefetch_related(*self.shown_alone())

    def published(self, model) -> QuerySet:
        """What readers may know of in their language, with the address of its page: one query more for all rows."""
        asked = Version.objects.filter(stage=Stage.PUBLISHED, language=self.request.LANGUAGE_CODE)
        rows = model.objects.filter(versions__stage=Stage.PUBLISHED, versions__language=self.request.LANGUAGE_CODE)
        return rows.prefetch_related(Prefetch("versions", asked.only("record", "language", "slug"), to_attr="shown"))

    def shown_in_lists(self) -> Iterator[Prefetch]:
        every = Version.objects.filter(stage=Stage.PUBLISHED).only("record", "language", "slug")
        yield Prefetch("versions", every)
        yield Prefetch("dateline_place", self.published(Place))
        yield Prefetch("bylines", Byline.objects.prefetch_related(Prefetch("author", self.published(Author))))
        yield Prefetch("countries", self.published(Actor))
        yield Prefetch("topics", self.published(Topic))

    def shown_alone(self) -> Iterator[Prefetch]:
        actors = Prefetch("actor", self.published(Actor))
        publishers = Prefetch("publisher", self.published(Actor))
        sources = Prefetch("source", self.published(Source).defer("body").prefetch_related(publishers))
        yield Prefetch("actor_links", ArticleActor.objects.prefetch_related(actors))
        yield Prefetch("events", self.published(Event))
        yield Prefetch("agreements", self.published(Agreement))
        yield Prefetch("related", self.published(Article).defer(*LONG_TEXTS))
        yield Prefetch("citations", Citation.objects.prefetch_related(sources))


urlpatterns = [
    path("bench/constant/<int:size>", constant),
    path("bench/articles", Articles.as_view({"get": "list"})),
    path("bench/articles/<str:uid>", Articles.as_view({"get": "retrieve"})),
]
