"""Corrections, with the note that readers see."""

from collections import Counter

from django.utils.translation import gettext as _

from newsroom.desk.models import Verb
from newsroom.desk.reports.filters import Filters, kind_of
from newsroom.desk.reports.table import MOST_KEPT, Table, Text, bars, known_as, titles_of
from newsroom.desk.reports.words import kind_name, language_name, urls_of


def corrections(filters: Filters) -> Table:
    """Three queries: the log, titles, addresses."""
    found = list(filters.decisions().filter(verb=Verb.CORRECT).order_by("-id")[:MOST_KEPT])
    titles, urls = titles_of(one.uid for one in found), urls_of(one.uid for one in found)
    return Table(
        headings=[_("When"), _("Who"), _("Kind"), _("Language"), _("Title"), _("Note")],
        rows=[
            [
                one.at,
                one.by_label,
                kind_name(kind_of(one.record_label)),
                language_name(one.language),
                known_as(titles, urls, one.uid, one.language, one.record_label),
                Text(one.reason, one.language),
            ]
            for one in found
        ],
        caption=_("Each correction, the latest first"),
        bars=bars(Counter(kind_name(kind_of(one.record_label)) for one in found).most_common()),
        bars_caption=_("How many, by kind"),
    )
