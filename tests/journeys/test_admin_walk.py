"""Every address of the admin, as a stranger and as each role, in a left-to-right and a right-to-left language."""

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import RequestFactory
from django.urls import URLResolver, resolve, reverse

from newsroom.desk import workflow
from newsroom.desk.history import revisions
from newsroom.desk.models import Decision, Release, Version
from newsroom.desk.saving import saving_many
from newsroom.desk.workflow import ALL_WARNINGS
from relations.models import Record
from relations.values.languages import direction
from tests.factories.desk import BylineFactory, HouseWordFactory
from tests.factories.relations import (
    AttestationFactory,
    CapacityFactory,
    CitationFactory,
    ObservationFactory,
    ParticipationFactory,
    PictureFactory,
    PlaceFactory,
    SeriesFactory,
    SignatureFactory,
    TopicFactory,
)
from tests.journeys.writing import publish, text, texts, write

pytestmark = pytest.mark.django_db

ROLES = ("reporter", "translator", "editor", "publisher")
LOOKED_AT = (Version, Decision)
OF_USERS = (User, Group)
UNOWNED = {"view_on_site": [1, 1], "app_list": ["desk"]}
MAKERS = (
    BylineFactory,
    HouseWordFactory,
    ParticipationFactory,
    SignatureFactory,
    AttestationFactory,
    ObservationFactory,
    CitationFactory,
    PictureFactory,
    PlaceFactory,
    TopicFactory,
    CapacityFactory,
    SeriesFactory,
)


def views(patterns):
    """(name, how many arguments) of every address below."""
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from views(one.url_patterns)
        elif one.name:
            yield one.name, len(one.pattern.converters) or one.pattern.regex.groups


def model_of(name: str):
    """Which model an address is of: Article of `desk_article_change`; none of `password_change`."""
    prefixes = {f"{model._meta.app_label}_{model._meta.model_name}_": model for model in admin.site._registry}
    return next((model for prefix, model in prefixes.items() if name.startswith(prefix)), None)


def addresses() -> dict[str, str]:
    """Every named address, of a row that is there."""
    rows = {model: model.objects.first() for model in admin.site._registry}
    return {
        name: reverse(f"admin:{name}", args=arguments(rows.get(model_of(name)), count, name))
        for name, count in views(admin.site.get_urls())
    }


def arguments(row, count: int, name: str) -> list:
    if name in UNOWNED:
        return UNOWNED[name]
    if name.endswith("_recover"):
        return [1_000_000]
    if name.endswith("_revision"):
        return [row.pk, revisions(row).first().pk]
    return [row.pk][:count] if row else []


@pytest.fixture
def walked(users):
    """An address of everything, with a row of everything."""
    for maker in MAKERS:
        maker()
    with saving_many(references=False) as saves:
        for record in Record.objects.all():
            saves.add(record)
    workflow.submit(versions=Version.objects.filter(record__kind="article")[:1], by=None, acknowledged=ALL_WARNINGS)
    Release.objects.create(name="Tonight")
    return addresses()


def of_models(walked: dict[str, str]) -> dict[str, str]:
    return {name: address for name, address in walked.items() if model_of(name)}


def expected(name: str, role: str) -> int:
    """What the page of a model answers a role."""
    what = name.rpartition("_")[2]
    model = model_of(name)
    if model in OF_USERS:
        return 200 if role == "superuser" else 403
    if what == "recover":
        return 404
    if what == "delete":
        return 200 if role == "superuser" and model not in LOOKED_AT else 403
    return 403 if what == "add" and model in LOOKED_AT else 200


def test_stranger_is_sent_to_the_login_from_everywhere(client, walked):
    open_to_all = {"login", "logout"}
    answers = {
        (name, method): client.generic(method, address)
        for name, address in walked.items()
        if name not in open_to_all
        for method in ("GET", "POST")
    }

    login = reverse("admin:login")
    sent = {at: (one.status_code, one.headers.get("Location", "").partition("?")[0]) for at, one in answers.items()}
    assert {at: answer for at, answer in sent.items() if answer != (302, login)} == {}
    assert len(walked) > 140


def test_account_without_the_desk_is_sent_there_too(client, walked):
    client.force_login(get_user_model().objects.create_user("reader"))

    answers = {name: client.get(address) for name, address in of_models(walked).items()}
    assert {answer.status_code for answer in answers.values()} == {302}


