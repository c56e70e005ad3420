"""Threads of notes, mentions and assignments."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from newsroom.desk import talk, workflow
from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Assignment, Decision, Note, Remit
from newsroom.public.models import Edition
from tests.journeys.writing import submit, text, texts, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def users():
    return make_accounts()


@pytest.fixture
def version(users):
    article = write(users["reporter"], headline_en="Algiers and Baku", body_en="<p>Text.</p>", headline_ar="الجزائر")
    return text(article, "en")


def threads(version):
    return talk.threads_of(version.record).get(version.language, [])


def test_thread_is_begun_answered_resolved_and_opened_again(users, version):
    begun = talk.write_note(version=version, text="Is the day right?", by=users["editor"], field="headline")
    answer = talk.reply(thread=begun, text="It is.", by=users["reporter"])
    talk.resolve(thread=answer, by=users["editor"])

    [thread] = threads(version)
    assert (thread.begun, thread.replies, thread.is_resolved) == (begun, [answer], True)
    assert (thread.begun.resolved_by, answer.field) == (users["editor"], "headline")
    talk.reopen(thread=begun, by=users["reporter"])
    assert not threads(version)[0].is_resolved
    talk.resolve(thread=begun, by=users["editor"])
    talk.reply(thread=begun, text="Another thing.", by=users["reporter"])
    assert not threads(version)[0].is_resolved


def test_open_threads_come_first_and_languages_stay_apart(users, version):
    done = talk.write_note(version=version, text="Old.", by=users["editor"])
    talk.resolve(thread=done, by=users["editor"])
    kept = talk.write_note(version=version, text="Open.", by=users["editor"])
    last = talk.write_note(version=version, text="Last.", by=users["editor"])
    talk.write_note(version=text(version.record, "ar"), text="عنوان", by=users["editor"])

    assert [thread.begun for thread in threads(version)] == [last, kept, done]


def test_mention_is_found_by_whoever_is_meant_until_the_thread_is_resolved(users, version):
    get_user_model().objects.create_user("reader")
    begun = talk.write_note(version=version, text="Ask @reporter, @reader and mail a@editor.", by=users["publisher"])
    answered = talk.reply(thread=begun, text="@publisher: done.", by=users["reporter"])

    assert set(begun.mentions.all()) == {users["reporter"]}
    assert list(talk.mentions_of(users["publisher"])) == [answered]
    assert talk.count_mentions(users["reporter"]) == 1
    talk.resolve(thread=begun, by=users["editor"])
    assert [talk.count_mentions(users[name]) for name in ("reporter", "publisher")] == [0, 0]


def test_sending_back_begins_a_thread_with_the_reason(users, version):
    submit([version], users["reporter"])
    workflow.send_back(versions=[version], by=users["editor"], reason="@reporter: the source, please.")

    [thread] = threads(version)
    assert (thread.begun.text, thread.begun.by) == ("@reporter: the source, please.", users["editor"])
    assert talk.count_mentions(users["reporter"]) == 1


def test_refused_move_leaves_no_note(users, version):
    with pytest.raises(workflow.IllegalMove):
        workflow.send_back(versions=[version], by=users["editor"], reason="Too early.")

    assert not Note.objects.exists()


def test_empty_note_and_one_by_somebody_without_the_permission_are_refused(users, version):
    stranger = get_user_model().objects.create_user("stranger", is_staff=True)
    with pytest.raises(talk.TalkRefused, match="Write something"):
        talk.write_note(version=version, text="  ", by=users["editor"])
    with pytest.raises(talk.TalkRefused, match="permission"):
        talk.write_note(version=version, text="Hello.", by=stranger)

    assert not Note.objects.exists()


def test_editor_gives_a_text_to_one_person_at_a_time(users, version):
    due = timezone.now() + dt.timedelta(days=1)
    talk.assign_text(version=version, to=users["reporter"], task="write", due=due, by=users["editor"])
    talk.assign_text(version=version, to=users["translator"], task="translate", by=users["editor"])

    [given] = Assignment.objects.all()
    assert (given.to, given.task, given.due, given.by_label) == (users["translator"], "translate", None, "editor")
    talk.unassign_text(version=version, by=users["translator"])
    assert not Assignment.objects.exists()


def test_reporter_takes_what_nobody_has_and_gives_nothing_to_others(users, version):
    talk.assign_text(version=version, to=users["reporter"], task="write", by=users["reporter"])
    for to in ("translator", "reporter"):
        with pytest.raises(talk.TalkRefused, match="an editor gives it"):
            talk.assign_text(version=version, to=users[to], task="write", by=users["translator"])
    with pytest.raises(talk.TalkRefused, match="permission"):
        talk.unassign_text(version=version, by=users["translator"])

    assert Assignment.objects.get().to == users["reporter"]


@pytest.mark.parametrize(
    ("to", "task", "remit", "why"),
    [
        ("reporter", "review", None, "permission for this task"),
        ("administrator", "write", None, "permission for this task"),
        ("translator", "translate", {"edits": ["fr"]}, "does not work in this language: English"),
        ("publisher", "review", {"approves": ["ar"]}, "does not work in this language: English"),
    ],
)
def test_text_goes_only_to_who_can_do_the_task(users, version, to, task, remit, why):
    if remit:
        Remit.objects.create(user=users[to], **remit)

    with pytest.raises(talk.TalkRefused, match=why):
        talk.assign_text(version=version, to=users[to], task=task, by=users["editor"])


@pytest.fixture
def page(client, users, version):
    """Sends something from the page of notes, as somebody; answers the page that follows."""
    address = reverse("admin:notes", args=[version.record.uid])

    def send(role, **given):
        client.force_login(users[role])
        return client.post(address, {"language": "en", **given}, follow=True)

    return send


def test_page_of_notes_does_all_of_it(page, version):
    page("editor", do="write", field="headline", text="<b>Which day</b>, @reporter?")
    begun = Note.objects.get()
    page("reporter", do="reply", thread=begun.pk, text="The 4th.")
    shown = page("editor", do="assign", to="reporter", task="write", due="2027-01-05T18:00").text

    assert "&lt;b&gt;Which day&lt;/b&gt;, <mark>@reporter</mark>?" in shown
    assert Assignment.objects.get().due == dt.datetime(2027, 1, 5, 18, tzinfo=dt.UTC)
    page("editor", do="resolve", thread=begun.pk)
    assert "1 resolved thread" in page("editor", do="unassign").text
    assert not Assignment.objects.exists()
    page("editor", do="reopen", thread=begun.pk)
    assert not threads(version)[0].is_resolved


def test_page_says_why_it_refuses_and_knows_no_other_acts(page, version):
    assert page("reporter", do="erase").status_code == 404
    talk_elsewhere = talk.write_note(version=text(version.record, "ar"), text="عنوان", by=None)
    assert page("editor", do="resolve", thread=talk_elsewhere.pk).status_code == 404
    assert "Select a valid choice" in page("reporter", do="assign", to="editor", task="review").text


def test_pages_cost_the_same_for_one_thread_and_for_three(client, users, version, django_assert_num_queries):
    client.force_login(users["editor"])
    address = reverse("admin:notes", args=[version.record.uid])

    def grow(count):
        for number in range(count):
            begun = talk.write_note(version=version, text=f"{number} @editor", by=users["reporter"])
            talk.reply(thread=begun, text="Yes.", by=users["editor"])

    grow(1)
    client.get(address)
    # Session, user, two of permissions; record, notes, working row, texts, people once for each of two texts.
    with django_assert_num_queries(10):
        client.get(address)
    # Session, user, two of permissions; mentions.
    with django_assert_num_queries(5):
        client.get(reverse("admin:mentions"))
    grow(2)
    with django_assert_num_queries(10):
        client.get(address)
    with django_assert_num_queries(5):
        client.get(reverse("admin:mentions"))


@pytest.fixture
def gone(client, users, version):
    """What somebody did, and then their account was deleted in the admin."""
    submit([version], users["reporter"])
    workflow.send_back(versions=[version], by=users["editor"], reason="@reporter: which day?")
    talk.assign_text(version=version, to=users["editor"], task="review", by=users["editor"])
    submit(texts(version.record, "en"), users["reporter"])
    workflow.approve(versions=texts(version.record, "en"), by=users["editor"])
    workflow.publish(versions=texts(version.record, "en"), by=users["publisher"])
    client.force_login(users["administrator"])
    for name in ("editor", "publisher", "reporter"):
        address = reverse("admin:auth_user_delete", args=[users[name].pk])
        assert client.post(address, {"post": "yes"}).status_code == 302
    assert set(get_user_model().objects.values_list("username", flat=True)) == {"translator", "administrator"}
    return version


def test_deleting_people_keeps_what_they_decided_and_wrote_readable(client, gone):
    decisions = Decision.objects.about(gone.record).order_by("id").values_list("verb", "by", "by_label", "reason")
    assert list(decisions) == [
        ("submit", None, "reporter", ""),
        ("send_back", None, "editor", "@reporter: which day?"),
        ("submit", None, "reporter", ""),
        ("approve", None, "editor", ""),
        ("publish", None, "publisher", ""),
    ]
    note = Note.objects.get()
    assert (note.by, note.by_label, note.text) == (None, "editor", "@reporter: which day?")
    assert Edition.objects.get(uid=gone.record.uid).title == "Algiers and Baku"
    assert client.get(f"/api/v1/articles/{gone.record.uid}").json()["headline"] == "Algiers and Baku"
    client.force_login(get_user_model().objects.get(username="translator"))
    assert "which day?" in client.get(reverse("admin:notes", args=[gone.record.uid])).text
    listed = client.get(reverse("admin:desk_decision_changelist")).text
    assert listed.count("which day?") == 1
    assert 'field-by_label">publisher<' in listed
    change = reverse("admin:desk_article_change", args=[gone.record.pk])
    assert client.get(change).status_code == 200
    assert client.get(reverse("admin:desk_article_history", args=[gone.record.pk])).status_code == 200
