"""An article from draft to published, one language at a time, and what becomes of it."""

import datetime as dt
import time

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from newsroom.desk import workflow
from newsroom.desk.models import Decision, Release, Stage, Verb
from newsroom.desk.publish import sweep
from newsroom.public import reading
from tests.journeys.asking import API
from tests.journeys.writing import approved, publish, rewrite, submit, text, texts, write

pytestmark = pytest.mark.django_db

ENGLISH, FRENCH = "brindlewick", "grenouillet"
WORDS = {
    "headline_en": f"The {ENGLISH} talks",
    "body_en": f"<p>They met at {ENGLISH}.</p>",
    "headline_fr": f"Entretiens de {FRENCH}",
    "body_fr": f"<p>Rencontre à {FRENCH}.</p>",
}
ARABIC = {"headline_ar": "محادثات قرطفان", "body_ar": "<p>لقاء في قرطفان.</p>"}


@pytest.fixture
def article(users):
    return write(users["reporter"], **WORDS)


def changes(ask, article, since: int) -> list[tuple[str, str]]:
    found = ask(f"{API}/changes", lang=None, since=since)
    assert found["caught_up"]
    return [(one["language"], one["action"]) for one in found["results"] if one["id"] == article.uid]


def page_of(ask, article, language: str) -> str:
    return ask(f"{API}/articles/{article.uid}", lang=language)["html_url"].removeprefix("http://testserver")


@pytest.fixture
def checkpoint(ask):
    return ask(f"{API}/changes", lang=None, since="latest")["checkpoint"]


def test_article_goes_out_in_one_language_and_nothing_of_the_other(ask, client, article, users, checkpoint):
    french = texts(article, "fr")
    assert (text(article, "fr").stage, text(article, "en").stage) == (Stage.DRAFT, Stage.DRAFT)
    submit(french, users["reporter"])
    assert text(article, "fr").stage == Stage.IN_REVIEW
    workflow.approve(versions=french, by=users["editor"])
    assert text(article, "fr").stage == Stage.APPROVED
    assert client.get(f"{API}/articles/{article.uid}").status_code == 404
    workflow.publish(versions=french, by=users["publisher"])

    assert (text(article, "fr").stage, text(article, "en").stage) == (Stage.PUBLISHED, Stage.DRAFT)
    page = client.get(page_of(ask, article, "fr"))
    item = client.get(f"{API}/articles/{article.uid}", {"lang": "fr"})
    found = client.get(f"{API}/search", {"lang": "fr", "q": FRENCH})
    assert [FRENCH in one.content.decode() for one in (page, item, found)] == [True] * 3
    assert [one["id"] for one in found.json()["results"]] == [article.uid]
    assert changes(ask, article, checkpoint) == [("fr", "published")]
    assert item.json()["translations"] == []
    refused = client.get(f"{API}/articles/{article.uid}", {"lang": "en"})
    assert (refused.status_code, [one["language"] for one in refused.json()["available"]]) == (404, ["fr"])
    assert ask(f"{API}/search", q=ENGLISH)["results"] == []
    assert [ENGLISH in one.content.decode() for one in (page, item, found, refused)] == [False] * 4


def test_correction_adds_a_dated_note(ask, client, article, users, checkpoint):
    publish(article, users, "fr")
    rewrite(article, users["reporter"], headline_fr=f"Entretiens corrigés de {FRENCH}")
    assert ask(f"{API}/articles/{article.uid}", lang="fr")["headline"] == WORDS["headline_fr"]
    [edition] = workflow.correct(
        versions=approved(article, users, "fr"), by=users["publisher"], note="Le titre était inexact."
    )

    item = ask(f"{API}/articles/{article.uid}", lang="fr")
    at = edition.live_from.isoformat().replace("+00:00", "Z")
    assert item["headline"] == f"Entretiens corrigés de {FRENCH}"
    assert item["corrections"] == [{"at": at, "kind": "correction", "note": "Le titre était inexact."}]
    assert "Le titre était inexact." in client.get(page_of(ask, article, "fr")).content.decode()
    assert changes(ask, article, checkpoint) == [("fr", "published"), ("fr", "corrected")]


