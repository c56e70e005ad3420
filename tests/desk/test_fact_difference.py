import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.desk.comparing import Name, fact_difference, names_of
from newsroom.desk.comparing.days import days_in
from newsroom.desk.comparing.numbers import numbers_in
from newsroom.desk.saving import saving_many
from tests.factories.desk import ArticleActorFactory, ArticleFactory
from tests.factories.relations import CountryFactory, PersonFactory, PlaceFactory

ATTAF = Name(
    "u1",
    {"en": "Ahmed Attaf", "fr": "Ahmed Attaf", "ar": "أحمد عطاف", "az": "Əhməd Attaf"},
    frozenset({"ahmed attaf", "احمد عطاف", "ehmed attaf"}),
    is_person=True,
)


def days(text, language):
    return [(day.day, day.month, day.year) for day in days_in(text, language)]


def gaps(here, language, there, other, names=()):
    found = fact_difference({"body": f"<p>{here}</p>"}, language, {"body": f"<p>{there}</p>"}, other, names)
    return [(gap.kind, gap.said, gap.language, gap.missing_in) for gap in found]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "on 21 April 2025", [(21, 4, 2025)]),
        ("en", "on April 21, 2025", [(21, 4, 2025)]),
        ("en", "Tuesday 9 and Wednesday 10 August 2022", [(9, 8, 2022), (10, 8, 2022)]),
        ("en", "It may march on; in May 2023", [(None, 5, 2023)]),
        ("fr", "le 1er août 2022", [(1, 8, 2022)]),
        ("fr", "du 20 au 22 juin 2024", [(20, 6, 2024), (22, 6, 2024)]),
        ("ar", "يوم ٢١ أفريل ٢٠٢٥", [(21, 4, 2025)]),
        ("ar", "في 5 و6 جويلية 2023", [(5, 7, 2023), (6, 7, 2023)]),
        ("ar", "في 9 نيسان/أبريل 2024", [(9, 4, 2024)]),
        ("ar", "في 3 كانون الثاني 2023", [(3, 1, 2023)]),
        ("az", "2025-ci il aprelin 21-də", [(21, 4, 2025)]),
        ("az", "2025-ci ilin aprelində", [(None, 4, 2025)]),
        ("az", "31 avqustda, Martin", [(31, 8, None)]),
        ("en", "21.04.2025 and 2025-04-22", [(21, 4, 2025), (22, 4, 2025)]),
    ],
)
def test_days_are_read_in_the_forms_of_each_language(language, text, found):
    assert sorted(days(text, language), key=str) == sorted(found, key=str)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "1,234.5", {"1234.5"}),
        ("fr", "1\u202f234,5", {"1234.5"}),
        ("ar", "١٬٢٣٤٫٥", {"1234.5"}),
        ("ar", "و2025", {"2025"}),
        ("az", "1.234", {"1234", "1.234"}),
        ("en", "2 million", {"2000000"}),
        ("ar", "3 ملايين", {"3000000"}),
        ("en", "the G20", set()),
    ],
)
def test_numbers_are_read_in_any_script_and_grouping(language, text, values):
    assert {f"{value:f}" for number in numbers_in(text, language) for value in number.values} == values


@given(st.integers(min_value=1_000, max_value=10**12))
def test_number_is_the_same_however_it_is_grouped(number):
    western = f"{number:,}"
    arabic = western.translate(str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩٬"))

    assert gaps(f"{western} tonnes", "en", f"{arabic} طن", "ar") == []
    assert gaps(western.replace(",", "\u202f"), "fr", western.replace(",", "."), "az") == []


def test_another_day_is_named_on_both_sides():
    assert gaps("They met on 21 April 2025.", "en", "التقيا في 20 أفريل 2025.", "ar") == [
        ("date", "21 April 2025", "en", "ar"),
        ("date", "20 أفريل 2025", "ar", "en"),
    ]


def test_a_year_that_one_language_leaves_out_is_no_difference_and_another_year_is():
    assert gaps("on 21 April 2025", "en", "le 21 avril", "fr") == []
    assert [gap[1] for gap in gaps("on 21 April 2025", "en", "le 21 avril 2024", "fr")] == [
        "21 April 2025",
        "21 avril 2024",
    ]


def test_another_magnitude_is_a_difference_and_a_small_number_in_words_is_none():
    assert [gap[:2] for gap in gaps("2 million dollars", "en", "2 milliards de dollars", "fr")] == [
        ("number", "2 million"),
        ("number", "2 milliards"),
    ]
    assert gaps("the 5 ministers, 12 texts", "en", "les cinq ministres, douze textes", "fr") == []
    assert gaps("25 pays", "fr", "خمسة وعشرون بلدا", "ar") == []


def test_a_missing_name_is_said_with_its_form_in_the_other_language():
    [gap] = fact_difference({"body": "<p>Ahmed Attaf spoke.</p>"}, "en", {"body": "<p>تكلم الوزير.</p>"}, "ar", [ATTAF])

    assert gap == ("name", "Ahmed Attaf", "en", "ar", "body", "Ahmed Attaf spoke.", "أحمد عطاف")


@pytest.mark.parametrize(
    ("language", "text"),
    [("ar", "ولأحمد عطاف كلمة"), ("ar", "قال عطاف"), ("az", "Attafın çıxışı"), ("fr", "M. Attaf"), ("ar", "Attaf")],
)
def test_a_name_is_found_by_its_surname_with_particles_and_endings(language, text):
    assert gaps("Ahmed Attaf spoke", "en", text, language, [ATTAF]) == []


def test_a_person_known_in_one_script_only_is_found_by_sound():
    tebboune = Name("u2", {"en": "Abdelmadjid Tebboune"}, frozenset({"abdelmadjid tebboune"}), is_person=True)

    assert gaps("Abdelmadjid Tebboune", "en", "الرئيس تبون", "ar", [tebboune]) == []
    assert len(gaps("Abdelmadjid Tebboune", "en", "الرئيس عطاف", "ar", [tebboune])) == 1


@pytest.mark.django_db
def test_names_of_a_record_are_those_of_its_actors_and_a_country_is_meant_by_its_adjective_and_places():
    country = CountryFactory(name_en="Algeria", name_fr="Algérie", name_ar="الجزائر", name_az="Əlcəzair")
    person = PersonFactory(name_en="Ahmed Attaf", name_ar="أحمد عطاف")
    PlaceFactory(country=country, name_en="Algiers", name_fr="Alger")
    with saving_many(references=False) as saves:
        article = ArticleFactory()
        article.countries.add(country)
        ArticleActorFactory(article=article, actor=person)
        saves.add(article)

    names = names_of(article)

    assert {name.uid for name in names} >= {country.uid, person.uid}
    assert gaps("L’Algérie et Ahmed Attaf", "fr", "Algerian minister Attaf", "en", names) == []
    assert gaps("L’Algérie", "fr", "in Algiers", "en", names) == []
    assert [gap[1] for gap in gaps("L’Algérie", "fr", "in Baku", "en", names)] == ["Algérie"]
