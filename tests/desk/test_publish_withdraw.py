"""Taking records back: at once, at a moment ahead, and with their words."""

import datetime as dt
from hashlib import sha256

import pytest

from newsroom.desk.models import Decision
from newsroom.desk.publish import (
    AlreadyWithdrawn,
    NothingPublished,
    ReasonMissing,
    SameMoment,
    SlugTaken,
    cancel,
    door,
    erase,
    sweep,
    withdraw,
)
from newsroom.public import reading, search
from newsroom.public.models import Address, Change, Edition, Facet
from tests.factories.publication import HOUR, NOON, OTHER, UID, Clock, chain, current, item, published
from tests.factories.relations import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def in_two_languages(clock):
    editions = published(item(text="One"), item(text="Un", language="fr"), clock=clock)
    clock.move(HOUR)
    return editions


def withdrawn(*uids, clock, **options):
    return withdraw(uids=uids or [UID], by=None, **{"reason": "It was wrong.", **options}, clock=clock)


def test_withdraw_puts_a_tombstone_in_every_language_in_one_transaction(clock, in_two_languages):
    editions = withdrawn(clock=clock, replaced_by=OTHER)

    assert chain() == [(1, "One", 0, 1), (2, "withdrawn", 1, None)]
    assert chain(language="fr") == [(1, "Un", 0, 1), (2, "withdrawn", 1, None)]
    for edition in editions:
        edition.refresh_from_db()
        assert (edition.note, edition.replaced_by, edition.slug) == ("It was wrong.", OTHER, "slug-001")
        assert (edition.title, bytes(edition.payload), bytes(edition.card)) == ("", b"{}", b"{}")
    assert list(Change.objects.order_by("seq").values_list("edition__action", flat=True))[2:] == ["withdrawn"] * 2
    assert Decision.objects.filter(verb="withdraw", uid=UID, reason="It was wrong.").count() == 2


def test_withdraw_without_reason_is_refused(clock, in_two_languages):
    with pytest.raises(ReasonMissing):
        withdrawn(clock=clock, reason=" ")

    assert current(clock.now) == "One"


def test_withdraw_of_what_was_never_public_is_refused(clock):
    published(item(), clock=clock, at=NOON + HOUR)

    with pytest.raises(NothingPublished):
        withdrawn(clock=clock)
    with pytest.raises(NothingPublished):
        withdrawn(OTHER, clock=clock)


def test_withdraw_twice_is_refused(clock, in_two_languages):
    withdrawn(clock=clock)

    with pytest.raises(AlreadyWithdrawn):
        withdrawn(clock=clock)


def test_withdraw_of_several_records_is_all_or_none(clock, in_two_languages):
    with pytest.raises(NothingPublished):
        withdrawn(UID, OTHER, clock=clock)

    assert current(clock.now) == "One"


def test_withdraw_cancels_everything_that_waits(clock, in_two_languages):
    published(item(text="Two"), clock=clock, at=NOON + 2 * HOUR)
    published(item(text="İki", language="az"), clock=clock, at=NOON + 3 * HOUR)
    withdrawn(clock=clock, at=NOON + 4 * HOUR)

    withdrawn(clock=clock)

    assert chain() == [(1, "One", 0, 1), (2, "withdrawn", 1, None)]
    assert chain(language="az") == []


def test_record_withdrawn_may_be_published_again_with_a_new_number_and_its_first_date(clock, in_two_languages):
    withdrawn(clock=clock)
    clock.move(HOUR)

    [edition] = published(item(text="Checked"), clock=clock)

    assert chain() == [(1, "One", 0, 1), (2, "withdrawn", 1, 2), (3, "Checked", 2, None)]
    assert current(clock.now + HOUR, language="fr") == "withdrawn"
    assert edition.sort_date == edition.first_published_at == in_two_languages[0].live_from
    # What was taken back stays so at the moments before, too.
    assert reading.get("article", UID, ["en"], NOON + HOUR / 2) is None


def test_dropping_a_language_leaves_the_others(clock, in_two_languages):
    with door(clock=clock) as held:
        held.withdraw(UID, reason="Not ours.", languages=["fr"])

    assert current(clock.now + HOUR, language="fr") == "withdrawn"
    assert current(clock.now + HOUR) == "One"


# Expiry


def test_expiry_withdraws_at_its_moment_without_any_worker(clock, in_two_languages):
    withdrawn(clock=clock, at=NOON + 4 * HOUR)

    assert chain() == [(1, "One", 0, 4), (2, "withdrawn", 4, None)]
    assert chain(language="fr") == [(1, "Un", 0, 4), (2, "withdrawn", 4, None)]
    clock.move(5 * HOUR)
    assert sweep(clock=clock) == 2


def test_publication_before_an_expiry_leaves_it_in_place_whatever_becomes_of_what_waits(clock, in_two_languages):
    withdrawn(clock=clock, at=NOON + 4 * HOUR)

    published(item(text="Two"), clock=clock)
    published(item(text="Three"), clock=clock, pending="cancel")

    assert chain() == [(1, "One", 0, 1), (2, "Two", 1, 1), (3, "Three", 1, 4), (4, "withdrawn", 4, None)]


def test_language_that_joins_later_expires_with_its_record(clock, in_two_languages):
    withdrawn(clock=clock, at=NOON + 4 * HOUR)

    published(item(text="Bir", language="az"), clock=clock, at=NOON + 2 * HOUR)

    assert chain(language="az") == [(1, "Bir", 2, 4), (2, "withdrawn", 4, None)]
    assert set(Edition.objects.filter(state="withdrawn").values_list("note", flat=True)) == {"It was wrong."}


