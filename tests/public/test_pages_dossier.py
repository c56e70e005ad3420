"""The dossier's page: its sections, past moments, and the holders of posts on a day."""

import pytest
from django.utils import timezone

from tests.public import payloads
from tests.public.conftest import DAY, THEN, new_uid, publish, withdraw
from tests.public.reader import read
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db
PAGE = "/en/dossiers/pair"


@pytest.fixture
def sides():
    azerbaijan, algeria = (
        put("actor", name, kind="country", iso3=code) for name, code in (("Azerbaijan", "AZE"), ("Algeria", "DZA"))
    )
    payload = payloads.dossier("Algeria and Azerbaijan", [azerbaijan.uid, algeria.uid], figures=[figure()])
    publish("dossier", new_uid(), label="Pair", slug="pair", payload=payload, facets=[("pair", "AZE-DZA")])
    return azerbaijan, algeria


def figure() -> dict:
    indicator, source = put("indicator", "Bilateral trade"), put("source", "Embassy page")
    return {
        "key": "trade", "indicator": {"$must": indicator.uid}, "label": "Bilateral trade", "reporter": None,
        "partner": None, "period": None, "comparator": "le", "value": "2000000", "value_high": None,
        "currency": None, "unit": "dollar", "printed_as": "(02) مليون دولار", "as_of": payloads.fuzzy("2023"),
        "note": "", "sources": [payloads.use(source.uid)],
    }  # fmt: skip


def of_both(sides) -> list[tuple[str, str]]:
    return [("country", side.uid) for side in sides]


def put_visit(title, sides, guest, host, **given):
    refs = {"visiting_country": {"$ref": guest.uid}, "host_country": {"$ref": host.uid}}
    return put("event", title, facets=of_both(sides), **refs, **given)


def test_visits_are_told_in_each_direction(client, sides):
    azerbaijan, algeria = sides
    put_visit("Journey to Baku", sides, algeria, azerbaijan)
    put_visit("Journey to Algiers", sides, azerbaijan, algeria)

    text = read(client, PAGE).text

    assert "Azerbaijan to Algeria 1 21 April 2025 Journey to Algiers" in text
    assert "Algeria to Azerbaijan 1 21 April 2025 Journey to Baku" in text


def test_rounds_say_how_many_days_lie_between(client, sides):
    series = put("series", "Consultations")
    for ordinal, day in ((1, "2023-11-29"), (2, "2025-04-21")):
        place = {"series": {"$ref": series.uid}, "ordinal": ordinal, "body": None}
        date = payloads.fuzzy(day, day)
        put("event", f"Round {ordinal}", facets=of_both(sides), kind="talks", series=place, date=date)

    text = read(client, PAGE).text

    assert "Round 1 Heads of delegation not stated 509 days later 2 2025-04-21 Round 2" in text


def test_figure_has_comparator_source_and_the_date_it_is_of(client, sides):
    text = read(client, PAGE).text

    assert "Bilateral trade At most 2,000,000 dollar printed as (02) مليون دولار 2023 1" in text


def test_planned_events_stand_apart(client, sides):
    put("event", "Summit ahead", facets=of_both(sides), status="planned", status_as_of="2025-04-22")

    text = read(client, PAGE).text

    assert "Summit ahead planned as of 22 April 2025" in text
    assert "2022" not in text


def test_shared_organisations_show_the_status_of_each_side(client, sides):
    movement = put("actor", "Movement", kind="multilateral_organisation")
    source = put("source", "Dispatch")
    for side, status in zip(sides, ("observer", "full"), strict=True):
        member = {
            "key": "m", "organisation": {"$must": movement.uid}, "status": status, "start": None, "end": None,
            "role": "", "note": "", "sources": [payloads.use(source.uid)],
        }  # fmt: skip
        put("actor", side.title, uid=side.uid, kind="country", iso3=side.slug, member_of=[member], live_from=THEN + DAY)

    assert "Movement Observer Full member status differs 1" in read(client, PAGE).text


@pytest.fixture
def minister(sides):
    """A post attested with one holder on a day of 2022 and with another on one of 2025."""
    post = put("post", "Foreign Minister", facets=of_both(sides)[:1])
    for name, day in (("First Holder", "2022-08-10"), ("Second Holder", "2025-04-21")):
        held = {
            "key": name, "post": {"$must": post.uid}, "title": "", "titles": [], "role": "minister",
            "organisation": None, "country": None, "start": None, "end": None, "acting": False,
            "attested": [payloads.fuzzy(day, day)], "start_cause": "", "end_cause": "", "sources": [],
        }  # fmt: skip
        put("actor", name, facets=[("post", post.uid), ("kind", "person")], posts=[held])
    return post


def holders(client, query: str) -> str:
    return read(client, f"{PAGE}{query}").text.partition("Known holders Foreign Minister ")[2]


def test_posts_name_their_holder_on_the_day_asked_about(client, minister):
    assert holders(client, "?on=2022-08-10").startswith("First Holder attested not known")
    assert holders(client, "?on=2025-04-21").startswith("Second Holder attested not known")
    assert holders(client, "?on=2019-01-01").startswith("not known not known")


