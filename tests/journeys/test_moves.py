"""Every move through its page, by every role: what is offered, what is asked, what is refused, what becomes public."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from newsroom.desk import workflow
from newsroom.desk.models import Article, Decision, Remit, Stage
from newsroom.desk.moving.bar import bar_of
from newsroom.public import reading
from newsroom.public.models import Edition
from tests.journeys import may_open
from tests.journeys.asking import API
from tests.journeys.forms import fields
from tests.journeys.pressing import WORDS, address, warned
from tests.journeys.writing import approved, publish, rewrite, submit, text, texts, write

pytestmark = pytest.mark.django_db

WRITERS = {"submit", "check_translation", "revive"}
REVIEWERS = WRITERS | {"approve", "approve_afterwards", "send_back", "spike"}
PUBLISHERS = REVIEWERS | {"publish", "correct", "publish_urgently", "withdraw", "cancel", "reschedule"}
MAY = {
    "reporter": WRITERS,
    "translator": WRITERS,
    "editor": REVIEWERS,
    "publisher": PUBLISHERS,
    "administrator": {"withdraw", "erase"},
}
MOVES = sorted({*PUBLISHERS, "erase"})
REASON = {"reason": "Because of the date.", "note_en": "The date was wrong."}


@pytest.fixture
def article(users):
    return write(users["reporter"], **WORDS)


# Who may do what


@pytest.fixture
def at(article, users):
    """The article at the place where a move starts; whoever wrote it is none of the four."""
    other = get_user_model().objects.create_superuser("somebody")
    article = write(
        other, **{**WORDS, "headline_en": "Somewhere else", "headline_fr": "Ailleurs", "body_fr": "<p>Un.</p>"}
    )
    chief = {"reporter": other, "editor": get_user_model().objects.create_superuser("else"), "publisher": other}

    def prepared(verb: str):
        start = {
            "approve": lambda: submit(texts(article, "en"), other),
            "send_back": lambda: submit(texts(article, "en"), other),
            "publish": lambda: approved(article, chief, "en"),
            "withdraw": lambda: publish(article, chief, "en"),
            "correct": lambda: (
                publish(article, chief, "en"),
                rewrite(article, other, slugline="x"),
                approved(article, chief, "en"),
            ),
            "cancel": lambda: publish(article, chief, "en", at=timezone.now() + dt.timedelta(days=1)),
            "reschedule": lambda: publish(article, chief, "en", at=timezone.now() + dt.timedelta(days=1)),
            "approve_afterwards": lambda: workflow.publish_urgently(
                versions=texts(article, "en"), by=other, reason="Now."
            ),
            "revive": lambda: workflow.spike(versions=texts(article, "en"), by=other, reason="Not now."),
            "check_translation": lambda: rewrite(article, other, headline_en="Moved on"),
        }
        start.get(verb, lambda: None)()
        return texts(article, "fr" if verb == "check_translation" else "en")

    return prepared


def given_for(verb: str, response) -> dict:
    """What somebody fills in who means it."""
    soon = timezone.now() + dt.timedelta(days=2)
    given = {**REASON, "acknowledge": warned(response), "confirm": confirmation_of(response), "when": "now"}
    if verb == "reschedule":
        given |= {"moment": f"{soon:%Y-%m-%dT%H:%M}", "zone": "UTC"}
    return given


def confirmation_of(response) -> str:
    """Of a move that cannot be undone: the name of the record, typed."""
    [record] = response.context["confirmation"].records
    return str(record)


@pytest.mark.parametrize("role", may_open.ROLES)
@pytest.mark.parametrize("verb", MOVES)
def test_every_role_makes_the_moves_of_its_permissions_and_no_others(press, at, role, verb):
    versions = at(verb)
    before = Decision.objects.count()
    opened = press.page(role, verb, versions)
    answer = press(role, verb, versions, **given_for(verb, opened))

    made = Decision.objects.count() > before
    assert made is (verb in MAY[role])
    if not made:
        assert answer.context["confirmation"].blocked
        assert '<button type="submit" class="move' not in opened.text


@pytest.mark.parametrize("role", may_open.ROLES)
def test_page_offers_what_a_text_can_do_and_says_why_not_to_others(client, users, article, role):
    client.force_login(users[role])
    submit(texts(article, "en"), users["reporter"])
    offered = {
        offer.press.verb: (bool(offer.able), offer.reasons)
        for offer, _ in client.get(address(texts(article, "en"))).context["offers"]
    }

    assert set(offered) == {"approve", "send_back", "publish_urgently", "spike", "erase"}
    assert {verb for verb, (able, _why) in offered.items() if able} == set(offered) & MAY[role]
    if role == "reporter":
        assert offered["approve"] == (False, ["Only for: editor, publisher."])
        assert offered["erase"] == (False, ["Only for: administrator."])


def test_who_submitted_is_told_that_somebody_else_must_approve(press, article, users):
    submit(texts(article, "en"), users["editor"])

    [blocked] = press.page("editor", "approve", texts(article, "en")).context["confirmation"].blocked
    assert blocked.why_not == "You submitted this text: somebody else must approve it."
    rewrite(article, users["publisher"], slugline="x")
    submit(texts(article, "en"), users["reporter"])
    [blocked] = press.page("publisher", "approve", texts(article, "en")).context["confirmation"].blocked
    assert blocked.why_not == "You wrote part of this text: somebody else must approve it."


def test_bar_of_the_form_leads_to_the_moves_of_each_language(client, users, article):
    rewrite(article, users["reporter"], headline_fr="Entretiens", body_fr="<p>Texte.</p>")
    submit(texts(article, "fr"), users["reporter"])
    form = reverse("admin:desk_article_change", args=[article.pk])
    client.force_login(users["editor"])
    page = client.get(form).text

    english, french = texts(article, "en", "fr")
    assert address([english], "submit", next=form).replace("&", "&amp;").replace("%2F", "/") in page
    assert address([french], "approve", next=form).replace("&", "&amp;").replace("%2F", "/") in page
    assert f"versions={english.pk}&amp;verb=approve" not in page
    assert "Only for: publisher." in page


# What is asked before a move


def test_warnings_are_acknowledged_each_by_its_name(press, article, users):
    rewrite(article, users["reporter"], standfirst_en="")
    first = press("reporter", "submit", texts(article, "en"))
    codes = warned(first)
    assert (len(codes) > 1, text(article, "en").stage) == (True, Stage.DRAFT)
    assert "standfirst-missing" in codes

    part = press("reporter", "submit", texts(article, "en"), acknowledge=codes[1:])
    assert text(article, "en").stage == Stage.DRAFT
    assert part.context["form"].errors["acknowledge"] == [f"Read each warning and tick it: {codes[0]}."]
    press("reporter", "submit", texts(article, "en"), acknowledge=codes)
    assert text(article, "en").stage == Stage.IN_REVIEW


def test_error_blocks_and_leads_to_its_field(press, users):
    article = write(users["reporter"], headline_en="No words", body_en="<p> </p>")
    opened = press.page("reporter", "submit", texts(article, "en"))

    [finding] = opened.context["confirmation"].errors
    form = reverse("admin:desk_article_change", args=[article.pk])
    assert (finding.message.code, finding.url) == ("body-empty", f"{form}?field=id_body_en#lang-en")
    press("reporter", "submit", texts(article, "en"), acknowledge=warned(opened))
    assert text(article, "en").stage == Stage.DRAFT


@pytest.mark.parametrize("verb", ["submit", "approve", "publish"])
def test_text_that_changed_after_it_was_looked_at_is_refused(client, press, article, users, verb):
    who = {"submit": "translator", "approve": "editor", "publish": "publisher"}[verb]
    if verb == "approve":
        submit(texts(article, "en"), users["reporter"])
    if verb == "publish":
        approved(article, users, "en")
    opened = press.page(who, verb, texts(article, "en"))
    data = fields(opened, "confirm") | {"acknowledge": warned(opened)}
    rewrite(article, users["reporter"], headline_en="Another headline")
    if verb == "approve":
        submit(texts(article, "en"), users["reporter"])
    if verb == "publish":
        approved(article, users, "en")
    before = text(article, "en").stage
    answer = client.post(reverse("admin:move"), data)

    assert text(article, "en").stage == before
    assert "was changed since you read it" in answer.text
    assert not Edition.objects.filter(uid=article.uid).exists()


def test_move_of_several_texts_is_made_by_all_or_none(press, article, users):
    other = write(users["editor"], headline_en="By the editor", body_en="<p>Text.</p>")
    both = [*texts(article, "en"), *texts(other, "en")]
    submit(texts(article, "en"), users["reporter"])
    submit(texts(other, "en"), users["editor"])

    press("editor", "approve", both)
    assert [text(one, "en").stage for one in (article, other)] == [Stage.IN_REVIEW] * 2
    answer = press("publisher", "approve", both)
    assert [text(one, "en").stage for one in (article, other)] == [Stage.APPROVED] * 2
    assert "Approve: done for 2 texts." in answer.text


def test_reason_is_required_and_kept(press, article, users):
    submit(texts(article, "en"), users["reporter"])
    press("editor", "send_back", texts(article, "en"), reason=" ")
    assert text(article, "en").stage == Stage.IN_REVIEW

    press("editor", "send_back", texts(article, "en"), reason="Say who spoke.")
    sent = Decision.objects.about(article).first()
    assert (text(article, "en").stage, sent.verb, sent.reason) == (Stage.DRAFT, "send_back", "Say who spoke.")


def test_next_leads_nowhere_else(client, press, article, users):
    answer = press(
        "reporter",
        "submit",
        texts(article, "en"),
        next="https://elsewhere.example/",
        acknowledge=["standfirst-missing"],
    )
    opened = client.get(address(texts(article, "en"), next="//elsewhere.example/"))

    assert "elsewhere.example" not in [step for step, _status in answer.redirect_chain]
    assert opened.context["back"] == reverse("admin:desk_version_changelist")


# What becomes public


def test_publication_shows_the_text_its_address_and_what_changes(press, article, users, client):
    approved(article, users, "en")
    opened = press.page("publisher", "publish", texts(article, "en"))
    [looked] = opened.context["confirmation"].texts
    assert looked.candidate.address == "/en/articles/the-brindlewick-talks"
    assert {field.name: field.lines for field in looked.candidate.fields}["headline"] == ("The Brindlewick talks",)
    press("publisher", "publish", texts(article, "en"))
    assert client.get(f"{API}/articles/{article.uid}").json()["headline"] == "The Brindlewick talks"

    rewrite(article, users["reporter"], body_en="<p>They met in Brindlewick.</p><p>Nothing else changed.</p>")
    approved(article, users, "en")
    opened = press.page("publisher", "correct", texts(article, "en"))
    [looked] = opened.context["confirmation"].texts
    [change] = looked.candidate.changes
    assert [(piece.kind, piece.text) for piece in change.lines[0]] == [
        ("same", "They met "),
        ("gone", "at"),
        ("new", "in"),
        ("same", " Brindlewick."),
    ]
    assert "<del>at</del><ins>in</ins>" in opened.text
    press("publisher", "correct", texts(article, "en"), note_en="It was in the town.")
    item = client.get(f"{API}/articles/{article.uid}").json()
    assert [one["note"] for one in item["corrections"]] == ["It was in the town."]


def test_correction_has_a_note_in_each_language(press, article, users, client):
    rewrite(article, users["reporter"], headline_fr="Entretiens", body_fr="<p>Texte.</p>")
    publish(article, users, "en", "fr")
    rewrite(article, users["reporter"], headline_en="Talks", headline_fr="Pourparlers")
    approved(article, users, "en", "fr")
    press("publisher", "correct", texts(article, "en", "fr"), note_en="The title was wrong.", note_fr="")
    assert not Edition.objects.filter(uid=article.uid, action="corrected").exists()

    notes = {"note_en": "The title was wrong.", "note_fr": "Le titre était inexact."}
    press("publisher", "correct", texts(article, "en", "fr"), **notes)
    shown = {
        language: client.get(f"{API}/articles/{article.uid}", {"lang": language}).json()["corrections"][0]["note"]
        for language in ("en", "fr")
    }
    assert shown == {"en": "The title was wrong.", "fr": "Le titre était inexact."}


def test_records_that_are_not_public_are_named_and_can_come_along(press, article, users, client):
    other = write(users["reporter"], headline_en="The earlier story", body_en="<p>Text.</p>")
    hidden = write(users["reporter"], headline_en="Another draft", body_en="<p>Text.</p>")
    rewrite(article, users["reporter"])
    article.related.set([other, hidden])
    rewrite(article, users["reporter"], slugline="refers")
    approved(article, users, "en")
    approved(other, users, "en")

    opened = press.page("publisher", "publish", texts(article, "en"))
    assert {one.title for one in opened.context["confirmation"].missing} == {"The earlier story", "Another draft"}
    url = next(url for reference, url in opened.context["additions"] if reference.uid == other.uid)
    together = client.get(url).context["confirmation"]
    assert {one.state.version.record_id for one in together.texts} == {article.pk, other.pk}
    assert [one.title for one in together.missing] == ["Another draft"]
    press("publisher", "publish", [*texts(article, "en"), *texts(other, "en")])
    item = client.get(f"{API}/articles/{article.uid}").json()
    assert [one["label"] for one in item["related"]] == ["The earlier story"]


def test_publication_over_one_that_waits_asks_what_becomes_of_it(press, article, users):
    later = timezone.now() + dt.timedelta(days=1)
    publish(article, users, "en", at=later)
    rewrite(article, users["reporter"], headline_en="Fresher talks")
    approved(article, users, "en")

    press("publisher", "publish", texts(article, "en"))
    assert reading.get("article", article.uid, ("en",)) is None
    press("publisher", "publish", texts(article, "en"), pending="cancel")
    assert reading.get("article", article.uid, ("en",), later).title == "Fresher talks"


@pytest.mark.parametrize(("pending", "title"), [("keep", "The Brindlewick talks"), ("cancel", "Fresher talks")])
def test_what_waits_is_kept_or_cancelled_as_said(press, article, users, pending, title):
    later = timezone.now() + dt.timedelta(days=1)
    publish(article, users, "en", at=later)
    rewrite(article, users["reporter"], headline_en="Fresher talks")
    approved(article, users, "en")
    press("publisher", "publish", texts(article, "en"), pending=pending)

    assert reading.get("article", article.uid, ("en",)).title == "Fresher talks"
    assert reading.get("article", article.uid, ("en",), later).title == title


@pytest.mark.parametrize(
    ("verb", "why"),
    [
        ("withdraw", "Nothing of the record is public."),
        ("cancel", "Nothing of it waits to be published."),
        ("approve", "At the stage “draft” this move does not start."),
        ("check_translation", "It is not behind its source."),
    ],
)
def test_move_that_does_not_start_here_says_why(press, article, verb, why):
    page = press.page("publisher", verb, texts(article, "en"))

    [blocked] = page.context["confirmation"].blocked
    assert blocked.why_not == why


def test_person_of_other_languages_is_told_so_and_kept_out(press, article, users):
    Remit.objects.create(user=users["editor"], edits=["fr"], approves=["fr"])
    submit(texts(article, "en"), users["reporter"])
    answer = press("editor", "approve", texts(article, "en"))

    assert text(article, "en").stage == Stage.IN_REVIEW
    [blocked] = answer.context["confirmation"].blocked
    assert blocked.why_not == "English is not among the languages you work in."


def test_bar_asks_as_much_for_four_languages_as_for_one(users, article, django_assert_num_queries):
    words = {f"{name}_{code}": "<p>x</p>" for name in ("headline", "body") for code in ("fr", "ar", "az")}
    four = write(users["reporter"], **WORDS, **words)
    for record in (article, four):
        fresh, editor = Article.objects.get(pk=record.pk), get_user_model().objects.get(username="editor")
        # Versions, editions, second looks, releases; permissions of the person and of the groups; remit; groups.
        with django_assert_num_queries(8):
            bar = bar_of(fresh, editor)
        assert len(bar.texts) == (1 if record is article else 4)
