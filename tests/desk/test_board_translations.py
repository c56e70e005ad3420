"""The queue of whoever translates: what is missing, begun, behind its source, and ready."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from newsroom.desk import workflow
from newsroom.desk.board.asked import Pair
from newsroom.desk.board.kinds import PARTS
from newsroom.desk.board.translations import queue_of
from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Assignment, Remit, Version
from newsroom.desk.saving import saving_many
from relations.models import Part, Record
from relations.translation import TRANSLATED
from relations.values.languages import LANGUAGES
from tests.factories.relations import ClaimFactory, CountryFactory, EventFactory
from tests.journeys.writing import rewrite, texts, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    """Whatever language the page before was asked for in."""
    with override("en"):
        yield


@pytest.fixture
def users():
    return make_accounts()


def words(language: str, text: str) -> dict:
    return {f"headline_{language}": text, f"body_{language}": f"<p>{text}.</p>"}


def queue(**asked) -> list[tuple]:
    lines = queue_of(Pair.of(asked, "en"), timezone.now()).lines
    return [(line.row.record.key, str(line.state), line.source.language) for line in lines]


@pytest.fixture
def articles(users):
    """One in each state of its French translation."""
    reporter = users["reporter"]
    write(reporter, key="untouched", **words("en", "Untouched"))
    write(reporter, key="begun", headline_fr="Commencé", **words("en", "Begun"))
    behind = write(reporter, key="behind", **words("en", "Behind"), **words("fr", "En retard"))
    write(reporter, key="whole", **words("en", "Whole"), **words("fr", "Entier"))
    rewrite(behind, reporter, headline_en="Moved on")


def test_queue_holds_what_is_not_ready_of_the_record_changed_last_first(articles):
    assert queue(into="fr") == [
        ("behind", "stale", "en"),
        ("begun", "in_progress", "en"),
        ("untouched", "missing", "en"),
    ]


@pytest.mark.parametrize(
    ("state", "found"),
    [("missing", "untouched"), ("in_progress", "begun"), ("stale", "behind"), ("ready", "whole")],
)
def test_queue_narrows_to_one_state(articles, state, found):
    assert queue(into="fr", state=state) == [(found, state, "en")]


def test_line_says_which_fields_are_behind_and_which_have_no_translation(articles):
    behind, begun, untouched = queue_of(Pair("fr"), timezone.now()).lines

    assert (behind.behind, behind.untranslated) == (["headline"], [])
    assert (begun.behind, begun.untranslated) == ([], ["body"])
    assert (untouched.behind, untouched.untranslated) == ([], [])


def test_checked_translation_leaves_the_queue(articles, users):
    behind = Version.objects.select_related("record").filter(record__key="behind", language="fr")
    workflow.check_translation(versions=behind, by=users["translator"])

    assert ("behind", "ready", "en") in queue(into="fr", state="ready")


def test_any_language_can_be_the_source(users):
    write(users["reporter"], key="from-arabic", original_language="ar", **words("ar", "خبر"), **words("fr", "Nouvelle"))

    assert queue(into="en") == [("from-arabic", "missing", "ar")]
    assert queue(into="en", out_of="fr") == [("from-arabic", "missing", "fr")]
    assert queue(into="en", out_of="az") == []
    # The French was made from Arabic, not from English.
    assert queue(into="fr", out_of="ar", state="ready") == [("from-arabic", "ready", "ar")]
    assert queue(into="fr", out_of="en", state="ready") == []
    # The original is nobody's translation.
    assert [line for state in ("", "ready") for line in queue(into="ar", state=state)] == []


def test_given_up_texts_are_not_translated(users):
    article = write(users["reporter"], **words("en", "Given up"))
    workflow.spike(versions=texts(article, "en"), by=users["editor"], reason="A duplicate.")

    assert queue(into="fr") == []


def test_records_that_nobody_reviews_stay_out(users):
    with saving_many(references=False) as saves:
        saves.add(CountryFactory(name_fr=""))

    assert queue(into="fr") == []


def test_parts_of_a_record_count_as_texts_of_it(users):
    event = EventFactory(key="visit")
    claim = ClaimFactory(record=event, text_fr="")
    with saving_many(references=False) as saves:
        saves.add(event)

    (line,) = queue_of(Pair("fr"), timezone.now()).lines

    assert (str(line.state), line.untranslated) == ("in_progress", ["claim: in plain words"])
    assert claim.record_id == event.pk


def test_every_part_that_has_texts_has_a_name():
    parts = {model for model in TRANSLATED if issubclass(model, Part)}

    assert set(PARTS) == parts


def test_page_begins_with_the_language_of_the_interface_or_of_the_remit(client, users, articles):
    Remit.objects.create(user=users["translator"], edits=["fr", "az"], approves=[])
    client.force_login(users["translator"])

    chosen = {
        language: client.get(reverse("admin:translations"), headers={"accept-language": language}).context["queue"]
        for language in LANGUAGES
    }

    assert {language: found.pair.into for language, found in chosen.items()} == {
        "en": "fr",
        "fr": "fr",
        "ar": "fr",
        "az": "az",
    }


def test_line_names_whoever_has_it(client, users, articles):
    given = Version.objects.get(record__key="begun", language="fr")
    now = timezone.now()
    Assignment.objects.create(version=given, to=users["translator"], task="translate", by_label="editor", at=now)
    client.force_login(users["editor"])

    page = client.get(reverse("admin:translations"), {"into": "fr"})

    assert [line.assigned for line in page.context["queue"].lines] == [[], ["translate: translator"], []]
    assert "Translate: translator" in page.text


def test_line_leads_to_the_translation_beside_its_source_where_there_is_one(client, users, articles):
    client.force_login(users["translator"])

    page = client.get(reverse("admin:translations"), {"into": "fr"}).text

    uids = {record.key: record.uid for record in Record.objects.all()}
    linked = {
        key for key, uid in uids.items() if f"{reverse('admin:record_translation', args=[uid])}?language=fr" in page
    }
    assert linked == {"behind", "begun"}


def test_arabic_page_is_of_its_direction_and_keeps_latin_titles_in_theirs(client, users, articles):
    client.force_login(users["translator"])

    page = client.get(reverse("admin:translations"), {"into": "fr"}, headers={"accept-language": "ar"}).text

    assert 'dir="rtl"' in page
    assert 'lang="en" dir="ltr">Moved on</a>' in page
