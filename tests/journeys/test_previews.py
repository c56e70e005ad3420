"""A text before it is public: to the desk at any moment, and by a secret link to somebody without an account."""

import datetime as dt
import hashlib
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from newsroom.desk import previews, workflow
from newsroom.desk.erasure import parts_of
from newsroom.desk.models import PreviewLink, Version
from newsroom.desk.saving import saving_many
from newsroom.public.models import Edition
from relations.models import Event
from tests.factories.relations import CitationFactory, EventFactory
from tests.journeys.planting import Planter, compose_all, every, grow, link, put_out, records
from tests.journeys.stranger import WORD
from tests.journeys.writing import approved, publish, rewrite, text, write

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


@pytest.fixture
def article(users):
    words = {"headline_en": "Not yet public", "body_en": "<p>In confidence.</p>", "headline_ar": "ليس بعد"}
    return write(users["reporter"], **words, body_ar="<p>سرا.</p>")


@pytest.fixture
def share(users):
    def shared(record, language="en", lifetime=DAY, **options) -> str:
        version = text(record, language)
        return f"/preview/{previews.make_link(version=version, by=users['reporter'], lifetime=lifetime, **options)}"

    return shared


def visit(title: str) -> Event:
    """With a source, so that it can be published."""
    with saving_many(references=False) as saves:
        event = CitationFactory(record=EventFactory(title_en=title).record_ptr).record.working_row()
        saves.add(event)
    return event


def frame(record, language="en", **query) -> str:
    address = reverse("admin:record_preview_frame", args=[record.uid, language])
    return f"{address}?{'&'.join(f'{name}={value}' for name, value in query.items())}"


def test_link_shows_the_working_text_in_the_readers_template_and_is_kept_by_nobody(client, article, share):
    answer = client.get(share(article), headers={"accept-language": "fr"})

    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    assert (answer["X-Robots-Tag"], answer["Referrer-Policy"]) == ("noindex, nofollow, noarchive", "no-referrer")
    assert "<h1>Not yet public</h1>" in answer.text
    assert '<html lang="en" dir="ltr">' in answer.text
    assert 'name="robots" content="noindex, nofollow"' in answer.text
    assert 'class="preview-mark"' in answer.text
    assert "canonical" not in answer.text
    assert article.uid not in answer.text
    assert Edition.objects.count() == 0


def test_arabic_preview_runs_from_right_to_left(client, article, share):
    assert '<html lang="ar" dir="rtl">' in client.get(share(article, "ar")).text


def test_only_the_digest_of_the_secret_is_kept(article, share):
    token = share(article).rpartition("/")[2]

    kept = PreviewLink.objects.get()
    assert (len(token), kept.token_sha256) == (43, hashlib.sha256(token.encode()).hexdigest())
    assert token not in str(PreviewLink.objects.values().get())


def test_link_follows_the_working_text_and_shows_the_candidate_once_there_is_one(client, article, users, share):
    address = share(article)
    rewrite(article, users["reporter"], headline_en="Rewritten")
    assert "<h1>Rewritten</h1>" in client.get(address).text

    approved(article, users, "en")
    assert "<h1>Rewritten</h1>" in client.get(address).text


def not_found(client) -> str:
    return without_request(client.get(f"/preview/{'A' * 43}"))


def without_request(answer) -> tuple[int, str]:
    return answer.status_code, re.sub(r"[0-9a-f]{32}", "", answer.text)


def test_link_that_expired_or_was_ended_is_answered_as_one_that_never_was(client, article, users, share):
    expired = share(article, clock=lambda: timezone.now() - 2 * DAY)
    ended = share(article)
    previews.end_link(link=PreviewLink.objects.latest("at"), by=users["reporter"])

    answers = [without_request(client.get(address)) for address in (expired, ended, "/preview/x")]
    assert answers == [not_found(client)] * 3
    assert answers[0][0] == 404


def test_link_dies_when_its_text_is_published_and_that_of_another_language_lives(client, article, users, share):
    english, arabic = share(article), share(article, "ar")
    publish(article, users, "en")

    assert (client.get(english).status_code, client.get(arabic).status_code) == (404, 200)
    rewrite(article, users["reporter"], headline_en="A new draft")
    assert client.get(english).status_code == 404


def test_link_dies_at_the_moment_of_a_publication_that_waits_unless_that_is_cancelled(client, article, users, share):
    address, moment = share(article, lifetime=7 * DAY), timezone.now() + DAY
    [edition] = publish(article, users, "en", at=moment)
    later = share(article, lifetime=7 * DAY)

    assert client.get(address).status_code == 200
    assert set(PreviewLink.objects.values_list("ended_at", flat=True)) == {edition.live_from}
    assert not PreviewLink.objects.open(moment).exists()
    workflow.cancel(edition=edition, by=users["publisher"])
    assert PreviewLink.objects.open(moment).count() == 2
    assert client.get(later).status_code == 200


def test_link_dies_with_a_failed_publication_undone(client, article, users, share):
    address = share(article)
    versions = approved(article, users, "en")
    with pytest.raises(workflow.MoveRefused):
        workflow.publish(versions=[*versions, text(article, "ar")], by=users["publisher"])

    assert client.get(address).status_code == 200


