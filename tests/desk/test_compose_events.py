"""Events: titles of the day, former names, posts without a person, and by what they are found."""

import pytest

from newsroom.desk.compose import compose
from newsroom.desk.compose.facts import claimed_value
from relations.models import PostTitle
from relations.values.fuzzy import FuzzyDate
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db


def titled_post(*periods: str | None):
    """A post with a title for each period, called by it."""
    post = facts.PostFactory()
    for period in periods:
        facts.PostTitleFactory(post=post, valid=period, title_en=f"Title of {period}")
    return post


def title_shown(post, date: str) -> str:
    part = facts.ParticipationFactory(post=post, event__date=date)
    return compose(part.event, "en")["payload"]["participants"][0]["post_at_the_time"]["title"]


@pytest.mark.parametrize(
    ("date", "period"),
    [
        ("2022-08", "2022-08/2023"),
        ("2023-06-01", "2022-08/2023"),
        ("2025-04-21", "2025-04-21/.."),
        ("2026", "2025-04-21/.."),
        ("2024-02-01", None),
        ("2021", None),
        ("[2023..2026]", None),
    ],
)
def test_title_is_that_of_the_day(date, period):
    post = titled_post(None, "2022-08/2023", "2025-04-21/..")

    assert title_shown(post, date) == f"Title of {period}"


@pytest.mark.parametrize(
    ("date", "period"),
    [("[2022..2025]", "2024/.."), ("2010", "2020/2021"), ("2022-05", "2020/2021"), ("2023", "2020/2021")],
)
def test_without_a_title_for_all_other_times_the_nearest_is_shown(date, period):
    assert title_shown(titled_post("2020/2021", "2024/.."), date) == f"Title of {period}"


def test_title_missing_in_a_language_is_not_taken_from_another():
    post = facts.PostTitleFactory(title_ar="").post
    part = facts.ParticipationFactory(post=post)

    assert compose(part.event, "ar")["payload"]["participants"][0]["post_at_the_time"]["title"] == ""


def test_woman_has_the_feminine_title_where_the_language_has_one():
    title = facts.PostTitleFactory(title_fr="Ministre délégué", title_f_fr="Ministre déléguée", title_az="Nazir")
    part = facts.ParticipationFactory(post=title.post, person__gender="f")

    shown = [
        compose(part.event, each)["payload"]["participants"][0]["post_at_the_time"]["title"] for each in ("fr", "az")
    ]

    assert shown == ["Ministre déléguée", "Nazir"]


def test_post_without_a_person_is_shown_as_not_named_in_the_holders_form():
    title = facts.PostTitleFactory(title_ar="رئيس", title_f_ar="رئيسة")
    part = facts.ParticipationFactory(post=title.post, person=None, holder_gender="f")

    (shown,) = compose(part.event, "ar")["payload"]["participants"]

    assert (shown["actor"], shown["holder_named"]) == (None, False)
    assert shown["post_at_the_time"]["post"] == {"$must": title.post.uid}
    assert shown["post_at_the_time"]["title"] == "رئيسة"


def test_country_takes_part_without_a_post():
    country = facts.CountryFactory()
    part = facts.ParticipationFactory(person=None, actor=country, side=country, role="host")

    (shown,) = compose(part.event, "en")["payload"]["participants"]

    assert shown == {
        "actor": {"$must": country.uid},
        "name": None,
        "post_at_the_time": None,
        "holder_named": True,
        "role": "host",
        "side": {"$ref": country.uid},
        "capacity": None,
        "note": "",
    }


def test_capacity_of_the_occasion_is_frozen():
    capacity = facts.CapacityFactory(type="special_envoy", title_en="Envoy", title_f_en="Envoy (f.)")
    part = facts.ParticipationFactory(capacity=capacity, person__gender="f")

    (shown,) = compose(part.event, "en")["payload"]["participants"]

    assert shown["capacity"] == {"capacity": {"$must": capacity.uid}, "kind": "special_envoy", "title": "Envoy (f.)"}


@pytest.mark.parametrize(
    ("date", "language", "name"),
    [("2011-05", "en", "Old name"), ("2011-05", "fr", None), ("2016", "en", None), ("[2010..2016]", "en", None)],
)
def test_former_name_is_frozen_where_it_certainly_held(date, language, name):
    part = facts.ParticipationFactory(event__date=date)
    facts.ActorNameFactory(actor=part.person, kind="former", lang="en", form="Old name", valid="2005/2012")

    (shown,) = compose(part.event, language)["payload"]["participants"]

    assert shown["name"] == name


