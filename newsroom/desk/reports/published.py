"""What was published, corrected and withdrawn, by whom and when."""

from collections import Counter

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from newsroom.desk.models import Decision, Verb
from newsroom.desk.reports.filters import Filters, kind_of
from newsroom.desk.reports.table import MOST_KEPT, Bar, Table, bars, known_as, titles_of
from newsroom.desk.reports.words import kind_name, language_name, urls_of, verb_name

PUBLISHING = (Verb.PUBLISH, Verb.PUBLISH_URGENTLY, Verb.CORRECT, Verb.WITHDRAW, Verb.ERASE)
MOST_BARS = 15


def published(filters: Filters) -> Table:
    """Three queries, whatever the size: the log, titles, addresses."""
    found = list(filters.decisions().filter(verb__in=PUBLISHING).order_by("-id")[:MOST_KEPT])
    titles, urls = titles_of(one.uid for one in found), urls_of(one.uid for one in found)
    counts = bars(count_by(filters.by, found, filters))
    return Table(
        headings=[_("When"), _("Who"), _("What happened"), _("Kind"), _("Language"), _("Title")],
        rows=[row_of(one, titles, urls) for one in found],
        caption=_("Each publication, the latest first"),
        bars=counts,
        bars_caption=caption_of(filters.by, counts),
        bars_are_days=filters.by == "day",
        note=_("The moment is that of the decision; what was scheduled became public later."),
    )


def row_of(one: Decision, titles, urls) -> list:
    kind, language = kind_name(kind_of(one.record_label)), language_name(one.language)
    title = known_as(titles, urls, one.uid, one.language, one.record_label)
    return [one.at, one.by_label, verb_name(one.verb), kind, language, title]


def count_by(by: str, found: list[Decision], filters: Filters) -> list[tuple[str, int]]:
    if by == "day":
        counts = Counter(timezone.localtime(one.at).date() for one in found)
        return [(formats.date_format(day, "SHORT_DATE_FORMAT"), counts[day]) for day in filters.period.days()]
    return Counter(NAMES[by](one) for one in found).most_common(MOST_BARS)


def caption_of(by: str, counts: list[Bar]) -> str:
    if by != "day":
        return _("How many")
    return _("How many a day: %(most)d at most") % {"most": max(bar.amount for bar in counts)}


NAMES = {
    "person": lambda one: one.by_label,
    "kind": lambda one: kind_name(kind_of(one.record_label)),
    "language": lambda one: language_name(one.language),
}
