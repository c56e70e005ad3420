"""Reports: what they count and leave out, for how many queries."""

import csv
import datetime as dt
import io

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Decision, Stage, Version
from newsroom.desk.reports.catalogue import REPORTS
from newsroom.desk.reports.filters import Filters
from newsroom.desk.reports.period import Period, usual_period
from newsroom.desk.reports.table import stretch
from newsroom.desk.saving import saving_many
from relations.models import Record
from tests.factories.desk import ArticleFactory
from tests.factories.relations import (
    CitationFactory,
    EventFactory,
    MembershipFactory,
    ObservationFactory,
    TenureFactory,
)

pytestmark = pytest.mark.django_db

DAY = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
MARCH = Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
# Beside the person, the session and what the page itself asks.
QUERIES = {"published": 3, "stages": 4, "translations": 5, "sources": 6, "corrections": 3}


def report(name: str, **filters):
    make = next(one.make for one in REPORTS if one.name == name)
    return make(Filters(**{"period": MARCH, **filters}))


def decide(article, language="en", verb="publish", *, at=DAY, by="publisher", **fields) -> Decision:
    return Decision.objects.create(
        uid=article.uid,
        record_label=f"article/{article.key}",
        language=language,
        verb=verb,
        by_label=by,
        at=at,
        **fields,
    )


def saved(count: int = 1, **fields) -> list:
    """New articles with their texts."""
    with saving_many(references=False) as saves:
        articles = [ArticleFactory(**fields) for _ in range(count)]
        for article in articles:
            saves.add(article)
    return articles


def texts_of(rows) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in rows]


def test_published_counts_moves_of_the_period_and_no_others():
    (article,) = saved(headline_en="Out", headline_fr="Dehors")
    decide(article)
    decide(article, "fr", "correct", at=DAY + dt.timedelta(days=1))
    decide(article, "ar", "approve")
    decide(article, "az", at=dt.datetime(2026, 4, 1, 0, 0, tzinfo=dt.UTC))
    decide(article, "az", at=dt.datetime(2026, 2, 28, 23, 59, tzinfo=dt.UTC))
    table = report("published")

    assert [row[1:] for row in texts_of(table.rows)] == [
        ["publisher", "Corrected", "Article", "French", "Dehors"],
        ["publisher", "Published", "Article", "English", "Out"],
    ]
    assert [bar.amount for bar in table.bars] == [0, 1, 1, *[0] * 28]
    assert (len(table.bars), table.bars[1].share) == (31, 100)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"by": "person"}, {"publisher": 2, "editor": 1}),
        ({"by": "language"}, {"English": 2, "French": 1}),
        ({"by": "kind", "language": "fr"}, {"Article": 1}),
        ({"by": "person", "person": "editor"}, {"editor": 1}),
        ({"by": "kind", "kind": "event"}, {}),
    ],
)
def test_published_is_counted_by_what_is_asked(filters, expected):
    (article,) = saved()
    decide(article)
    decide(article, "fr")
    decide(article, by="editor")

    assert {bar.label: bar.amount for bar in report("published", **filters).bars} == expected


def test_published_is_read_when_people_and_records_are_gone():
    (article,) = saved()
    gone = get_user_model().objects.create_user("gone")
    decide(article, by="gone")
    Record.objects.filter(pk=article.pk).delete()
    gone.delete()

    ((_when, who, *_rest, title),) = report("published").rows
    assert (who, str(title), title.url) == ("gone", f"article/{article.key}", "")


def test_stages_tell_the_median_and_the_longest_first():
    for hours, article in zip((1, 3, 50), saved(3), strict=True):
        decide(article, verb="submit", from_stage="draft", to_stage="in_review")
        end = DAY + dt.timedelta(hours=hours)
        decide(article, verb="approve", from_stage="in_review", to_stage="approved", at=end)
    table = report("stages")

    assert [(bar.label, bar.said) for bar in table.bars] == [("In review", "3.0 h")]
    assert [row[2] for row in table.rows] == [50.0, 3.0, 1.0]


def test_stages_leave_out_the_time_before_a_save_that_dropped_the_text_to_draft():
    (article,) = saved()
    decide(article, verb="submit", from_stage="draft", to_stage="in_review")
    decide(article, verb="submit", from_stage="draft", to_stage="in_review", at=DAY + dt.timedelta(days=5))

    assert report("stages").rows == []


def test_stages_show_what_waits_since_before_the_period():
    (article,) = saved()
    decide(article, verb="submit", from_stage="draft", to_stage="in_review", at=DAY - dt.timedelta(days=90))
    Version.objects.filter(record=article.pk, language="en").update(stage="in_review", candidate=b"{}", digest="x")

    ((stage, *_, kind, language, _title),) = report("stages").rows
    assert (stage, kind, language) == ("In review", "Article", "English")
    assert report("stages").rows[0][4] == "still there"


