"""What waits for one person, as texts: their own, and those that their permissions and languages call for."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import F, Q, QuerySet, Value

from newsroom.desk.board.asked import State
from newsroom.desk.board.colleague import Colleague
from newsroom.desk.board.inside import HasItem
from newsroom.desk.board.records import Reviewed
from newsroom.desk.board.translations import Translations
from newsroom.desk.models import Stage, Version
from newsroom.desk.models.stage import GIVEN_UP

UNFINISHED = (Stage.DRAFT, Stage.IN_REVIEW, Stage.APPROVED)
# Texts of each queue; one more is read, to know whether there are more.
READ = 24


def work_of(colleague: Colleague) -> dict[str, list[tuple[int, str]]]:
    """The first texts of each queue, as record and language, in one query: the order is lost with it."""
    parts = [part(*queue) for queue in queues(colleague)]
    found = defaultdict(list)
    for name, record, language in parts[0].union(*parts[1:], all=True).order_by():
        found[name].append((record, language))
    return found


def queues(colleague: Colleague) -> Iterator[tuple]:
    yield "mine", mine(colleague.user)
    if colleague.may("approve"):
        yield "review", to_review(colleague)
    if colleague.may("publish"):
        yield "publish", Version.objects.at_stage(Stage.APPROVED).filter(language__in=colleague.approves)
    if colleague.may("submit"):
        yield "behind", behind(colleague.edits)
        # Who reviews has enough to do; the page of translations shows them the rest.
        if not colleague.may("approve"):
            for language in colleague.edits:
                yield "missing", missing(language), language


def mine(user) -> QuerySet:
    """Given to somebody, submitted or changed by them, and not public yet as it is; what is due first."""
    theirs = Q(assignment__to=user) | Q(submitted_by=user) | Q(HasItem("changed_by", Value(user.pk)))
    rows = Version.objects.at_stage(*UNFINISHED).filter(theirs)
    return rows.order_by(F("assignment__due").asc(nulls_last=True), "-record__modified_at", "-pk")


def to_review(colleague: Colleague) -> QuerySet:
    """In review, and neither submitted nor changed by the one who looks."""
    waiting = Version.objects.at_stage(Stage.IN_REVIEW).filter(language__in=colleague.approves)
    others = waiting.exclude(submitted_by=colleague.user).exclude(HasItem("changed_by", Value(colleague.user.pk)))
    return others.order_by("submitted_at", "pk")


def behind(languages: list[str]) -> QuerySet:
    rows = Version.objects.stale().filter(language__in=languages).exclude(stage__in=GIVEN_UP)
    return rows.filter(record__in=Reviewed.all_of_them()).order_by("-record__modified_at", "-pk")


def missing(language: str) -> QuerySet:
    return Translations.all_of_them().into(language).in_state(State.MISSING).latest_first()


def part(queue: str, rows: QuerySet, language: str = "") -> QuerySet:
    """The first of them. Rows are texts or, where a language is given, records that have none in it."""
    # SQLite takes no LIMIT in a part of a union, but in a subquery of it.
    first = rows.model.objects.filter(pk__in=rows.values("pk")[: READ + 1]).order_by()
    about, code = (F("pk"), Value(language)) if language else (F("record"), F("language"))
    return first.annotate(queue=Value(queue), about=about, code=code).values_list("queue", "about", "code")
