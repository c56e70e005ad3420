from itertools import chain

from django.db.models import Prefetch, QuerySet

from newsroom.desk.compose.dates import moment, possible_days
from newsroom.desk.compose.facets import countries_among, date_facets, facet_rows, with_ancestors
from newsroom.desk.compose.facts import facts, with_facts
from newsroom.desk.compose.freeze import freeze, pick
from newsroom.desk.compose.markers import must, must_all, ref
from newsroom.desk.compose.sources import cited_sources
from newsroom.desk.compose.titles import capacity_then, former_name, office
from newsroom.desk.fields import tr
from newsroom.public import schema
from relations.models import Actor, AgreementAct, Event, Participation, Record
from relations.values.vocabularies import ActorType, EventType, ParticipationRole

LIST_KEYS = (
    "kind",
    "visit_type",
    "title",
    "summary",
    "date",
    "bounds",
    "status",
    "status_as_of",
    "collective",
    "places",
    "series",
    "host_country",
    "visiting_country",
    "countries",
    "part_of",
)
LIST_PARTICIPANT_KEYS = ("actor", "name", "post_at_the_time", "holder_named", "role", "side")


def rows() -> QuerySet:
    participations = Participation.objects.select_related(
        "person__country", "actor__country", "side", "post__organisation", "post__country", "capacity"
    )
    return (
        with_facts(Event.objects)
        .select_related("place__country", "place__parent__parent__parent")
        .select_related("host_country", "visiting_country", "parent", "series__body")
        .prefetch_related(
            "topics",
            Prefetch("acts", AgreementAct.objects.select_related("agreement")),
            Prefetch(
                "participations", participations.prefetch_related("person__names", "actor__names", "post__titles")
            ),
        )
    )


def compose(row: Event, language: str) -> schema.Frozen:
    payload = payload_of(row, language)
    participants = [pick(participant, *LIST_PARTICIPANT_KEYS) for participant in payload["participants"]]
    return freeze(
        title=payload["title"],
        payload=payload,
        summary={**pick(payload, *LIST_KEYS), "participants": participants},
        card=pick(payload, "date", "status"),
        facets=facets_of(row),
        search=[payload["summary"]],
        sort_date=row.date.sort_date.isoformat(),
        days=possible_days(row.bounds_start or row.date, row.bounds_end or row.date),
    )


def payload_of(row: Event, language: str) -> schema.Event:
    return {
        "kind": row.type,
        "visit_type": row.visit_type or None,
        "title": tr(row, "title", language),
        "summary": tr(row, "summary", language),
        "date": moment(row.date, language),
        "date_note": tr(row, "date_note", language),
        "duration_days": row.duration_days,
        "bounds": {"start": moment(row.bounds_start, language), "end": moment(row.bounds_end, language)},
        "status": row.occurrence,
        "status_as_of": row.occurrence_as_of.isoformat() if row.occurrence_as_of else None,
        "format": row.format or None,
        "collective": row.collective,
        "places": must_all([row.place]),
        "host_country": ref(row.host_country),
        "visiting_country": ref(row.visiting_country),
        "series": series_place(row),
        "participants": [participant(row, taking_part, language) for taking_part in row.participations.all()],
        "countries": must_all(countries_of(row)),
        "agreements": must_all(act.agreement for act in row.acts.all()),
        "part_of": ref(row.parent),
        "topics": must_all(row.topics.all()),
        **facts(row, language, row.date),
    }


def series_place(row: Event) -> schema.SeriesPlace | None:
    if not row.series:
        return None
    return {"series": ref(row.series), "ordinal": row.ordinal, "body": ref(row.series.body)}


def participant(row: Event, taking_part: Participation, language: str) -> schema.Participant:
    actor = taking_part.person or taking_part.actor
    gender = holder_gender(taking_part)
    return {
        "actor": must(actor),
        "name": former_name(actor, row.date, language),
        "post_at_the_time": office(taking_part.post, row.date, gender, language),
        "holder_named": actor is not None,
        "role": taking_part.role,
        "side": ref(taking_part.side),
        "capacity": capacity_then(taking_part.capacity, gender, language),
        "note": tr(taking_part, "note", language),
    }


def holder_gender(taking_part: Participation) -> str:
    return (taking_part.person.gender if taking_part.person else "") or taking_part.holder_gender


def countries_of(row: Event) -> list[Actor]:
    """Every country involved: as host or visitor, as a side, through those who take part, or as where it happens."""
    parts = row.participations.all()
    posts = [part.post for part in parts if part.post]
    taking_part = chain.from_iterable((part.side, part.person, part.actor) for part in parts)
    where = row.place.country if row.place else None
    found = [row.visiting_country, row.host_country, *countries_among(taking_part), *(p.country for p in posts), where]
    return list({country.uid: country for country in found if country}.values())


def facets_of(row: Event) -> list[tuple[str, str]]:
    parts = row.participations.all()
    named = [part.person or part.actor for part in parts]
    return facet_rows(
        {
            **date_facets(row.date),
            **role_facets(row),
            "kind": [row.type],
            "visit_type": [row.visit_type],
            "format": [row.format],
            "status": [row.occurrence],
            "country": countries_of(row),
            "actor": [*named, *countries_of(row), *(quote.speaker for quote in row.quotes.all())],
            "participant": named,
            "post": [part.post for part in parts],
            "side": [part.side for part in parts],
            "visitor_country": [row.visiting_country if row.type == EventType.VISIT else None],
            "host_country": [row.host_country],
            "forum": forums_of(row),
            "place": with_ancestors(row.place),
            "series": [row.series],
            "parent": [row.parent],
            "topic": row.topics.all(),
            "agreement": [act.agreement for act in row.acts.all()],
            "source": cited_sources(row),
        }
    )


def role_facets(row: Event) -> dict[str, list[Record | None]]:
    """Who was there in each role; the post where its holder is not named."""
    found: dict[str, list[Record | None]] = {}
    for part in row.participations.all():
        found.setdefault(f"role:{part.role}", []).append(part.person or part.actor or part.post)
    return found


def forums_of(row: Event) -> list[Actor]:
    conveners = [
        part.actor for part in row.participations.all() if part.role == ParticipationRole.CONVENER and part.actor
    ]
    return [actor for actor in conveners if actor.type == ActorType.MULTILATERAL_ORGANISATION]
