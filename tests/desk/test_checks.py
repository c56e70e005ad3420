"""Sound records pass; every kind has rules; messages say what to do."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.desk.checks import ERROR, RULES, WARNING, run_checks
from relations.values.languages import LANGUAGES
from relations.values.vocabularies import RecordKind
from tests.desk.checking import TODAY, cited, codes, sound_agreement, sound_event, sound_person, sound_visit
from tests.factories import desk as texts
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db

SOUND = {
    "event": sound_event,
    "visit": sound_visit,
    "agreement": sound_agreement,
    "person": sound_person,
    "country": facts.CountryFactory,
    "article": lambda: cited(
        texts.ArticleFactory(standfirst_en="A", standfirst_fr="B", standfirst_ar="ج", standfirst_az="D")
    ),
    "dossier": lambda: cited(facts.DossierFactory()),
    "place": facts.PlaceFactory,
    "topic": facts.TopicFactory,
    "post": lambda: facts.PostTitleFactory().post,
    "series": facts.SeriesFactory,
    "indicator": facts.IndicatorFactory,
    "source": facts.SourceFactory,
    "author": texts.AuthorFactory,
    "capacity": facts.CapacityFactory,
}


@pytest.mark.parametrize("what", SOUND)
def test_nothing_is_said_of_a_sound_record(what):
    record = SOUND[what]()

    assert [codes(record, language) for language in LANGUAGES] == [[], [], [], []]


def test_every_kind_has_rules():
    assert set(RULES) == set(RecordKind)


def test_every_rule_is_registered_once_a_kind():
    assert all(len(rules) == len(set(rules)) for rules in RULES.values())


def test_errors_come_before_warnings():
    article = texts.ArticleFactory(headline_en="")

    levels = [message.level for message in run_checks(article, "en", today=TODAY)]

    assert levels == [ERROR, WARNING, WARNING]


def test_messages_follow_the_language_of_who_reads_them_not_of_the_text():
    (message,) = run_checks(facts.PlaceFactory(name_ar=""), "ar", today=TODAY)

    assert (message.level, message.code, message.field) == (ERROR, "text-missing", "name")
    assert message.text.startswith("Write this text")


def test_checking_writes_nothing():
    event = sound_visit()

    with CaptureQueriesContext(connection) as context:
        run_checks(event, "en")

    assert [query["sql"] for query in context if not query["sql"].startswith("SELECT")] == []
