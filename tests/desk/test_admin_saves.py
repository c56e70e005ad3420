"""Saving through the admin's forms: a save like any other, with parts, texts, revisions and the right to publish."""

import pytest
from django.urls import reverse

from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.history import revisions
from newsroom.desk.models import Article, Stage, Version
from newsroom.public.models import Edition
from relations.models import Actor, Event, Place, Record
from tests.factories.desk import AuthorFactory
from tests.factories.relations import EventFactory, PersonFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return make_accounts()


@pytest.fixture
def send(client, people):
    """Fill in a page as a browser would, change some fields, and send it."""

    def press(model, values, *, by="publisher", record=None):
        client.force_login(people[by])
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        address = reverse(f"{name}_change", args=[record.pk]) if record else reverse(f"{name}_add")
        page = client.get(address)
        return client.post(address, filled(page) | values)

    return press


def filled(page) -> dict:
    """What the forms of a page hold, formsets included."""
    forms = [page.context["adminform"].form]
    for formset in page.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    return {
        form[name].html_name: value for form in forms for name in form.fields if (value := data_of(form[name])) != ""
    }


def data_of(bound):
    value = bound.value()
    if isinstance(value, list):
        return [getattr(item, "pk", item) for item in value]
    return "" if value is None or value is False else value


PERSON = {"key": "ali", "type": "person", "gender": "m", "name_en": "Ali", "name_ar": "علي"}


def test_adding_an_actor_with_parts_creates_texts_and_a_revision(send, people):
    inline = {"names-TOTAL_FORMS": 1, "names-0-lang": "en", "names-0-form": "Ali the Elder"}
    kind = {"names-0-kind": "full", "names-0-match": "always"}

    response = send(Actor, PERSON | inline | kind, by="reporter")

    actor = Actor.objects.get()
    assert response.status_code == 302
    assert [name.form for name in actor.names.all()] == ["Ali the Elder"]
    assert dict(Version.objects.values_list("language", "stage")) == {"en": Stage.DRAFT, "ar": Stage.DRAFT}
    assert (actor.created_by, actor.modified_by, revisions(actor)[0].revision.user) == (people["reporter"],) * 3
    assert Edition.objects.count() == 0


def test_changing_an_event_with_parts_keeps_a_revision_and_counts_one_save(send, people):
    event, person = EventFactory(title_fr="", title_ar="", title_az=""), PersonFactory()
    inline = {"participations-TOTAL_FORMS": 1, "participations-0-person": person.pk, "participations-0-role": "host"}
    more = {"participations-0-order": 0, "title_fr": "Entretiens", "date": "2025-04-22"}

    response = send(Event, inline | more, record=event, by="translator")

    event.refresh_from_db()
    assert response.status_code == 302
    assert (event.title_fr, str(event.date), event.row_version) == ("Entretiens", "2025-04-22", 2)
    assert event.modified_by == people["translator"]
    assert [row.person for row in event.participations.all()] == [person]
    assert set(Version.objects.values_list("language", flat=True)) == {"en", "fr"}
    assert [kept.revision.user for kept in revisions(event)] == [people["translator"]]


def test_adding_an_article_with_a_byline_creates_drafts(send):
    author = AuthorFactory()
    values = {"key": "one", "type": "report", "headline_en": "One", "body_en": "<p>Text.</p>"}
    inline = {"bylines-TOTAL_FORMS": 1, "bylines-0-author": author.pk, "bylines-0-position": 1}

    response = send(Article, values | inline, by="reporter")

    article = Article.objects.get()
    assert response.status_code == 302
    assert [byline.author for byline in article.bylines.all()] == [author]
    assert [str(version) for version in article.versions.all()] == ["article/one [en]"]


def test_adding_a_reference_by_a_publisher_publishes_it(send):
    response = send(Place, {"key": "algiers", "type": "city", "name_en": "Algiers", "name_fr": "Alger"})

    assert response.status_code == 302
    assert sorted(Edition.objects.values_list("language", "title")) == [("en", "Algiers"), ("fr", "Alger")]


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Place, {"key": "algiers", "type": "city", "name_en": "Algiers"}),
        (Actor, {"key": "algeria", "type": "country", "name_en": "Algeria"}),
    ],
)
def test_adding_a_reference_without_the_permission_to_publish_keeps_the_form(send, model, values):
    response = send(model, values, by="reporter")

    assert response.status_code == 200
    assert "you do not have the permission to publish" in response.text
    assert response.context["adminform"].form["name_en"].value() == values["name_en"]
    assert (Record.objects.count(), Edition.objects.count()) == (0, 0)


def test_changing_a_reference_without_the_permission_to_publish_keeps_the_form(send):
    place = PlaceFactory(name_en="Algiers")

    response = send(Place, {"name_en": "El Djazair"}, record=place, by="editor")

    place.refresh_from_db()
    assert response.status_code == 200
    assert "you do not have the permission to publish" in response.text
    assert (place.name_en, place.row_version) == ("Algiers", 1)


def test_making_a_person_a_country_without_the_permission_to_publish_is_refused(send):
    person = PersonFactory()

    response = send(Actor, {"type": "country", "gender": ""}, record=person, by="reporter")

    person.refresh_from_db()
    assert response.status_code == 200
    assert "you do not have the permission to publish" in response.text
    assert person.type == "person"