@pytest.mark.parametrize(("role", "language"), [("reporter", "ar"), ("publisher", "en")])
def test_pages_of_the_desk_run_the_way_of_their_language(client, walked, users, role, language):
    client.force_login(users[role])
    headers = {"accept-language": language}
    pages = {name: client.get(address, headers=headers) for name, address in of_models(walked).items()}

    assert {name: page.status_code for name, page in pages.items()} == {name: expected(name, role) for name in pages}
    shown = [page.text for page in pages.values() if page.status_code == 200]
    assert {f'lang="{language}"' in page and f'dir="{direction(language)}"' in page for page in shown} == {True}


@pytest.mark.parametrize("role", ["translator", "editor", "superuser"])
def test_role_sees_what_its_permissions_allow(walked, users, role):
    users["superuser"] = get_user_model().objects.create_superuser("superuser")
    answers = {name: unrendered(address, users[role]) for name, address in of_models(walked).items()}

    assert answers == {name: expected(name, role) for name in answers}


def unrendered(address: str, user) -> int:
    """What the view decides, without the page that follows from it."""
    request = RequestFactory().get(address)
    request.user, request.session = user, {}
    request._messages = CookieStorage(request)
    view, args, kwargs = resolve(address)
    try:
        return view(request, *args, **kwargs).status_code
    except PermissionDenied:
        return 403
    except Http404:
        return 404


WRITERS = {"submit", "check_translation", "revive"}
REVIEWERS = WRITERS | {"approve", "approve_afterwards", "send_back", "spike"}
PUBLISHERS = REVIEWERS | {"publish", "correct", "publish_urgently", "withdraw"}
MOVES = {"reporter": WRITERS, "translator": WRITERS, "editor": REVIEWERS, "publisher": PUBLISHERS}


@pytest.fixture
def press(client, users):
    """Choose texts in the list and press a move."""

    def made(role: str, move: str, versions, **given):
        client.force_login(users[role])
        chosen = {"action": move, "_selected_action": [version.pk for version in versions]}
        return client.post(reverse("admin:desk_version_changelist"), {**chosen, **given}, follow=True)

    return made


@pytest.mark.parametrize("role", ROLES)
def test_role_is_offered_its_moves_and_cannot_press_others(client, users, press, role):
    article = write(users["reporter"], headline_en="Still to be reviewed", body_en="<p>Text.</p>")
    client.force_login(users[role])
    page = client.get(reverse("admin:desk_version_changelist")).text

    assert {move for move in PUBLISHERS if f'<option value="{move}">' in page} == MOVES[role]
    for move in sorted(PUBLISHERS - MOVES[role]):
        press(role, move, texts(article, "en"), reason="Pressed all the same.")
        assert text(article, "en").stage == "draft"
    assert not Decision.objects.about(article).exists()


def test_article_goes_out_by_presses_in_the_list(client, users, press):
    article = write(users["reporter"], headline_en="Pressed into print", body_en="<p>Text.</p>")
    versions = texts(article, "en")
    warned = press("reporter", "submit", versions).text
    assert (text(article, "en").stage, "messagelist" in warned) == ("draft", True)

    press("reporter", "submit", versions, acknowledge="on")
    press("editor", "approve", versions)
    press("publisher", "publish", versions)
    assert text(article, "en").stage == "published"
    assert client.get(f"/api/v1/articles/{article.uid}").json()["headline"] == "Pressed into print"
    press("publisher", "withdraw", versions, reason="Pressed too soon.")
    assert client.get(f"/api/v1/articles/{article.uid}").status_code == 410


def test_what_was_public_cannot_be_deleted_and_what_was_not_can_be_recovered(client, users):
    client.force_login(get_user_model().objects.create_superuser("chief"))
    draft, public = (write(users["reporter"], headline_en=name, body_en="<p>Text.</p>") for name in ("Draft", "Public"))
    publish(public, users, "en")

    assert client.post(reverse("admin:desk_article_delete", args=[public.pk]), {"post": "yes"}).status_code == 403
    assert client.post(reverse("admin:desk_article_delete", args=[draft.pk]), {"post": "yes"}).status_code == 302
    assert not Record.objects.filter(pk=draft.pk).exists()
    deleted = client.get(reverse("admin:desk_article_recoverlist")).context["deleted"]
    address = reverse("admin:desk_article_recover", args=[deleted.get(object_id=str(draft.pk)).pk])
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 302
    assert (text(draft, "en").stage, text(draft, "en").record.uid) == ("draft", draft.uid)
