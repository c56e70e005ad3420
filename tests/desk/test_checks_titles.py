"""What running text calls people, against the titles and holders of the day."""

import pytest

from newsroom.desk.checks import run_checks
from tests.desk.checking import TODAY, cited
from tests.factories import desk as texts
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db

OLD = {
    "en": "Minister of Trade and Industry",
    "fr": "Ministre du Commerce et de l’Industrie",
    "ar": "وزير التجارة والصناعة",
    "az": "Ticarət və sənaye naziri",
}
NEW = {"en": "Minister of Trade", "fr": "Ministre du Commerce", "ar": "وزير التجارة", "az": "Ticarət naziri"}
NAME = {"en": "Samir Haddad", "fr": "Samir Haddad", "ar": "سمير حداد", "az": "Samir Həddad"}


@pytest.fixture
def minister():
    """In office since 2020, of trade and industry until 2023, of trade alone since."""
    person = facts.PersonFactory(**{f"name_{code}": name for code, name in NAME.items()})
    for code, name in NAME.items():
        facts.ActorNameFactory(actor=person, lang=code, form=name)
    post = facts.PostFactory()
    for titles, valid in ((OLD, "2020/2023"), (NEW, "2024/..")):
        given = {f"title_{code}": title for code, title in titles.items()}
        facts.PostTitleFactory(post=post, valid=valid, **given)
    facts.TenureFactory(person=person, post=post, start="2020")
    return person


def said(person, text, language="en", date="2025-03-04"):
    article = cited(texts.ArticleFactory(dateline_date=date, **{f"standfirst_{language}": text}))
    texts.ArticleActorFactory(article=article, actor=person)
    found = [m for m in run_checks(article, language, today=TODAY) if m.code == "title-of-another-time"]
    return [(message.level, message.field) for message in found]


WARNED = [("warning", "standfirst")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Minister of Trade and Industry, Mr Samir Haddad, spoke."),
        ("en", "Samir Haddad, the Minister of Trade and Industry, spoke."),
        ("fr", "Le ministre du Commerce et de l’Industrie, M. Samir Haddad, a parlé."),
        ("ar", "وقال وزير التجارة والصناعة السيد سمير حداد."),
        ("ar", "واستقبل وزيرَ التجارة والصناعة سمير حداد."),
        ("az", "Ticarət və sənaye naziri Samir Həddadın sözləri."),
    ],
)
def test_title_of_another_time_is_warned_of_in_each_language(minister, language, text):
    assert said(minister, text, language) == WARNED
    assert said(minister, text, language, date="2022-05-01") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Minister of Trade, Samir Haddad, spoke.",
        "The trade minister, Samir Haddad, spoke.",
        "Samir Haddad, formerly Minister of Trade and Industry, spoke.",
        "The then Minister of Trade and Industry Samir Haddad spoke.",
        "In 2022 the Minister of Trade and Industry, Samir Haddad, spoke.",
        "The Minister of Trade and Industry. Samir Haddad spoke.",
        "The Minister of Trade and Industry met Samir Haddad.",
    ],
)
def test_title_of_the_day_a_former_one_and_somebody_elses_pass(minister, text):
    assert said(minister, text) == []


def test_shorter_form_of_the_title_passes_and_a_longer_one_does_not(minister):
    assert said(minister, "The Minister of Trade, Samir Haddad, spoke.", date="2022-05-01") == []
    assert said(minister, "The Minister of Trade and Industry, Samir Haddad, spoke.") == WARNED


def test_post_that_was_left_is_warned_of(minister):
    minister.tenures.update(end="2021", end_upper="2021-12-31", end_lower="2021-01-01")

    assert said(minister, "The Minister of Trade, Samir Haddad, spoke.") == WARNED


def test_post_that_another_is_known_to_hold_is_warned_of_by_name(minister):
    tenure = minister.tenures.get()
    tenure.start = None
    tenure.save()
    facts.AttestationFactory(tenure=tenure, on="2022-05")
    assert said(minister, "The Minister of Trade, Samir Haddad, spoke.") == []

    successor = facts.PersonFactory(name_en="Successor")
    facts.AttestationFactory(tenure__person=successor, tenure__post=tenure.post, on="2025-03-04")
    article = cited(texts.ArticleFactory(dateline_date="2025-03-04", standfirst_en="Minister of Trade Samir Haddad"))
    texts.ArticleActorFactory(article=article, actor=minister)

    (message,) = [m for m in run_checks(article, "en", today=TODAY) if m.code == "title-of-another-time"]
    assert "held by Successor, not by Samir Haddad" in message.text


def test_event_and_linked_text_are_judged_by_their_own_day(minister):
    event = facts.EventFactory(date="2025-03-04", summary_en="Minister of Trade and Industry Samir Haddad opened it.")
    facts.ParticipationFactory(event=event, person=minister)
    body = f'<p>Minister of Trade and Industry <a href="record:actor/{minister.key}">Samir Haddad</a> spoke.</p>'
    article = cited(texts.ArticleFactory(standfirst_en="A", body_en=body))
    article.events.add(event)

    found = [
        [m.code for m in run_checks(row, "en", today=TODAY)].count("title-of-another-time") for row in (event, article)
    ]
    assert found == [1, 1]