def test_publication_at_the_moment_of_an_expiry_is_refused(clock, in_two_languages):
    withdrawn(clock=clock, at=NOON + 4 * HOUR)

    with pytest.raises(SameMoment):
        published(item(text="Two"), clock=clock, at=NOON + 4 * HOUR)


def test_publication_after_an_expiry_brings_the_record_back(clock, in_two_languages):
    withdrawn(clock=clock, at=NOON + 4 * HOUR)

    published(item(text="Two"), clock=clock, at=NOON + 6 * HOUR)

    assert chain() == [(1, "One", 0, 4), (2, "withdrawn", 4, 6), (3, "Two", 6, None)]


def test_expiry_cancels_what_would_come_after_it_and_keeps_what_comes_before(clock, in_two_languages):
    published(item(text="Two"), clock=clock, at=NOON + 2 * HOUR)
    published(item(text="Three"), clock=clock, at=NOON + 6 * HOUR, pending="keep")

    withdrawn(clock=clock, at=NOON + 4 * HOUR)

    assert chain() == [(1, "One", 0, 2), (2, "Two", 2, 4), (3, "withdrawn", 4, None)]


def test_another_expiry_takes_the_place_of_the_first(clock, in_two_languages):
    withdrawn(clock=clock, at=NOON + 4 * HOUR)

    withdrawn(clock=clock, at=NOON + 6 * HOUR)

    assert chain() == [(1, "One", 0, 6), (2, "withdrawn", 6, None)]


def test_cancelling_an_expiry_cancels_it_in_every_language(clock, in_two_languages):
    [expiry, _] = withdrawn(clock=clock, at=NOON + 4 * HOUR)

    cancelled = cancel(edition=expiry, by=None, clock=clock)

    assert len(cancelled) == 2
    assert chain() == [(1, "One", 0, None)]
    assert chain(language="fr") == [(1, "Un", 0, None)]


def test_cancelling_the_text_that_would_expire_cancels_its_expiry(clock):
    [waiting] = published(item(), clock=clock, at=NOON + 2 * HOUR)
    withdrawn(clock=clock, at=NOON + 4 * HOUR)

    cancel(edition=waiting, by=None, clock=clock)

    assert chain() == []


def test_single_language_cannot_expire(clock, in_two_languages):
    with pytest.raises(ValueError, match="only a whole record expires"), door(clock=clock) as held:
        held.withdraw(UID, reason="Not ours.", languages=["fr"], at=NOON + 4 * HOUR)


# Erasing


def erased(clock, uid=UID, reason="At the request of the person."):
    return erase(uid=uid, by=None, reason=reason, clock=clock)


def test_erase_withdraws_and_blanks_every_word_of_every_edition(clock, in_two_languages):
    published(item(text="Two"), clock=clock, note="Words of a note.")

    erased(clock)

    assert chain() == [(1, "", 0, 1), (2, "", 1, 1), (3, "erased", 1, None)]
    for edition in Edition.objects.all():
        assert (bytes(edition.payload), bytes(edition.summary), bytes(edition.card)) == (b"{}", b"{}", b"{}")
        assert (edition.title, edition.sort_name, edition.slug) == ("", "", UID)
    notes = Edition.objects.order_by("language", "number").values_list("note", flat=True)
    assert list(notes) == ["", "", "At the request of the person.", "", "At the request of the person."]
    assert not Facet.objects.exists()


def test_erase_tells_the_feed_even_of_what_was_withdrawn_before(clock, in_two_languages):
    withdrawn(clock=clock)
    clock.move(HOUR)

    erased(clock)

    assert list(Change.objects.order_by("-seq").values_list("edition__action", flat=True)[:2]) == ["erased", "erased"]
    assert chain() == [(1, "", 0, 1), (2, "withdrawn", 1, 2), (3, "erased", 2, None)]
    assert not Edition.objects.filter(note="It was wrong.").exists()


def test_erase_twice_publishes_nothing_more(clock, in_two_languages):
    erased(clock)

    assert erased(clock) == []
    assert Edition.objects.filter(action="erased").count() == 2


def test_erase_cancels_what_waits(clock, in_two_languages):
    published(item(text="Two"), clock=clock, at=NOON + 2 * HOUR)

    erased(clock)

    assert chain()[-1] == (2, "erased", 1, None)


def test_erase_of_what_was_never_public_is_logged(clock):
    person = PersonFactory()

    assert erased(clock, uid=person.uid) == []

    logged = Decision.objects.values_list("uid", "record_label", "language", "verb", "reason")
    label = f"actor/erased-{person.uid}"
    assert list(logged) == [(person.uid, label, "", "erase", "At the request of the person.")]


def test_erase_without_reason_is_refused(clock, in_two_languages):
    with pytest.raises(ReasonMissing):
        erased(clock, reason="")


def test_erased_words_cannot_be_searched_at_any_moment(clock, in_two_languages):
    erased(clock)

    for moment in (NOON + HOUR / 2, clock.now + HOUR):
        assert search.find("one", language="en", current=reading.current(reading.moment(moment))).hits == []


def test_erased_address_keeps_its_owner_without_its_words(clock, in_two_languages):
    erased(clock)

    assert not Address.objects.filter(slug="slug-001").exists()
    assert set(Address.objects.values_list("slug", "uid")) == {(f"erased-{sha256(b'slug-001').hexdigest()}", UID)}
    with pytest.raises(SlugTaken):
        published(item(uid=OTHER, slug="slug-001"), clock=clock)
    assert published(item(slug="slug-001"), clock=clock)[0].number == 3


def test_erase_leaves_other_records_alone(clock, in_two_languages):
    published(item(uid=OTHER, text="Other"), clock=clock)

    erased(clock)

    assert current(clock.now + dt.timedelta(seconds=1), uid=OTHER) == "Other"
    assert Facet.objects.filter(uid=OTHER).count() == 1
