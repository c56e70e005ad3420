"""Agreements and dossiers: what follows from acts, signatures as held that day, figures as printed."""

import datetime as dt

import pytest

from newsroom.desk.compose import compose
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db


def agreement_with(*acts: tuple, parties: int = 2):
    """An agreement between so many countries, with acts (stage, date, number of the party or None)."""
    agreement = facts.AgreementFactory()
    actors = [facts.AgreementPartyFactory(agreement=agreement, order=n).actor for n in range(parties)]
    for stage, date, number in acts:
        party = None if number is None else actors[number]
        facts.AgreementActFactory(agreement=agreement, stage=stage, date=date, party=party)
    return agreement


@pytest.mark.parametrize(
    ("acts", "status"),
    [
        ([], None),
        ([("proposed", "2023-11-29/..", None)], "proposed"),
        ([("signed", "2022-08", None)], "signed"),
        ([("ratified", "2023", 0), ("signed", "2022-08", None)], "signed"),
        ([("signed", "2022-08", None), ("ratified", "2023", 0), ("ratified", "2024", 1)], "ratified"),
        ([("signed", "2022-08", None), ("ratified", "2023", None)], "ratified"),
        ([("in_force", None, None), ("signed", "2022-08", None)], "in_force"),
        ([("in_force", "2023", None), ("denounced", "2025", 1)], "denounced"),
    ],
)
def test_status_is_the_furthest_stage_that_all_reached(acts, status):
    frozen = compose(agreement_with(*acts), "en")

    assert frozen["payload"]["status"] == frozen["summary"]["status"] == frozen["card"]["status"] == status
    assert [value for name, value in frozen["facets"] if name == "status"] == ([status] if status else [])


def test_dates_are_those_of_the_first_act_of_their_stage():
    acts = [("signed", "2022-09", 1), ("signed", "2022-08", 0), ("in_force", "2023-01-01", None)]

    frozen = compose(agreement_with(*acts), "en")

    assert frozen["payload"]["signed_on"]["edtf"] == "2022-08"
    assert frozen["payload"]["in_force_on"]["edtf"] == "2023-01-01"
    assert (frozen["sort_date"], frozen["date_lower"], frozen["date_upper"]) == (
        "2022-08-01",
        "2022-08-01",
        "2022-08-31",
    )


@pytest.mark.parametrize(
    ("acts", "sort_date"),
    [
        ([], dt.date.min.isoformat()),
        ([("proposed", "2020", None), ("initialled", "2023-11-29/..", None)], "2023-11-29"),
    ],
)
def test_unsigned_agreement_is_sorted_by_its_latest_act(acts, sort_date):
    frozen = compose(agreement_with(*acts), "en")

    assert (frozen["sort_date"], frozen["date_lower"]) == (sort_date, None)


@pytest.mark.parametrize(
    ("parties", "depositary", "laterality"),
    [(1, False, "unilateral"), (2, False, "bilateral"), (3, False, "plurilateral"), (3, True, "multilateral")],
)
def test_laterality_follows_from_the_parties(parties, depositary, laterality):
    agreement = agreement_with(parties=parties)
    if depositary:
        agreement.depositary = facts.OrganisationFactory()
        agreement.save()

    assert compose(agreement, "en")["payload"]["laterality"] == laterality


def test_signatories_have_the_title_of_the_day():
    post = facts.PostFactory()
    facts.PostTitleFactory(post=post, valid="2020/2023", title_en="Then")
    facts.PostTitleFactory(post=post, valid="2024/..", title_en="Now")
    signature = facts.SignatureFactory(act__date="2022-08", post=post)

    frozen = compose(signature.act.agreement, "en")

    (shown,) = frozen["payload"]["signatories"]
    assert shown["actor"] == {"$must": signature.person.uid}
    assert shown["post_at_the_time"]["title"] == "Then"
    assert shown["for_party"] == {"$ref": signature.side.uid}
    assert ("signatory", signature.person.uid) in frozen["facets"]


def test_official_title_comes_before_the_descriptive_one():
    agreement = facts.AgreementFactory(official_title_fr="Titre officiel")

    assert compose(agreement, "fr")["title"] == "Titre officiel"
    assert compose(agreement, "en")["title"] == agreement.descriptive_title_en


def test_acts_carry_their_own_sources():
    act = facts.AgreementActFactory()
    citation = facts.CitationFactory(record=act.agreement, act=act)

    payload = compose(act.agreement, "en")["payload"]

    assert [use["source"]["$must"] for use in payload["lifecycle"][0]["sources"]] == [citation.source.uid]
    assert payload["sources"] == []


def test_figure_is_shown_with_comparator_day_and_print():
    observation = facts.ObservationFactory(
        comparator="le",
        value="2000000.5000",
        unit_en="dollars",
        printed_as="(02)",
        as_of="2023?",
        method_note_en="No period",
    )
    citation = facts.CitationFactory(record=observation.dossier, observation=observation)

    (shown,) = compose(observation.dossier, "en")["payload"]["figures"]

    assert (shown["value"], shown["value_high"], shown["comparator"], shown["currency"]) == (
        "2000000.5",
        None,
        "le",
        None,
    )
    assert (shown["unit"], shown["note"]) == ("dollars", "No period")
    assert (shown["printed_as"], shown["as_of"]["edtf"]) == ("(02)", "2023?")
    assert shown["label"] == observation.indicator.name_en
    assert [use["source"]["$must"] for use in shown["sources"]] == [citation.source.uid]


@pytest.mark.parametrize(("value", "shown"), [("100", "100"), ("0", "0"), ("2000000", "2000000"), ("0.25", "0.25")])
def test_figure_has_no_exponent_and_no_idle_zeros(value, shown):
    observation = facts.ObservationFactory(value=value)

    assert compose(observation.dossier, "en")["payload"]["figures"][0]["value"] == shown


def test_dossier_is_found_by_pair_and_by_both_countries():
    dossier = facts.DossierFactory(intro_en="<p>Two countries</p>")

    frozen = compose(dossier, "en")

    assert frozen["payload"]["pair"] == ["AZE", "DZA"]
    assert frozen["payload"]["intro_text"] == "Two countries"
    assert {("pair", "AZE-DZA"), ("country", dossier.country_a.uid), ("country", dossier.country_b.uid)} <= set(
        frozen["facets"]
    )