def test_posts_then_and_now_stand_side_by_side(client, minister):
    then_and_now = read(client, PAGE).text
    now_alone = read(client, f"{PAGE}?on={timezone.now().date()}").text

    assert "On 10 August 2022 Today Known holders Foreign Minister First Holder attested not known" in then_and_now
    assert " Today Known holders" not in now_alone


def test_posts_mark_another_holder_as_a_change(client, sides, minister):
    today = f"{timezone.now().date()}"
    held = {
        "key": "now", "post": {"$must": minister.uid}, "title": "", "titles": [], "role": "minister",
        "organisation": None, "country": None, "start": payloads.fuzzy("2026", "2026-01-01"), "end": None,
        "acting": False, "attested": [], "start_cause": "", "end_cause": "", "sources": [],
    }  # fmt: skip
    put("actor", "Third Holder", facets=[("post", minister.uid), ("kind", "person")], posts=[held])

    assert holders(client, "?on=2022-08-10").startswith("First Holder attested Third Holder in office changed")
    assert "changed" not in holders(client, f"?on={today}")
    assert "changed" not in holders(client, "?on=2019-01-01")


def test_posts_name_the_same_holders_as_the_api(client, minister):
    for day in ("2022-08-10", "2025-04-21", "2019-01-01"):
        (office,) = client.get(f"/api/v1/dossiers/AZE-DZA/posts?on={day}").json()["posts"]
        name = office["held_by"]["person"]["label"] if office["held_by"] else "not known"
        assert holders(client, f"?on={day}").startswith(name)


def test_days_on_which_posts_change_can_be_picked(client, minister):
    page = read(client, PAGE)

    days = [attrs["value"] for attrs in page.all("option")]
    assert days == ["2022-08-10", "2022-08-11", "2025-04-21", "2025-04-22", f"{timezone.now().date()}"]
    assert page.all("input", type="date", name="on", value="2022-08-10", list="turns")
    assert page.all("option", value="2025-04-21", label="21 April 2025")


def test_past_moment_shows_what_was_public_then(client, sides):
    put("event", "Known then", facets=of_both(sides))
    put("event", "Known later", facets=of_both(sides), live_from=THEN + 3 * DAY)

    page = read(client, f"{PAGE}?as_of=2026-03-02")

    assert "As it stood on 2 March 2026, without what has been withdrawn since." in page.text
    assert "Known then" in page.text
    assert "Known later" not in page.text
    assert page.all("meta", name="robots", content="noindex")
    assert "Known later" in read(client, PAGE).text


def test_before_its_first_publication_there_is_none(client, sides):
    assert client.get(f"{PAGE}?as_of=2020-01-01").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "as_of=yesterday",
        "on=2025-13-01",
        f"as_of={(timezone.now() + 2 * DAY).date()}",
        "as_of=2026-03-01&as_of=2026-03-02",
    ],
)
def test_days_that_cannot_be_understood_are_refused(client, sides, query):
    assert client.get(f"{PAGE}?{query}").status_code == 400


def test_past_moments_go_back_to_the_first_publication(client, sides):
    page = read(client, PAGE)

    assert page.all("input", type="date", name="as_of", min="2026-03-01")
    assert "Any day since 1 March 2026, when this dossier was first published." in page.text


def test_today_is_the_present(client, sides):
    today = timezone.now().date()

    assert not read(client, f"{PAGE}?as_of={today}").all("p", **{"class": "banner"})
    assert not read(client, f"{PAGE}?as_of=&on=").all("p", **{"class": "banner"})


def test_days_on_which_it_changed_are_listed_whatever_moment_is_asked_about(client, sides):
    put("event", "Both", facets=of_both(sides), live_from=THEN + 3 * DAY)
    put("event", "In another language", facets=of_both(sides), language="fr", live_from=THEN + 4 * DAY)
    office = put("post", "Minister", facets=of_both(sides[:1]), live_from=THEN + 5 * DAY)
    put("actor", "Holder", facets=[("post", office.uid)], live_from=THEN + 6 * DAY)

    for path in (PAGE, f"{PAGE}?as_of=2026-03-02"):
        page = read(client, path)
        days = ["2026-03-01", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07"]
        assert listed(page) == days
        assert page.all("option", value="2026-03-04", label="4 March 2026")
        assert page.all("input", name="as_of", list="changed")


def test_days_tell_of_nothing_that_is_not_public(client, sides):
    put("event", "Known", facets=of_both(sides), live_from=THEN + DAY)
    put("event", "Of one side", facets=of_both(sides[:1]), live_from=THEN + 2 * DAY)
    put("event", "Scheduled", facets=of_both(sides), live_from=timezone.now() + DAY)
    withdrawn = put("event", "Withdrawn", facets=of_both(sides), live_from=THEN + 3 * DAY)
    withdraw(withdrawn, THEN + 4 * DAY)
    put("actor", "Holder of another post", facets=[("post", new_uid())], live_from=THEN + 5 * DAY)
    put("event", "Before the dossier", facets=of_both(sides), live_from=THEN - DAY)

    assert listed(read(client, PAGE)) == ["2026-03-01", "2026-03-02"]


def test_single_day_is_no_choice(client, sides):
    assert listed(read(client, PAGE)) == []
    assert not read(client, PAGE).all("input", name="as_of", list="changed")


def listed(page) -> list[str]:
    return [attrs["value"] for attrs in page.all("option")]
