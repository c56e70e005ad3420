"""Names of linked actors, all but spelt as the record knows them."""

import pytest

from newsroom.desk.checks import run_checks
from newsroom.desk.checks.spelling import distance
from tests.desk.checking import TODAY, cited
from tests.factories import desk as texts
from tests.factories import relations as facts

NAMES = [
    ("en", "Jeyhun Bayramov", "full"),
    ("fr", "Djeyhoun Baïramov", "variant"),
    ("ar", "جيحون بايراموف", "full"),
    ("ar", "جيهون بيراموف", "variant"),
    ("az", "Ceyhun Bayramov", "full"),
    ("en", "Jehun Bairamoff", "misprint"),
    ("en", "Bayramov", "surname"),
]


@pytest.fixture
def person():
    person = facts.PersonFactory(
        name_en="Jeyhun Bayramov", name_fr="Jeyhun Bayramov", name_ar="جيحون بايراموف", name_az="Ceyhun Bayramov"
    )
    for lang, form, kind in NAMES:
        facts.ActorNameFactory(actor=person, lang=lang, form=form, kind=kind)
    return person


def said(actor, text, language="en"):
    article = cited(texts.ArticleFactory(**{f"standfirst_{language}": text}))
    texts.ArticleActorFactory(article=article, actor=actor)
    return [m.text for m in run_checks(article, language, today=TODAY) if m.code == "name-spelling"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "text", "found", "known"),
    [
        ("en", "Jeyhun Bayramof spoke.", "Jeyhun Bayramof", "Jeyhun Bayramov"),
        ("en", "Jeihun Bayramov’s visit.", "Jeihun Bayramov", "Jeyhun Bayramov"),
        ("en", "Mr Bayrmaov spoke.", "Bayrmaov", "Bayramov"),
        ("en", "Jehun Bairamoff spoke.", "Jehun Bairamoff", None),
        ("fr", "Djeyhoun Baïramof a parlé.", "Djeyhoun Baïramof", "Djeyhoun Baïramov"),
        ("ar", "قال جيحون بيرموف ذلك.", "جيحون بيرموف", None),
        ("ar", "وجيحون بايرامون", "وجيحون بايرامون", "جيحون بايراموف"),
        ("az", "Ceyhun Bayramofun səfəri.", "Ceyhun Bayramofun", "Ceyhun Bayramov"),
    ],
)
def test_near_miss_of_a_known_name_is_asked_about(person, language, text, found, known):
    (message,) = said(person, text, language)

    assert message.startswith(f"“{found}”: is this “{known or ''}")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Jeyhun Bayramov’s visit; JEYHUN BAYRAMOV; Bayramov."),
        ("en", "Djeyhoun Bairamov, as the French write."),
        ("en", "Mrs Bayramova and the bayramof."),
        ("fr", "M. Bayramov et Djeyhoun Baïramov."),
        ("ar", "وجيحون بايراموف ولجيهون بيراموف وبايراموف"),
        ("az", "Ceyhun Bayramovun, Bayramova, Bayramovla."),
    ],
)
def test_known_forms_with_their_endings_pass(person, language, text):
    assert said(person, text, language) == []


@pytest.mark.django_db
def test_word_that_another_record_bears_is_no_slip(person):
    text = "Mr Bayramow spoke."
    assert len(said(person, text)) == 1

    other = facts.PersonFactory()
    other.versions.create(language="en", found_by="ali bayramow")
    assert said(person, text) == []


@pytest.mark.django_db
def test_body_with_a_long_name_is_asked_about_and_its_plural_is_not():
    body = facts.JointBodyFactory(name_en="Joint Commission on Cooperation")

    assert len(said(body, "The Joint Commission on Cooporation met.")) == 1
    assert said(body, "The Joint Commissions on Cooperation met.") == []


@pytest.mark.django_db
def test_those_who_are_not_linked_and_countries_are_left_alone(person):
    country = facts.CountryFactory(name_en="Azerbaijan")
    article = cited(texts.ArticleFactory(standfirst_en="Jeyhun Bayramof spoke."))

    assert "name-spelling" not in {m.code for m in run_checks(article, "en", today=TODAY)}
    assert said(country, "The Azerbaijani minister of Azerbaijam.") == []


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("a", "a", 0), ("ab", "ba", 1), ("abc", "abd", 1), ("abc", "ab", 1), ("abcd", "wxyz", 3)],
)
def test_distance_counts_letters(one, other, apart):
    assert distance(one, other) == apart
