"""Pages of facts by kind: what each tells beside the record's own words, and what none of them may tell."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.public import payloads
from tests.public.conftest import DAY, THEN, new_uid, withdraw
from tests.public.reader import read
from tests.public.test_drawing_tenures import day
from tests.public.test_pages import path_of, put

pytestmark = pytest.mark.django_db


def part(actor, role="participant", **given) -> dict:
    common = {"name": None, "post_at_the_time": None, "holder_named": True, "side": None, "capacity": None, "note": ""}
    return {**common, "actor": {"$must": actor.uid}, "role": role, **given}


def put_event(title, *people, day_="2025-04-21", **given):
    facets = [("participant", one.uid) for one in people]
    return put(
        "event", title, facets=[*facets, *given.pop("facets", ())], date=payloads.fuzzy(day_, day_),
        participants=given.pop("participants", [part(one) for one in people]),
        fields={"sort_date": dt.datetime.fromisoformat(f"{day_}T00:00:00Z")}, **given,
    )  # fmt: skip


def plural_path(edition) -> str:
    """Kinds whose plural is not the singular with an s."""
    plurals = {"series": "series", "capacity": "capacities", "indicator": "figures"}
    return f"/{edition.language}/{plurals.get(edition.kind, edition.kind + 's')}/{edition.slug}"


# People


def test_person_shows_every_appearance_in_the_role_and_the_capacity_of_the_day(client):
    person, post = put("actor", "Ramtane Lamamra"), put("post", "Minister of today")
    capacity = put("capacity", "special envoy")
    office = {"post": {"$must": post.uid}, "title": "Minister of that day", "organisation": None, "country": None}
    hat = {"capacity": {"$must": capacity.uid}, "kind": "special_envoy", "title": "special envoy"}
    taking_part = part(person, "visitor", post_at_the_time=office, capacity=hat)
    put_event("Working visit", person, participants=[taking_part])

    page = read(client, path_of(person))

    assert "Working visit Visitor Minister of that day Special envoy" in page.text
    assert "Minister of today" not in page.text
    assert f"/en/events?participant={person.uid}" in page.links("/en/events?")


def test_all_appearances_are_listed_with_their_roles(client):
    person = put("actor", "Ramtane Lamamra")
    put_event("Working visit", participants=[part(person, "visitor")], facets=[("participant", person.uid)])

    text = read(client, f"/en/events?participant={person.uid}").text

    assert "2025-04-21 Working visit Visitor" in text


def test_person_shows_who_was_most_often_at_the_same_events(client):
    person, often, once = (put("actor", name) for name in ("Attaf", "Bayramov", "Rafiyev"))
    put_event("First talks", person, often)
    put_event("Second talks", person, often, once)
    put_event("Talks to come", person, once, status="planned")

    text = read(client, path_of(person)).text

    assert "Most often at the same events Bayramov 2 events Rafiyev 1 event" in text


def test_person_is_not_shown_at_events_that_are_not_public_nor_beside_people_who_are_not(client):
    person = put("actor", "Attaf")
    hidden = put("actor", "Secret Envoy", live_from=timezone.now() + DAY)
    put_event("Talks", person, hidden)
    later = put_event("Meeting ahead", person)
    type(later).unguarded.filter(pk=later.pk).update(live_from=timezone.now() + DAY)

    text = read(client, path_of(person)).text

    assert "Talks" in text
    assert "Secret Envoy" not in text
    assert "Meeting ahead" not in text


def test_names_stand_in_their_own_scripts(client):
    spellings = [
        {"name": name, "language": code, "script": script, "kind": "full", "valid": None}
        for name, code, script in (("Əhməd Attaf", "az", "Latn"), ("أحمد عطاف", "ar", "Arab"))
    ]
    page = read(client, path_of(put("actor", "Ahmed Attaf", other_names=spellings)))

    assert [attrs["lang"] for attrs in page.all("bdi") if "lang" in attrs] == ["az", "ar"]


# Events and series


def put_round(series, ordinal, day_, title=None, **given):
    place = {"series": {"$ref": series.uid}, "ordinal": ordinal, "body": None}
    title = title or f"Round {ordinal}"
    return put_event(title, day_=day_, facets=[("series", series.uid)], series=place, kind="talks", **given)


def test_round_names_those_before_and_after_and_the_numbers_nobody_tells_of(client):
    series = put("series", "Consultations")
    put_round(series, 1, "2021-01-01")
    middle = put_round(series, 4, "2023-01-01")
    put_round(series, 5, "2024-01-01")
    put_round(series, 6, "2025-01-01")

    text = read(client, path_of(middle)).text

    assert "Before · No. 1 Round 1 2021-01-01 2 rounds between them are not known" in text
    assert "After · No. 5 Round 5" in text
    assert "Round 6" not in text


def test_what_belongs_together_through_a_record_that_is_gone_is_not_shown_to_do_so(client):
    series, visit = put("series", "Consultations"), put("event", "Visit")
    put_round(series, 1, "2021-01-01")
    second = put_round(series, 2, "2022-01-01")
    common = {"facets": [("parent", visit.uid)], "part_of": {"$ref": visit.uid}}
    talks, _dinner = put_event("Talks", **common), put_event("Dinner", **common)

    for gone in (series, visit):
        withdraw(gone, THEN + DAY)

    assert "Round 1" not in read(client, path_of(second)).text
    assert "Dinner" not in read(client, path_of(talks)).text


def test_series_lists_its_rounds_with_the_days_between(client):
    series = put("series", "Consultations")
    put_round(series, 1, "2023-11-29")
    put_round(series, 2, "2025-04-21")
    ahead = put_round(series, 3, "2026-04-21", "Secret round")
    type(ahead).unguarded.filter(pk=ahead.pk).update(live_from=timezone.now() + DAY)

    text = read(client, plural_path(series)).text

    assert "1 2023-11-29 Round 1 Heads of delegation not stated 509 days later 2 2025-04-21 Round 2" in text
    assert "Secret round" not in text


def test_event_explains_a_date_that_is_not_known_to_the_day(client):
    month = {**payloads.fuzzy("August 2022", "2022-08-01", "2022-08-31"), "edtf": "2022-08"}
    first = {
        **payloads.fuzzy("between 31 July and 30 August 2022", "2022-07-31", "2022-08-30"),
        "edtf": "[2022-07-31..2022-08-30]",
    }
    edition = put("event", "Visit", date=month, bounds={"start": first, "end": None})

    text = read(client, path_of(edition)).text

    assert "August 2022 known to the month only" in text
    assert "between 31 July and 30 August 2022 one day within this span, it is not known which" in text


def test_event_shows_what_was_signed_there_and_its_programme_in_order(client):
    visit = put("event", "Visit")
    put_event("Late talks", day_="2025-04-22", facets=[("parent", visit.uid)], part_of={"$ref": visit.uid})
    early = put_event("Early talks", day_="2025-04-21", facets=[("parent", visit.uid)], part_of={"$ref": visit.uid})
    put("agreement", "Visa waiver", facets=[("event", visit.uid)])

    text = read(client, path_of(visit)).text

    assert "Outcomes no signature known Visa waiver" in text
    assert text.index("Visa waiver") < text.index("Early talks") < text.index("Late talks")
    assert "Part of the same event Visit" in read(client, path_of(early)).text


# Agreements


def act(stage, party=None, **given) -> dict:
    common = {"key": stage, "date": None, "event": None, "place": None, "note": "", "sources": []}
    return {**common, "stage": stage, "party": {"$ref": party.uid} if party else None, **given}


def test_agreement_shows_the_acts_of_each_party_and_what_no_source_tells_of(client):
    algeria, azerbaijan = (put("actor", name, kind="country") for name in ("Algeria", "Azerbaijan"))
    parties = [{"actor": {"$must": one.uid}, "kind": "state"} for one in (algeria, azerbaijan)]
    acts = [act("ratified", algeria, date=day("2023-01-01")), act("signed", date=day("2022-08-09"))]
    edition = put("agreement", "Visa waiver", parties=parties, lifecycle=acts)

    text = read(client, path_of(edition)).text

    assert "Step Algeria Azerbaijan Signed 2022-08-09 all parties Ratified 2023-01-01 not known In force" in text
    assert "In force no source tells of it" in text


def test_agreement_shows_rounds_held_under_it(client):
    edition = put("agreement", "Mechanism")
    series = put("series", "Consultations", facets=[("agreement", edition.uid)])
    put_round(series, 1, "2023-11-29")

    assert "Held under it Consultations 1 2023-11-29 Round 1" in read(client, path_of(edition)).text


def test_agreement_without_signatories_says_so(client):
    signed = put("agreement", "Roadmap", signed_on=day("2022-08-09"))

    assert "Signatories not stated" in read(client, path_of(signed)).text
    assert "Signed by no signature known" in read(client, path_of(put("agreement", "Plan"))).text


# What records refer to


def test_place_says_where_it_lies_and_what_lies_within(client):
    baku = put("place", "Baku", latitude="40.36667", longitude="49.83500")
    put("place", "The Palace", facets=[("parent", baku.uid)])

    page = read(client, path_of(baku))

    assert "40.37° N, 49.84° E" in page.text
    assert page.links("geo:") == ["geo:40.36667,49.83500"]
    assert "Places within The Palace" in page.text


def test_author_lists_articles_by_year(client):
    author = put("author", "The Desk")
    put("article", "Written by it", facets=[("author", author.uid)])
    put("article", "Rédigé", language="fr", facets=[("author", author.uid)])

    text = read(client, path_of(author)).text

    assert "2026 Report Written by it" in text
    assert "Rédigé" not in text


def test_source_shows_what_it_says_and_which_sources_are_one_voice_with_it(client):
    source, twin, other = (put("source", name) for name in ("Dispatch", "Same house", "Other house"))
    uses = [payloads.use(one.uid, group=group) for one, group in ((source, "a"), (twin, "a"), (other, "b"))]
    claims = [claim("Told by the dispatch.", uses[:1]), claim("Told by another.", uses[2:])]
    put("event", "Talks", facets=[("source", source.uid)], sources=uses, claims=claims)

    text = read(client, path_of(source)).text

    assert "Counts as one voice with Same house" in text
    assert "Told by the dispatch. Talks" in text
    assert "Told by another." not in text
    assert "Other house" not in text


def claim(text, sources) -> dict:
    return {
        "key": new_uid(), "field": "statement", "value": None, "date": None, "weekday": None, "text": text, "about": [],
        "rank": "normal", "basis": "stated", "modality": "asserted", "attribution_kind": "publisher",
        "attributed_to": [], "attribution_text": "", "sources": sources,
    }  # fmt: skip


def test_topic_names_narrower_ones(client):
    energy = put("topic", "energy")
    put("topic", "oil and gas", facets=[("parent", energy.uid)])

    assert "Narrower topics oil and gas" in read(client, path_of(energy)).text


def test_events_are_listed_under_their_years(client):
    put_event("Later", day_="2025-04-21")
    put_event("Earlier", day_="2023-01-01")

    text = read(client, "/en/events").text

    assert "2025 2025-04-21 Later" in text
    assert "2023 2023-01-01 Earlier" in text
