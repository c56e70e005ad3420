import json
import re

import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis import strategies as st

from relations.values.fuzzy import FuzzyDate
from relations.values.labels import date_label, fuzzy_json
from relations.values.languages import LANGUAGES
from relations.values.wording import ordinal
from tests.relations.dates import CORPUS, fuzzy_dates

LABELS = {
    # edtf: (en, fr, ar, az)
    "2025-04-21": ("21 April 2025", "21 avril 2025", "21 أفريل 2025", "21 aprel 2025"),
    "2025-04-21?": (
        "21 April 2025 (uncertain)",
        "21 avril 2025 (date incertaine)",
        "21 أفريل 2025 (غير مؤكد)",
        "21 aprel 2025 (dəqiqləşdirilməyib)",
    ),
    "2023-03-16~": ("about 16 March 2023", "vers le 16 mars 2023", "حوالي 16 مارس 2023", "təxminən 16 mart 2023"),
    "2022-08-01": ("1 August 2022", "1er août 2022", "1 أوت 2022", "1 avqust 2022"),
    "2022-08": ("August 2022", "août 2022", "أوت 2022", "avqust 2022"),
    "2022-08-XX": ("August 2022", "août 2022", "أوت 2022", "avqust 2022"),
    "2023": ("2023", "2023", "2023", "2023-cü il"),
    "2023?": ("2023 (uncertain)", "2023 (date incertaine)", "2023 (غير مؤكد)", "2023-cü il (dəqiqləşdirilməyib)"),
    "2023~": ("about 2023", "vers 2023", "حوالي عام 2023", "təxminən 2023-cü il"),
    "2023%": (
        "about 2023 (uncertain)",
        "vers 2023 (date incertaine)",
        "حوالي عام 2023 (غير مؤكد)",
        "təxminən 2023-cü il (dəqiqləşdirilməyib)",
    ),
    "[2023..2026]": (
        "between 2023 and 2026",
        "entre 2023 et 2026",
        "بين عامي 2023 و2026",
        "2023–2026-cı illər arasında",
    ),
    "[2022-07-31..2022-08-30]": (
        "between 31 July and 30 August 2022",
        "entre le 31 juillet et le 30 août 2022",
        "بين 31 جويلية و30 أوت 2022",
        "31 iyul ilə 30 avqust 2022 arasında",
    ),
    "[2025-11-03..2025-11-09]": (
        "between 3 and 9 November 2025",
        "entre le 3 et le 9 novembre 2025",
        "بين 3 و9 نوفمبر 2025",
        "3 ilə 9 noyabr 2025 arasında",
    ),
    "[2022-12-31..2023-01-02]": (
        "between 31 December 2022 and 2 January 2023",
        "entre le 31 décembre 2022 et le 2 janvier 2023",
        "بين 31 ديسمبر 2022 و2 جانفي 2023",
        "31 dekabr 2022 ilə 2 yanvar 2023 arasında",
    ),
    "2022-08-09/2022-08-10": ("9–10 August 2022", "du 9 au 10 août 2022", "من 9 إلى 10 أوت 2022", "9–10 avqust 2022"),
    "2022-08-01/2022-09-03": (
        "from 1 August to 3 September 2022",
        "du 1er août au 3 septembre 2022",
        "من 1 أوت إلى 3 سبتمبر 2022",
        "1 avqust – 3 sentyabr 2022",
    ),
    "2022-04/2022-10": (
        "from April to October 2022",
        "d’avril à octobre 2022",
        "من أفريل إلى أكتوبر 2022",
        "aprel – oktyabr 2022",
    ),
    "2022/2024": ("from 2022 to 2024", "de 2022 à 2024", "من عام 2022 إلى عام 2024", "2022–2024-cü illər"),
    "2023~/2024-04-21?": (
        "from about 2023 to 21 April 2024 (uncertain)",
        "de 2023 environ au 21 avril 2024 (date incertaine)",
        "من حوالي عام 2023 إلى 21 أفريل 2024 (غير مؤكد)",
        "təxminən 2023-cü il – 21 aprel 2024 (dəqiqləşdirilməyib)",
    ),
    "2025-04-21/2025-04-21": ("21 April 2025", "21 avril 2025", "21 أفريل 2025", "21 aprel 2025"),
    "../2023?": (
        "until 2023 (uncertain)",
        "jusqu’en 2023 (date incertaine)",
        "حتى عام 2023 (غير مؤكد)",
        "2023-cü ilədək (dəqiqləşdirilməyib)",
    ),
    "../2023-06": ("until June 2023", "jusqu’en juin 2023", "حتى جوان 2023", "2023-cü ilin iyununadək"),
    "../2023-06-30": (
        "until 30 June 2023",
        "jusqu’au 30 juin 2023",
        "حتى 30 جوان 2023",
        "30 iyun 2023-cü il tarixinədək",
    ),
    "2024/..": ("since 2024", "depuis 2024", "منذ عام 2024", "2024-cü ildən"),
    "2024~/..": ("since about 2024", "depuis 2024 environ", "منذ حوالي عام 2024", "təxminən 2024-cü ildən"),
    "2025-04/..": ("since April 2025", "depuis avril 2025", "منذ أفريل 2025", "2025-ci ilin aprelindən"),
    "2023-11-29/..": (
        "since 29 November 2023",
        "depuis le 29 novembre 2023",
        "منذ 29 نوفمبر 2023",
        "29 noyabr 2023-cü il tarixindən",
    ),
    "[2023,2025]": ("2023 or 2025", "2023 ou 2025", "2023 أو 2025", "2023-cü il və ya 2025-ci il"),
    "[2025-11-03,2025-11-04,2025-11-05]": (
        "3, 4 or 5 November 2025",
        "3, 4 ou 5 novembre 2025",
        "3 أو 4 أو 5 نوفمبر 2025",
        "3, 4 və ya 5 noyabr 2025",
    ),
}

