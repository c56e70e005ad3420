"""A weekday in running text against the date beside it, in four languages."""

import datetime as dt

import pytest
from django.utils.translation import override

from newsroom.desk.checks import run_checks
from newsroom.desk.checks.running import sentences
from newsroom.desk.checks.weekdays import weekday_dates
from tests.desk.checking import TODAY, cited, codes
from tests.factories import desk as texts
from tests.factories import relations as facts

TUESDAY = dt.date(2025, 11, 4)
FIRST = dt.date(2025, 12, 1)

# All beside 4 November 2025, which was a Tuesday, but for those that say otherwise: (language, text, weekday, date).
BESIDE = [
    ("en", "They met on Tuesday 4 November 2025.", 2, TUESDAY),
    ("en", "They met on Tuesday, November 4, 2025, in Algiers.", 2, TUESDAY),
    ("en", "The talks of 4 November 2025, a Tuesday, were short.", 2, TUESDAY),
    ("en", "On Tuesday the 4th of November 2025 they met.", 2, TUESDAY),
    ("en", "On 4 November 2025 (Wednesday) they met.", 3, TUESDAY),
    ("fr", "Ils se sont vus le mardi 4 novembre 2025.", 2, TUESDAY),
    ("fr", "L’entretien du 4 novembre 2025, un mercredi.", 3, TUESDAY),
    ("fr", "Le lundi 1er décembre 2025.", 1, FIRST),
    ("ar", "جرى اللقاء يوم الثلاثاء 4 نوفمبر 2025.", 2, TUESDAY),
    ("ar", "بتاريخ 4 نوفمبر 2025، وهو يوم أربعاء.", 3, TUESDAY),
    ("ar", "الاثنين الموافق ١ ديسمبر ٢٠٢٥", 1, FIRST),
    ("ar", "الإثنين 21 أفريل 2025", 1, dt.date(2025, 4, 21)),
    ("ar", "الاثنين 21 نيسان 2025", 1, dt.date(2025, 4, 21)),
    ("ar", "يوم الثلاثاء 4 تشرين الثاني 2025", 2, TUESDAY),
    ("az", "Görüş 4 noyabr 2025-ci il, çərşənbə axşamı keçirilib.", 2, TUESDAY),
    ("az", "Məlumat 4 noyabr 2025-ci ilə, çərşənbə axşamına aiddir.", 2, TUESDAY),
    ("az", "2025-ci il noyabrın 4-də, çərşənbə günü görüşüblər.", 3, TUESDAY),
    ("az", "Cümə axşamı, 4 noyabr 2025-ci il.", 4, TUESDAY),
]

# A weekday that is of no date, or may be of another.
APART = [
    ("en", "A report has them meeting on a Wednesday; another gives 4 November 2025."),
    ("en", "The round of 3-4 November 2025 (Monday and Tuesday)."),
    ("en", "They met on 4 November 2025. Wednesday brought rain."),
    ("en", "On Tuesday 31 February 2025 nothing happened."),
    ("fr", "Entre le lundi et l’audience du 4 novembre 2025."),
    ("ar", "أحد الوزراء في 4 نوفمبر 2025"),
    ("ar", "4 نوفمبر 2025. الخميس المقبل"),
    ("az", "4 noyabr 2025-ci il bazarları bağlı idi."),
]


def beside(language, text, anchor=None):
    return [found for sentence in sentences(text) for found in weekday_dates(sentence, language, anchor)]


@pytest.mark.parametrize(("language", "text", "weekday", "date"), BESIDE)
def test_weekday_is_read_with_the_date_beside_it(language, text, weekday, date):
    assert [(found[1], found[2]) for found in beside(language, text)] == [(weekday, date)]


@pytest.mark.parametrize(("language", "text"), APART)
def test_weekday_that_stands_apart_from_a_date_is_left_alone(language, text):
    assert beside(language, text) == []


def test_date_without_a_year_is_of_the_year_nearest_to_the_text():
    text = "On Tuesday 4 November they met."

    assert [found[2].year for found in beside("en", text, dt.date(2025, 11, 5))] == [2025]
    assert [found[2].year for found in beside("en", text, dt.date(2026, 1, 5))] == [2025]
    assert beside("en", text) == []


@pytest.mark.django_db
def test_wrong_weekday_is_warned_of_in_the_words_of_who_reads():
    body = {
        "body_en": "<p>They met on <strong>Wednesday</strong> 4 November 2025.</p>",
        "body_ar": "<p>التقيا يوم الأربعاء 4 نوفمبر 2025.</p>",
    }
    article = cited(texts.ArticleFactory(standfirst_en="A", standfirst_ar="ب", **body))

    with override("fr"):
        (said,) = [message for message in run_checks(article, "en", today=TODAY) if message.code == "weekday-wrong"]

    assert (said.level, said.field) == ("warning", "body")
    assert "Wednesday 4 November 2025" in said.text
    assert "mardi" in said.text
    assert ["weekday-wrong" in codes(article, language) for language in ("en", "ar", "fr")] == [True, True, False]


@pytest.mark.django_db
def test_event_and_article_lend_their_year_when_they_are_known_to_the_month():
    text = "The ministers meet on Wednesday 4 November."
    known = facts.EventFactory(date="2025-11", summary_en=text)
    vague = facts.EventFactory(date="2025", summary_en=text)
    dated = texts.ArticleFactory(dateline_date="2025-11-05", standfirst_en=text)

    assert ["weekday-wrong" in codes(record) for record in (known, vague, dated)] == [True, False, True]
