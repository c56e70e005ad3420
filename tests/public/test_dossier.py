"""What a dossier makes of what is published: sections, orders, and what is left out."""

import datetime as dt

import pytest

from newsroom.public import dossier, reading
from relations.values.fuzzy import FuzzyDate
from tests.public import payloads
from tests.public.conftest import DAY, THEN, new_uid, publish, withdraw
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db


class Pair:
    """Two countries and their dossier."""

    def __init__(self):
        names = (("Azerbaijan", "AZE"), ("Algeria", "DZA"))
        self.sides = [put("actor", name, kind="country", iso3=code) for name, code in names]
        payload = payloads.dossier("The pair", [side.uid for side in self.sides])
        self.row = publish("dossier", new_uid(), label="Pair", payload=payload, facets=[("pair", "AZE-DZA")])

    @property
    def both(self) -> list[tuple[str, str]]:
        return [("country", side.uid) for side in self.sides]

    def event(self, title: str, date: str = "2025-04-21", *, facets=None, **given):
        return put("event", title, facets=self.both if facets is None else facets, date=fuzzy(date), **given)

    def join(self, side: int, *memberships: dict):
        """Publish a country again, with what it is a member of."""
        country = self.sides[side]
        put(
            "actor",
            country.title,
            uid=country.uid,
            kind="country",
            iso3="AZE",
            member_of=list(memberships),
            live_from=THEN + DAY,
        )

    def read(self, at=None, **options) -> dict:
        moment = reading.moment(at)
        return dossier.compile_dossier(dossier.find("AZE-DZA", "en", moment), "en", moment, **options).content


@pytest.fixture
def pair(db):
    return Pair()


def fuzzy(edtf: str) -> dict:
    date = FuzzyDate.parse(edtf)
    ends = {name: day.isoformat() if day else None for name, day in (("start", date.lower), ("end", date.upper))}
    return {"edtf": edtf, **ends, "precision": str(date.precision), "doubt": str(date.doubt), "label": edtf}


def titles(events: list[dict]) -> list[str]:
    return [event["title"] for event in events]


def test_dossier_of_nothing_but_itself_has_every_section_empty(pair):
    content = pair.read()

    assert content["counts"] == dict.fromkeys(content["counts"], 0)
    empty = ("timeline", "planned", "rounds", "agreements", "bodies", "posts", "trade", "forums", "claims", "disputes")
    assert [content[name] for name in empty] == [[]] * len(empty)
    assert [(way["from"]["label"], way["to"]["label"], way["results"]) for way in content["visits"]] == [
        ("Azerbaijan", "Algeria", []),
        ("Algeria", "Azerbaijan", []),
    ]


def test_timeline_is_in_order_of_what_the_dates_say(pair):
    for title, date in (("Year", "2025"), ("Day", "2025-04-21"), ("Month", "2025-04"), ("Earlier", "2022-08")):
        pair.event(title, date)

    assert titles(pair.read()["timeline"]) == ["Earlier", "Year", "Month", "Day"]


def test_events_of_one_country_belong_only_where_a_forum_of_both_convenes(pair):
    forum, other = (put("actor", name, kind="multilateral_organisation") for name in ("Forum", "Other"))
    for side in (0, 1):
        pair.join(side, membership(forum))
    pair.event("Summit of both", facets=[*pair.both[:1], ("forum", forum.uid)])
    pair.event("Summit of others", facets=[*pair.both[:1], ("forum", other.uid)])
    pair.event("Alone", facets=pair.both[:1])

    assert titles(pair.read()["timeline"]) == ["Summit of both"]


def test_rounds_say_which_numbers_are_missing_and_whose_days_are_not_known(pair):
    series = put("series", "Consultations")
    for number, date in ((4, "2025-04-21"), (1, "2023-11-29"), (2, "2024")):
        pair.event(f"Round {number}", date, series={"series": {"$ref": series.uid}, "ordinal": number, "body": None})

    (found,) = pair.read()["rounds"]

    told = [(one["ordinal"], one["days_since_previous"], one["numbers_missing"]) for one in found["results"]]
    assert told == [(1, None, 0), (2, None, 0), (4, None, 1)]


def test_rounds_of_a_series_that_is_not_public_are_events_and_nothing_more(pair):
    series = put("series", "Consultations")
    pair.event("Round", series={"series": {"$ref": series.uid}, "ordinal": 1, "body": None})
    withdraw(series, THEN + DAY)

    content = pair.read()

    assert (titles(content["timeline"]), content["rounds"]) == (["Round"], [])


def test_round_whose_event_is_withdrawn_leaves_a_gap(pair):
    series = put("series", "Consultations")
    days = {1: "2023-01-01", 2: "2024-01-01", 3: "2025-01-01"}
    rounds = {
        number: pair.event(f"{number}", day, series={"series": {"$ref": series.uid}, "ordinal": number, "body": None})
        for number, day in days.items()
    }
    withdraw(rounds[2], THEN + DAY)

    (found,) = pair.read()["rounds"]

    assert [(one["ordinal"], one["numbers_missing"]) for one in found["results"]] == [(1, 0), (3, 1)]


def membership(organisation, status="full", **given) -> dict:
    blank = {"start": None, "end": None, "role": "", "note": "", "sources": []}
    return {"key": new_uid(), "organisation": {"$must": organisation.uid}, "status": status, **blank, **given}