def test_open_date_of_an_event_is_one_moment():
    event = facts.EventFactory(date="2024/..")

    assert compose(event, "en")["payload"]["date"]["label"] == "2024 or later"


def test_event_is_sorted_by_first_day_and_filtered_by_its_bounds():
    event = facts.EventFactory(
        date="2022-08", bounds_start="[2022-07-31..2022-08-30]", bounds_end="[2022-08-01..2022-08-31]"
    )

    frozen = compose(event, "en")

    assert (frozen["sort_date"], frozen["date_lower"], frozen["date_upper"]) == (
        "2022-08-01",
        "2022-07-31",
        "2022-08-31",
    )


def test_open_end_leaves_the_last_day_unbounded():
    frozen = compose(facts.EventFactory(date="2024/.."), "en")

    assert (frozen["date_lower"], frozen["date_upper"]) == ("2024-01-01", None)


def test_event_is_found_by_every_country_involved():
    visiting, host, side, persons, office, where = (facts.CountryFactory() for _ in range(6))
    event = facts.EventFactory(
        type="visit", visiting_country=visiting, host_country=host, place=facts.PlaceFactory(country=where)
    )
    facts.ParticipationFactory(event=event, side=side, person__country=persons, role="visitor")
    facts.ParticipationFactory(event=event, person=None, post=facts.PostFactory(country=office))

    frozen = compose(event, "en")

    involved = {country.uid for country in (visiting, host, side, persons, office, where)}
    assert {value for name, value in frozen["facets"] if name == "country"} == involved
    assert {entry["$must"] for entry in frozen["payload"]["countries"]} == involved
    assert ("visitor_country", visiting.uid) in frozen["facets"]
    assert ("host_country", host.uid) in frozen["facets"]


def test_participants_are_found_by_role_and_unnamed_holders_by_their_post():
    event = facts.EventFactory()
    lead = facts.ParticipationFactory(event=event, role="lead")
    unnamed = facts.ParticipationFactory(event=event, person=None, post=facts.PostFactory(), role="visitor")

    facets = compose(event, "en")["facets"]

    assert ("role:lead", lead.person.uid) in facets
    assert ("role:visitor", unnamed.post.uid) in facets
    assert {value for name, value in facets if name == "participant"} == {lead.person.uid}


def test_convener_is_a_forum_when_multilateral():
    event = facts.EventFactory(type="summit")
    forum = facts.ParticipationFactory(
        event=event, person=None, actor=facts.OrganisationFactory(), role="convener"
    ).actor
    facts.ParticipationFactory(event=event, person=None, actor=facts.CountryFactory(), role="convener")

    assert [value for name, value in compose(event, "en")["facets"] if name == "forum"] == [forum.uid]


@pytest.mark.parametrize(
    ("date", "certainty", "precision", "years"),
    [
        ("2025-04-21", "certain", "day", ["2025"]),
        ("2025-04-21?", "uncertain", "day", ["2025"]),
        ("2022-08", "uncertain", "month", ["2022"]),
        ("[2023..2025]", "uncertain", "range", ["2023", "2024", "2025"]),
        ("2024/..", "uncertain", "open", []),
        ("1900/1999", "uncertain", "range", []),
    ],
)
def test_event_is_found_by_what_is_known_of_its_date(date, certainty, precision, years):
    facets = compose(facts.EventFactory(date=date), "en")["facets"]

    assert ("certainty", certainty) in facets
    assert ("precision", precision) in facets
    assert ("day_known", "yes" if precision == "day" else "no") in facets
    assert [value for name, value in facets if name == "year"] == years


def test_agreements_of_an_event_are_those_with_an_act_there():
    act = facts.AgreementActFactory(event=facts.EventFactory(type="signing"))
    facts.AgreementActFactory(agreement=act.agreement, event=act.event, stage="approved")

    assert compose(act.event, "en")["payload"]["agreements"] == [{"$must": act.agreement.uid}]


