"""Rules 19 to 23, 26 to 28 and 36: what carries a fact."""

import hashlib

import pytest

from tests.desk.checking import cited, codes, levels, sound_agreement, sound_claim, sound_event, sound_person
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("factory", "level"),
    [
        (facts.EventFactory, "error"),
        (facts.AgreementFactory, "error"),
        (facts.PersonFactory, "error"),
        (facts.JointBodyFactory, "warning"),
        (facts.DossierFactory, "warning"),
        (facts.MediaFactory, None),
        (facts.CountryFactory, None),
    ],
)
def test_fact_without_a_source(factory, level):
    assert levels(factory(), "uncited") == ({level} if level else set())


def test_editorial_reason_stands_for_a_source_in_its_language():
    claim = facts.ClaimFactory(basis="editorial", text_fr="")

    assert codes(claim.record, "en") == []
    assert codes(claim.record, "fr") == ["not-translated", "reason-missing", "uncited"]


@pytest.mark.parametrize(
    ("basis", "said"),
    [("stated", ["claim-uncited"]), ("inferred", ["claim-uncited"]), ("resolved", []), ("derived", [])],
)
def test_claim_of_others_is_cited(basis, said):
    assert codes(facts.ClaimFactory(record=sound_event(), basis=basis).record) == said


def test_tenures_and_memberships_are_cited():
    person = sound_person()
    tenure = facts.TenureFactory(person=person)
    membership = facts.MembershipFactory(member=person)
    before = codes(person)

    facts.AttestationFactory(tenure=tenure, source=facts.SourceFactory())
    facts.CitationFactory(record=person, membership=membership)

    assert (before, codes(person)) == (["membership-uncited", "tenure-uncited"], [])


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({"field": "date", "date": "2025-04-21"}, []),
        ({"field": "date", "date": "2025-04-22"}, ["differs-from-preferred"]),
        ({"field": "occurrence", "value": "held"}, []),
        ({"field": "occurrence", "value": "planned"}, ["differs-from-preferred"]),
        ({"field": "place", "value": "place/somewhere"}, ["differs-from-preferred"]),
        ({"field": "duration_days", "value": 2}, ["differs-from-preferred"]),
        ({"field": "title", "value": {"en": "Another"}}, ["differs-from-preferred"]),
        ({"field": "title", "value": {"fr": "Autre"}}, []),
        ({"field": "title", "value": "Another"}, ["differs-from-preferred"]),
        ({"field": "participations", "value": ["actor/x"]}, []),
        ({"field": "statement"}, []),
    ],
)
def test_record_says_what_the_preferred_claim_says(claim, said):
    event = sound_event()
    sound_claim(event, rank="preferred", **claim)

    assert codes(event, "en") == said


def test_preferred_claim_may_name_a_record():
    event = sound_event(place=facts.PlaceFactory())
    sound_claim(event, rank="preferred", field="place", value=f"place/{event.place.key}")

    assert codes(event) == []


def test_claims_of_other_ranks_may_differ():
    event = sound_event()
    sound_claim(event, field="date", date="2020")

    assert codes(event) == []


@pytest.mark.parametrize(
    ("first", "second", "sound"),
    [
        ({"date": "2025-11-03"}, {"date": "2025-11-04"}, False),
        ({"date": "2025-11"}, {"date": "2025-11-04"}, True),
        ({"weekday": 1}, {"weekday": 3}, False),
        ({"weekday": 1}, {"weekday": 1}, True),
        ({"weekday": 3}, {"date": "2025-11-04"}, False),
        ({"weekday": 2}, {"date": "2025-11-04"}, True),
        ({"weekday": 2}, {"date": "2025-11"}, True),
        ({"weekday": 2}, {"date": "2025/.."}, True),
        ({"date": "2025-11-03"}, {"date": "2025-11-04", "field": "founded"}, True),
        ({"date": "2025-11-03", "rank": "deprecated"}, {"date": "2025-11-04"}, True),
        ({}, {"date": "2025-11-04"}, True),
    ],
)
def test_claims_that_cannot_both_hold_are_disputed(first, second, sound):
    event = sound_event(date="[2023..2026]")
    claims = [sound_claim(event, **{"field": "date", **claim}) for claim in (first, second)]
    before = codes(event)

    facts.DisputeFactory(record=sound_event()).claims.set(claims)

    assert (before, codes(event)) == ([] if sound else ["not-disputed"], [])


def test_dispute_about_one_of_them_is_not_enough():
    event = sound_event(date="[2023..2026]")
    claim = sound_claim(event, field="date", date="2024")
    sound_claim(event, field="date", date="2025")

    facts.DisputeFactory(record=event).claims.add(claim)

    assert codes(event) == ["not-disputed"]


@pytest.mark.parametrize(("weekday", "said"), [(1, []), (2, ["weekday-differs"])])
def test_weekday_as_given_is_that_of_the_date(weekday, said):
    event = sound_event(date="2025-04-21")
    sound_claim(event, field="date", weekday=weekday)

    assert codes(event) == said


