import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.values.languages import LANGUAGES, NATIVE_NAMES, direction
from relations.values.transliteration import SLUG_LENGTH, fold, slugify, sort_name

languages = st.sampled_from(LANGUAGES)


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("Second round of consultations", "en", "second-round-of-consultations"),
        ("Algeria’s  foreign minister", "en", "algerias-foreign-minister"),
        ("L’Algérie et l'Azerbaïdjan : cœur à cœur", "fr", "l-algerie-et-l-azerbaidjan-coeur-a-coeur"),
        ("İlham Əliyev Əlcəzairdə", "az", "ilham-eliyev-elcezairde"),
        ("Çıxış: şəhər, ağ ev, göz, üz", "az", "cixis-seher-ag-ev-goz-uz"),
        ("أحمد عطاف", "ar", "ahmad-ataf"),
        ("رمطان لعمامرة", "ar", "ramtan-lamamra"),
        ("جيهون بايراموف", "ar", "jihun-bayramuf"),
        ("أذربيجان", "ar", "adhrabijan"),
        ("الجزائر العاصمة", "ar", "al-jazair-al-asma"),
        ("رئيس الجمهورية عبد المجيد تبون", "ar", "ris-al-jamhuriya-abd-al-majid-tabun"),
        ("قمة ٢٠٢٦", "ar", "qama-2026"),
        ("مُحَمَّد", "ar", "mahmad"),
        ("2023", "en", "2023"),
        ("…", "en", ""),
    ],
)
def test_slug_is_readable(text, language, slug):
    assert slugify(text, language) == slug


def test_long_slug_is_cut_between_words():
    slug = slugify("consultations " * 10, "en")

    assert slug == "-".join(["consultations"] * 5)
    assert slugify("x" * 200, "en") == "x" * SLUG_LENGTH


def test_unknown_script_gets_a_stable_slug_of_its_own():
    assert slugify("Москва", "en") == slugify("Москва", "en") != slugify("Баку", "en")
    assert re.fullmatch(r"x[0-9a-f]{10}", slugify("Москва", "en"))


@given(st.text(), languages)
def test_slug_is_short_plain_and_empty_only_without_letters(text, language):
    slug = slugify(text, language)

    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= SLUG_LENGTH
    assert slug or not any(char.isalnum() for char in text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İLHAM", "ılham"),
        ("Əlcəzair", "elcezair"),
        ("Algérie", "ALGERIE"),
        ("مُحَمَّد", "محـــمد"),
        ("إذربيجان", "اذربيجان"),
        ("القاهرة", "القاهره"),
        ("على", "علي"),
        ("٢٠٢٦", "2026"),
        ("l’Algérie", "l'algerie"),
        ("OPEP\u00a0+", "opep +"),
        ("أذر\u200fبيجان", "أذربيجان"),
        ("Straße", "STRASSE"),
        ("cœur", "coeur"),
    ],
)
def test_spellings_of_one_word_fold_alike(one, other):
    assert fold(one) == fold(other)


def test_fold_keeps_words_apart():
    assert fold("  Bazar \n ertəsi ") == "bazar ertesi"


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("en", ["Ägypten", "Algeria", "Azerbaijan", "Étretat", "Zambia"]),
        ("fr", ["Égypte", "Émirats", "Équateur", "Espagne", "Finlande"]),
        ("ar", ["أذربيجان", "الأردن", "إيران", "البحرين", "تونس", "الجزائر", "مصر"]),
        ("az", ["Bakı", "Cənubi", "Çad", "Çin", "Dağıstan", "Estoniya", "Əlcəzair", "Ərəb", "Fransa", "Gəncə", "Haiti",
                "Xəzər", "Irak", "İran", "Kanada", "Qafqaz", "Liviya", "Oman", "Özbəkistan", "Peru", "Seul", "Şəki",
                "Uqanda", "Ürümçi", "Vyana", "Yəmən", "Zaqatala"]),
        ("az", ["Ə", "Əl", "Əlcəzair Xalq", "Əlcəzair şəhəri", "Əlcəzairli"]),
    ],
)  # fmt: skip
def test_names_sort_in_the_order_of_the_alphabet(language, in_order):
    keys = [sort_name(name, language).encode() for name in in_order]

    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@given(st.text(), languages)
def test_sort_name_has_neither_case_nor_marks(text, language):
    key = sort_name(text, language)

    assert key == key.casefold() == " ".join(key.split())


def test_long_sort_name_fits_its_column():
    assert [len(sort_name("Əlcəzair " * 60, language)) for language in LANGUAGES] == [250] * 4


def test_every_language_has_a_name_and_a_direction():
    assert list(NATIVE_NAMES) == list(LANGUAGES)
    assert [direction(language) for language in LANGUAGES] == ["ltr", "ltr", "rtl", "ltr"]
