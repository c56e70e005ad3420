"""A translation against its source: field by field, what has changed in the source since, and “checked”."""

import pytest
from django.urls import reverse

from newsroom.desk import workflow
from newsroom.desk.comparing.translations import translation_of, translations_of
from newsroom.desk.models import Article, Decision
from tests.journeys.writing import rewrite, text, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(users):
    words = {"headline_en": "Talks in Algiers", "body_en": "<p>On 21 April.</p>", "standfirst_en": "In short"}
    made = write(users["reporter"], **words)
    rewrite(made, users["translator"], headline_fr="Entretiens à Alger", body_fr="<p>Le 21 avril.</p>")
    return made


def address(article, language: str = "fr") -> str:
    return f"{reverse('admin:record_translation', args=[article.uid])}?language={language}"


def states(article, language: str = "fr") -> dict[str, str]:
    return {one.name: one.state for one in translation_of(article, text(article, language)).fields}


def test_states_go_from_in_progress_over_ready_to_stale(article, users):
    french = translations_of(article)[1]
    assert (french.version.language, french.state) == ("fr", "in_progress")
    assert states(article) == {"headline": "ready", "standfirst": "missing", "body": "ready"}

    rewrite(article, users["translator"], standfirst_fr="En bref")
    assert translations_of(article)[1].state == "ready"
    rewrite(article, users["reporter"], body_en="<p>On 22 April.</p>")
    assert translations_of(article)[1].state == "stale"
    assert states(article) == {"headline": "ready", "standfirst": "ready", "body": "stale"}


def test_difference_in_the_source_is_shown_since_the_translation_was_made(client, article, users):
    rewrite(article, users["reporter"], body_en="<p>On 22 April.</p>", urgency=3)
    rewrite(article, users["reporter"], body_en="<p>On 22 April in Algiers.</p>")
    client.force_login(users["translator"])

    shown = client.get(address(article)).text

    assert "On <del>21</del><ins>22</ins> April<ins> in Algiers</ins>." in shown
    assert shown.count('<tr class="row-stale">') == 1


def test_one_field_is_checked_and_then_all(client, article, users):
    rewrite(article, users["reporter"], headline_en="New", body_en="<p>On 22 April.</p>")
    client.force_login(users["translator"])

    client.post(address(article), {"language": "fr", "check_field": "body"})
    assert text(article, "fr").stale_fields == ["headline"]
    client.post(address(article), {"language": "fr", "check": "on"})
    assert text(article, "fr").stale_fields == []

    said = Decision.objects.about(article).filter(verb="check_translation").order_by("id")
    assert [(one.language, one.reason, one.by) for one in said] == [
        ("fr", "body", users["translator"]),
        ("fr", "", users["translator"]),
    ]
    rewrite(article, users["reporter"], urgency=4)
    assert text(article, "fr").stale_fields == []


def test_any_language_is_the_source_and_another_source_has_to_be_read_first(client, article, users):
    rewrite(article, users["translator"], headline_ar="محادثات", body_ar="<p>نص.</p>")
    client.force_login(users["translator"])

    client.post(address(article, "ar"), {"language": "ar", "source": "fr"})
    arabic = text(article, "ar")
    assert (arabic.translated_from, arabic.stale_fields) == ("fr", ["body", "headline"])

    client.post(address(article, "ar"), {"language": "ar", "check": "on"})
    rewrite(article, users["reporter"], headline_en="English alone")
    assert text(article, "ar").stale_fields == []
    rewrite(article, users["translator"], headline_fr="Français aussi")
    assert text(article, "ar").stale_fields == ["headline"]


def test_two_texts_do_not_follow_each_other(client, article, users):
    client.force_login(users["translator"])
    answer = client.post(address(article), {"language": "en", "source": "fr"}, follow=True)

    assert 'class="error"' in answer.text
    assert text(article, "en").translated_from == ""


def test_original_stays_without_a_source_and_strangers_to_the_text_change_nothing(client, article, users):
    users["reporter"].groups.clear()
    rewrite(article, users["translator"], body_en="<p>Other.</p>")
    with pytest.raises(workflow.NotAllowed):
        workflow.choose_source(version=text(article, "fr"), source="", by=users["reporter"])
    client.force_login(users["reporter"])

    assert client.post(address(article), {"language": "fr", "check": "on"}).status_code == 403
    assert text(article, "fr").stale_fields == ["body"]
    assert Article.objects.count() == 1
