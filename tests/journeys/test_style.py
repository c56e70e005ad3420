"""The style list: kept in the admin, tried over what is published, and met by whoever writes."""

import pytest
from django.urls import reverse

from newsroom.desk import workflow
from newsroom.desk.demonstration.style_list import load_style_list
from newsroom.desk.models import HouseWord
from newsroom.desk.workflow.refusals import ChecksFailed
from relations.values.languages import LANGUAGES
from tests.factories.desk import HouseWordFactory
from tests.journeys.writing import publish, rewrite, text, texts, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, users):
    client.force_login(users["editor"])
    return client


def tried(desk, **asked):
    return desk.get(reverse("admin:style_try"), asked).context["trial"]


def test_word_is_tried_over_published_texts_of_its_language_alone(desk, users):
    public = write(users["reporter"], headline_en="Two regimes met", body_en="<p>The regime’s word: “regime”.</p>")
    publish(public, users, "en")
    write(users["reporter"], headline_en="A regime in a draft", body_en="<p>Regime.</p>")
    french = write(users["reporter"], headline_fr="Le régime", body_fr="<p>Régime.</p>")
    publish(french, users, "fr")
    rewrite(public, users["reporter"], body_en="<p>Regime, regime, regime, regime.</p>")

    trial = tried(desk, language="en", word="regime")

    assert (trial.editions, trial.hits, trial.is_whole) == (1, 3, True)
    (found,) = trial.found
    assert (found.title, [passage.words for passage in found.passages]) == (
        "Two regimes met",
        ["regimes", "regime", "regime"],
    )
    assert [passage.is_quoted for passage in found.passages] == [False, False, True]
    assert desk.get(found.path).status_code == 200


def test_trying_is_bounded_and_says_so(desk, users, monkeypatch):
    monkeypatch.setattr("newsroom.desk.style.SHOWN", 1)
    for number in range(3):
        article = write(users["reporter"], headline_en=f"Regime {number}", body_en="<p>The regime.</p>" * 9)
        publish(article, users, "en")

    trial = tried(desk, language="en", word="regime")

    assert (len(trial.found), len(trial.found[0].passages)) == (1, 3)
    assert (trial.editions, trial.hits, trial.is_whole) == (3, 30, False)


def test_entry_is_tried_from_the_list_and_a_new_word_is_carried_to_the_form(desk):
    entry = HouseWordFactory(language="ar", word="نظام", advice="forbidden")

    page = desk.get(reverse("admin:style_try"), {"entry": entry.pk})
    typed = desk.get(reverse("admin:style_try"), {"language": "az", "word": "rejim"}).text

    assert (page.context["form"]["word"].value(), page.context["language"]) == ("نظام", "ar")
    assert page.context["trial"].hits == 0
    assert f"{reverse('admin:desk_houseword_add')}?language=az&amp;word=rejim" in typed


@pytest.mark.parametrize(
    "asked", [{}, {"language": "xx", "word": "a"}, {"language": "en", "word": "x" * 121}, {"entry": "9"}]
)
def test_page_without_a_word_that_can_be_tried_shows_the_list(desk, asked):
    HouseWordFactory(word="regime")

    page = desk.get(reverse("admin:style_try"), asked)

    assert (page.status_code, page.context["trial"]) == (200, None)
    assert "regime" in page.text


def test_stranger_to_the_style_list_is_refused(client, users):
    users["reporter"].groups.clear()
    client.force_login(users["reporter"])

    assert client.get(reverse("admin:style_try")).status_code == 403


def test_word_added_in_the_admin_blocks_the_next_submission_until_it_is_gone(desk, users):
    article = write(users["reporter"], headline_en="On the regime", body_en="<p>Text.</p>", standfirst_en="A")
    given = {"language": "en", "word": "regime", "advice": "forbidden", "instead": "government", "reason": "It judges."}
    desk.post(reverse("admin:desk_houseword_add"), given)

    with pytest.raises(ChecksFailed) as refused:
        workflow.submit(versions=texts(article, "en"), by=users["reporter"], acknowledged=workflow.ALL_WARNINGS)
    rewrite(article, users["reporter"], headline_en="On the government")
    workflow.submit(versions=texts(article, "en"), by=users["reporter"], acknowledged=workflow.ALL_WARNINGS)

    assert "“regime”: write “government”. It judges." in str(refused.value)
    assert text(article, "en").stage == "in_review"


def test_list_of_the_demonstration_is_in_four_languages_and_loads_once():
    load_style_list()
    HouseWord.objects.filter(word="regime").update(reason="Ours.")
    load_style_list()

    assert set(HouseWord.objects.values_list("language", flat=True)) == set(LANGUAGES)
    assert HouseWord.objects.get(word="regime").reason == "Ours."
    assert not HouseWord.objects.filter(reason="").exists()