def test_disputed_weekday_may_differ():
    event = sound_event(date="2025-04-21")
    facts.DisputeFactory(record=event).claims.add(sound_claim(event, field="date", weekday=5))

    assert codes(event) == []


@pytest.mark.parametrize(
    ("state", "kind", "rank", "said"),
    [
        ("open", "date", None, []),
        ("resolved", "date", None, ["resolved-without-claim"]),
        ("resolved", "date", "normal", ["resolved-not-preferred"]),
        ("resolved", "date", "preferred", []),
        ("resolved", "framing", None, []),
        ("accepted", "date", None, []),
    ],
)
def test_dispute_over_a_value_is_resolved_by_a_claim(state, kind, rank, said):
    event = sound_event()
    claim = sound_claim(event, field="date", date="2025-04-21", rank=rank) if rank else None
    facts.DisputeFactory(record=event, kind=kind, state=state, resolved_claim=claim)

    assert codes(event) == said


def test_anonymous_claim_needs_a_second_source():
    event = sound_event()
    claim = sound_claim(event, attribution_kind="anonymous")
    before = levels(event, "anonymous-alone")

    facts.CitationFactory(record=event, claim=claim)

    assert (before, codes(event)) == ({"warning"}, [])


def test_sources_of_one_publisher_are_one_voice():
    event = facts.EventFactory()
    first = facts.CitationFactory(record=event)
    alone = codes(event)
    facts.CitationFactory(record=event, source__publisher=first.source.publisher)
    twice = codes(event)

    facts.CitationFactory(record=event)

    assert (alone, twice, codes(event)) == ([], ["one-voice"], [])


BODY = "\ufeffHe said: «We agreed.»\u00a0Then he left."


@pytest.mark.parametrize(
    ("start", "end", "words", "said"),
    [
        (11, 20, "We agreed", []),
        (11, 20, "We refused", ["words-not-in-source"]),
        (12, 21, "We agreed", ["words-not-in-source"]),
        (22, 27, "\u00a0Then", []),
        (22, 27, " Then", ["words-not-in-source"]),
        (None, None, "whatever", []),
        (11, 20, "", []),
    ],
)
def test_cited_words_stand_in_the_source_by_code_points(start, end, words, said):
    event = facts.EventFactory()
    facts.CitationFactory(record=event, source__body=BODY, start=start, end=end, quote=words)

    assert codes(event) == said


def test_source_that_is_not_held_cannot_be_compared():
    event = facts.EventFactory()
    facts.CitationFactory(record=event, start=0, end=5, quote="words")

    assert codes(event) == []


def test_source_is_as_it_was_when_cited():
    sound = facts.SourceFactory(body=BODY, sha256=hashlib.sha256(BODY.encode()).hexdigest())
    altered = facts.SourceFactory(body=BODY, sha256="0" * 64)
    event = facts.EventFactory()
    facts.CitationFactory(record=event, source=altered)

    assert (codes(sound), codes(altered), codes(event)) == ([], ["source-changed"], ["source-changed"])


@pytest.mark.parametrize(
    ("quote", "source", "said"),
    [
        ({"text": "We agreed."}, {"body": BODY}, []),
        ({"text": "We refused."}, {"body": BODY}, ["quote-not-in-source"]),
        ({"text": "Anything"}, {}, []),
        ({"text": "We agreed.", "lang": "fr"}, {}, ["quote-in-other-language"]),
    ],
)
def test_quote_is_verbatim_in_its_language(quote, source, said):
    quote = facts.QuoteFactory(record=sound_event(), **quote)
    facts.CitationFactory(
        record=quote.record, quote_of=quote, **{f"source__{name}": value for name, value in source.items()}
    )

    assert codes(quote.record) == said


def test_quote_is_cited():
    assert codes(facts.QuoteFactory(record=sound_event()).record) == ["quote-uncited"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [({"currency": "USD"}, []), ({}, ["currency-missing"]), ({"indicator__unit_kind": "count"}, [])],
)
def test_money_has_a_currency(fields, said):
    observation = facts.ObservationFactory(dossier=cited(facts.DossierFactory()), **fields)
    facts.CitationFactory(record=observation.dossier, observation=observation)

    assert codes(observation.dossier) == said


def test_figure_is_cited():
    observation = facts.ObservationFactory(dossier=cited(facts.DossierFactory()), currency="USD")

    assert levels(observation.dossier, "figure-uncited") == {"error"}


def test_source_can_be_named():
    assert codes(facts.SourceFactory(title="", url="")) == ["source-unnamed"]


def test_signatory_in_a_post_has_a_gender():
    agreement = sound_agreement()
    signature = facts.SignatureFactory(
        act__agreement=agreement,
        act__event=facts.EventFactory(),
        side=agreement.parties.first().actor,
        post=facts.PostFactory(),
        person__gender="",
    )

    assert (codes(agreement, "ar"), codes(agreement, "az")) == (["gender-unknown"], [])
    assert signature.person.gender == ""
