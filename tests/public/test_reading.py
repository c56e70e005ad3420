import datetime as dt

import pytest
from django.utils import timezone

from newsroom.public import reading
from newsroom.public.reading import Between, Having, Preference
from newsroom.public.reading.rows import fetch
from tests.public.conftest import DAY, THEN, new_uid, withdraw

MINUTE = dt.timedelta(minutes=1)


def labels(rows) -> list[str]:
    return [row.title for row in rows]


def titles(kind="article", languages=("en",), ordering="-date", at=None, size=25, **narrowing) -> list[str]:
    return labels(reading.page(reading.select(kind, languages, **narrowing), ordering, None, size, at).rows)


def walk(languages=("en",), ordering="-date", size=2, at=None, **narrowing) -> list[list[str]]:
    selection, pages, cursor = reading.select("article", languages, **narrowing), [], None
    while True:
        rows, cursor = reading.page(selection, ordering, cursor, size, at)
        pages.append(labels(rows))
        if cursor is None:
            return pages


def test_current_edition_is_the_one_the_moment_lies_in(published):
    first = published(label="First")
    published(uid=first.uid, label="Second", live_from=THEN + DAY)
    published(uid=first.uid, label="Ahead", live_from=timezone.now() + DAY)

    assert reading.get("article", first.uid, ("en",)).title == "Second"
    assert reading.get("article", first.uid, ("en",), THEN).title == "First"
    assert reading.get("article", first.uid, ("en",), THEN - MINUTE) is None
    assert reading.get("article", first.uid, ("en",), timezone.now() + 2 * DAY).title == "Ahead"
    assert titles() == ["Second"]
    assert titles(at=THEN + MINUTE) == ["First"]


def test_get_knows_no_record_under_another_kind(published):
    edition = published()

    assert reading.get("event", edition.uid, ("en",)) is None


@pytest.mark.parametrize("order", ["live before", "retired before"])
def test_record_with_many_versions_shows_the_last(published, order):
    uid = new_uid()
    for number in range(4):
        published(
            uid=uid, label=f"V{number}", live_from=THEN + number * DAY, retired=order == "retired before" and number < 3
        )

    assert titles() == ["V3"]
    assert titles(at=THEN + DAY) == ["V1"]


def test_what_was_withdrawn_is_hidden_at_every_moment(published):
    edition = published(label="Wrong")
    kept = published(label="Right")
    withdraw(edition, THEN + DAY)

    assert titles() == titles(at=THEN) == ["Right"]
    assert reading.get("article", edition.uid, ("en",), THEN) is None
    assert reading.edition("article", edition.uid, "en", 1) is None
    assert reading.editions("article", edition.uid) == []
    assert reading.edition("article", kept.uid, "en", 1).title == "Right"


def test_withdrawal_ahead_hides_nothing_yet(published):
    edition = published()
    withdraw(edition, timezone.now() + DAY)

    assert reading.get("article", edition.uid, ("en",)).number == 1
    assert reading.status(edition.uid).state == "live"
    assert [past.until for past in reading.editions("article", edition.uid)] == [None]


def test_record_published_again_after_a_withdrawal_keeps_its_past_hidden(published):
    edition = published(label="Wrong")
    withdraw(edition, THEN + DAY)
    published(uid=edition.uid, label="Right", live_from=THEN + 2 * DAY)

    assert titles() == ["Right"]
    assert titles(at=THEN) == []
    assert [past.title for past in reading.editions("article", edition.uid)] == ["Right"]


def test_status_tells_live_from_withdrawn_from_absent(published):
    live, gone, pending = published(), published(), published(live_from=timezone.now() + DAY)
    withdraw(gone, THEN + DAY, replaced_by=live.uid)

    assert reading.status(live.uid) == ("live", "", None, "")
    assert reading.status(gone.uid) == ("withdrawn", "An error of fact.", THEN + DAY, live.uid)
    assert reading.status(gone.uid, THEN).state == "withdrawn"
    assert reading.status(pending.uid).state == "absent"
    assert reading.status(live.uid, THEN - DAY).state == "absent"
    assert reading.status(new_uid()).state == "absent"


def test_status_of_a_language_that_was_dropped(published):
    edition = published()
    french = published(uid=edition.uid, language="fr")
    withdraw(french, THEN + DAY)

    assert reading.status(edition.uid).state == "live"
    assert reading.status(edition.uid, language="fr").state == "withdrawn"
    assert reading.translations(edition.uid) == ["en"]


def test_address_of_a_former_slug_finds_the_record(published):
    edition = published(slug="old")
    published(uid=edition.uid, slug="new", live_from=THEN + DAY)
    published("event", slug="old")

    assert reading.by_slug("article", "en", "old").slug == "new"
    assert reading.by_slug("article", "en", "new").uid == edition.uid
    assert reading.by_slug("article", "fr", "new") is None
    assert reading.owner("article", "en", "old") == edition.uid