@pytest.mark.parametrize("move", ["publish_urgently", "withdraw", "erase", "spike"])
def test_link_dies_with_every_move_that_takes_a_text_out_of_work(client, article, users, share, move):
    publish(article, users, "ar")
    address = share(article)
    about = {"versions": [text(article, "en")]} if move in ("publish_urgently", "spike") else {"record": article}
    getattr(workflow, move)(**about, by=None, reason="For the test.")

    assert client.get(address).status_code == 404


def test_text_that_is_public_as_it_stands_needs_no_link(article, users, share):
    publish(article, users, "en")

    with pytest.raises(workflow.IllegalMove):
        share(article)


def test_nobody_without_the_permission_makes_or_ends_a_link(client, article, users, share):
    share(article)
    users["editor"].groups.clear()

    with pytest.raises(workflow.NotAllowed):
        previews.make_link(version=text(article, "en"), by=users["editor"], lifetime=DAY)
    with pytest.raises(workflow.NotAllowed):
        previews.end_link(link=PreviewLink.objects.get(), by=users["editor"])


def test_link_is_made_listed_and_ended_on_the_record(client, article, users):
    client.force_login(users["reporter"])
    page = reverse("admin:record_preview", args=[article.uid])
    made = client.post(page, {"language": "ar", "lifetime": "7"}).text
    address = re.search(r"http://testserver(/preview/[\w-]{43})", made)[1]
    client.logout()
    assert "ليس بعد" in client.get(address).text

    client.force_login(users["editor"])
    listed = client.get(page).text
    assert address not in listed
    client.post(page, {"end": PreviewLink.objects.get().pk})
    client.logout()
    assert client.get(address).status_code == 404


def test_link_of_another_record_is_not_ended_here(client, article, users, share):
    share(article)
    other = write(users["reporter"], headline_en="Other", body_en="<p>Other.</p>")
    client.force_login(users["reporter"])

    answer = client.post(reverse("admin:record_preview", args=[other.uid]), {"end": PreviewLink.objects.get().pk})
    assert answer.status_code == 404
    assert PreviewLink.objects.open(timezone.now()).count() == 1


def test_desk_sees_the_text_as_at_a_moment_with_what_is_scheduled_by_then(client, article, users):
    event = visit("A visit to come")
    with saving_many(references=False) as saves:
        article.events.add(event)
        saves.add(article)
    publish(event, users, "en", at=timezone.now() + DAY)
    client.force_login(users["editor"])

    after = (timezone.now() + 2 * DAY).strftime("%Y-%m-%dT%H:%M")
    assert "A visit to come" not in client.get(frame(article)).text
    assert "A visit to come" in client.get(frame(article, at=after)).text


def test_frame_may_stand_in_our_own_pages_alone(client, article, users):
    client.force_login(users["editor"])
    answer = client.get(frame(article))

    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert '<base target="_blank">' in answer.text
    page = client.get(reverse("admin:record_preview", args=[article.uid]))
    assert page.text.count("<iframe") == 2
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


def test_link_never_shows_what_is_scheduled(client, article, users, share):
    event = visit("A visit to come")
    with saving_many(references=False) as saves:
        article.events.add(event)
        saves.add(article)
    publish(event, users, "en", at=timezone.now() + DAY)

    after = (timezone.now() + 2 * DAY).strftime("%Y-%m-%dT%H:%M")
    assert "A visit to come" not in client.get(f"{share(article)}?at={after}").text


def test_preview_of_a_text_shows_no_word_of_any_other_draft_nor_of_another_language(client):
    own, hidden, pending = grow(("AZE", "DZA")), grow(("ABW", "AFG")), grow(("AGO", "AIA"))
    link(own, hidden, pending)
    planter = Planter()
    for found in (own, hidden, pending):
        planter.plant(every(found), "h")
    put_out(pending, at=timezone.now() + DAY)
    compose_all(hidden)
    compose_all(own)
    # What is shown is composed as it stands.
    Version.objects.update(candidate=None, digest="")

    for kind in ("article", "event", "agreement", "actor", "dossier", "place", "post"):
        shown = next(record for record in records(own) if record.kind == kind)
        planter.plant([shown, *parts_of(shown)], "p")
        version = Version.objects.get(record=shown.pk, language="en")
        token = previews.make_link(version=version, by=None, lifetime=DAY)
        words = set(WORD.findall(client.get(f"/preview/{token}").text))
        planter.plant([shown, *parts_of(shown)], "h")

        assert {planter.where[word] for word in words if word.startswith("qzh")} == set()
        assert {planter.where[word] for word in words if planter.where[word].endswith(("_fr", "_ar", "_az"))} == set()
        assert any(planter.where[word].endswith("_en") for word in words)


def test_links_of_a_preview_lead_to_what_is_public(client, users, share):
    public = visit("Public visit")
    publish(public, users, "en")
    draft = EventFactory(title_en="Draft visit")
    body = f'<p><a href="record:event/{public.key}">one</a> <a href="record:event/{draft.key}">two</a></p>'
    article = write(users["reporter"], headline_en="Both", body_en=body)

    answer = client.get(share(article))

    targets = {target for target in re.findall(r'href="(/[^"#?]*)', answer.text) if not target.startswith("/static/")}
    statuses = {target: client.get(target).status_code for target in targets}
    assert {status for status in statuses.values() if status >= 400} == set()
    assert f"/en/events/{Edition.objects.get(uid=public.uid).slug}" in targets
    assert Event.objects.count() == 2