def test_shared_forum_shows_the_present_status_with_the_sources_of_all(pair):
    forum, left = (put("actor", name, kind="multilateral_organisation") for name in ("Forum", "Left"))
    first, second = put("source", "First"), put("source", "Second")
    pair.join(
        0,
        membership(forum, "observer", start=fuzzy("1995"), end=fuzzy("2010"), sources=[payloads.use(first.uid)]),
        membership(forum, "full", start=fuzzy("2010"), sources=[payloads.use(second.uid)]),
        membership(left, "full", end=fuzzy("2001")),
    )
    pair.join(1, membership(forum, "associate", sources=[payloads.use(second.uid)]), membership(left, "former"))

    told = [
        (row["organisation"]["label"], [side["status"] for side in row["members"]], row["source_count"])
        for row in pair.read()["forums"]
    ]
    assert told == [("Forum", ["full", "associate"], 2), ("Left", ["full", "former"], 0)]


def test_forum_that_is_not_public_is_not_shared(pair):
    forum = put("actor", "Forum", kind="multilateral_organisation", live_from=THEN + 2 * DAY)
    for side in (0, 1):
        pair.join(side, membership(forum))

    assert [len(pair.read(THEN + days * DAY)["forums"]) for days in (1, 2)] == [0, 1]


def tenure(post, **given) -> dict:
    blank = dict.fromkeys(("organisation", "country", "start", "end"))
    words = dict.fromkeys(("title", "role", "start_cause", "end_cause"), "")
    lists = {"titles": [], "attested": [], "sources": []}
    return {"key": new_uid(), "post": {"$must": post.uid}, "acting": False, **blank, **words, **lists, **given}


def holder(name: str, post, *tenures: dict):
    return put("actor", name, facets=[("post", post.uid), ("kind", "person")], posts=list(tenures))


def held_by(content: dict) -> list[tuple | None]:
    found = [office["held_by"] for office in content["posts"]]
    return [one and (one["person"]["label"], one["coverage"]) for one in found]


def test_post_held_twice_by_one_person_is_held_in_both_terms_alone(pair):
    post = put("post", "Speaker", kind="speaker", facets=pair.both[:1])
    terms = [tenure(post, start=fuzzy(start), end=fuzzy(end)) for start, end in (("1999", "2005"), ("2020", "2024"))]
    holder("Twice", post, *terms)

    days = (dt.date(2002, 5, 1), dt.date(2010, 5, 1), dt.date(2021, 5, 1))
    assert [held_by(pair.read(on=day)) for day in days] == [[("Twice", "covered")], [None], [("Twice", "covered")]]


def test_known_tenure_goes_before_one_that_is_only_attested(pair):
    post = put("post", "Speaker", kind="speaker", facets=pair.both[:1])
    holder("Attested", post, tenure(post, attested=[fuzzy("2021")]))
    holder("Known", post, tenure(post, start=fuzzy("2020")))

    assert held_by(pair.read(on=dt.date(2021, 5, 1))) == [("Known", "covered")]


def test_ambassadors_to_others_are_not_of_the_pair(pair):
    here, elsewhere = pair.sides[1], put("actor", "Elsewhere", kind="country", iso3="FRA")
    for name, host in (("To Algeria", here), ("To elsewhere", elsewhere)):
        put("post", name, kind="ambassador", facets=pair.both[:1], accredited_to={"$ref": host.uid})

    content = pair.read()

    assert [office["title"] for office in content["missions"]] == ["To Algeria"]
    assert [office["title"] for office in content["posts"]] == ["To Algeria"]


def test_dispute_over_a_date_marks_the_events_it_is_about(pair):
    part = pair.event("Talks")
    dispute = {"key": "d", "kind": "date", "state": "open", "about": [{"$must": part.uid}], "claims": [], "sources": []}
    told = {"statement": "Two days are told.", "rationale": "", "resolved_claim": None}
    pair.event("Visit", "2025-04-20", disputes=[dispute | told])
    pair.event("Other", "2025-04-22", disputes=[dispute | told | {"kind": "name", "about": []}])

    content = pair.read()

    assert [event["sources_differ"] for event in content["timeline"]] == [True, True, False]
    assert [(one["kind"], one["record"]["label"]) for one in content["disputes"]] == [
        ("date", "Visit"),
        ("name", "Other"),
    ]
    assert content["counts"]["disputes_open"] == 2


def test_agreements_come_in_order_of_signature_unsigned_last(pair):
    for title, signed in (("Unsigned", None), ("Later", "2025-04"), ("Earlier", "2022-08")):
        put("agreement", title, facets=pair.both, signed_on=fuzzy(signed) if signed else None)

    content = pair.read()

    assert titles(content["agreements"]) == ["Earlier", "Later", "Unsigned"]
    assert (content["counts"]["agreements"], content["counts"]["agreements_signed"]) == (3, 2)


def test_records_come_in_the_nearest_language_there_is(pair):
    uid = new_uid()
    put("event", "Entretiens", uid=uid, language="fr", facets=pair.both, date=fuzzy("2025"))
    put("event", "Visit", facets=pair.both, date=fuzzy("2024"))

    assert [(one["title"], one["language"]) for one in pair.read()["timeline"]] == [
        ("Visit", "en"),
        ("Entretiens", "fr"),
    ]


@pytest.mark.parametrize("what", ["event", "agreement", "article"])
def test_dossier_costs_the_same_queries_however_much_there_is(pair, what, django_assert_num_queries):
    moment = reading.moment()
    row = dossier.find("AZE-DZA", "en", moment)
    for number in range(1, 101):
        put(what, f"{what} {number}", facets=pair.both)
        if number in (1, 3, 100):
            # The countries, with events, agreements, articles and posts; all cards.
            with django_assert_num_queries(2):
                dossier.compile_dossier(row, "en", moment)