def test_withdrawal_is_answered_in_every_language_at_once(ask, client, article, users, checkpoint):
    rewrite(article, users["reporter"], **ARABIC)
    publish(article, users, "fr", "ar")
    pages = [page_of(ask, article, language) for language in ("fr", "ar")]
    public = timezone.now().isoformat().replace("+00:00", "Z")
    workflow.withdraw(record=article, by=users["publisher"], reason="The meeting did not take place.")

    item = f"{API}/articles/{article.uid}"
    asked = [item, f"{item}?lang=fr", f"{item}?lang=ar", f"{item}?as_of={public}", f"{item}/editions/fr/1", *pages]
    answers = [client.get(address) for address in asked]
    assert [answer.status_code for answer in answers] == [410] * len(asked)
    assert answers[0].json()["reason"] == "The meeting did not take place."
    assert ask(f"{API}/search", lang="fr", q=FRENCH)["results"] == []
    assert sorted(changes(ask, article, checkpoint)[2:]) == [("ar", "withdrawn"), ("fr", "withdrawn")]
    assert {version.stage for version in texts(article, "fr", "ar")} == {Stage.WITHDRAWN}
    assert text(article, "en").stage == Stage.DRAFT


def test_text_saved_after_approval_takes_a_new_approval(ask, client, article, users):
    versions = approved(article, users, "fr")
    rewrite(article, users["translator"], headline_fr="Autre texte")

    assert text(article, "fr").stage == Stage.DRAFT
    with pytest.raises(workflow.IllegalMove):
        workflow.publish(versions=versions, by=users["publisher"])
    submit(texts(article, "fr"), users["reporter"])
    with pytest.raises(workflow.IllegalMove):
        workflow.publish(versions=texts(article, "fr"), by=users["publisher"])
    assert client.get(f"{API}/articles/{article.uid}").status_code == 404
    workflow.approve(versions=texts(article, "fr"), by=users["editor"])
    workflow.publish(versions=texts(article, "fr"), by=users["publisher"])
    assert ask(f"{API}/articles/{article.uid}", lang="fr")["headline"] == "Autre texte"


def test_approval_is_of_the_text_that_was_read(article, users):
    [read] = submit(texts(article, "fr"), users["reporter"])
    rewrite(article, users["reporter"], headline_fr="Autre texte")
    [now] = submit(texts(article, "fr"), users["reporter"])

    with pytest.raises(workflow.OtherText):
        workflow.approve(versions=[now], by=users["editor"], digests={now.pk: read.digest})
    assert text(article, "fr").stage == Stage.IN_REVIEW


def test_who_wrote_or_submitted_cannot_approve_superusers_included(article, users):
    chief = get_user_model().objects.create_superuser("chief")
    rewrite(article, chief, headline_fr=f"Titre de {FRENCH}")
    versions = submit(texts(article, "fr"), users["editor"])

    for involved in (chief, users["editor"], users["reporter"]):
        with pytest.raises((workflow.FourEyes, workflow.NotAllowed)):
            workflow.approve(versions=versions, by=involved)
    with pytest.raises(workflow.FourEyes):
        workflow.approve(versions=versions, by=chief)
    assert text(article, "fr").stage == Stage.IN_REVIEW
    workflow.approve(versions=versions, by=users["publisher"])
    assert text(article, "fr").stage == Stage.APPROVED


def test_urgent_text_waits_for_a_second_look_by_somebody_else(ask, article, users):
    urgent = {"versions": texts(article, "fr"), "by": users["publisher"]}
    with pytest.raises(workflow.ReasonMissing):
        workflow.publish_urgently(**urgent, reason=" ")
    with pytest.raises(workflow.NotAllowed):
        workflow.publish_urgently(**urgent | {"by": users["editor"]}, reason="Breaking.")
    workflow.publish_urgently(**urgent, reason="Breaking.")

    assert ask(f"{API}/articles/{article.uid}", lang="fr")["headline"] == WORDS["headline_fr"]
    [waiting] = second_looks(article)
    assert (waiting.language, waiting.reason, waiting.by) == ("fr", "Breaking.", users["publisher"])
    with pytest.raises(workflow.FourEyes):
        workflow.approve_afterwards(versions=texts(article, "fr"), by=users["publisher"])
    assert second_looks(article) == [waiting]
    workflow.approve_afterwards(versions=texts(article, "fr"), by=users["editor"])
    assert second_looks(article) == []


def second_looks(article):
    return [decision for decision in workflow.awaiting_second_look() if decision.uid == article.uid]


def test_urgent_text_that_breaks_a_rule_stays_in(client, users):
    article = write(users["reporter"], headline_fr="Sans texte", body_fr="<p> </p>")

    with pytest.raises(workflow.ChecksFailed):
        workflow.publish_urgently(versions=texts(article, "fr"), by=users["publisher"], reason="Breaking.")
    assert client.get(f"{API}/articles/{article.uid}").status_code == 404