ONCE = {
    "2024/..": ("2024 or later", "2024 ou plus tard", "2024 أو بعده", "2024-cü il və ya daha sonra"),
    "../2023?": (
        "2023 or earlier (uncertain)",
        "2023 ou plus tôt (date incertaine)",
        "2023 أو قبله (غير مؤكد)",
        "2023-cü il və ya daha əvvəl (dəqiqləşdirilməyib)",
    ),
}


@pytest.mark.parametrize(("text", "expected"), LABELS.items())
def test_label_in_each_language(text, expected):
    assert tuple(date_label(FuzzyDate.parse(text), language) for language in LANGUAGES) == expected


@pytest.mark.parametrize(("text", "expected"), ONCE.items())
def test_open_date_of_one_moment_is_no_duration(text, expected):
    assert tuple(date_label(FuzzyDate.parse(text), language, once=True) for language in LANGUAGES) == expected


@pytest.mark.parametrize(("region", "label"), [("DZ", "21 أوت 2025"), ("AE", "21 أغسطس 2025"), ("MA", "21 غشت 2025")])
def test_arabic_month_is_named_as_in_the_region(region, label):
    assert date_label(FuzzyDate.parse("2025-08-21"), "ar", region=region) == label


def test_azerbaijani_month_takes_the_endings_of_its_vowels():
    since = [date_label(FuzzyDate.parse(f"2025-{month:02}/.."), "az").split()[-1] for month in range(1, 13)]

    assert since == [
        "yanvarından", "fevralından", "martından", "aprelindən", "mayından", "iyunundan",
        "iyulundan", "avqustundan", "sentyabrından", "oktyabrından", "noyabrından", "dekabrından",
    ]  # fmt: skip


def test_azerbaijani_year_takes_the_ending_of_its_last_word():
    years = [1, 6, 9, 10, 40, 100, 1000, 1990, 1999, 2000, 2003, 2022, 2026, 2030, 2100]

    assert [ordinal(year) for year in years] == [
        "1-ci", "6-cı", "9-cu", "10-cu", "40-cı", "100-cü", "1000-ci", "1990-cı", "1999-cu", "2000-ci", "2003-cü",
        "2022-ci", "2026-cı", "2030-cu", "2100-cü",
    ]  # fmt: skip


@given(fuzzy_dates, st.sampled_from(LANGUAGES), st.booleans())
def test_label_is_plain_words_that_name_the_years(date, language, once):
    label = date_label(date, language, once=once)

    assert label == " ".join(label.split()) != ""
    assert not re.search(r"[\[\]{}/?~%X٠-٩]|\.\.", label)
    assert all(str(point.year) in label for point in date.points[-1:] if point)


@given(fuzzy_dates)
def test_label_names_every_month_that_the_date_names(date):
    months = get_month_names("wide", locale="en")
    named = {months[point.month] for point in date.points if point and point.month}

    assert {name for name in months.values() if name in date_label(date, "en")} == named


def test_no_date_has_no_label():
    assert date_label(None, "en") == ""
    assert fuzzy_json(None, "en") is None


def test_json_carries_notation_bounds_codes_and_label():
    assert fuzzy_json(FuzzyDate.parse("../2023?"), "fr", once=True) == {
        "edtf": "../2023?",
        "start": None,
        "end": "2023-12-31",
        "precision": "open",
        "doubt": "uncertain",
        "label": "2023 ou plus tôt (date incertaine)",
    }


@pytest.mark.parametrize("text", CORPUS)
def test_json_is_made_of_plain_values(text):
    payload = fuzzy_json(FuzzyDate.parse(text), "az")

    assert json.loads(json.dumps(payload)) == payload
    assert {type(value) for value in payload.values()} <= {str, type(None)}
