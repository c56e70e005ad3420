"""Publishing through the door: now, at a moment ahead, again, beside what waits."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model

from newsroom.desk.models import Decision
from newsroom.desk.publish import (
    NoteMissing,
    NothingPublished,
    NotPending,
    PendingEdition,
    SameMoment,
    SlugTaken,
    cancel,
    correct,
    publish,
    sweep,
    withdraw,
)
from newsroom.public import reading, search
from newsroom.public.models import Address, Change, Edition, Facet, Head
from tests.factories.publication import HOUR, MICROSECOND, NOON, OTHER, UID, Clock, chain, current, item, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    return Clock()


def found(words, *, at):
    return [
        hit.edition_id for hit in search.find(words, language="en", current=reading.current(reading.moment(at))).hits
    ]


def test_publish_freezes_every_part_of_the_item_a_microsecond_after_the_door_opened(clock):
    [edition] = published(item(date_lower=dt.date(2026, 1, 1)), clock=clock)

    edition.refresh_from_db()
    assert edition.live_from == NOON + MICROSECOND
    assert (edition.number, edition.state, edition.action, edition.live_until) == (1, "live", "published", None)
    assert bytes(edition.payload) == b'{"headline":"Title"}'
    assert (edition.slug, edition.title, edition.sort_name) == ("slug-001", "Title", "title")
    assert (edition.sort_date, edition.first_published_at) == (edition.live_from, edition.live_from)
    assert (edition.date_lower, edition.date_upper) == (dt.date(2026, 1, 1), None)


def test_publish_makes_the_edition_findable_by_facet_address_and_search(clock):
    [edition] = published(item(text="Consultations"), clock=clock)

    [facet] = Facet.objects.all()
    assert (facet.name, facet.value, facet.uid, facet.sort_date) == ("topic", "t1", UID, edition.sort_date)
    assert list(Address.objects.values_list("kind", "language", "slug", "uid")) == [("article", "en", "slug-001", UID)]
    assert found("consultations", at=edition.live_from) == [edition.pk]


def test_publish_makes_the_pictures_of_an_edition_its_facets(clock):
    [edition] = published(item(facets=[], files=["pictures/a.jpg", "pictures/a.jpg"]), clock=clock)

    assert list(edition.facets.values_list("name", "value")) == [("file", "pictures/a.jpg")]


def test_publish_enters_the_change_feed_in_the_same_transaction(clock):
    editions = published(item(language="en"), item(language="fr"), clock=clock)

    changes = list(Change.objects.order_by("seq").values_list("seq", "edition_id", "at"))
    assert changes == [(1, editions[0].pk, NOON + MICROSECOND), (2, editions[1].pk, NOON + MICROSECOND)]
    head = Head.objects.get()
    assert (head.last_seq, head.until) == (2, NOON + MICROSECOND)


def test_publish_logs_a_decision_for_each_language(clock):
    user = get_user_model().objects.create(username="selma")

    publish(items=[item(language="en"), item(language="fr")], by=user, clock=clock)

    logged = Decision.objects.order_by("language").values_list("uid", "language", "verb", "by_label", "at")
    at = NOON + MICROSECOND
    assert list(logged) == [(UID, "en", "publish", "selma", at), (UID, "fr", "publish", "selma", at)]


def test_publish_without_slug_takes_the_uid_as_address(clock):
    [edition] = published(item(slug=""), clock=clock)

    assert edition.slug == UID


def test_publish_again_ends_the_edition_before(clock):
    published(item(text="One"), clock=clock)
    clock.move(HOUR)

    published(item(text="Two"), clock=clock)

    assert chain() == [(1, "One", 0, 1), (2, "Two", 1, None)]


def test_two_publications_while_the_clock_stands_follow_each_other(clock):
    published(item(text="One"), clock=clock)
    published(item(text="Two"), clock=clock)

    moments = list(Edition.objects.order_by("number").values_list("live_from", flat=True))
    assert moments == [NOON + MICROSECOND, NOON + 2 * MICROSECOND]


def test_a_clock_that_goes_back_does_not_take_the_feed_back(clock):
    published(item(text="One"), clock=clock)
    clock.move(-HOUR)

    [edition] = published(item(text="Two"), clock=clock)

    assert edition.live_from == NOON + 2 * MICROSECOND


def test_scheduled_edition_is_current_from_its_moment_without_any_worker(clock):
    published(item(text="One"), clock=clock)

    published(item(text="Two"), clock=clock, at=NOON + HOUR)

    assert chain() == [(1, "One", 0, 1), (2, "Two", 1, None)]
    assert current(NOON + HOUR - MICROSECOND) == "One"
    assert current(NOON + HOUR) == "Two"
    assert Change.objects.count() == 1


def test_moment_that_has_passed_means_now(clock):
    [edition] = published(item(), clock=clock, at=NOON - HOUR)

    assert edition.live_from == NOON + MICROSECOND


def test_scheduled_editions_enter_the_feed_with_the_next_publication_before_it(clock):
    published(item(text="Ahead"), clock=clock, at=NOON + HOUR)
    clock.move(2 * HOUR)

    published(item(uid=OTHER, text="Now"), clock=clock)

    assert list(Change.objects.order_by("seq").values_list("edition__title", flat=True)) == ["Ahead", "Now"]


def test_sweep_says_how_much_came_due_and_completes_the_feed_up_to_now(clock):
    published(item(text="A", language="en"), item(text="B", language="fr"), clock=clock, at=NOON + HOUR)
    clock.move(2 * HOUR)

    assert sweep(clock=clock) == 2
    assert sweep(clock=clock) == 0
    assert Head.objects.get().until >= clock.now
    assert list(Change.objects.values_list("at", flat=True)) == [NOON + HOUR, NOON + HOUR]


# Beside what waits


@pytest.fixture
def waiting(clock):
    published(item(text="One"), clock=clock)
    return published(item(text="Waiting"), clock=clock, at=NOON + 4 * HOUR)[0]


def test_publish_while_another_waits_is_refused_with_its_moment(clock, waiting):
    with pytest.raises(PendingEdition) as refusal:
        published(item(text="Two"), clock=clock)

    assert str(refusal.value) == (
        "“Waiting” (en) already has a publication waiting for 2026-03-01 16:00:00 UTC. "
        "Say whether that one is to be kept after this one, or cancelled."
    )
    assert chain() == [(1, "One", 0, 4), (2, "Waiting", 4, None)]


def test_publish_that_cancels_what_waits(clock, waiting):
    published(item(text="Two"), clock=clock, pending="cancel")

    assert chain() == [(1, "One", 0, 0), (2, "Two", 0, None)]
    assert not Facet.objects.filter(edition=waiting).exists()


def test_publish_that_keeps_what_waits_gives_it_the_next_number(clock, waiting):
    published(item(text="Two"), clock=clock, pending="keep")

    assert chain() == [(1, "One", 0, 0), (2, "Two", 0, 4), (3, "Waiting", 4, None)]


def test_insertions_before_several_that_wait_shift_all_their_numbers(clock, waiting):
    published(item(text="Last"), clock=clock, at=NOON + 6 * HOUR, pending="keep")

    published(item(text="First"), clock=clock, at=NOON + 2 * HOUR, pending="keep")

    assert chain() == [(1, "One", 0, 2), (2, "First", 2, 4), (3, "Waiting", 4, 6), (4, "Last", 6, None)]


def test_another_language_or_record_may_wait_without_being_in_the_way(clock, waiting):
    published(item(text="Deux", language="fr"), item(uid=OTHER, text="Other"), clock=clock)

    assert chain(language="fr") == [(1, "Deux", 0, None)]


def test_same_moment_twice_is_refused(clock, waiting):
    with pytest.raises(SameMoment, match="already changes at this very moment, 2026-03-01 16:00:00 UTC"):
        published(item(text="Two"), clock=clock, at=NOON + 4 * HOUR, pending="keep")


def test_same_moment_is_free_once_what_waited_is_cancelled(clock, waiting):
    published(item(text="Better"), clock=clock, at=NOON + 4 * HOUR, pending="cancel")

    assert chain() == [(1, "One", 0, 4), (2, "Better", 4, None)]


def test_one_language_twice_in_one_publication_is_refused(clock):
    with pytest.raises(SameMoment):
        published(item(text="One"), item(text="Two"), clock=clock, pending="cancel")

    assert not Edition.objects.exists()


def test_unknown_word_for_what_waits_is_refused(clock):
    with pytest.raises(ValueError, match="'perhaps' is not a valid Pending"):
        published(item(), clock=clock, pending="perhaps")


# Cancelling


def test_cancel_gives_the_time_back_to_the_edition_before(clock, waiting):
    published(item(text="Last"), clock=clock, at=NOON + 6 * HOUR, pending="keep")

    [gone] = cancel(edition=waiting, by=None, clock=clock)

    assert gone.pk == waiting.pk
    assert chain() == [(1, "One", 0, 6), (2, "Last", 6, None)]
    assert Decision.objects.filter(verb="cancel", uid=UID, digest=waiting.digest).count() == 1


def test_cancel_of_what_became_public_is_refused(clock, waiting):
    clock.move(4 * HOUR)

    with pytest.raises(NotPending):
        cancel(edition=waiting, by=None, clock=clock)

    assert current(clock.now) == "Waiting"


def test_cancel_twice_is_refused(clock, waiting):
    cancel(edition=waiting, by=None, clock=clock)

    with pytest.raises(NotPending):
        cancel(edition=waiting, by=None, clock=clock)


def test_cancelled_edition_cannot_be_found(clock, waiting):
    cancel(edition=waiting, by=None, clock=clock)

    assert found("waiting", at=waiting.live_from) == []


# Correcting


def test_correct_publishes_a_note_that_readers_see(clock):
    published(item(text="Wrong"), clock=clock)
    clock.move(HOUR)

    [edition] = correct(items=[item(text="Right")], by=None, note="The date was wrong.", clock=clock)

    assert (edition.action, edition.note, edition.number) == ("corrected", "The date was wrong.", 2)


def test_correct_without_note_is_refused(clock):
    published(item(), clock=clock)

    with pytest.raises(NoteMissing):
        correct(items=[item()], by=None, note=" ", clock=clock)


def test_correct_of_what_is_not_public_then_is_refused(clock):
    published(item(text="Waiting"), clock=clock, at=NOON + 2 * HOUR)

    with pytest.raises(NothingPublished):
        correct(items=[item(text="Right")], by=None, note="Wrong.", pending="keep", clock=clock)


def test_correct_after_withdrawal_is_refused(clock):
    published(item(), clock=clock)
    withdraw(uids=[UID], by=None, reason="Wrong.", clock=clock)

    with pytest.raises(NothingPublished):
        correct(items=[item()], by=None, note="Right.", clock=clock)


# Addresses


def test_address_of_another_record_is_refused_for_good(clock):
    published(item(slug="visit"), clock=clock)
    clock.move(HOUR)
    published(item(slug="state-visit"), clock=clock)

    with pytest.raises(SlugTaken, match="The address “visit” \\(en\\) belongs to another record"):
        published(item(uid=OTHER, slug="visit"), clock=clock)


def test_address_is_free_in_another_language_and_for_another_kind(clock):
    published(item(slug="visit"), clock=clock)

    published(item(uid=OTHER, slug="visit", language="fr"), item(uid=OTHER, slug="visit", kind="event"), clock=clock)

    assert Address.objects.filter(slug="visit").count() == 3


def test_two_records_of_one_publication_cannot_take_the_same_address(clock):
    with pytest.raises(SlugTaken):
        published(item(slug="visit"), item(uid=OTHER, slug="visit"), clock=clock)
