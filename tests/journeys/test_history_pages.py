"""The history of a record: one line of time, texts held against each other, and an edition's words brought back."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from newsroom.desk import workflow
from newsroom.desk.comparing.past import past_of
from newsroom.desk.comparing.restoring import kept_at_submission, plan_for
from newsroom.desk.comparing.sides import side
from newsroom.desk.history import revisions
from newsroom.desk.models import Article, Decision, Stage
from newsroom.desk.saving import saving
from newsroom.public.models import Edition
from relations.models import Claim, Record
from tests.factories.relations import CitationFactory, ClaimFactory, EventFactory, PlaceFactory
from tests.journeys.forms import fields
from tests.journeys.writing import publish, rewrite, text, write

pytestmark = pytest.mark.django_db

BODY = '<p>They met on 21 April 2025 in <a href="record:place/algiers">Algiers</a> &amp; parted.</p>'


@pytest.fixture
def article(users):
    PlaceFactory(key="algiers")
    words = {"headline_en": "As first published", "body_en": BODY, "headline_fr": "Premier", "body_fr": "<p>Un.</p>"}
    made = write(users["reporter"], **words)
    publish(made, users, "en", "fr")
    return made


@pytest.fixture
def desk(client, users):
    client.force_login(users["editor"])
    return client


def page(name: str, record, **query):
    return f"{reverse(f'admin:record_{name}', args=[record.uid])}?{'&'.join(f'{k}={v}' for k, v in query.items())}"


def test_every_decision_edition_and_save_stands_on_one_line_of_time(article, users):
    rewrite(article, users["translator"], headline_en="Later")
    workflow.withdraw(record=article, by=users["publisher"], reason="Taken back.")

    told = [(entry.kind, entry.who, entry.languages) for entry in past_of(article)]

    assert told == [
        ("edition", "", ["en", "fr"]),
        ("decision", "publisher", ["en", "fr"]),
        ("save", "translator", []),
        ("edition", "", ["en", "fr"]),
        ("decision", "publisher", ["en", "fr"]),
        ("decision", "editor", ["en", "fr"]),
        ("decision", "reporter", ["en", "fr"]),
        ("save", "reporter", []),
    ]


def test_history_says_who_when_why_and_which_text(desk, article, users):
    workflow.withdraw(record=article, by=users["publisher"], reason="Taken back for a reason.")

    shown = desk.get(reverse("admin:desk_article_history", args=[article.pk])).text

    digest = Decision.objects.about(article).filter(verb="submit", language="en").get().digest
    assert "Taken back for a reason." in shown
    assert f'title="{digest}"' in shown
    assert all(f"<bdi>{name}</bdi>" in shown for name in ("reporter", "editor", "publisher"))


def test_history_stays_readable_when_its_people_are_gone(desk, article, users):
    get_user_model().objects.get(username="reporter").delete()

    assert "<bdi>reporter</bdi>" in desk.get(page("history", article)).text


def test_history_narrows_to_a_language_and_a_kind(article):
    only = past_of(article, language="fr", kind="edition")

    assert [(entry.kind, entry.languages) for entry in only] == [("edition", ["en", "fr"])]
    assert past_of(article, language="ar", kind="decision") == []


@pytest.mark.parametrize("saves", [1, 3])
def test_history_costs_the_same_however_long_it_is(article, users, saves, django_assert_num_queries):
    for number in range(saves):
        rewrite(article, users["reporter"], headline_en=f"Headline {number}")
    record = Article.objects.get(pk=article.pk)

    # Decisions, editions, the content type's revisions with their users.
    with django_assert_num_queries(3):
        past_of(record)


def test_working_text_is_compared_with_an_edition(desk, article, users):
    rewrite(article, users["reporter"], headline_en="As now published")

    shown = desk.get(page("compare", article, one="edition:en:1", other="working:en")).text

    assert "As <del>first</del><ins>now</ins> published" in shown
    assert shown.count('class="difference"') == 1


def test_two_editions_are_compared_and_so_is_an_earlier_working_text(desk, article, users):
    rewrite(article, users["reporter"], body_en=BODY.replace("21 April", "22 April"))
    publish(article, users, "en")
    first_save = revisions(article).last()

    editions = desk.get(page("compare", article, one="edition:en:1", other="edition:en:2")).text
    saves = desk.get(page("compare", article, one=f"kept:{first_save.pk}:en", other="working:en")).text

    changed = "They met on <del>21</del><ins>22</ins> April 2025"
    assert changed in editions
    assert changed in saves


def test_two_languages_stand_side_by_side_with_the_facts_that_differ(desk, users):
    words = {"headline_en": "Talks", "body_en": "<p>On 21 April 2025, 300 came.</p>", "headline_ar": "محادثات"}
    article = write(users["reporter"], **words, body_ar="<p>في 20 أفريل 2025، حضر ٣٠٠.</p>")

    shown = desk.get(page("compare", article, one="working:en", other="working:ar")).text

    assert 'dir="rtl"' in shown
    assert shown.count("<mark>") == 2
    assert "<mark>21 April 2025</mark>" in shown
    assert "<mark>20 أفريل 2025</mark>" in shown
    assert shown.count('class="absence-date"') == 2


def test_what_was_typed_cannot_run_in_a_comparison(desk, article, users):
    rewrite(article, users["reporter"], headline_en="<script>alert(1)</script>")

    shown = desk.get(page("compare", article, one="edition:en:1", other="working:en")).text

    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert" in shown


def bring_back(client, record, name: str, **more):
    address = page("restore", record, text=name)
    return client.post(address, {**fields(client.get(address), "restore_form"), **more}, follow=True)


def test_edition_is_brought_back_to_the_byte_and_other_languages_stay(desk, article, users):
    rewrite(article, users["reporter"], headline_en="Later", body_en="<p>Later.</p>", headline_fr="Plus tard")

    bring_back(desk, article, "edition:en:1")

    article.refresh_from_db()
    assert (article.headline_en, article.body_en, article.headline_fr) == ("As first published", BODY, "Plus tard")
    english = text(article, "en")
    assert (english.working_digest, english.stage) == (Edition.objects.get(language="en", number=1).digest, "published")
    assert text(article, "fr").stage == Stage.DRAFT
    said = Decision.objects.about(article).filter(verb="restore").get()
    assert (said.language, said.by) == ("en", users["editor"])


def test_restoring_after_somebody_saved_is_refused_and_loses_nothing(desk, article, users):
    rewrite(article, users["reporter"], headline_en="Later")
    address = page("restore", article, text="edition:en:1")
    form = fields(desk.get(address), "restore_form")
    rewrite(article, users["translator"], headline_en="Last")

    answer = desk.post(address, form, follow=True)

    article.refresh_from_db()
    assert article.headline_en == "Last"
    assert 'class="error"' in answer.text


def test_earlier_working_text_is_brought_back_in_one_language_or_whole(desk, article, users):
    first = revisions(article).last()
    rewrite(article, users["reporter"], headline_en="Later", headline_fr="Plus tard", slugline="later")

    bring_back(desk, article, f"kept:{first.pk}:fr")
    article.refresh_from_db()
    assert (article.headline_en, article.headline_fr, article.slugline) == ("Later", "Premier", "later")

    bring_back(desk, article, f"kept:{first.pk}:fr", whole="on")
    article.refresh_from_db()
    assert (article.headline_en, article.headline_fr, article.slugline) == ("As first published", "Premier", "")


def test_words_without_a_place_are_not_brought_back_in_pieces(desk, users):
    event = EventFactory()
    with saving(Record.objects.get(pk=event.pk), row_version=event.row_version):
        claim = ClaimFactory(record=event.record_ptr, text_en="It was Tuesday.")
        source = CitationFactory(record=event.record_ptr).source
        CitationFactory(record=event.record_ptr, source=source, claim=claim)
    publish(event, users, "en")
    submitted = kept_at_submission(event, Edition.objects.get(uid=event.uid, language="en"))
    record = Record.objects.get(pk=event.pk)
    with saving(record, row_version=record.row_version):
        Claim.objects.filter(record=event.pk).delete()

    plan = plan_for(record, side(record, "edition:en:1"))
    assert (plan.is_exact, len(plan.homeless)) == (False, 1)
    shown = desk.get(page("restore", event, text="edition:en:1")).text
    assert "Bring these words back" not in shown
    bring_back(desk, event, "edition:en:1", whole="on")
    assert Claim.objects.get(record=event.pk).text_en == "It was Tuesday."
    assert submitted is not None


def test_reporter_of_another_desk_cannot_bring_back_and_texts_that_are_not_there_are_not_found(client, article, users):
    users["reporter"].groups.clear()
    client.force_login(users["reporter"])
    assert client.get(page("restore", article, text="edition:en:1")).status_code == 403

    client.force_login(users["editor"])
    missing = ("edition:en:9", "edition:en:x", "kept:9999:en", "kept:1", "working:de", "nothing", "edition:")
    answers = {name: client.get(page("compare", article, one=name)).status_code for name in missing}
    assert answers == dict.fromkeys(missing, 404)


def test_revision_of_another_record_is_not_shown(desk, article, users):
    other = write(users["reporter"], headline_en="Another", body_en="<p>Other.</p>")
    foreign = revisions(other).first().pk

    assert desk.get(page("compare", article, one=f"kept:{foreign}:en")).status_code == 404


def test_scheduled_edition_is_marked_as_waiting(article, users):
    rewrite(article, users["reporter"], headline_en="Tomorrow")
    publish(article, users, "en", at=timezone.now() + dt.timedelta(days=1))

    ahead = [entry for entry in past_of(article) if entry.is_ahead]

    assert [(entry.kind, entry.languages) for entry in ahead] == [("edition", ["en"])]
