"""Languages that a person writes in or approves, on every path to a text."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from newsroom.desk import stages, workflow
from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.history import restore, revisions
from newsroom.desk.intake.faults import ImportRefused
from newsroom.desk.intake.load import import_files
from newsroom.desk.models import Article, Remit, Version
from newsroom.desk.saving import OutsideRemit
from relations.models import Record
from tests.factories.relations import ClaimFactory, EventFactory
from tests.journeys.forms import fields
from tests.journeys.writing import approved, publish, rewrite, submit, text, texts, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def users():
    return make_accounts()


@pytest.fixture
def french_reporter(users):
    Remit.objects.create(user=users["reporter"], edits=["fr"], approves=[])
    return users["reporter"]


@pytest.fixture
def article(users):
    return write(
        users["translator"],
        **{f"headline_{code}": f"Headline {code}" for code in ("en", "fr", "ar")},
        **{f"body_{code}": f"<p>Text {code}.</p>" for code in ("en", "fr", "ar")},
    )


def test_save_in_a_language_outside_the_remit_is_refused_by_name_and_changes_nothing(article, french_reporter):
    with pytest.raises(OutsideRemit, match="Arabic") as refused:
        rewrite(article, french_reporter, headline_fr="Nouveau titre", headline_ar="عنوان جديد")

    assert refused.value.languages == {"ar"}
    kept = Article.objects.get(pk=article.pk)
    assert (kept.headline_fr, kept.headline_ar, kept.row_version) == ("Headline fr", "Headline ar", 1)


def test_save_within_the_remit_goes_through(article, french_reporter):
    rewrite(article, french_reporter, headline_fr="Nouveau titre", slugline="algiers-baku")

    assert text(article, "fr").title == "Nouveau titre"


def test_whoever_has_no_remit_writes_everything(article, users):
    rewrite(article, users["editor"], headline_fr="Nouveau titre", headline_ar="عنوان جديد")

    assert text(article, "ar").title == "عنوان جديد"


def test_form_outside_the_remit_comes_back_with_every_word(client, article, french_reporter):
    client.force_login(french_reporter)
    address = reverse("admin:desk_article_change", args=[article.pk])
    typed = fields(client.get(address), "article_form")
    typed |= {"headline_fr": "Nouveau titre", "headline_ar": "عنوان جديد"}

    answer = client.post(address, typed)

    assert answer.status_code == 200
    assert "You do not write in this language" in answer.text
    assert "Arabic" in answer.text
    assert "changed successfully" not in answer.text
    assert 'value="Nouveau titre"' in answer.text
    assert 'value="عنوان جديد"' in answer.text
    assert Article.objects.get(pk=article.pk).headline_fr == "Headline fr"
    del typed["headline_ar"]
    typed["headline_ar"] = "Headline ar"
    assert client.post(address, typed).status_code == 302
    assert Article.objects.get(pk=article.pk).headline_fr == "Nouveau titre"


def inputs(page) -> dict[str, dict]:
    """The attributes of every text input of a form, by its name."""
    forms = [
        page.context["adminform"].form,
        *(f for i in page.context["inline_admin_formsets"] for f in i.formset.forms),
    ]
    return {
        form.add_prefix(name): field.widget.attrs
        for form in forms
        for name, field in form.fields.items()
        if name[-3:] in ("_en", "_fr", "_ar", "_az")
    }


def test_inputs_outside_the_remit_are_read_only_and_say_why(client, french_reporter):
    event = EventFactory()
    ClaimFactory(record=event)
    client.force_login(french_reporter)
    page = client.get(reverse("admin:relations_event_change", args=[event.pk]))

    found = inputs(page)
    assert {"title_fr", "title_ar", "claims-0-text_fr", "claims-0-text_ar"} < found.keys()
    for name, attrs in found.items():
        closed = None if name.endswith("_fr") else "closed-languages"
        assert (attrs.get("readonly", False), attrs.get("aria-describedby")) == (closed is not None, closed)
    assert 'id="closed-languages"' in page.text
    assert "for you do not write in them: English, Arabic, Azerbaijani." in page.text
    assert page.text.count("read only") == 3


def test_nothing_is_read_only_for_whoever_writes_everything(client, article, users):
    client.force_login(users["translator"])
    page = client.get(reverse("admin:desk_article_change", args=[article.pk]))

    assert not any("readonly" in attrs for attrs in inputs(page).values())
    assert "closed-languages" not in page.text


def test_words_of_a_picture_are_open_to_all_as_no_save_refuses_them(client, users):
    Remit.objects.create(user=users["editor"], edits=["fr"], approves=[])
    client.force_login(users["editor"])
    page = client.get(reverse("admin:relations_picture_add"))

    assert not any("readonly" in attrs for attrs in inputs(page).values())


def test_what_came_back_changed_outside_the_remit_can_be_taken_back(client, article, french_reporter):
    client.force_login(french_reporter)
    address = reverse("admin:desk_article_change", args=[article.pk])
    typed = fields(client.get(address), "article_form") | {"headline_ar": "عنوان جديد"}

    found = inputs(client.post(address, typed))

    assert [name for name in ("headline_ar", "headline_en", "body_ar") if "readonly" in found[name]] == [
        "headline_en",
        "body_ar",
    ]


def test_line_ends_of_a_browser_are_no_change_of_a_text(client, article, users, french_reporter):
    rewrite(article, users["editor"], standfirst_en="One\nTwo", standfirst_ar="واحد\nاثنان")
    client.force_login(french_reporter)
    address = reverse("admin:desk_article_change", args=[article.pk])
    typed = fields(client.get(address), "article_form") | {"headline_fr": "Nouveau titre"}
    typed |= {"standfirst_en": "One\r\nTwo", "standfirst_ar": "واحد\r\nاثنان"}

    assert client.post(address, typed).status_code == 302
    kept = Article.objects.get(pk=article.pk)
    assert (kept.headline_fr, kept.standfirst_en, kept.standfirst_ar) == ("Nouveau titre", "One\nTwo", "واحد\nاثنان")


def test_import_and_restoring_are_saves_too(tmp_path, article, users, french_reporter):
    rewrite(article, users["editor"], headline_ar="عنوان جديد")
    record = Record.objects.get(pk=article.pk)
    first = revisions(record).last()
    file = tmp_path / "articles.json"
    file.write_text(
        f'{{"format": "communique-records/1", "records": [{{"kind": "article", "key": "{record.key}", "headline": {{"ar": "آخر"}}}}]}}'
    )

    with pytest.raises(OutsideRemit):
        restore(record=record, kept=first, by=french_reporter, row_version=record.row_version)
    with pytest.raises(ImportRefused) as refused:
        import_files([file], by=french_reporter)

    assert "Arabic" in str(refused.value.faults[0])
    assert Article.objects.get(pk=article.pk).headline_ar == "عنوان جديد"


MOVES = {
    "submit": ("edits", lambda version, by: submit([version], by)),
    "check_translation": ("edits", lambda version, by: workflow.check_translation(versions=[version], by=by)),
    "revive": ("edits", lambda version, by: workflow.revive(versions=[version], by=by)),
    "approve": ("approves", lambda version, by: workflow.approve(versions=[version], by=by)),
    "send_back": ("approves", lambda version, by: workflow.send_back(versions=[version], by=by, reason="Again.")),
    "spike": ("approves", lambda version, by: workflow.spike(versions=[version], by=by, reason="No news.")),
    "publish": ("approves", lambda version, by: workflow.publish(versions=[version], by=by)),
    "correct": ("approves", lambda version, by: workflow.correct(versions=[version], by=by, note="A slip.")),
    "publish_urgently": (
        "approves",
        lambda version, by: workflow.publish_urgently(versions=[version], by=by, reason="Now."),
    ),
    "approve_afterwards": ("approves", lambda version, by: workflow.approve_afterwards(versions=[version], by=by)),
    "withdraw": ("approves", lambda version, by: workflow.withdraw(record=version.record, by=by, reason="Wrong.")),
    "erase": ("approves", lambda version, by: workflow.erase(record=version.record, by=by, reason="A court.")),
}


def at_the_start_of(move, article, users):
    """The Arabic text, at a stage where the move starts."""
    if move in ("approve", "send_back"):
        submit(texts(article, "ar"), users["translator"])
    elif move == "publish":
        approved(article, users, "ar")
    elif move == "correct":
        publish(article, users, "ar")
        rewrite(article, users["translator"], headline_ar="عنوان جديد")
        approved(article, users, "ar")
    elif move in ("withdraw", "erase"):
        publish(article, users, "ar")
    elif move == "revive":
        workflow.spike(versions=texts(article, "ar"), by=users["editor"], reason="No news.")
    elif move == "approve_afterwards":
        workflow.publish_urgently(versions=texts(article, "ar"), by=users["editor"], reason="Now.")
    return text(article, "ar")


@pytest.mark.parametrize("move", MOVES)
def test_move_asks_for_the_language_of_the_text(users, article, move):
    users["editor"].groups.add(Group.objects.get(name="publisher"))
    users["publisher"].groups.add(Group.objects.get(name="administrator"))
    users |= {name: get_user_model().objects.get(username=name) for name in ("editor", "publisher")}
    asked, make = MOVES[move]
    version = at_the_start_of(move, article, users)
    other = {"edits": "approves", "approves": "edits"}[asked]
    remit = Remit.objects.create(user=users["publisher"], **{asked: ["fr"], other: ["ar"]})

    with pytest.raises(workflow.NotAllowed, match="Arabic"):
        make(version, users["publisher"])
    assert Version.objects.get(pk=version.pk).stage == version.stage
    # What is erased is erased in every language.
    written = ["en", "fr", "ar"] if move == "erase" else ["ar"]
    Remit.objects.filter(pk=remit.pk).update(**{asked: written, other: []})
    make(version, users["publisher"])


def test_every_move_of_the_table_is_tried_here():
    assert set(stages.MOVES) <= set(MOVES)


def test_scheduled_publication_is_cancelled_by_who_approves_its_language(users, article):
    [edition] = publish(article, users, "ar", at=timezone.now() + dt.timedelta(days=1))
    Remit.objects.create(user=users["publisher"], approves=["fr"])

    with pytest.raises(workflow.NotAllowed, match="Arabic"):
        workflow.cancel(edition=edition, by=users["publisher"])


def test_reach_tells_where_a_move_is_possible(users, french_reporter):
    assert workflow.reach("submit", french_reporter) == {"fr"}
    assert workflow.reach("check_translation", french_reporter) == {"fr"}
    assert workflow.reach("approve", french_reporter) == set()
    assert workflow.reach("publish", None) == workflow.reach("publish", users["editor"]) == {"en", "fr", "ar", "az"}
