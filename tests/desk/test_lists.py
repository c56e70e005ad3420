"""Lists of records call them by their titles, whatever language these are in."""

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.saving import saving_many
from relations.models import Record
from tests.factories.desk import ArticleFactory
from tests.factories.relations import PictureFactory

pytestmark = pytest.mark.django_db

ARTICLES = reverse("admin:desk_article_changelist")
ONLY_ARABIC = {f"{field}_{code}": "" for field in ("headline", "body") for code in ("en", "fr", "az")}


@pytest.fixture
def editor(client):
    client.force_login(make_accounts()["editor"])
    return client


def save_all() -> None:
    with saving_many(references=False) as saves:
        for record in Record.objects.all():
            saves.add(record)


def shown(client, address: str, language: str, **query) -> str:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client.get(address, query).text


@pytest.mark.parametrize(("language", "title"), [("en", "Round"), ("fr", "Tour"), ("ar", "جولة"), ("az", "Görüş")])
def test_article_is_called_by_its_title_in_the_language_of_the_page(editor, language, title):
    article = ArticleFactory(headline_en="Round", headline_fr="Tour", headline_ar="جولة", headline_az="Görüş")
    save_all()

    run = "rtl" if language == "ar" else "ltr"
    link = f'<span lang="{language}" dir="{run}">{title}</span></a>'
    page = shown(editor, ARTICLES, language)
    assert link in page
    assert f'<td class="field-key">{article.key}</td>' in page


@pytest.mark.parametrize("language", ["en", "fr", "az"])
def test_arabic_title_in_another_language_runs_its_own_way(editor, language):
    ArticleFactory(headline_ar="جولة", original_language="ar", **ONLY_ARABIC)
    save_all()

    assert '<span lang="ar" dir="rtl">جولة</span></a>' in shown(editor, ARTICLES, language)


def test_article_without_a_title_is_called_by_its_key(editor):
    article = ArticleFactory(key="nameless", headline_ar="", **ONLY_ARABIC)

    assert f'<span lang="en" dir="ltr">{article.key}</span></a>' in shown(editor, ARTICLES, "ar")


def test_picture_is_called_by_what_it_shows(editor):
    PictureFactory(alt_ar="", alt_fr="Deux hommes", original_language="fr")
    address = reverse("admin:relations_picture_changelist")

    assert '<span lang="fr" dir="ltr">Deux hommes</span></a>' in shown(editor, address, "ar")


@pytest.mark.parametrize("order", ["1", "-1"])
def test_titles_sort_by_key(editor, order):
    for key, title in (("a", "Zulu"), ("b", "Alpha")):
        ArticleFactory(key=key, headline_en=title)
    save_all()
    page = shown(editor, ARTICLES, "en", o=order)

    assert (page.index(">Zulu<") < page.index(">Alpha<")) is (order == "1")


@pytest.mark.parametrize("name", ["desk_article", "relations_picture", "desk_version"])
def test_list_asks_as_often_for_many_rows_as_for_one(editor, name):
    asked = []
    for count in (1, 9):
        for _ in range(count):
            ArticleFactory()
            PictureFactory()
        save_all()
        with CaptureQueriesContext(connection) as queries:
            shown(editor, reverse(f"admin:{name}_changelist"), "ar")
        asked.append(len(queries))

    assert asked[0] == asked[1]
