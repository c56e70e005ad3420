"""What the first page after the login tells each person: their work, and what lies ahead."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from newsroom.desk import workflow
from newsroom.desk.board.asked import Asked
from newsroom.desk.board.front import board_of
from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Assignment, Autosave, Release, Remit, Version
from newsroom.desk.saving import saving_many
from newsroom.desk.unsaved import forget_unsaved, keep_unsaved
from tests.factories.relations import DisputeFactory, EventFactory, PlaceFactory
from tests.journeys.writing import approved, publish, rewrite, submit, text, texts, write

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def in_english():
    """Whatever language the page before was asked for in."""
    with override("en"):
        yield


@pytest.fixture
def users():
    return make_accounts()


@pytest.fixture
def panels(users):
    """`panels("editor")`: of their board, code -> titles with languages and what is said."""

    def seen(name: str) -> dict[str, list]:
        board = board_of(users[name], Asked(), timezone.now())
        return {panel.code: list(map(line, panel.notices)) for panel in (*board.work, *board.ahead)}

    return seen


def line(notice):
    return (notice.title, *(chip.language for chip in notice.chips))


def words(language: str, text: str) -> dict:
    return {f"headline_{language}": text, f"body_{language}": f"<p>{text}.</p>"}


def both(english: str, arabic: str) -> dict:
    return words("en", english) | words("ar", arabic)


def saved(row):
    with saving_many(references=False) as saves:
        saves.add(row)
    return row


def test_reviewer_finds_texts_of_others_in_languages_of_the_remit(users, panels):
    Remit.objects.create(user=users["editor"], edits=["en", "ar"], approves=["ar"])
    submit(texts(write(users["reporter"], **both("In two", "بلغتين")), "en", "ar"), users["reporter"])
    submit(texts(write(users["reporter"], **both("Handed in by the editor", "سلمه المحرر")), "ar"), users["editor"])
    submit(texts(write(users["editor"], **both("Written by the editor", "كتبه المحرر")), "ar"), users["reporter"])

    assert panels("editor")["review"] == [("In two", "ar")]
    assert {title for title, *_ in panels("publisher")["review"]} == {
        "In two",
        "Handed in by the editor",
        "Written by the editor",
    }
    assert "review" not in panels("reporter")


def test_publisher_finds_what_is_approved_and_nobody_else_does(users, panels):
    approved(write(users["reporter"], **both("Ready to go", "جاهز")), users, "en")

    assert panels("publisher")["publish"] == [("Ready to go", "en")]
    assert "publish" not in panels("editor") | panels("reporter")


def test_urgent_publication_stays_until_somebody_else_has_looked(users, panels):
    article = write(users["reporter"], **words("en", "Out at once"))
    workflow.publish_urgently(versions=texts(article, "en"), by=users["publisher"], reason="It is on the wires.")

    waiting = {name: panels(name).get("look") for name in ("editor", "publisher", "reporter")}
    workflow.approve_afterwards(versions=texts(article, "en"), by=users["editor"])

    assert waiting == {"editor": [("Out at once", "en")], "publisher": [("Out at once", "en")], "reporter": None}
    assert "look" not in panels("editor")


def test_own_items_are_those_written_submitted_or_given_and_not_finished(users, panels):
    write(users["reporter"], **words("en", "Begun"))
    submit(texts(write(users["translator"], **words("en", "Handed in")), "en"), users["reporter"])
    publish(write(users["reporter"], **words("en", "Done")), users, "en")
    given = text(write(users["editor"], **words("en", "Given")), "en")
    now = timezone.now()
    Assignment.objects.create(
        version=given, to=users["reporter"], task="write", due=now + DAY, by_label="editor", at=now
    )

    # What is due comes first, then what was changed last.
    assert panels("reporter")["mine"] == [("Given", "en"), ("Handed in", "en"), ("Begun", "en")]
    assert panels("publisher")["mine"] == []


def type_into(by, form: str, record, at: dt.datetime, version: int = 1):
    inputs = {"note": ["Typed."]}
    row, _alone = keep_unsaved(by=by, form=form, record=record, row_version=version, inputs=inputs)
    Autosave.objects.filter(pk=row.pk).update(at=at)


def test_what_was_typed_and_not_saved_leads_back_to_its_form(users):
    at = dt.datetime(2026, 1, 2, 15, tzinfo=dt.UTC)
    article = write(users["editor"], **words("ar", "نص"))
    rewrite(article, users["editor"], headline_ar="عنوان")
    bare = PlaceFactory(key="no-text-yet")
    type_into(users["reporter"], "desk.article", article.record_ptr, at)
    type_into(users["reporter"], "relations.place", bare.record_ptr, at - DAY)
    type_into(users["reporter"], "relations.agreement", None, at - 2 * DAY)
    type_into(users["editor"], "relations.actor", None, at)

    panel = board_of(users["reporter"], Asked(), timezone.now()).work[0]

    assert [(one.title, one.url, one.language, one.said) for one in panel.notices] == [
        (
            "عنوان",
            reverse("admin:desk_article_change", args=[article.pk]),
            "ar",
            ("typed 2 January 2026, 15:00 (UTC)", "the record has been saved since"),
        ),
        (
            "no-text-yet",
            reverse("admin:relations_place_change", args=[bare.pk]),
            "",
            ("typed 1 January 2026, 15:00 (UTC)",),
        ),
        (
            "New: agreement",
            reverse("admin:relations_agreement_add"),
            "",
            ("typed 31 December 2025, 15:00 (UTC)",),
        ),
    ]


def test_board_says_nothing_of_typing_where_all_is_saved(users, panels):
    article = write(users["editor"], **words("en", "Saved"))
    type_into(users["editor"], "desk.article", article.record_ptr, timezone.now())

    assert "typed" in panels("editor")
    forget_unsaved(by=users["editor"], form="desk.article", record=article.record_ptr)
    assert "typed" not in panels("editor") | panels("reporter")


def test_overdue_item_is_pressing_and_says_when_it_was_due(users):
    given = text(write(users["editor"], **words("en", "Late")), "en")
    due = dt.datetime(2026, 1, 2, 15, tzinfo=dt.UTC)
    Assignment.objects.create(version=given, to=users["reporter"], task="write", due=due, by_label="editor", at=due)

    (notice,) = board_of(users["reporter"], Asked(), timezone.now()).work[0].notices

    assert (notice.pressing, notice.said) == (True, ("write: reporter", "due 2 January 2026, 15:00 (UTC)"))


def test_translator_finds_what_is_behind_and_what_is_missing(users, panels):
    Remit.objects.create(user=users["translator"], edits=["ar", "fr"], approves=[])
    article = write(users["reporter"], **both("First version", "النسخة الأولى"))
    rewrite(article, users["reporter"], headline_en="Second version")

    found = panels("translator")

    assert found["behind"] == [("Second version", "ar")]
    assert found["missing"] == [("Second version", "fr")]
    assert "missing" not in panels("editor")


def test_many_texts_are_cut_short_with_the_way_to_the_rest(users):
    for number in range(8):
        write(users["reporter"], **words("en", f"Item {number}"))

    mine = board_of(users["reporter"], Asked(), timezone.now()).work[0]

    assert [notice.title for notice in mine.notices] == [f"Item {number}" for number in (7, 6, 5, 4, 3, 2)]
    assert mine.more == f"/admin/?person={users['reporter'].pk}"


def test_publications_to_come_and_releases_due_stand_in_the_order_of_their_moments(users, panels):
    now = timezone.now()
    Release.objects.create(name="In an hour", moment=now + DAY / 24)
    Release.objects.create(name="Late", moment=now - DAY)
    Release.objects.create(name="In a week", moment=now + 7 * DAY)
    Release.objects.create(name="Gone out", moment=now - DAY, released_at=now)
    Release.objects.create(name="At no moment")
    article = write(users["reporter"], **both("Tomorrow", "غدا"))
    publish(article, users, "en", "ar", at=now + DAY)

    assert panels("reporter")["due"] == [("Late",), ("In an hour",), ("Tomorrow", "en", "ar")]


def test_release_says_its_moment_in_its_own_zone(users):
    Release.objects.create(name="Bulletin", moment=dt.datetime(2026, 1, 2, 15, tzinfo=dt.UTC), zone="Asia/Baku")

    (panel,) = board_of(users["reporter"], Asked(), timezone.now()).ahead

    assert panel.notices[0].said == ("release due 2 January 2026, 19:00 (Asia/Baku)", "overdue")
    assert panel.notices[0].pressing


def test_expiry_is_announced_as_such(users):
    article = write(users["reporter"], **words("en", "For a week"))
    publish(article, users, "en")
    moment = timezone.now() + 7 * DAY
    workflow.withdraw(record=article.record_ptr, by=users["publisher"], reason="It ends.", at=moment)

    (panel,) = board_of(users["reporter"], Asked(), timezone.now()).ahead

    assert panel.notices[0].said[0].startswith("withdrawn on ")


def test_open_disputes_stand_by_record_and_settled_ones_do_not(users):
    event = saved(EventFactory(title_en="A disputed visit"))
    for kind in ("date", "name"):
        DisputeFactory(record=event, kind=kind)
    DisputeFactory(record=saved(EventFactory(title_en="A settled visit")), state="resolved")

    (panel,) = board_of(users["editor"], Asked(), timezone.now()).ahead

    assert [(notice.title, notice.said) for notice in panel.notices] == [("A disputed visit", ("name", "date"))]


def test_diary_holds_planned_events_from_today_on_by_their_first_day(users, panels):
    known = {"occurrence_as_of": "2026-01-01"}
    for date, occurrence in (
        ("2999-05", "planned"),
        ("2999-02-03", "confirmed"),
        ("2001-01-01", "planned"),
        ("2999-01-01", "cancelled"),
    ):
        saved(EventFactory(title_en=f"{occurrence} {date}", date=date, occurrence=occurrence, **known))

    assert panels("reporter")["events"] == [("confirmed 2999-02-03",), ("planned 2999-05",)]


def test_board_comes_first_after_the_login_and_the_lists_stay_reachable(client, users):
    write(users["reporter"], **words("en", "On the board"))
    client.force_login(users["reporter"])

    board, lists = client.get(reverse("admin:index")), client.get(reverse("admin:all_records"))

    assert ("On the board" in board.text, reverse("admin:all_records") in board.text) == (True, True)
    assert reverse("admin:desk_article_changelist") in lists.text


def test_who_may_not_see_texts_finds_the_lists_instead_of_the_board(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))

    assert client.get(reverse("admin:index")).context["title"] == "All records"
    assert client.get(reverse("admin:all_records")).status_code == 403


def test_board_in_arabic_calls_records_by_their_arabic_names(client, users):
    write(users["reporter"], **both("Consultations in Algiers", "مشاورات في الجزائر"))
    write(users["reporter"], **words("en", "English alone"))
    client.force_login(users["reporter"])

    rows = client.get(reverse("admin:index"), headers={"accept-language": "ar"}).context["board"].rows

    named = [(row.title, row.language, row.direction) for row in rows]
    assert named == [("English alone", "en", "ltr"), ("مشاورات في الجزائر", "ar", "rtl")]


def test_spiked_text_waits_for_nobody(users, panels):
    article = write(users["reporter"], **both("Given up", "متروك"))
    rewrite(article, users["reporter"], headline_en="Given up, rewritten")
    workflow.spike(versions=list(Version.objects.filter(record=article.pk)), by=users["editor"], reason="A duplicate.")

    assert {name: panels(name) for name in ("reporter", "translator")} == {
        "reporter": {"mine": []},
        "translator": {"mine": []},
    }
