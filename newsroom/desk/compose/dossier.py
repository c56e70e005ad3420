from decimal import Decimal

from django.db.models import Prefetch, QuerySet

from newsroom.desk.compose.dates import moment, period
from newsroom.desk.compose.facets import facet_rows
from newsroom.desk.compose.facts import facts, with_facts
from newsroom.desk.compose.freeze import freeze, pick
from newsroom.desk.compose.markers import must, must_all, ref
from newsroom.desk.compose.rich_text import plain_text, segments
from newsroom.desk.compose.sources import cited_sources, part_sources
from newsroom.desk.fields import tr
from newsroom.public import schema
from relations.models import Dossier, Observation


def rows() -> QuerySet:
    observations = Observation.objects.select_related("indicator", "reporter", "partner")
    return (
        with_facts(Dossier.objects)
        .select_related("country_a", "country_b")
        .prefetch_related(Prefetch("observations", observations))
    )


def compose(row: Dossier, language: str) -> schema.Frozen:
    payload = payload_of(row, language)
    return freeze(
        title=payload["title"],
        payload=payload,
        summary=pick(payload, "pair", "title", "countries"),
        card=pick(payload, "pair"),
        facets=facets_of(row),
        search=[payload["intro_text"]],
    )


def payload_of(row: Dossier, language: str) -> schema.Dossier:
    intro = tr(row, "intro", language)
    return {
        "pair": row.pair.split("-"),
        "title": tr(row, "title", language),
        "intro": segments(intro),
        "intro_text": plain_text(intro),
        "countries": must_all([row.country_a, row.country_b]),
        "figures": [figure(row, observation, language) for observation in row.observations.all()],
        **facts(row, language),
    }


def figure(row: Dossier, observation: Observation, language: str) -> schema.Figure:
    return {
        "key": observation.key,
        "indicator": must(observation.indicator),
        "label": tr(observation.indicator, "name", language),
        "reporter": ref(observation.reporter),
        "partner": ref(observation.partner),
        "period": period(observation.period, language),
        "comparator": observation.comparator,
        "value": plain_number(observation.value),
        "value_high": plain_number(observation.value_high),
        "currency": observation.currency or None,
        "unit": tr(observation, "unit", language),
        "printed_as": observation.printed_as,
        "as_of": moment(observation.as_of, language),
        "note": tr(observation, "method_note", language),
        "sources": part_sources(row, "observation", observation, language),
    }


def plain_number(value: Decimal | None) -> str | None:
    """Digits without an exponent or trailing zeros, whatever the database adds to the scale."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def facets_of(row: Dossier) -> list[tuple[str, str]]:
    countries = [row.country_a, row.country_b]
    return facet_rows(
        {
            "pair": [row.pair],
            "country": countries,
            "actor": countries,
            "indicator": [observation.indicator for observation in row.observations.all()],
            "source": cited_sources(row),
        }
    )
