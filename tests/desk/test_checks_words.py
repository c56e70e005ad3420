"""Rules 29, 32 and 35: the words themselves."""

import datetime as dt

import pytest

from tests.desk.checking import cited, codes, levels, sound_event
from tests.factories import desk as texts
from tests.factories import relations as facts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title_fr": ""}, ["text-missing"]),
        ({"title_fr": "  "}, ["text-missing"]),
        ({"title_fr": "Re\u0301union"}, ["not-composed"]),
        ({"title_fr": "R\u00e9union"}, []),
        ({"title_fr": "Réunion\u200f"}, ["bidi-control"]),
        ({"summary_fr": "Réunion \u202bx\u202c"}, ["bidi-control"]),
        ({"summary_ar": "ملخص"}, ["not-translated"]),
        ({"title_ar": "Sommet", "title_fr": "Sommet"}, ["same-in-two-scripts"]),
        ({"title_ar": "OPEC+", "title_fr": "OPEC+"}, []),
        ({"title_en": "Sommet", "title_fr": "Sommet"}, []),
    ],
)
def test_text_in_french(fields, said):
    assert codes(sound_event(**fields), "fr") == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name_ar": "الجـــزائر"}, ["tatweel"]),
        ({"name_ar": "منظمة OPEC"}, []),
        ({"name_ar": "موقع Watch"}, ["latin-in-arabic"]),
        ({"name_ar": "DZWatch", "name_en": "DZWatch"}, ["latin-in-arabic", "same-in-two-scripts"]),
    ],
)
def test_arabic_name(fields, said):
    assert codes(facts.OrganisationFactory(**fields), "ar") == said


def test_forms_of_a_name_are_read_in_their_own_language():
    name = facts.ActorNameFactory(actor=facts.CountryFactory(), form="الجـزائر", lang="ar")

    assert (codes(name.actor, "ar"), codes(name.actor, "en")) == (["tatweel"], [])


def test_words_of_parts_are_read_too():
    part = facts.ParticipationFactory(
        event=sound_event(), note_en="Note\u200e", note_fr="Note", note_ar="", note_az="Qeyd"
    )

    assert codes(part.event, "en") == ["bidi-control"]
    assert codes(part.event, "ar") == ["not-translated"]


def test_markup_alone_is_no_text():
    article = cited(texts.ArticleFactory(body_en="<p> </p>", standfirst_en="A"))

    assert "body-empty" in codes(article)


@pytest.mark.parametrize(
    ("path", "said"), [("actor/nobody", ["link-to-nothing"]), ("event/%s", []), ("nonsense", ["link-to-nothing"])]
)
def test_links_of_an_article_lead_to_records(path, said):
    address = path.replace("%s", facts.EventFactory().key)
    article = cited(texts.ArticleFactory(standfirst_en="A", body_en=f'<p><a href="record:{address}">x</a></p>'))

    assert [code for code in codes(article) if code.startswith("link")] == said


def test_links_of_a_dossier_are_checked_too():
    dossier = cited(facts.DossierFactory(intro_en='<p><a href="record:actor/nobody">x</a></p>'))

    assert "link-to-nothing" in codes(dossier)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, []),
        ({"alt_en": ""}, ["alt-missing"]),
        ({"alt_fr": ""}, []),
        ({"rights_until": dt.date(2026, 2, 28)}, ["rights-ended"]),
        ({"rights_until": dt.date(2026, 3, 1)}, []),
    ],
)
def test_picture_is_described_and_may_be_used(fields, said, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    article = cited(texts.ArticleFactory(lead_picture=facts.PictureFactory(**fields)))

    assert [code for code in codes(article) if code in ("alt-missing", "rights-ended")] == said


def test_article_without_sources_or_standfirst_is_warned_of():
    article = texts.ArticleFactory()

    assert codes(article) == ["sources-missing", "standfirst-missing"]
    assert levels(article, "sources-missing") == {"warning"}


def test_contested_name_in_a_neutral_field_is_warned_of():
    facts.PlaceFactory(sensitive=True, name_en="Contested Hills", name_fr="Collines")

    assert codes(sound_event(title_en="Talks on contested hills")) == ["sensitive-name"]
    assert codes(sound_event(title_fr="Entretiens sur les collines"), "en") == []
