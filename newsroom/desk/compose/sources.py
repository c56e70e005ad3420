"""Sources as cited: what carries a record, and what carries one part of it."""

import hashlib
from urllib.parse import urlsplit

from django.db.models import Prefetch, QuerySet
from django.utils.translation import override

from newsroom.desk.compose.dates import moment
from newsroom.desk.compose.markers import must, ref
from newsroom.public.schema import SourceUse
from relations.models import Citation, Part, Record, Source
from relations.values.labels import date_label


def with_citations(rows: QuerySet) -> QuerySet:
    # The body stays with the desk.
    citations = Citation.objects.select_related("source__publisher").defer("source__body")
    return rows.prefetch_related(Prefetch("citations", citations))


def source_label(source: Source, language: str) -> str:
    """The title; without one, the site (or what sort of source it is) and the day."""
    if source.title:
        return source.title
    with override(language):
        what = urlsplit(source.url).hostname or source.get_type_display()
    return ", ".join(filter(None, (str(what).removeprefix("www."), date_label(source.published, language, once=True))))


def independence_group(source: Source) -> str:
    """Alike for sources that count as one voice. A digest: the publisher's key is not for readers."""
    voice = source.independent_group or (source.publisher.key if source.publisher else source.uid)
    return hashlib.sha256(voice.encode()).hexdigest()[:12]


def source_use(source: Source, language: str, citation: Citation | None = None) -> SourceUse:
    return {
        "source": must(source),
        "title": source_label(source, language),
        "publisher": ref(source.publisher),
        "url": source.url or None,
        "date": moment(source.published, language),
        "language": source.lang,
        "group": independence_group(source),
        "start": citation.start if citation else None,
        "end": citation.end if citation else None,
        "quote": (citation.quote or None) if citation else None,
    }


def record_sources(row: Record, language: str) -> list[SourceUse]:
    """What carries the record as a whole."""
    return [source_use(citation.source, language, citation) for citation in citations_of(row)]


def part_sources(row: Record, field: str, part: Part, language: str) -> list[SourceUse]:
    """What carries one part; `field` is the citation's name for it."""
    return [source_use(citation.source, language, citation) for citation in citations_of(row, (field, part.pk))]


def citations_of(row: Record, part: tuple[str, int] | None = None) -> list[Citation]:
    return [citation for citation in row.citations.all() if cited_part(citation) == part]


def cited_part(citation: Citation) -> tuple[str, int] | None:
    """Which part a citation carries, none for the record itself."""
    named = ((field, getattr(citation, f"{field}_id")) for field in Citation.PART_FIELDS)
    return next(((field, pk) for field, pk in named if pk), None)


def cited_sources(row: Record) -> list[Source]:
    """Every source cited anywhere in the record."""
    return [citation.source for citation in row.citations.all()]