def test_translations_behind_are_told_by_pair():
    stale, missing, draft = saved(3, headline_fr="", body_fr="")
    english = Version.objects.filter(language="en")
    english.filter(record__in=(stale.pk, missing.pk)).update(published_digest="x")
    Version.objects.filter(record=stale.pk, language="ar").update(stale_fields=["headline"])
    table = report("translations")

    assert {bar.label: bar.amount for bar in table.bars} == {"English → French": 2, "English → Arabic": 1}
    assert texts_of(table.rows)[0][:4] == ["English", "Arabic", "behind", "headline"]
    assert {row[-1].url for row in table.rows[1:]} == {
        reverse("admin:desk_article_change", args=[one.pk]) for one in (stale, missing)
    }
    assert [bar.amount for bar in report("translations", language="ar").bars] == [1]
    assert draft.headline_fr == ""


def test_sources_missing_are_those_that_the_checks_ask_for():
    cited, uncited = EventFactory(), EventFactory()
    CitationFactory(record=cited.record_ptr)
    TenureFactory()
    MembershipFactory()
    figure = ObservationFactory()
    table = report("sources")

    events = [row for row in table.rows if str(row[1]) == "Event"]
    assert [row[3].url for row in events] == [reverse("admin:relations_event_change", args=[uncited.pk])]
    assert {bar.label for bar in table.bars} >= {"Event", "Office held", "Membership", "Figure"}
    assert [row[2] for row in report("sources", kind="dossier").rows] == [figure.key]


def test_corrections_carry_their_notes():
    (article,) = saved(headline_en="Mended")
    decide(article, verb="correct", reason="=The day was wrong.")
    decide(article)
    table = report("corrections")

    assert [row[1:] for row in texts_of(table.rows)] == [
        ["publisher", "Article", "English", "Mended", "=The day was wrong."]
    ]
    assert "'=The day was wrong." in table.csv().decode("utf-8-sig")


def many(count: int) -> None:
    """For every report, so many rows."""
    for number, article in enumerate(saved(count, headline_fr="", body_fr="")):
        at = timezone.now() - dt.timedelta(hours=number % 99 + 1)
        decide(article, verb="submit", from_stage="draft", to_stage="in_review", at=at)
        decide(article, verb="approve", from_stage="in_review", to_stage="approved", at=at + dt.timedelta(minutes=30))
        decide(article, verb="correct", from_stage="approved", to_stage="published", at=timezone.now())
    Version.objects.filter(language="en").update(published_digest="x", stage=Stage.PUBLISHED)
    Version.objects.filter(language="ar").update(stale_fields=["headline"])


@pytest.mark.parametrize("count", [3, 300])
def test_reports_ask_as_much_at_any_size(django_assert_num_queries, count):
    many(count)
    for one in REPORTS:
        with django_assert_num_queries(QUERIES[one.name]):
            table = one.make(Filters(usual_period()))
        assert len(table.rows) >= count


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.name)
def test_report_is_a_page_and_a_file(client, one):
    many(1)
    client.force_login(make_accounts()["translator"])
    address = reverse(f"admin:{one.page}")
    page, file = client.get(address, headers={"accept-language": "ar"}), client.get(address, {"csv": "1"})

    longest = 'height="100.00"' if one.name == "published" else 'width="100.00%"'
    assert (page.status_code, 'dir="rtl"' in page.text, longest in page.text) == (200, True, True)
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert file.content.startswith(b"\xef\xbb\xbf")
    assert len(rows) == 1 + len(page.context["table"].rows)


def test_period_that_is_half_said_is_shown_whole(client):
    client.force_login(make_accounts()["editor"])
    page = client.get(reverse("admin:report_published"), {"last": "2026-03-31", "by": "kind"})

    assert ('value="2026-03-01"' in page.text, 'value="kind" selected' in page.text) == (True, True)


def test_filters_of_the_page_reach_its_file(client):
    (article,) = saved()
    decide(article)
    decide(article, "fr")
    client.force_login(make_accounts()["editor"])
    asked = {"first": "2026-03-01", "last": "2026-03-31", "language": "fr"}
    page = client.get(reverse("admin:report_published"), asked)

    assert len(page.context["table"].rows) == 1
    assert 'value="2026-03-31"' in page.text
    file = client.get(reverse("admin:report_published") + page.context["csv"])
    assert len(file.content.decode().splitlines()) == 2


@pytest.mark.parametrize(
    "asked",
    [
        {"first": "2026-03-01", "last": "2026-02-01"},
        {"first": "1990-01-01", "last": "2026-01-01"},
        {"first": "no day"},
        {"first": "9999-12-31", "last": "9999-12-31"},
        {"first": "0001-01-01", "last": "0001-01-01"},
        {"by": "nothing"},
    ],
)
def test_filter_that_makes_no_sense_is_told_and_bounded(client, asked):
    client.force_login(make_accounts()["editor"])
    page = client.get(reverse("admin:report_published"), asked)

    assert page.status_code == 200
    assert len(page.context["table"].bars) <= 366


@pytest.mark.parametrize(("seconds", "words"), [(60, "1 min"), (7200, "2.0 h"), (86400 * 3, "3.0 days")])
def test_stretch_of_time_is_told_in_fitting_units(seconds, words):
    assert stretch(seconds) == words
