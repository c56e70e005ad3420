"""Somebody types, closes the tab without saving, and comes back: what they typed is offered, never forced on anybody."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.desk import workflow
from newsroom.desk.models import Article, Autosave
from relations.models import ActorName
from tests.factories.desk import AuthorFactory
from tests.factories.relations import PersonFactory
from tests.journeys.desks import Desk, shows
from tests.journeys.forms import fields
from tests.journeys.writing import rewrite, write

pytestmark = pytest.mark.django_db

OPENED, TYPED = "Talks opened", "Talks opened in Baku and"


@pytest.fixture
def article(users):
    return write(users["reporter"], headline_en=OPENED, body_en="<p>Opened text.</p>")


class Typist(Desk):
    """Types into the form as the page's script would tell it."""

    def type(self, **inputs):
        model = self.record._meta
        asked = {
            "form": model.label_lower,
            "record": self.record.pk,
            "row_version": int(self.opened["seen_version"][0]),
            "inputs": {name: [value] for name, value in inputs.items()},
        }
        self.client.force_login(self.user)
        answer = self.client.post(reverse("admin:unsaved"), json.dumps(asked), content_type="application/json")
        assert answer.status_code == 200

    def answer(self, how):
        self.client.force_login(self.user)
        return self.client.post(self.address, {how: "1"})


@pytest.fixture
def typist(client, users):
    def at(record, who="editor"):
        one = Typist(client, users[who], record)
        one.record = record
        return one

    return at


def offer(response):
    return response.context["unsaved"]["offer"]


def kept(article) -> Article:
    return Article.objects.get(pk=article.pk)


def test_what_was_typed_is_offered_and_taken_up_and_saved(article, typist):
    editor = typist(article)
    editor.type(headline_en=TYPED)
    page = editor.open()
    assert [(one.name, one.outcome) for one in offer(page).found] == [("headline_en", "mine")]
    assert shows(page, "You typed this on", OPENED, "<ins> in Baku and</ins>") == [True] * 3
    assert editor.fields(page)["headline_en"] == [OPENED]

    taken = editor.answer("_take_up")
    assert (kept(article).headline_en, offer(taken)) == (OPENED, None)
    editor.opened = editor.fields(taken)
    assert editor.opened["headline_en"] == [TYPED]
    assert json.loads(taken.text.split('id="desk-unsaved-typed" type="application/json">')[1].split("<")[0]) == [
        "headline_en"
    ]
    assert editor.save().status_code == 302
    assert (kept(article).headline_en, Autosave.objects.count()) == (TYPED, 0)


def test_what_was_typed_is_discarded(article, typist):
    editor = typist(article)
    editor.type(headline_en=TYPED)

    assert editor.answer("_discard").status_code == 302
    assert (offer(editor.open()), Autosave.objects.count(), kept(article).headline_en) == (None, 0, OPENED)
    assert editor.answer("_take_up").status_code == 302


def test_others_see_nothing_of_it(article, typist):
    typist(article).type(headline_en=TYPED)
    page = typist(article, "reporter").open()

    assert (offer(page), TYPED in page.text) == (None, False)


def test_what_was_typed_into_an_older_text_is_merged_and_overwrites_nothing(article, typist, users):
    editor = typist(article)
    editor.type(headline_en=TYPED, slugline="talks")
    rewrite(article, users["reporter"], headline_en="Talks opened by others", headline_fr="Ouverture")
    page = editor.open()
    assert (offer(page).has_moved, {one.name: one.outcome for one in offer(page).found}) == (
        True,
        {"headline_en": "both", "slugline": "mine"},
    )

    taken = editor.answer("_take_up")
    held = editor.fields(taken)
    assert [held[name] for name in ("headline_en", "headline_fr", "slugline")] == [[TYPED], ["Ouverture"], ["talks"]]
    assert [one.name for one in taken.context["unsaved"]["not_saved"].contested] == ["headline_en"]
    editor.opened = held
    assert editor.save(**{"choose:headline_en": "together"}).status_code == 302
    assert kept(article).headline_en == f"{TYPED} / Talks opened by others"