def test_address_of_a_pending_edition_answers_nothing(published):
    edition = published(slug="soon", live_from=timezone.now() + DAY)

    assert reading.by_slug("article", "en", "soon") is None
    assert reading.status(reading.owner("article", "en", "soon")).state == "absent"
    assert edition.slug == "soon"


def test_preference_shows_one_edition_of_each_record(published):
    both = published(label="Both", sort_date=THEN + DAY)
    published(uid=both.uid, label="Les deux", language="fr", sort_date=THEN + DAY)
    published(label="English", sort_date=THEN)
    published(label="Français", language="fr", sort_date=THEN - DAY)
    published(label="Azərbaycanca", language="az", sort_date=THEN - 2 * DAY)

    assert titles(languages=("fr",)) == ["Les deux", "Français"]
    assert titles(languages=("fr", "en")) == ["Les deux", "English", "Français"]
    assert titles(languages=("en", "fr")) == ["Both", "English", "Français"]
    assert walk(("fr", "en"), size=1) == [["Les deux"], ["English"], ["Français"]]


def test_original_language_comes_after_the_preferred_ones(published):
    both = published(label="English", original_language="ar")
    published(uid=both.uid, label="عربي", language="ar", original_language="ar")
    published(label="Only", language="az", original_language="fr", sort_date=THEN - DAY)

    assert titles(languages=Preference(("fr",), original=True)) == ["عربي", "Only"]
    assert titles(languages=Preference((), original=True)) == ["عربي", "Only"]
    assert titles(languages=Preference(("fr", "en"), original=True)) == ["English", "Only"]
    assert reading.get("article", both.uid, Preference((), original=True)).language == "ar"


def test_every_language_is_a_row_of_its_own_across_pages(published):
    for number in range(3):
        uid = new_uid()
        for language in ("en", "fr", "ar"):
            published(uid=uid, label=f"{number}{language}", language=language)

    pages = walk(Preference(("en", "fr", "ar", "az"), every=True), size=2)

    expected = [f"{number}{language}" for number in (2, 1, 0) for language in ("ar", "en", "fr")]
    assert [title for page in pages for title in page] == expected