def test_translation_falls_behind_when_its_source_changes_until_somebody_has_checked(article, users):
    assert text(article, "fr").stale_fields == []
    rewrite(article, users["reporter"], headline_en=f"The second {ENGLISH} talks")
    assert text(article, "fr").stale_fields == ["headline"]

    workflow.check_translation(versions=texts(article, "fr"), by=users["translator"])
    assert text(article, "fr").stale_fields == []
    rewrite(article, users["reporter"], headline_en="Third talks", body_en="<p>Moved.</p>")
    rewrite(article, users["translator"], headline_fr="Troisièmes entretiens")
    assert text(article, "fr").stale_fields == ["body"]


def test_release_goes_out_whole_or_not_at_all(client, article, users):
    other = write(users["reporter"], **ARABIC)
    release = Release.objects.create(name="Joint statement")
    release.versions.set([*approved(article, users, "fr"), *submit(texts(other, "ar"), users["reporter"])])

    with pytest.raises(workflow.IllegalMove):
        workflow.release(release=release, by=users["publisher"])
    assert statuses(client, article, other) == [404, 404]
    workflow.approve(versions=texts(other, "ar"), by=users["editor"])
    editions = workflow.release(release=release, by=users["publisher"])
    assert statuses(client, article, other) == [200, 200]
    assert len({edition.live_from for edition in editions}) == 1


def statuses(client, *articles) -> list[int]:
    return [client.get(f"{API}/articles/{article.uid}").status_code for article in articles]


def test_scheduled_text_is_public_to_the_moment_and_in_the_feed_once_swept(ask, client, article, users, checkpoint):
    at = timezone.now() + dt.timedelta(seconds=1.5)
    publish(article, users, "fr", at=at)
    instant = dt.timedelta(microseconds=1)

    assert reading.get("article", article.uid, ("fr",), at - instant) is None
    assert reading.get("article", article.uid, ("fr",), at) is not None
    assert statuses(client, article) == [404]
    assert ask(f"{API}/search", lang="fr", q=FRENCH)["results"] == []
    time.sleep(max(0, (at - timezone.now()).total_seconds()))
    assert statuses(client, article) == [200]
    assert [one["id"] for one in ask(f"{API}/search", lang="fr", q=FRENCH)["results"]] == [article.uid]
    assert ask(f"{API}/changes", lang=None, since=checkpoint)["caught_up"] is False
    sweep()
    assert changes(ask, article, checkpoint) == [("fr", "published")]


def test_scheduled_text_can_be_cancelled(client, article, users):
    [edition] = publish(article, users, "fr", at=timezone.now() + dt.timedelta(hours=1))
    workflow.cancel(edition=edition, by=users["publisher"])

    assert reading.get("article", article.uid, ("fr",), timezone.now() + dt.timedelta(hours=2)) is None
    assert text(article, "fr").stage == Stage.APPROVED


def test_erased_article_leaves_no_word_anywhere(ask, client, article, users):
    publish(article, users, "fr")
    page = page_of(ask, article, "fr")
    eraser = get_user_model().objects.create_superuser("eraser")
    workflow.erase(record=article, by=eraser, reason="A court order.")

    addresses = (page, f"{page}/editions", f"{page}/editions/1", f"{API}/articles/{article.uid}")
    answers = [client.get(address) for address in addresses]
    assert {answer.status_code for answer in answers} == {410}
    assert not any(FRENCH in answer.content.decode() for answer in answers)
    assert ask(f"{API}/search", lang="fr", q=FRENCH)["results"] == []
    article.refresh_from_db()
    assert not any(getattr(article, name) for name in WORDS)


def test_every_move_is_logged_with_who_and_what(article, users):
    publish(article, users, "fr")

    moves = Decision.objects.about(article).order_by("id")
    assert [(one.verb, one.from_stage, one.to_stage, one.by_label) for one in moves] == [
        (Verb.SUBMIT, Stage.DRAFT, Stage.IN_REVIEW, "reporter"),
        (Verb.APPROVE, Stage.IN_REVIEW, Stage.APPROVED, "editor"),
        (Verb.PUBLISH, Stage.APPROVED, Stage.PUBLISHED, "publisher"),
    ]
    assert len({one.digest for one in moves}) == 1
