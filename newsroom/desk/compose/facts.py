"""Claims, disputes, quotes and sources: what every record of facts carries beside its own fields."""

from django.db.models import Prefetch, QuerySet

from newsroom.desk.compose.dates import moment
from newsroom.desk.compose.markers import must, must_all
from newsroom.desk.compose.paths import is_path, paths_in, uids_at
from newsroom.desk.compose.sources import part_sources, record_sources, source_use, with_citations
from newsroom.desk.compose.titles import office
from newsroom.desk.fields import tr
from newsroom.public.schema import ClaimRow, DisputeRow, Facts, QuoteRow
from relations.models import Claim, Dispute, Quote, Record, Source
from relations.values.fuzzy import FuzzyDate
from relations.values.languages import direction


def with_facts(rows: QuerySet) -> QuerySet:
    disputes = Dispute.objects.select_related("resolved_claim").prefetch_related(
        "claims", Prefetch("sources", Source.objects.select_related("publisher").defer("body")), "about"
    )
    quotes = Quote.objects.select_related("speaker", "post__organisation", "post__country")
    return with_citations(rows).prefetch_related(
        Prefetch("claims", Claim.objects.prefetch_related("about", "attributed_to")),
        Prefetch("disputes", disputes),
        Prefetch("quotes", quotes.prefetch_related("about", "post__titles")),
    )


def facts(row: Record, language: str, on: FuzzyDate | None = None) -> Facts:
    """`on` is the record's own day, for the titles of those who are quoted."""
    return {
        "claims": claim_rows(row, language),
        "disputes": [dispute_row(dispute, language) for dispute in row.disputes.all()],
        "quotes": [quote_row(row, quote, on, language) for quote in row.quotes.all()],
        "sources": record_sources(row, language),
    }


def claim_rows(row: Record, language: str) -> list[ClaimRow]:
    claims = row.claims.all()
    uids = uids_at([path for claim in claims for path in paths_in(claim.value)])
    return [claim_row(row, claim, uids, language) for claim in claims]


def claimed_value(value, uids: dict[str, str]):
    """The value as given, with references instead of keys; a record that does not exist is left out."""
    if isinstance(value, list):
        known = [item for item in value if not is_path(item) or item in uids]
        return [{"$must": uids[item]} if is_path(item) else item for item in known]
    if is_path(value):
        return {"$ref": uids[value]} if value in uids else None
    return value


def claim_row(row: Record, claim: Claim, uids: dict[str, str], language: str) -> ClaimRow:
    return {
        "key": claim.key,
        "field": claim.field,
        "value": claimed_value(claim.value, uids),
        "date": moment(claim.date, language),
        "weekday": claim.weekday,
        "text": tr(claim, "text", language),
        "about": must_all(claim.about.all()),
        "rank": claim.rank,
        "basis": claim.basis,
        "modality": claim.modality,
        "attribution_kind": claim.attribution_kind,
        "attributed_to": must_all(claim.attributed_to.all()),
        "attribution_text": tr(claim, "attribution_text", language),
        "sources": part_sources(row, "claim", claim, language),
    }


def dispute_row(dispute: Dispute, language: str) -> DisputeRow:
    return {
        "key": dispute.key,
        "kind": dispute.kind,
        "state": dispute.state,
        "statement": tr(dispute, "statement", language),
        "rationale": tr(dispute, "rationale", language),
        "claims": [claim.key for claim in dispute.claims.all()],
        "resolved_claim": dispute.resolved_claim.key if dispute.resolved_claim else None,
        "about": must_all(dispute.about.all()),
        "sources": [source_use(source, language) for source in dispute.sources.all()],
    }


def quote_row(row: Record, quote: Quote, on: FuzzyDate | None, language: str) -> QuoteRow:
    gender = quote.speaker.gender if quote.speaker else ""
    return {
        "key": quote.key,
        "text": quote.text,
        "language": quote.lang,
        "dir": direction(quote.lang),
        "is_translation": quote.is_translation,
        "anonymous": quote.anonymous,
        "speaker": must(quote.speaker),
        "post_at_the_time": office(quote.post, on, gender, language),
        "about": must_all(quote.about.all()),
        "sources": part_sources(row, "quote_of", quote, language),
    }
