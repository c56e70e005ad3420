"""Actors and posts: names in every script, offices over time, degrees of membership."""

import pytest

from newsroom.desk.compose import compose
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db


def test_misprints_are_found_and_never_shown():
    name = facts.ActorNameFactory(form="Jehon", kind="misprint")
    facts.ActorNameFactory(actor=name.actor, form="جيحون", lang="ar")

    frozen = compose(name.actor, "en")

    assert [other["name"] for other in frozen["payload"]["other_names"]] == ["جيحون"]
    assert {"Jehon", "جيحون"} < set(frozen["search"])


@pytest.mark.parametrize(
    ("form", "script"),
    [("Attaf", "Latn"), ("«عطاف»", "Arab"), ("Әлиев", "Cyrl"), ("Əliyev", "Latn"), ("阿塔夫", "Zyyy"), ("+", "Zyyy")],
)
def test_script_of_a_name_is_that_of_its_letters(form, script):
    name = facts.ActorNameFactory(form=form)

    assert compose(name.actor, "en")["payload"]["other_names"][0]["script"] == script


def test_office_shows_titles_over_time_in_the_holders_form():
    post = facts.PostFactory()
    facts.PostTitleFactory(post=post, valid="2020/2023", title_fr="Ancien", title_f_fr="Ancienne")
    facts.PostTitleFactory(post=post, valid="2024/..", title_fr="Nouveau", title_f_fr="Nouvelle")
    tenure = facts.TenureFactory(post=post, person__gender="f", start="2021-07")

    (held,) = compose(tenure.person, "fr")["payload"]["posts"]

    assert held["title"] == "Nouvelle"
    assert [(title["title"], title["valid"]["edtf"]) for title in held["titles"]] == [
        ("Ancienne", "2020/2023"),
        ("Nouvelle", "2024/.."),
    ]
    assert held["start"]["edtf"] == "2021-07"


def test_attestations_bring_their_sources():
    tenure = facts.TenureFactory()
    attestation = facts.AttestationFactory(tenure=tenure, source=facts.SourceFactory())
    cited = facts.CitationFactory(record=tenure.person, tenure=tenure)
    facts.AttestationFactory(tenure=tenure, on="2022", source=cited.source)

    (held,) = compose(tenure.person, "en")["payload"]["posts"]

    assert [day["edtf"] for day in held["attested"]] == ["2022", "2025-04-21"]
    assert [use["source"]["$must"] for use in held["sources"]] == [cited.source.uid, attestation.source.uid]


def test_membership_has_its_degree_and_its_sources():
    membership = facts.MembershipFactory(status="observer", start="2015", note_en="Since the summit")
    citation = facts.CitationFactory(record=membership.member, membership=membership)

    frozen = compose(membership.member, "en")

    (shown,) = frozen["payload"]["member_of"]
    assert (shown["status"], shown["start"]["edtf"], shown["note"]) == ("observer", "2015", "Since the summit")
    assert [use["source"]["$must"] for use in shown["sources"]] == [citation.source.uid]
    assert frozen["payload"]["sources"] == []
    assert ("member_of", membership.organisation.uid) in frozen["facets"]


def test_identifiers_find_an_actor():
    country = facts.CountryFactory(iso2="DZ", iso3="DZA")
    country.identifiers.create(scheme="wikidata", value="Q262")
    country.identifiers.create(scheme="long", value="x" * 90)

    frozen = compose(country, "en")

    assert ("identifier", "wikidata:Q262") in frozen["facets"]
    assert ("iso3", "DZA") in frozen["facets"]
    assert (frozen["card"]["iso2"], frozen["card"]["iso3"]) == ("DZ", "DZA")


def test_list_row_of_an_actor_is_small():
    person = facts.PersonFactory(description_en="canary", country=facts.CountryFactory())

    assert compose(person, "en")["summary"] == {
        "kind": "person",
        "name": person.name_en,
        "short_name": "",
        "summary": "",
        "country": {"$ref": person.country.uid},
        "iso2": None,
        "iso3": None,
    }


@pytest.mark.parametrize(
    ("periods", "current"),
    [
        ([None, "2022-08/2023"], None),
        ([None, "2022-08/2023", "2025/.."], "2025/.."),
        (["2020", "2021/2023"], "2021/2023"),
        (["../2020", "2020/..", "2025/.."], "2025/.."),
    ],
)
def test_post_is_called_by_its_current_title(periods, current):
    post = facts.PostFactory()
    for period in periods:
        facts.PostTitleFactory(post=post, valid=period, title_en=f"Title of {period}")

    frozen = compose(post, "en")

    assert frozen["title"] == frozen["payload"]["name"] == f"Title of {current}"


def test_post_is_found_by_every_title_it_had():
    title = facts.PostTitleFactory(title_en="Now", title_f_en="Now (f.)")
    facts.PostTitleFactory(post=title.post, valid="2020", title_en="Then", abbreviation_en="T.")

    assert compose(title.post, "en")["search"] == ["Now", "Now (f.)", "Then", "T."]
