"""Releases by their pages: made, filled, scheduled on a zone's clocks, moved, called back, let go."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from newsroom.desk import workflow
from newsroom.desk.models import Decision, Release, Stage
from newsroom.public import reading
from newsroom.public.models import Edition
from tests.journeys.forms import fields
from tests.journeys.pressing import WORDS
from tests.journeys.writing import approved, publish, rewrite, submit, text, texts, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(users):
    return write(users["reporter"], **WORDS)


@pytest.fixture
def other(users):
    return write(users["reporter"], headline_fr="Deuxième texte", body_fr="<p>Texte.</p>")


def local(days: int = 30, hour: int = 18) -> dt.datetime:
    day = timezone.now() + dt.timedelta(days=days)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0, tzinfo=None)


@pytest.fixture
def pressed(client, users):
    """Press something on the page of a release, as a role."""

    def press(release: Release, what: str, *, role: str = "publisher", form: str = "", **given):
        client.force_login(users[role])
        address = reverse("admin:release", args=[release.pk])
        data = fields(client.get(address), form) if form else {}
        return client.post(address, {**data, "press": what, **given}, follow=True)

    return press


@pytest.fixture
def tonight(users, article, other):
    """An open release of two approved texts, at 18:00 in Baku of a day ahead."""
    approved(article, users, "en")
    approved(other, users, "fr")
    moment = local().replace(tzinfo=dt.UTC) - dt.timedelta(hours=4)
    both = [*texts(article, "en"), *texts(other, "fr")]
    return workflow.make_release(name="Tonight", moment=moment, zone="Asia/Baku", versions=both)


def waiting() -> set[tuple]:
    return set(Edition.objects.values_list("title", "live_from"))


def test_release_is_made_on_its_page_and_filled_with_the_chosen_texts(client, users, article):
    client.force_login(users["publisher"])
    versions = texts(article, "en")
    given = {"name": "Joint statement", "moment": f"{local():%Y-%m-%dT%H:%M}", "zone": "Asia/Baku"}
    client.post(f"{reverse('admin:releases')}?versions={versions[0].pk}", given)

    release = Release.objects.get()
    assert (release.name, release.zone, list(release.versions.all())) == ("Joint statement", "Asia/Baku", versions)
    assert release.moment == local().replace(tzinfo=dt.UTC) - dt.timedelta(hours=4)
    again = client.post(reverse("admin:releases"), given)
    assert again.context["form"].errors["__all__"] == ["There is a release of this name already."]
    assert release.released_at is None


def test_texts_are_added_and_taken_out(pressed, users, article, other):
    release = Release.objects.create(name="Tonight")
    pressed(release, "add", path=str(article.record_ptr))
    pressed(release, "add", path=f"{other.record_ptr}:fr")
    assert set(release.versions.all()) == {*texts(article, "en"), *texts(other, "fr")}

    wrong = pressed(release, "add", path="article/nothing-here")
    assert wrong.context["forms"]["add"].errors["path"] == ["There is no such record."]
    pressed(release, "remove", versions=text(article, "en").pk)
    assert list(release.versions.all()) == texts(other, "fr")
    assert pressed(release, "remove", role="reporter", versions=text(other, "fr").pk).status_code == 403
    assert release.versions.count() == 1


def test_readiness_of_each_text_is_shown_and_one_that_is_not_ready_holds_all(pressed, users, article, other):
    release = Release.objects.create(name="Tonight")
    release.versions.set([*approved(article, users, "en"), *submit(texts(other, "fr"), users["reporter"])])
    page = pressed(release, "release_now", form="release")

    ready = {
        looked.state.title: not (looked.why_not or looked.errors) for looked in page.context["found"].confirmation.texts
    }
    assert ready == {"The Brindlewick talks": True, "Deuxième texte": False}
    assert 'value="release_now"' not in page.text
    assert not Edition.objects.filter(uid__in=[article.uid, other.uid]).exists()


def test_release_is_scheduled_whole_at_its_moment_in_baku(pressed, tonight, article, other):
    page = pressed(tonight, "schedule", form="release")

    assert "2 texts are scheduled." in page.text
    moment = tonight.moment
    assert waiting() == {("The Brindlewick talks", moment), ("Deuxième texte", moment)}
    assert reading.get("article", article.uid, ("en",), moment - dt.timedelta(microseconds=1)) is None
    assert reading.get("article", article.uid, ("en",), moment).title == "The Brindlewick talks"
    assert page.context["found"].state == "scheduled"


def test_text_that_changed_since_the_page_was_opened_holds_the_release(client, users, tonight, article):
    client.force_login(users["publisher"])
    address = reverse("admin:release", args=[tonight.pk])
    data = fields(client.get(address), "release")
    rewrite(article, users["reporter"], headline_en="Another headline")
    approved(article, users, "en")
    answer = client.post(address, {**data, "press": "schedule"})

    assert "was changed since you read it" in answer.text
    assert waiting() == set()


def test_scheduled_release_is_moved_whole_whatever_was_typed_since(pressed, users, tonight, article):
    pressed(tonight, "schedule", form="release")
    rewrite(article, users["reporter"], headline_en="Typed since")
    pressed(tonight, "reschedule", moment=f"{local(40):%Y-%m-%dT%H:%M}", zone="Africa/Algiers")

    moment = local(40).replace(tzinfo=dt.UTC) - dt.timedelta(hours=1)
    tonight.refresh_from_db()
    assert (tonight.moment, tonight.zone) == (moment, "Africa/Algiers")
    assert waiting() == {("The Brindlewick talks", moment), ("Deuxième texte", moment)}
    assert Decision.objects.about(article).first().verb == "reschedule"


def test_scheduled_release_is_called_back_and_can_be_scheduled_again(pressed, tonight, article, other):
    pressed(tonight, "schedule", form="release")
    pressed(tonight, "cancel")
    tonight.refresh_from_db()
    assert (waiting(), tonight.released_at) == (set(), None)
    assert [text(article, "en").stage, text(other, "fr").stage] == [Stage.APPROVED] * 2

    pressed(tonight, "schedule", form="release")
    assert waiting() == {("The Brindlewick talks", tonight.moment), ("Deuxième texte", tonight.moment)}


def test_release_goes_out_at_once_whatever_moment_it_had(pressed, tonight, article, other):
    pressed(tonight, "release_now", form="release")

    assert reading.get("article", article.uid, ("en",)).title == "The Brindlewick talks"
    assert reading.get("article", other.uid, ("fr",)).title == "Deuxième texte"
    assert len({edition.live_from for edition in Edition.objects.filter(uid__in=[article.uid, other.uid])}) == 1
    again = pressed(tonight, "cancel")
    assert "waits any more" in again.text
    assert reading.get("article", article.uid, ("en",)) is not None


def test_what_is_scheduled_or_out_takes_no_more_texts_and_is_not_discarded(pressed, users, tonight):
    pressed(tonight, "schedule", form="release")
    extra = write(users["reporter"], headline_en="Late", body_en="<p>Late.</p>")
    pressed(tonight, "add", path=str(extra.record_ptr))
    pressed(tonight, "discard")

    assert tonight.versions.count() == 2
    assert Release.objects.filter(pk=tonight.pk).exists()


@pytest.mark.parametrize("what", ["schedule", "release_now", "cancel", "reschedule", "set_moment", "discard"])
def test_release_is_the_publishers_alone(pressed, tonight, what):
    given = {"moment": f"{local(9):%Y-%m-%dT%H:%M}", "zone": "UTC"}
    pressed(tonight, what, role="editor", **given)
    before = (tonight.moment, tonight.released_at)

    tonight.refresh_from_db()
    assert (tonight.moment, tonight.released_at) == before
    assert waiting() == set()


def test_release_names_what_is_referred_to_and_takes_it_along(pressed, users, article, other):
    article.related.set([other])
    rewrite(article, users["reporter"], slugline="refers")
    release = Release.objects.create(name="Tonight")
    release.versions.set(approved(article, users, "en"))
    page = pressed(release, "")
    assert [one.title for one in page.context["found"].missing] == ["Deuxième texte"]

    rewrite(other, users["reporter"], headline_en="Second text", body_en="<p>Text.</p>")
    pressed(release, "add_chosen", versions=text(other, "en").pk)
    assert pressed(release, "").context["found"].missing == []


def test_overdue_release_says_so_and_is_not_scheduled_into_the_past(pressed, users, tonight):
    Release.objects.filter(pk=tonight.pk).update(moment=timezone.now() - dt.timedelta(hours=1))
    page = pressed(tonight, "schedule", form="release")

    assert page.context["found"].state == "overdue"
    assert "The moment of this release has passed." in page.text
    assert waiting() == set()


def test_release_over_a_text_that_waits_asks_what_becomes_of_it(pressed, users, tonight, article):
    rewrite(article, users["reporter"], headline_en="Sooner")
    publish(article, users, "en", at=tonight.moment + dt.timedelta(days=1))
    rewrite(article, users["reporter"], headline_en="Tonight's words")
    approved(article, users, "en")
    pressed(tonight, "release_now", form="release")
    assert reading.get("article", article.uid, ("en",)) is None

    pressed(tonight, "release_now", form="release", pending="cancel")
    assert reading.get("article", article.uid, ("en",)).title == "Tonight's words"
    assert (
        reading.get("article", article.uid, ("en",), tonight.moment + dt.timedelta(days=2)).title == "Tonight's words"
    )
