import hashlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom.desk.checks.message import Message, Subject, error, warning
from newsroom.desk.compose.sources import citations_of, cited_part, independence_group
from newsroom.desk.fields import tr
from relations.models import Record, Source
from relations.values.vocabularies import ActorType, ClaimBasis, RecordKind, UnitKind

# An outlet is known by what it publishes; countries and organisations need no source.
UNCITED_ACTORS = {ActorType.MEDIA, ActorType.COUNTRY, ActorType.MULTILATERAL_ORGANISATION}

# Claims of the desk's own stand on its reasons, or on other facts.
OWN_BASES = {ClaimBasis.EDITORIAL, ClaimBasis.DERIVED, ClaimBasis.RESOLVED}


def fact_is_cited(subject: Subject) -> Iterator[Message]:
    """20: every fact has a source, or the desk's reason for it."""
    if subject.row.citations.all() or has_editorial_reason(subject):
        return
    text = _("Nothing supports this record. Cite a source, or add an editorial claim that gives the reason.")
    if needs_citation(subject.row):
        yield error("uncited", "citations", text)
    elif subject.row.kind != RecordKind.ACTOR or subject.row.type not in UNCITED_ACTORS:
        yield warning("uncited", "citations", text)


def needs_citation(row: Record) -> bool:
    return row.kind in (RecordKind.EVENT, RecordKind.AGREEMENT) or (
        row.kind == RecordKind.ACTOR and row.type == ActorType.PERSON
    )


def has_editorial_reason(subject: Subject) -> bool:
    claims = subject.row.claims.all()
    return any(claim.basis == ClaimBasis.EDITORIAL and tr(claim, "text", subject.language) for claim in claims)


def claims_are_cited(subject: Subject) -> Iterator[Message]:
    """20: a claim is somebody's."""
    cited = cited_parts(subject.row)
    for claim in subject.row.claims.all():
        field = f"claims.{claim.key}"
        if claim.basis == ClaimBasis.EDITORIAL and not tr(claim, "text", subject.language):
            yield error("reason-missing", field, _("Give the reason for “%(claim)s”."), claim=claim.key)
        elif claim.basis not in OWN_BASES and ("claim", claim.pk) not in cited:
            yield error("claim-uncited", field, _("Cite who says “%(claim)s”."), claim=claim.key)


def tenures_are_cited(subject: Subject) -> Iterator[Message]:
    """20, for offices and memberships."""
    row, cited = subject.row, cited_parts(subject.row)
    text = _("Cite a source for “%(part)s”.")
    for tenure in row.tenures.all():
        if ("tenure", tenure.pk) not in cited and not any(
            attestation.source_id for attestation in tenure.attestations.all()
        ):
            yield warning("tenure-uncited", f"tenures.{tenure.key}", text, part=tenure.key)
    for membership in row.memberships.all():
        if ("membership", membership.pk) not in cited:
            yield warning("membership-uncited", f"memberships.{membership.key}", text, part=membership.key)


def cited_parts(row: Record) -> set:
    return {cited_part(citation) for citation in row.citations.all()}


def more_than_one_voice(subject: Subject) -> Iterator[Message]:
    """36: several sources of one publisher are one voice."""
    sources = {citation.source_id: citation.source for citation in citations_of(subject.row)}
    if len(sources) > 1 and len({independence_group(source) for source in sources.values()}) == 1:
        yield warning("one-voice", "citations", _("All sources go back to one publisher. Look for an independent one."))


def quotations_are_exact(subject: Subject) -> Iterator[Message]:
    """19: where the desk holds a source, the cited words stand there, and the source is as it was."""
    bodies = held_bodies(subject.row)
    for citation in subject.row.citations.all():
        body = bodies.get(citation.source_id)
        if (
            body
            and citation.quote
            and citation.start is not None
            and body[citation.start : citation.end] != citation.quote
        ):
            text = _("The words cited from “%(source)s” do not stand there.")
            yield error("words-not-in-source", "citations", text, source=citation.source.key)
    for source in {citation.source for citation in subject.row.citations.all()}:
        if source.pk in bodies and not is_unchanged(bodies[source.pk], source.sha256):
            text = _("The text of “%(source)s” has changed since it was cited.")
            yield error("source-changed", "citations", text, source=source.key)


def held_bodies(row: Record) -> dict[int, str]:
    cited = {citation.source_id for citation in row.citations.all()}
    return dict(Source.objects.filter(pk__in=cited).exclude(body="").values_list("pk", "body"))


def is_unchanged(body: str, sha256: str) -> bool:
    return not sha256 or hashlib.sha256(body.encode()).hexdigest() == sha256


def source_is_unchanged(subject: Subject) -> Iterator[Message]:
    """19, at the source."""
    if subject.row.body and not is_unchanged(subject.row.body, subject.row.sha256):
        yield error("source-changed", "body", _("The text is not the one that was cited. Restore it."))


def source_can_be_named(subject: Subject) -> Iterator[Message]:
    if not subject.row.title and not subject.row.url:
        yield warning("source-unnamed", "title", _("Give the title or the address, so that readers know it again."))


def quotes_are_verbatim(subject: Subject) -> Iterator[Message]:
    """27: a quote stands in its source, in the language given."""
    quotes = subject.row.quotes.all()
    bodies = held_bodies(subject.row) if quotes else {}
    for quote in quotes:
        citations = citations_of(subject.row, ("quote_of", quote.pk))
        field = f"quotes.{quote.key}"
        if not citations:
            yield error("quote-uncited", field, _("Cite where these words stand."))
        elif all(citation.source.lang != quote.lang for citation in citations):
            yield error("quote-in-other-language", field, _("The source is in another language than the quote."))
        held = [bodies[citation.source_id] for citation in citations if citation.source_id in bodies]
        if held and not any(quote.text in body for body in held):
            yield error("quote-not-in-source", field, _("These words do not stand in the source."))


def quotes_have_speakers(subject: Subject) -> Iterator[Message]:
    """27: somebody is quoted, or the quote says that nobody is named."""
    for quote in subject.row.quotes.all():
        if not quote.speaker and not quote.anonymous:
            yield error(
                "speaker-missing", f"quotes.{quote.key}", _("Name the speaker, or mark the quote as anonymous.")
            )


def figures_are_complete(subject: Subject) -> Iterator[Message]:
    """26: a figure has a source, a comparator and a day; money has a currency."""
    cited = cited_parts(subject.row)
    for observation in subject.row.observations.all():
        field = f"observations.{observation.key}"
        if ("observation", observation.pk) not in cited:
            yield error("figure-uncited", field, _("Cite the source of the figure."))
        if not observation.as_of or not observation.comparator:
            yield error("figure-incomplete", field, _("Say as of when, and whether exactly, at most or about."))
        if observation.indicator.unit_kind == UnitKind.MONEY and not observation.currency:
            yield warning("currency-missing", field, _("The currency is not known."))


def article_names_sources(subject: Subject) -> Iterator[Message]:
    """20, for articles."""
    if not subject.row.citations.all():
        yield warning("sources-missing", "citations", _("The article names no source."))