@pytest.mark.parametrize(
    ("value", "composed"),
    [
        ("actor/ali", {"$ref": "u"}),
        ("actor/nobody", None),
        (["actor/ali", "actor/nobody", "words", 2], [{"$must": "u"}, "words", 2]),
        ([["actor/ali"], {}, []], [["actor/ali"], {}, []]),
        ({"en": "Minister"}, {"en": "Minister"}),
    ],
)
def test_claimed_value_names_records_that_exist_and_keeps_what_else_it_holds(value, composed):
    assert claimed_value(value, {"actor/ali": "u"}) == composed


def test_claims_disputes_and_quotes_carry_their_own_sources():
    event = facts.EventFactory()
    claim = facts.ClaimFactory(record=event, field="date", date="2025-11-04", weekday=2)
    dispute = facts.DisputeFactory(record=event)
    dispute.claims.add(claim)
    dispute.sources.add(disputed := facts.SourceFactory())
    quote = facts.QuoteFactory(record=event, lang="ar")
    whole = facts.CitationFactory(record=event)
    of_claim = facts.CitationFactory(record=event, claim=claim, start=3, end=8, quote="words")
    of_quote = facts.CitationFactory(record=event, quote_of=quote)

    payload = compose(event, "en")["payload"]

    assert sources(payload) == [whole.source.uid]
    assert sources(payload["claims"][0]) == [of_claim.source.uid]
    assert sources(payload["quotes"][0]) == [of_quote.source.uid]
    assert sources(payload["disputes"][0]) == [disputed.uid]
    assert payload["disputes"][0]["claims"] == [claim.key]
    assert payload["quotes"][0]["dir"] == "rtl"
    assert [payload["claims"][0]["sources"][0][key] for key in ("start", "end", "quote")] == [3, 8, "words"]
    assert payload["sources"][0]["quote"] is None


def sources(row: dict) -> list[str]:
    return [use["source"]["$must"] for use in row["sources"]]


def test_sources_of_one_publisher_are_one_group():
    event = facts.EventFactory()
    first = facts.CitationFactory(record=event)
    facts.CitationFactory(record=event, source__publisher=first.source.publisher)
    facts.CitationFactory(record=event, source__publisher=None)
    facts.CitationFactory(record=event, source__independent_group="rewritten")
    facts.CitationFactory(record=event, source__independent_group="rewritten")

    groups = [use["group"] for use in compose(event, "en")["payload"]["sources"]]

    assert groups[0] == groups[1]
    assert groups[3] == groups[4]
    assert len(set(groups)) == 3


def test_records_named_by_a_claim_are_references():
    place, person = facts.PlaceFactory(), facts.PersonFactory()
    event = facts.EventFactory()
    facts.ClaimFactory(record=event, field="place", value=f"place/{place.key}")
    facts.ClaimFactory(record=event, field="participations", value=[f"actor/{person.key}", "actor/nobody", 2])
    facts.ClaimFactory(record=event, field="place", value="place/nowhere")
    facts.ClaimFactory(record=event, field="title", value="and/or")

    values = [claim["value"] for claim in compose(event, "en")["payload"]["claims"]]

    assert values == [[{"$must": person.uid}, 2], {"$ref": place.uid}, None, "and/or"]


def test_title_of_a_quoted_person_is_that_of_the_day():
    post = titled_post("2020/2022", "2024/..")
    quote = facts.QuoteFactory(record=facts.EventFactory(date="2021-05-01"), post=post)

    (shown,) = compose(quote.record, "en")["payload"]["quotes"]

    assert shown["post_at_the_time"]["title"] == "Title of 2020/2022"


def test_correcting_a_title_changes_what_is_composed():
    title = facts.PostTitleFactory(title_en="Misprinted")
    part = facts.ParticipationFactory(post=title.post)
    before = compose(part.event, "en")["payload"]

    PostTitle.objects.filter(pk=title.pk).update(title_en="Corrected")

    assert before["participants"][0]["post_at_the_time"]["title"] == "Misprinted"
    assert compose(part.event, "en")["payload"]["participants"][0]["post_at_the_time"]["title"] == "Corrected"


def test_event_without_series_or_place_says_so():
    payload = compose(facts.EventFactory(), "en")["payload"]

    assert (payload["series"], payload["places"], payload["part_of"]) == (None, [], None)


def test_fuzzy_date_is_worded_in_the_language():
    assert FuzzyDate.parse("2025-04-21").edtf == compose(facts.EventFactory(), "fr")["card"]["date"]["edtf"]
    assert compose(facts.EventFactory(), "fr")["card"]["date"]["label"] == "21 avril 2025"
