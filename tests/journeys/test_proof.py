"""After a withdrawal or an erasure every public output is read again, and the page lists what it answered."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import URLResolver, get_resolver, resolve, reverse
from django.utils.translation import override

from newsroom.desk.moving.outputs import outputs_of, traces_of
from newsroom.desk.moving.proof import ask, prove
from newsroom.public import snapshots
from newsroom.public.addresses import PLURALS
from newsroom.public.models import Edition
from newsroom.public.pages.sections import ABOUT
from relations.models import Record
from relations.values.languages import LANGUAGES
from tests.journeys.pressing import WORDS
from tests.journeys.writing import publish, rewrite, texts, write

pytestmark = pytest.mark.django_db

FRENCH = {"headline_fr": "Entretiens de Grenouillet", "body_fr": "<p>Rencontre à Grenouillet.</p>"}
TOLD = {"note_en": "It did not happen.", "note_fr": "Cela n’a pas eu lieu."}
ORDERED = {"note_en": "A court order.", "note_fr": "Décision de justice."}
PAGES = ("/en/articles/the-brindlewick-talks", "/fr/articles/entretiens-de-grenouillet")
# Public addresses that show nothing of any one record; those that an article without a picture does not come to.
OF_OTHERS = {
    "api:dossier",
    "picture",
    "api:actor-posts",
    "api:dossier-part",
    "api:dossier-editions",
    "api:dossier-edition",
    *(f"api:{name}-form" for name in ("dossier", "dossier-part", "dossier-edition")),
    "pages:dossier",
    "pages:dossier-timeline",
    "pages:dossier-agreements",
    "pages:dossier-calendar",
    *(f"pages:{kind}-feed-{form}" for kind in ("dossier", "actor", "topic", "author") for form in ("atom", "json")),
    # A part of what the diary shows, which is asked.
    "pages:diary-month",
}
OF_NO_RECORD = {
    "front-door",
    "api:service",
    "api:vocabularies",
    "api:vocabulary",
    "api:problem",
    "api:openapi",
    "api:snapshots",
    "api:webhooks-openapi",
    "api:reference",
    "api:changelog",
    "api-catalog",
    # Of a partner's own: ids and numbers of editions at most, never a word of them.
    *(f"api:{name}" for name in ("me", "usage", "usage-export", "webhooks", "webhook", "delivery-redeliver")),
    *(f"api:webhook-{name}" for name in ("deliveries", "redeliver", "rotate", "ping")),
    # By a secret, which withdrawal and erasure end: see the tests of previews.
    "shared-preview",
    "pages:site-postcard",
    "pages:follow",
    "pages:partners",
    "pages:components",
    *(f"pages:{name}" for name in ("about", *(f"about-{name}" for name in ABOUT if name != "about"))),
    "sitemaps:robots",
    "sitemaps:index",
    "sitemaps:sections",
}


@pytest.fixture
def article(users):
    article = write(users["reporter"], **WORDS, **FRENCH)
    publish(article, users, "en", "fr")
    return article


@pytest.fixture
def snapshot(article, settings, tmp_path):
    settings.PUBLIC_ORIGIN, settings.SNAPSHOTS = "http://testserver", tmp_path
    return snapshots.make()


def record_of(article) -> Record:
    return Record.objects.get(pk=article.pk)


def test_proof_of_a_public_record_finds_it_everywhere(article):
    proof = prove(article.uid, record_of(article))

    assert (proof.is_public, proof.holds) == (True, False)
    found = {
        (answer.output.path.partition("?")[0]).replace(article.uid, "<uid>"): answer.status for answer in proof.answers
    }
    assert found["/id/<uid>"] == 302
    assert found["/en/articles/the-brindlewick-talks"] == 200
    assert found["/api/v1/articles/<uid>"] == 200
    leaks = {answer.output.path.partition("?")[0] for answer in proof.answers if answer.leaks}
    assert {"/en/articles", "/fr/articles", "/en/", "/api/v1/articles", "/api/v1/search", "/en/search"} <= leaks


def test_withdrawal_ends_with_a_proof_of_blanks(press, article):
    page = press("publisher", "withdraw", texts(article, "en"), **TOLD)

    proof = page.context["proof"]
    assert page.redirect_chain[-1][0] == reverse("admin:proof", args=[article.uid])
    assert (proof.is_public, proof.holds, proof.faults) == (False, True, [])
    # 404 where a sitemap would hold nothing any longer.
    assert {answer.status for answer in proof.answers} == {200, 404, 410}
    assert "Brindlewick" not in "".join(ask(answer.output.path.partition("?q=")[0])[1] for answer in proof.answers)


def test_erasure_shows_its_proof_and_lists_only_blanks(client, press, users, article):
    users["chief"] = get_user_model().objects.create_superuser("chief")
    wrong = press("chief", "erase", texts(article, "en"), **ORDERED, confirm="article/another")
    assert wrong.context["form"].errors["confirm"] == ["That is not the name of this record."]
    assert Edition.objects.get(uid=article.uid, language="en").title == "The Brindlewick talks"

    page = press("chief", "erase", texts(article, "en"), **ORDERED, confirm=str(record_of(article)))
    proof = page.context["proof"]
    assert (proof.erased, proof.is_public, proof.holds, proof.faults) == (True, False, True, [])
    paths = {answer.output.path for answer in proof.answers}
    assert "/en/articles/the-brindlewick-talks" in paths
    assert "/fr/articles/entretiens-de-grenouillet" in paths
    assert any(path.startswith("/fr/search?q=Entretiens") for path in paths)
    assert all(answer.leaks == () for answer in proof.answers)
    article.refresh_from_db()
    assert not article.headline_en
    assert not article.headline_fr


def test_proof_read_again_later_knows_no_words_and_still_holds(client, press, users, article):
    users["chief"] = get_user_model().objects.create_superuser("chief")
    press("chief", "erase", texts(article, "en"), **ORDERED, confirm=str(record_of(article)))
    page = client.get(reverse("admin:proof", args=[article.uid]))

    assert page.context["proof"].holds
    assert "Brindlewick" not in page.text
    assert "Grenouillet" not in page.text


def test_traces_are_titles_and_telling_lines_in_every_language(article):
    record = record_of(article)
    traces = traces_of(article.uid, record)
    paths = {output.path for output in outputs_of(traces)}

    assert set(traces.words) >= {
        "The Brindlewick talks",
        "They met at Brindlewick.",
        "Entretiens de Grenouillet",
    }
    assert len(paths) == len(list(outputs_of(traces)))


def test_referring_records_are_read_again(users, article):
    other = write(users["reporter"], headline_en="Refers", body_en="<p>Text.</p>")
    other.related.set([article])
    rewrite(other, users["reporter"], slugline="refers")
    publish(other, users, "en")

    before = prove(article.uid, record_of(article))
    beside = [answer for answer in before.answers if other.uid in answer.output.path]
    assert [(answer.status, bool(answer.leaks)) for answer in beside] == [(200, True)]


def test_snapshot_that_holds_the_record_is_asked_for_and_not_given_out(press, article, snapshot):
    asked = {f"/api/v1/snapshots/{snapshot.date}", f"/api/v1/snapshots/{snapshot.date}/articles.ndjson.gz"}
    proof = press("publisher", "withdraw", texts(article, "en"), **TOLD).context["proof"]
    answers = {answer.output.path: answer.status for answer in proof.answers if "snapshots" in answer.output.path}

    assert (answers, proof.holds) == (dict.fromkeys(asked, 401), True)
    assert snapshots.spent_since(snapshot)


def test_every_public_address_is_asked_or_shows_no_record(article, users, snapshot):
    """A new public output has no place until the proof asks it, or it stands in OF_NO_RECORD or OF_OTHERS."""
    traces = traces_of(article.uid, record_of(article))
    asked = {name_of(output.path.partition("?")[0]) for output in outputs_of(traces)}
    known = {name for name in names(get_resolver()) if not of_another_kind(name)}

    assert known - asked == OF_NO_RECORD | OF_OTHERS


def name_of(path: str) -> str:
    first = path.split("/")[1]
    with override(first if first in LANGUAGES else "en"):
        return resolve(path).view_name


def names(resolver, namespace: str = ""):
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            if "admin" not in str(one.pattern):
                yield from names(one, ":".join(filter(None, [namespace, one.namespace])))
        elif one.name:
            yield ":".join(filter(None, [namespace, one.name]))


def of_another_kind(name: str) -> bool:
    """The same addresses of other kinds than articles, which are made of one pattern."""
    return any(
        name.startswith(f"{side}:{plural}-")
        for side in ("api", "pages")
        for plural in PLURALS.values()
        if plural != "articles"
    )


def test_readers_of_each_language_are_told_why_in_theirs(press, client, article):
    press("publisher", "withdraw", texts(article, "en"), **TOLD)

    told = {path[1:3]: client.get(path).content.decode() for path in PAGES}
    assert {code: [words in page for words in TOLD.values()] for code, page in told.items()} == {
        "en": [True, False],
        "fr": [False, True],
    }


def test_withdrawal_without_a_reason_in_each_language_of_its_readers_is_refused(press, client, article):
    page = press("publisher", "withdraw", texts(article, "en"), note_en=TOLD["note_en"], note_fr=" ")

    assert list(page.context["form"].errors) == ["note_fr"]
    assert {client.get(path).status_code for path in PAGES} == {200}
