from django.db.models import Prefetch, QuerySet

from newsroom.desk.compose.dates import moment, possible_days
from newsroom.desk.compose.facets import countries_among, facet_rows, years
from newsroom.desk.compose.facts import facts, with_facts
from newsroom.desk.compose.freeze import freeze, pick
from newsroom.desk.compose.lifecycle import in_force_on, laterality, signed_on, sort_day, status
from newsroom.desk.compose.markers import must, must_all, ref
from newsroom.desk.compose.sources import cited_sources, part_sources
from newsroom.desk.compose.titles import capacity_then, office
from newsroom.desk.fields import tr
from newsroom.public import schema
from relations.models import Agreement, AgreementAct, AgreementParty, Signature

LIST_KEYS = ("kind", "title", "parties", "status", "signed_on", "in_force_on", "laterality", "topics")


def rows() -> QuerySet:
    signatures = Signature.objects.select_related("person", "side", "post__organisation", "post__country", "capacity")
    acts = AgreementAct.objects.select_related("party", "event", "place")
    return (
        with_facts(Agreement.objects)
        .select_related("depositary")
        .prefetch_related(
            "creates",
            "topics",
            Prefetch("parties", AgreementParty.objects.select_related("actor__country")),
            Prefetch(
                "acts", acts.prefetch_related(Prefetch("signatures", signatures.prefetch_related("post__titles")))
            ),
        )
    )


def compose(row: Agreement, language: str) -> schema.Frozen:
    payload = payload_of(row, language)
    signed = signed_on(row)
    return freeze(
        title=payload["title"],
        payload=payload,
        summary=pick(payload, *LIST_KEYS),
        card=pick(payload, "status", "signed_on"),
        facets=facets_of(row),
        search=[payload["descriptive_title"], payload["subject"]],
        sort_date=sort_day(row).isoformat(),
        days=possible_days(signed, signed),
    )


def payload_of(row: Agreement, language: str) -> schema.Agreement:
    return {
        "kind": row.type,
        "title": tr(row, "official_title", language) or tr(row, "descriptive_title", language),
        "official_title": tr(row, "official_title", language),
        "descriptive_title": tr(row, "descriptive_title", language),
        "subject": tr(row, "subject", language),
        "binding": row.binding,
        "laterality": laterality(row),
        "parties": [{"actor": must(party.actor), "kind": party.kind} for party in row.parties.all()],
        "signatories": [signatory(act, signature, language) for act, signature in signatures_of(row)],
        "lifecycle": [act_row(row, act, language) for act in row.acts.all()],
        "status": status(row),
        "signed_on": moment(signed_on(row), language),
        "in_force_on": moment(in_force_on(row), language),
        "creates": must_all(row.creates.all()),
        "depositary": ref(row.depositary),
        "registration": row.registration,
        "duration_years": row.duration_years,
        "tacit_renewal": row.tacit_renewal,
        "authentic_languages": row.authentic_languages,
        "text_url": row.text_url or None,
        "topics": must_all(row.topics.all()),
        **facts(row, language, signed_on(row)),
    }


def signatures_of(row: Agreement) -> list[tuple[AgreementAct, Signature]]:
    return [(act, signature) for act in row.acts.all() for signature in act.signatures.all()]


def signatory(act: AgreementAct, signature: Signature, language: str) -> schema.Signatory:
    gender = signature.person.gender if signature.person else ""
    return {
        "actor": must(signature.person),
        "post_at_the_time": office(signature.post, act.date, gender, language),
        "capacity": capacity_then(signature.capacity, gender, language),
        "for_party": ref(signature.side),
    }


def act_row(row: Agreement, act: AgreementAct, language: str) -> schema.Act:
    return {
        "key": act.key,
        "stage": act.stage,
        "party": ref(act.party),
        "date": moment(act.date, language),
        "event": ref(act.event),
        "place": ref(act.place),
        "note": tr(act, "note", language),
        "sources": part_sources(row, "act", act, language),
    }


def facets_of(row: Agreement) -> list[tuple[str, str]]:
    parties = [party.actor for party in row.parties.all()]
    signatories = [signature.person for _, signature in signatures_of(row)]
    acts = row.acts.all()
    signed = signed_on(row)
    return facet_rows(
        {
            "kind": [row.type],
            "status": [status(row)],
            "stage": [act.stage for act in acts],
            "laterality": [laterality(row)],
            "party": parties,
            "country": countries_among(parties),
            "actor": [*parties, *signatories, *row.creates.all()],
            "signatory": signatories,
            "post": [signature.post for _, signature in signatures_of(row)],
            "event": [act.event for act in acts],
            "place": [act.place for act in acts],
            "topic": row.topics.all(),
            "year": years(signed) if signed else [],
            "source": cited_sources(row),
        }
    )
