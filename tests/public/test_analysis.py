import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.public.search.analysis import QUERY_WORDS, query_terms, terms

LANGUAGES = ("en", "fr", "ar", "az")


def found(query, text, language):
    """Every word of the query is a word of the text."""
    present = set(terms(text, language))
    asked = query_terms(query, language)
    return bool(asked) and all(present.intersection(word) for word in asked)


@pytest.mark.parametrize(
    ("language", "query", "text"),
    [
        ("fr", "Algerie", "La visite en Algérie"),
        ("fr", "algérie", "l’Algérie et l'Azerbaïdjan"),
        ("fr", "azerbaidjan", "D’Azerbaïdjan"),
        ("fr", "consultation politique", "Les consultations politiques"),
        ("fr", "cooperations", "La coopération énergétique"),
        ("fr", "Oeuvre", "Une œuvre commune"),
        ("en", "visits", "He visited Baku"),
        ("en", "agreement", "Azerbaijan's agreements"),
        ("en", "ministries", "The MINISTRY of Foreign Affairs"),
        ("ar", "جزائري", "الجزائرية"),
        ("ar", "الجزائر", "سفارة بالجزائر"),
        ("ar", "أذربيجان", "اذربيجان"),
        ("ar", "اذربيجان", "الجزائر وأذربيجان"),
        ("ar", "أذربيجان", "أَذْرَبِيجَان"),
        ("ar", "أذربيجان", "لأذربيجان"),
        ("ar", "وزير", "الوزير"),
        ("ar", "الوزير", "وزير الخارجية"),
        ("ar", "والوزير", "وزير"),
        ("ar", "وزراء", "الوزير"),
        ("ar", "علاقة", "العلاقـــات الثنائية"),
        ("ar", "زيارات", "زيارة رسمية"),
        ("ar", "زيارة", "خلال زيارتها"),
        ("ar", "ثنائيه", "الثنائية"),
        ("ar", "باكو", "سفارة الجزائر بباكو"),
        ("ar", "لجنة", "للجنة المشتركة"),
        ("ar", "فلسطين", "دولة فلسطين"),
        ("ar", "2025", "سنة ٢٠٢٥"),
        ("az", "nazir", "nazirlərin görüşü"),
        ("az", "elcezair", "Əlcəzairdə"),
        ("az", "Əlcəzair", "ƏLCƏZAİRİN"),
        ("az", "iqtisadi", "İqtisadi əlaqələr"),
        ("az", "İQTİSADİ", "iqtisadi"),
        ("az", "IŞIQ", "işıq"),
        ("az", "isiq", "IŞIQ"),
        ("az", "əməkdaşlıq", "əməkdaşlığı"),
        ("az", "nazirlik", "Nazirliyin"),
        ("az", "Bakı", "Bakıda keçirilən"),
        ("az", "Bakıda", "Bakının"),
        ("az", "görüş", "görüşündə"),
        ("az", "zaman", "zamanı"),
        ("az", "iordaniya", "İordaniyanın"),
        ("az", "Bayramov", "Bayramovla"),
        # A name in another script or language than the text around it.
        ("en", "عطاف", "Ahmed Attaf أحمد عطاف"),
        ("ar", "attaf", "أحمد عطاف Ahmed Attaf"),
        ("fr", "elcezair", "Algérie Əlcəzair الجزائر"),
        # Decomposed accents, as some keyboards and files have them.
        ("fr", "Alge\u0301rie", "Algérie"),
        ("az", "I\u0307qtisadi", "iqtisadi"),
        ("fr", "algérie", "Algé\u00adrie"),
    ],
)
def test_word_is_found_in_other_spellings_and_forms(language, query, text):
    assert found(query, text, language)


@pytest.mark.parametrize(
    ("language", "query", "text"),
    [
        ("fr", "Algérie", "Une rue d'Alger"),
        ("fr", "Tunisie", "La ville de Tunis"),
        ("ar", "وزارة", "الوزير"),
        ("ar", "ليبيا", "فلسطين"),
        ("az", "nazirlik", "nazirlər"),
        ("en", "Algeria", "Azerbaijan"),
        # Each language has its own rules; no other's apply.
        ("en", "nazir", "nazirlərin"),
    ],
)
def test_different_words_stay_apart(language, query, text):
    assert not found(query, text, language)


@pytest.mark.parametrize(
    ("language", "query"),
    [("en", "the of and"), ("fr", "l'"), ("ar", "في من"), ("az", "və"), ("en", ""), ("en", " \x00 ' \" * -- () :")],
)
def test_query_without_words_asks_nothing(language, query):
    assert query_terms(query, language) == []


def test_terms_hold_stem_and_surface():
    assert terms("Les élections", "fr") == ["elections", "elect"]


def test_query_is_cut_and_repetitions_count_once():
    assert len(query_terms("un " * 10_000, "en")) == 1
    assert len(query_terms(" ".join(map(str, range(100))), "en")) == QUERY_WORDS


@given(st.text(), st.sampled_from(LANGUAGES))
def test_terms_are_letters_and_digits_of_any_text(text, language):
    assert all(term.isalnum() and len(term) <= 120 for term in terms(text, language))


@given(st.text(st.characters(categories=["L", "N", "M"]), min_size=1, max_size=30), st.sampled_from(LANGUAGES))
def test_text_finds_itself(text, language):
    asked = query_terms(text, language)
    present = set(terms(text, language))

    assert all(present.issuperset(word) for word in asked)