@pytest.mark.parametrize("size", [1, 2, 3, 5])
@pytest.mark.parametrize("ordering", ["-date", "date", "name", "-name"])
def test_pages_repeat_and_skip_nothing_among_equal_dates(published, ordering, size):
    for number in range(7):
        published(label=f"T{number // 3}-{number}", sort_date=THEN + (number // 3) * DAY, sort_name=f"{number // 3}")

    seen = [title for page in walk(ordering=ordering, size=size) for title in page]

    everything = titles(ordering=ordering)
    assert seen == everything
    assert len(everything) == len(set(everything)) == 7
    assert everything == titles(ordering=ordering.removeprefix("-"))[:: -1 if ordering.startswith("-") else 1]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_lose_nothing_when_translations_differ_in_date(published, size):
    for number in range(6):
        edition = published(label=f"E{number}", sort_date=THEN + number * DAY)
        published(uid=edition.uid, label=f"F{number}", language="fr", sort_date=THEN + (5 - number) * DAY)
    published(label="E6", sort_date=THEN + 3 * DAY)

    seen = [title for page in walk(("fr", "en"), size=size) for title in page]

    assert sorted(seen) == ["E6", "F0", "F1", "F2", "F3", "F4", "F5"]


def test_page_goes_on_past_translations_that_nobody_prefers(published):
    for number in range(9):
        edition = published(label=f"F{number}", language="fr", sort_name=f"b{number}")
        published(uid=edition.uid, label=f"E{number}", sort_name=f"a{number}")

    assert walk(("fr", "en"), ordering="name", size=2)[0] == ["F0", "F1"]


def test_list_by_facet_holds_only_editions_that_have_it(published):
    country = published("actor", label="Algeria")
    published(label="With", facets=[("country", country.uid), ("kind", "report")])
    published(label="Without", facets=[("kind", "report")])
    published("event", label="Other kind", facets=[("country", country.uid)])

    assert titles(having=(Having("country", (country.uid,), records=True),)) == ["With"]
    assert titles(having=(Having("kind", ("report",)),)) == ["Without", "With"]
    assert titles(having=(Having("kind", ("report",)), Having("country", (country.uid,), records=True))) == ["With"]
    assert titles(having=(Having("kind", ("analysis",)),)) == []


def test_facet_of_a_record_that_is_not_public_matches_nothing(published):
    hidden = published("actor", label="Secret", live_from=timezone.now() + DAY)
    public = published("actor", label="Known")
    published(label="Article", facets=[("actor", hidden.uid), ("actor", public.uid), ("kind", "report")])

    assert titles(having=(Having("actor", (hidden.uid,), records=True),)) == []
    assert titles(having=(Having("actor", (hidden.uid, public.uid), records=True),)) == ["Article"]
    assert titles(having=(Having("kind", ("report",)), Having("actor", (hidden.uid,), records=True))) == []
    assert titles(at=THEN - DAY, having=(Having("actor", (public.uid,), records=True),)) == []


def test_any_of_several_values_finds_an_edition_once(published):
    for number in range(5):
        published(
            label=f"A{number}", facets=[("topic", f"t{number % 3}"), ("topic", "all")], sort_date=THEN + number * DAY
        )

    found = walk(having=(Having("topic", ("t0", "t1", "all")),))

    assert found == [["A4", "A3"], ["A2", "A1"], ["A0"]]
    many = Having("topic", tuple(f"t{number}" for number in range(1, 40)))
    assert titles(having=(many,)) == ["A4", "A2", "A1"]


def test_rare_facet_and_common_facet_meet_on_every_page(published):
    for number in range(8):
        facets = [("kind", "report")] + [("topic", "rare")] * (number % 2)
        published(label=f"A{number}", facets=facets, sort_date=THEN + number * DAY)

    found = walk(having=(Having("kind", ("report",)), Having("topic", ("rare",))))

    assert found == [["A7", "A5"], ["A3", "A1"]]


def test_days_overlap_possibly_and_lie_within_certainly(published):
    day, month, year = dt.date(2025, 4, 21), dt.date(2025, 4, 1), dt.date(2025, 1, 1)
    published("event", label="Day", date_lower=day, date_upper=day)
    published("event", label="Month", date_lower=month, date_upper=dt.date(2025, 4, 30))
    published("event", label="Open", date_lower=None, date_upper=dt.date(2025, 4, 10))
    published("event", label="Never", date_lower=year, date_upper=dt.date(2025, 1, 31))

    def found(**ends):
        return titles("event", ordering="name", between=(Between("date", **ends),))

    assert found(after=day, before=day) == ["Day", "Month"]
    assert found(after=month, before=None) == ["Day", "Month", "Open"]
    assert found(after=month, before=dt.date(2025, 4, 30), certain=True) == ["Day", "Month"]
    assert found(after=None, before=dt.date(2025, 4, 15), certain=True) == ["Never", "Open"]


def test_publication_moments_narrow_a_list(published):
    published(label="Early", first_published_at=THEN - DAY)
    published(label="Late", first_published_at=THEN + DAY)

    assert titles(between=(Between("first_published_at", THEN, None),)) == ["Late"]
    assert titles(between=(Between("first_published_at", None, THEN),)) == ["Early"]


def test_named_records_are_listed(published):
    first, _, third = (published(label=label) for label in ("A", "B", "C"))

    assert titles(uids=(first.uid, third.uid), ordering="name") == ["A", "C"]


def test_count_counts_records_not_translations(published):
    edition = published()
    published(uid=edition.uid, language="fr")
    published(live_from=timezone.now() + DAY)
    selection = reading.select("article", ("fr", "en"))

    assert reading.count(selection) == (1, False)
    assert reading.count(reading.select("article", Preference(("en", "fr"), every=True))) == (2, False)


def test_advance_editions_count_before_their_moment_only_when_asked_for(published):
    edition = published(advance=True, live_from=timezone.now() + DAY)

    condition, _ = reading.current(reading.moment())
    with_advance, params = reading.current(reading.moment()._replace(advance=True))

    assert "advance" not in condition
    assert fetch(f"SELECT e.uid FROM public_edition e WHERE {with_advance}", params) == [(edition.uid,)]  # noqa: S608
    assert titles() == []


def test_cards_come_in_every_language_with_corrections_and_the_next_change(published):
    now = timezone.now()
    edition = published(label="One")
    published(uid=edition.uid, action="corrected", note="The day was wrong.", live_from=THEN + DAY)
    published(uid=edition.uid, language="fr", label="Un")
    published(uid=edition.uid, language="ar", live_from=now + 30 * dt.timedelta(seconds=1))
    pending = published("place", live_from=now + DAY)

    cards = reading.cards({pending.uid}, now, own={edition.uid})

    assert sorted(cards.translations(edition.uid)) == ["en", "fr"]
    assert [row.note for row in cards.corrections[edition.uid, "en"]] == ["The day was wrong."]
    assert cards.best(edition.uid, "az").language == "en"
    assert cards.best(pending.uid, "en") is None
    assert cards.changes_at == now + 30 * dt.timedelta(seconds=1)


def test_list_learns_of_any_scheduled_arrival_of_its_kind(published):
    now = timezone.now()
    published("event", live_from=now + dt.timedelta(seconds=10))
    published("article", live_from=now + 2 * MINUTE)

    assert reading.cards((), now, kinds=["event"]).changes_at == now + dt.timedelta(seconds=10)
    assert reading.cards((), now, kinds=["article"]).changes_at is None


@pytest.mark.parametrize("number", [1, 3, 100])
def test_list_is_one_query_whatever_its_length(published, django_assert_num_queries, number):
    for _ in range(number):
        published()

    with django_assert_num_queries(1):  # the editions
        assert len(reading.page(reading.select("article", ("en", "fr")), size=100).rows) == number
