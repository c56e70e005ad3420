"""People, countries, institutions, organisations, bodies."""

import unicodedata

from django.db.models import Prefetch, QuerySet

from newsroom.desk.compose.dates import moment, period
from newsroom.desk.compose.facets import facet_rows
from newsroom.desk.compose.facts import facts, with_facts
from newsroom.desk.compose.freeze import freeze, pick
from newsroom.desk.compose.markers import must, ref
from newsroom.desk.compose.pictures import file_names, pictures
from newsroom.desk.compose.sources import cited_sources, part_sources, source_use
from newsroom.desk.compose.titles import gendered, latest_title, titles_in, titles_over_time
from newsroom.desk.fields import tr
from newsroom.public import schema
from relations.models import Actor, ActorName, Membership, Tenure
from relations.values.vocabularies import NameKind

LIST_KEYS = ("kind", "name", "short_name", "summary", "country", "iso2", "iso3")

# ISO 15924 codes by the first word of a letter's Unicode name.
SCRIPTS = {"LATIN": "Latn", "ARABIC": "Arab", "CYRILLIC": "Cyrl"}


def rows() -> QuerySet:
    tenures = Tenure.objects.select_related("post__organisation", "post__country")
    return (
        with_facts(Actor.objects)
        .select_related("country", "parent", "seat", "founding_agreement", "picture")
        .prefetch_related(
            "names",
            "identifiers",
            Prefetch("tenures", tenures.prefetch_related("post__titles", "attestations__source__publisher")),
            Prefetch("memberships", Membership.objects.select_related("organisation")),
        )
    )


def compose(row: Actor, language: str) -> schema.Frozen:
    payload = payload_of(row, language)
    return freeze(
        title=payload["name"],
        payload=payload,
        summary=pick(payload, *LIST_KEYS),
        card=pick(payload, "iso2", "iso3"),
        facets=facets_of(row),
        search=[
            *(name.form for name in row.names.all()),
            *pick(payload, "short_name", "summary", "description").values(),
        ],
        files=file_names([row.picture]),
    )


def payload_of(row: Actor, language: str) -> schema.Actor:
    return {
        "kind": row.type,
        "name": tr(row, "name", language),
        "short_name": tr(row, "short_name", language),
        "summary": tr(row, "summary", language),
        "description": tr(row, "description", language),
        # Misprints serve the search alone.
        "other_names": [name_row(name, language) for name in row.names.all() if name.kind != NameKind.MISPRINT],
        "identifiers": [{"scheme": row.scheme, "value": row.value} for row in row.identifiers.all()],
        "iso2": row.iso2 or None,
        "iso3": row.iso3 or None,
        "gender": row.gender or None,
        "country": ref(row.country),
        "parent": ref(row.parent),
        "seat": ref(row.seat),
        "founding_agreement": ref(row.founding_agreement),
        "founded": moment(row.founded, language),
        "dissolved": moment(row.dissolved, language),
        "posts": [post_held(row, tenure, language) for tenure in row.tenures.all()],
        "member_of": [member_of(row, membership, language) for membership in row.memberships.all()],
        "media": pictures([row.picture], language),
        **facts(row, language),
    }


def name_row(name: ActorName, language: str) -> schema.OtherName:
    return {
        "name": name.form,
        "language": name.lang,
        "script": script_of(name.form),
        "kind": name.kind,
        "valid": period(name.valid, language),
    }


def script_of(text: str) -> str:
    """The ISO 15924 code of the first letter's script; Zyyy where it has none that we know."""
    letter = next(filter(str.isalpha, text), " ")
    return SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "Zyyy")


def post_held(row: Actor, tenure: Tenure, language: str) -> schema.PostHeld:
    latest = latest_title(titles_in(tenure.post, language))
    return {
        "key": tenure.key,
        "post": must(tenure.post),
        "title": gendered(latest, row.gender, language) if latest else "",
        "titles": titles_over_time(tenure.post, row.gender, language),
        "role": tenure.post.role,
        "organisation": ref(tenure.post.organisation),
        "country": ref(tenure.post.country),
        "start": moment(tenure.start, language),
        "end": moment(tenure.end, language),
        "acting": tenure.acting,
        "attested": [period(attestation.on, language) for attestation in tenure.attestations.all()],
        "start_cause": tenure.start_cause,
        "end_cause": tenure.end_cause,
        "sources": tenure_sources(row, tenure, language),
    }


def tenure_sources(row: Actor, tenure: Tenure, language: str) -> list[schema.SourceUse]:
    """What is cited for the tenure, then the sources that only attest it."""
    cited = part_sources(row, "tenure", tenure, language)
    known = {use["source"]["$must"] for use in cited}
    attesting = {row.source.uid: row.source for row in tenure.attestations.all() if row.source}
    return [*cited, *(source_use(source, language) for uid, source in attesting.items() if uid not in known)]


def member_of(row: Actor, membership: Membership, language: str) -> schema.MemberOf:
    return {
        "key": membership.key,
        "organisation": must(membership.organisation),
        "status": membership.status,
        "start": moment(membership.start, language),
        "end": moment(membership.end, language),
        "role": tr(membership, "role", language),
        "note": tr(membership, "note", language),
        "sources": part_sources(row, "membership", membership, language),
    }


def facets_of(row: Actor) -> list[tuple[str, str]]:
    return facet_rows(
        {
            "kind": [row.type],
            "country": [row.country],
            "parent": [row.parent],
            "agreement": [row.founding_agreement],
            "post": [tenure.post for tenure in row.tenures.all()],
            "member_of": [membership.organisation for membership in row.memberships.all()],
            "identifier": [str(identifier) for identifier in row.identifiers.all()],
            "iso2": [row.iso2],
            "iso3": [row.iso3],
            "source": cited_sources(row),
        }
    )
