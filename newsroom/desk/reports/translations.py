"""Translations that are missing or behind their source, by pair of languages."""

from collections import Counter

from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext as _

from newsroom.desk.editing import change_url
from newsroom.desk.models import Version
from newsroom.desk.models.stage import GIVEN_UP
from newsroom.desk.reports.filters import Filters
from newsroom.desk.reports.table import MOST_KEPT, Table, Text, bars
from newsroom.desk.reports.words import kind_name, language_name
from newsroom.desk.saving import REVIEWED_KINDS
from relations.values.languages import LANGUAGES


def translations(filters: Filters) -> Table:
    """Five queries: the stale, then the missing of each language; fewer where one language is asked for."""
    wanted = [filters.language] if filters.language else LANGUAGES
    found = [*stale(filters), *(line for one in wanted for line in missing(filters, one))]
    found.sort(key=lambda line: line[0])
    return Table(
        headings=[_("From"), _("Into"), _("State"), _("Fields behind"), _("Kind"), _("Saved"), _("Title")],
        rows=[row for _pair, row in found],
        caption=_("Each text, by pair of languages"),
        bars=bars(pairs(found)),
        bars_caption=_("Texts missing or behind, by pair of languages"),
        note=_("Missing counts records that are public in the language they were written in."),
    )


def pairs(found) -> list[tuple[str, int]]:
    counts = Counter(pair for pair, _row in found)
    return [(f"{language_name(one)} → {language_name(other)}", number) for (one, other), number in counts.most_common()]


def reviewed(filters: Filters):
    kinds = [filters.kind] if filters.kind else REVIEWED_KINDS
    return Version.objects.filter(record__kind__in=kinds).exclude(stage__in=GIVEN_UP)


def stale(filters: Filters):
    """With the title of the translation itself."""
    rows = reviewed(filters).stale().select_related("record")
    rows = rows.filter(language=filters.language) if filters.language else rows
    for version in rows.order_by("pk")[:MOST_KEPT]:
        fields = ", ".join(version.stale_fields)
        yield line(version, version.translated_from, version.language, _("behind"), fields)


def missing(filters: Filters, language: str):
    """With the title of the source."""
    translated = Version.objects.filter(record=OuterRef("record"), language=language).exclude(text_hashes={})
    sources = reviewed(filters).filter(language=F("record__original_language")).exclude(published_digest="")
    rows = sources.exclude(language=language).filter(~Exists(translated)).select_related("record")
    for version in rows.order_by("pk")[:MOST_KEPT]:
        yield line(version, version.language, language, _("missing"), "")


def line(version: Version, source: str, target: str, state: str, fields: str):
    record = version.record
    title = Text(version.title or str(record), version.language, change_url(record))
    row = [language_name(source), language_name(target), state, fields, kind_name(record.kind), record.modified_at]
    return (source, target), [*row, title]
