from django.db.models import Prefetch, QuerySet

from newsroom.desk.compose.dates import moment
from newsroom.desk.compose.facets import countries_among, facet_rows, with_ancestors
from newsroom.desk.compose.freeze import freeze, pick
from newsroom.desk.compose.markers import must, must_all, ref
from newsroom.desk.compose.pictures import file_names, for_cards, pictures
from newsroom.desk.compose.rich_text import plain_text, segments
from newsroom.desk.compose.sources import cited_sources, record_sources, with_citations
from newsroom.desk.fields import tr
from newsroom.desk.models import Article, ArticleActor, Byline
from newsroom.public import schema
from relations.values.vocabularies import ActorType

LIST_KEYS = (
    "kind",
    "headline",
    "standfirst",
    "slugline",
    "dateline",
    "byline",
    "urgency",
    "countries",
    "topics",
)


def rows() -> QuerySet:
    return (
        with_citations(Article.objects)
        .select_related("lead_picture", "dateline_place__parent__parent")
        .prefetch_related(
            "topics",
            "countries",
            "events",
            "agreements",
            "related",
            Prefetch("bylines", Byline.objects.select_related("author")),
            Prefetch("actor_links", ArticleActor.objects.select_related("actor__country")),
        )
    )


def compose(row: Article, language: str) -> schema.Frozen:
    payload = payload_of(row, language)
    return freeze(
        title=payload["headline"],
        payload=payload,
        summary={**pick(payload, *LIST_KEYS), "media": for_cards(payload["media"])},
        card=pick(payload, "standfirst"),
        facets=facets_of(row),
        search=[payload["standfirst"], payload["body_text"]],
        files=file_names([row.lead_picture]),
    )


def payload_of(row: Article, language: str) -> schema.Article:
    body = tr(row, "body", language)
    text = plain_text(body)
    return {
        "kind": row.type,
        "headline": tr(row, "headline", language),
        "standfirst": tr(row, "standfirst", language),
        "slugline": row.slugline,
        "dateline": {"place": ref(row.dateline_place), "date": moment(row.dateline_date, language)},
        "byline": [{"author": must(byline.author)} for byline in row.bylines.all()],
        "body": segments(body),
        "body_text": text,
        "word_count": len(text.split()),
        "editor_note": tr(row, "editor_note", language),
        "urgency": row.urgency,
        "countries": must_all(row.countries.all()),
        "actors": [{"actor": must(link.actor), "role": link.role} for link in row.actor_links.all()],
        "events": must_all(row.events.all()),
        "agreements": must_all(row.agreements.all()),
        "related": must_all(row.related.all()),
        "topics": must_all(row.topics.all()),
        "media": pictures([row.lead_picture], language),
        "sources": record_sources(row, language),
    }


def facets_of(row: Article) -> list[tuple[str, str]]:
    links = row.actor_links.all()
    linked_countries = countries_among(link.actor for link in links if link.actor.type == ActorType.COUNTRY)
    return facet_rows(
        {
            "kind": [row.type],
            "country": [*row.countries.all(), *linked_countries],
            "actor": [*row.countries.all(), *(link.actor for link in links)],
            **{f"role:{link.role}": [other.actor for other in links if other.role == link.role] for link in links},
            "topic": row.topics.all(),
            "event": row.events.all(),
            "agreement": row.agreements.all(),
            "place": with_ancestors(row.dateline_place),
            "author": [byline.author for byline in row.bylines.all()],
            "source": cited_sources(row),
            "urgency": [str(row.urgency)],
        }
    )