def test_save_of_everything_that_was_typed_forgets_it(article, typist):
    editor = typist(article)
    editor.type(headline_en=TYPED)
    editor.save(headline_en=TYPED)

    assert (Autosave.objects.count(), offer(editor.open())) == (0, None)


def test_save_beside_an_offer_that_nobody_answered_leaves_the_offer(article, typist):
    editor = typist(article)
    editor.type(headline_en=TYPED)
    editor.opened = editor.fields(editor.open())
    assert editor.save(slugline="talks").status_code == 302

    page = editor.open()
    assert [one.name for one in offer(page).found] == ["headline_en"]
    assert kept(article).slugline == "talks"


def test_refused_save_keeps_what_was_typed_in_the_form_and_for_later(article, typist):
    editor = typist(article)
    editor.type(headline_en=TYPED, urgency="12")
    refused = editor.save(headline_en=TYPED, urgency="12")

    assert (refused.status_code, editor.fields(refused)["headline_en"], offer(refused)) == (200, [TYPED], None)
    assert (Autosave.objects.count(), refused.context["unsaved"]["typed"]) == (1, ["headline_en", "urgency"])


def test_parts_that_were_added_and_taken_away_come_back(typist):
    person = PersonFactory()
    names = [ActorName.objects.create(actor=person, lang="en", form=form) for form in ("Ali", "Vali")]
    editor = typist(person)
    row = {"kind": "full", "match": "always", "lang": "en"}
    first = {
        f"names-0-{key}": value for key, value in {**row, "id": str(names[0].pk), "form": "Ali", "DELETE": "on"}.items()
    }
    added = {f"names-2-{key}": value for key, value in {**row, "id": "", "form": "Pirvali"}.items()}
    empty = {f"names-3-{key}": value for key, value in {"id": "", "form": "", "lang": ""}.items()}
    editor.type(**first, **added, **empty)

    taken = editor.answer("_take_up")
    editor.opened = editor.fields(taken)
    assert editor.opened["names-TOTAL_FORMS"] == ["3"]
    assert editor.save().status_code == 302
    assert sorted(ActorName.objects.values_list("form", flat=True)) == ["Pirvali", "Vali"]


def test_new_record_is_kept_before_it_exists(client, users):
    client.force_login(users["reporter"])
    address, author = reverse("admin:desk_article_add"), AuthorFactory()
    inputs = {
        "key": ["new-one"],
        "headline_ar": ["محادثات"],
        "bylines-0-author": [str(author.pk)],
        "bylines-0-position": ["1"],
        "bylines-0-id": [""],
    }
    asked = {"form": "desk.article", "record": None, "row_version": 0, "inputs": inputs}
    assert client.post(reverse("admin:unsaved"), json.dumps(asked), content_type="application/json").status_code == 200

    assert {one.name for one in offer(client.get(address)).found} >= {"key", "headline_ar"}
    data = fields(client.post(address, {"_take_up": "1"}), "article_form")
    assert [data[name] for name in ("key", "headline_ar")] == [["new-one"], ["محادثات"]]
    assert client.post(address, {**data, "type": "report"}).status_code == 302
    article = Article.objects.get()
    assert (article.headline_ar, [one.author for one in article.bylines.all()]) == ("محادثات", [author])
    assert Autosave.objects.count() == 0


def test_erased_words_are_not_offered_again(article, typist, users):
    editor = typist(article)
    editor.type(headline_en=TYPED)
    workflow.erase(record=article, by=None, reason="Ordered by a court.")

    assert Autosave.objects.count() == 0


def test_form_without_anything_kept_asks_one_query_for_it(article, typist):
    editor = typist(article)
    editor.open()
    with CaptureQueriesContext(connection) as asked:
        editor.open()
    assert sum('"desk_autosave"' in one["sql"] for one in asked) == 1
    assert sum('"desk_presence"' in one["sql"] for one in asked) == 0
