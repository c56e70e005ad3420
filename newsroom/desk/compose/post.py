from django.db.models import QuerySet

from newsroom.desk.compose.dates import moment, period
from newsroom.desk.compose.facets import facet_rows
from newsroom.desk.compose.facts import facts, with_facts
from newsroom.desk.compose.freeze import freeze, pick
from newsroom.desk.compose.markers import ref
from newsroom.desk.compose.sources import cited_sources
from newsroom.desk.compose.titles import current_title, titles_in
from newsroom.desk.fields import tr
from newsroom.public import schema
from relations.models import Post, PostTitle

LIST_KEYS = ("kind", "name", "organisation", "country", "accredited_to", "level", "titles")


def rows() -> QuerySet:
    return (
        with_facts(Post.objects).select_related("organisation", "country", "accredited_to").prefetch_related("titles")
    )


def compose(row: Post, language: str) -> schema.Frozen:
    payload = payload_of(row, language)
    return freeze(
        title=payload["name"],
        payload=payload,
        summary=pick(payload, *LIST_KEYS),
        facets=facets_of(row),
        search=[
            words for title in payload["titles"] for words in (title["title"], title["title_f"], title["abbreviation"])
        ],
    )


def payload_of(row: Post, language: str) -> schema.Post:
    return {
        "kind": row.role,
        "name": current_title(row, language),
        "organisation": ref(row.organisation),
        "country": ref(row.country),
        "accredited_to": ref(row.accredited_to),
        "level": row.level or None,
        "single_holder": row.single_holder,
        "titles": [title_row(title, language) for title in titles_in(row, language)],
        "inception": moment(row.inception, language),
        "dissolved": moment(row.dissolved, language),
        **facts(row, language),
    }


def title_row(title: PostTitle, language: str) -> schema.TitleRow:
    return {
        "title": tr(title, "title", language),
        "title_f": tr(title, "title_f", language),
        "abbreviation": tr(title, "abbreviation", language),
        "valid": period(title.valid, language),
    }


def facets_of(row: Post) -> list[tuple[str, str]]:
    return facet_rows(
        {
            "kind": [row.role],
            "country": [row.country],
            "actor": [row.organisation, row.country, row.accredited_to],
            "organisation": [row.organisation],
            "accredited_to": [row.accredited_to],
            "source": cited_sources(row),
        }
    )
