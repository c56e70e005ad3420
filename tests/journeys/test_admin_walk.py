"""Every address of the admin, as a stranger and as each role, in a left-to-right and a right-to-left language."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from axes.models import AccessAttempt
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import RequestFactory
from django.urls import URLResolver, get_resolver, resolve, reverse
from django.utils import timezone

from newsroom.desk import workflow
from newsroom.desk.history import revisions
from newsroom.desk.models import HouseWord, Release, Version
from newsroom.desk.saving import saving_many
from newsroom.desk.uses import uses_of
from newsroom.desk.workflow import ALL_WARNINGS
from newsroom.partners.keys import make_key
from newsroom.partners.models import Endpoint, Key, Partner
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
from tests.journeys import may_open
from tests.journeys.writing import publish, text, write
from tests.partners.receivers import new_endpoint

pytestmark = pytest.mark.django_db(databases=["default", "usage"])

# Whoever may not open a page; what an address without what it needs answers besides.
REFUSED = 403
WRITES = {"add", "change", "delete"}
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


def below(patterns, namespace=""):
    """(name with its namespace, names of its arguments) of every address below."""
    for one in patterns:
        if isinstance(one, URLResolver):
            inner = f"{one.namespace}:" if one.namespace else ""
            yield from below(one.url_patterns, namespace + inner)
        elif one.name:
            yield namespace + one.name, list(one.pattern.converters) or [""] * one.pattern.regex.groups


def of_the_desk() -> dict[str, list[str]]:
    """Every named address under /admin/."""
    trees = [one for one in get_resolver().url_patterns if str(one.pattern) == "admin/"]
    return dict(below(trees))


def model_of(name: str):
    """Which model an address is of: Article of `admin:desk_article_change`; none of `admin:password_change`."""
    prefixes = {f"admin:{model._meta.app_label}_{model._meta.model_name}_": model for model in admin.site._registry}
    return next((model for prefix, model in prefixes.items() if name.startswith(prefix)), None)


def addresses() -> dict[str, str]:
    """Every named address, of a row that is there."""
    rows = {model: model._base_manager.first() for model in admin.site._registry}
    return {
        name: reverse(name, args=arguments(rows.get(model_of(name)), needed, name))
        for name, needed in of_the_desk().items()
    }


def arguments(row, needed: list[str], name: str) -> list:
    if name.endswith("_recover"):
        return [1_000_000]
    if name.endswith("_revision"):
        return [row.pk, revisions(row).first().pk]
    if row and needed:
        return [row.pk]
    return [of_what(one, name) for one in needed]


def of_what(argument: str, name: str):
    """A value for an argument of a page of the desk."""
    record = Record.objects.filter(kind="article").first()
    values = {
        "uid": record.uid,
        "pk": record.pk,
        "version": record.versions.first().pk,
        "language": "en",
        "content_type_id": ContentType.objects.get_for_model(Record).pk,
        "object_id": record.pk,
        "": "desk",
        "partner": Partner.objects.get().pk,
        "key": Key.objects.get().pk,
        "webhook": Endpoint.objects.get().pk,
    }
    assert argument in values, f"Say in of_what() what “{argument}” of {name} may be."
    return values[argument]


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
    HouseWord.objects.create(language="en", word="utilise", advice="avoided", reason="Use “use”.")
    gazette = Partner.objects.create(name="Gazette", contact="desk@example.org")
    make_key(partner=gazette, by="test")
    new_endpoint(partner=gazette)
    RecoveryCodes.activate(users["reporter"])
    AccessAttempt.objects.create(attempt_time=timezone.now(), username="reporter", failures_since_start=1)
    return addresses()


def of_models(walked: dict[str, str]) -> dict[str, str]:
    return {name: address for name, address in walked.items() if model_of(name)}


def rights_of(name: str) -> may_open.Rights:
    return may_open.MODELS[model_of(name)._meta.label_lower]


def may(name: str, act: str, role: str) -> bool:
    rights = rights_of(name)
    return act not in rights.nobody if role == "superuser" else role in getattr(rights, act)


def expected(name: str, role: str, method: str = "GET") -> int:
    """What the page of a model answers a role, by the table."""
    what = name.rpartition("_")[2]
    is_password = name.endswith("_password_change")
    if what in ("recover", "recoverlist"):
        allowed = may(name, "add", role)
    elif what in ("add", "delete"):
        allowed = may(name, what, role)
    elif is_password or (what == "change" and method == "POST"):
        allowed = may(name, "change", role)
    else:
        allowed = may(name, "view", role)
    if not allowed:
        return REFUSED
    return 404 if what == "recover" else 302 if what == "delete" and in_use(model_of(name)) else 200


def in_use(model) -> bool:
    """What is in use is not deleted: the page leads to where it is used."""
    return issubclass(model, Record) and bool(uses_of(model.objects.first()))


def test_every_address_of_the_desk_stands_in_the_table(walked):
    pages = {name for name in walked if not model_of(name)}
    unlisted = pages - set(may_open.PAGES) - may_open.STRANGERS
    models = {model._meta.label_lower for model in admin.site._registry}

    assert unlisted == set(), "Add each of these to PAGES in tests/journeys/may_open.py, with the roles it opens for."
    assert models - set(may_open.MODELS) == set(), "Add each of these to MODELS in tests/journeys/may_open.py."
    assert (set(may_open.PAGES) | may_open.STRANGERS) - pages == set(), "These are no addresses any more."
    assert set(may_open.MODELS) - models == set(), "These are not in the admin any more."


def test_stranger_is_sent_to_the_login_from_everywhere(client, walked):
    answers = {
        (name, method): client.generic(method, address)
        for name, address in walked.items()
        if name not in may_open.STRANGERS
        for method in ("GET", "POST")
    }

    login = reverse("admin:login")
    sent = {at: (one.status_code, one.headers.get("Location", "").partition("?")[0]) for at, one in answers.items()}
    assert {at: answer for at, answer in sent.items() if answer != (302, login)} == {}
    assert len(walked) > 160


def test_account_without_the_desk_is_sent_there_too(client, walked):
    client.force_login(get_user_model().objects.create_user("reader"))
    pages = {name: address for name, address in walked.items() if name.startswith("admin:")}
    del pages["admin:login"], pages["admin:logout"], pages["admin:password_change"]

    answers = {name: client.get(address) for name, address in pages.items()}
    assert {name for name, answer in answers.items() if answer.status_code != 302} == set()


@pytest.mark.parametrize(("role", "language"), [("reporter", "ar"), ("publisher", "en")])
def test_pages_of_the_desk_run_the_way_of_their_language(client, walked, users, role, language):
    client.force_login(users[role])
    headers = {"accept-language": language}
    pages = {name: client.get(address, headers=headers) for name, address in of_models(walked).items()}

    assert {name: page.status_code for name, page in pages.items()} == {name: expected(name, role) for name in pages}
    shown = [page.text for page in pages.values() if page.status_code == 200]
    assert {f'lang="{language}"' in page and f'dir="{direction(language)}"' in page for page in shown} == {True}


@pytest.mark.parametrize("role", ["translator", "editor", "administrator", "superuser"])
def test_role_sees_what_its_permissions_allow(walked, users, role):
    users["superuser"] = get_user_model().objects.create_superuser("superuser")
    answers = {name: unrendered(address, users[role]) for name, address in of_models(walked).items()}

    assert answers == {name: expected(name, role) for name in answers}


@pytest.mark.parametrize("role", [*may_open.ROLES, "superuser"])
def test_role_writes_what_its_permissions_allow(walked, users, role):
    users["superuser"] = get_user_model().objects.create_superuser("superuser")
    writing = {name: address for name, address in of_models(walked).items() if name.rpartition("_")[2] in WRITES}
    answers = {name: unrendered(address, users[role], "POST") for name, address in writing.items()}

    refused = {name for name, answer in answers.items() if answer == REFUSED}
    assert refused == {name for name in writing if expected(name, role, "POST") == REFUSED}


@pytest.mark.parametrize("role", may_open.ROLES)
def test_page_of_the_desk_opens_for_the_roles_of_the_table_and_no_other(client, walked, users, role):
    client.force_login(users[role])
    answers = {name: client.get(walked[name]).status_code for name in may_open.PAGES}

    opened = {name for name, status in answers.items() if status not in (REFUSED, 500)}
    assert opened == {name for name, roles in may_open.PAGES.items() if role in roles} - UNASKED


# These refuse a question that names nothing.
UNASKED = {"admin:autocomplete"}


def unrendered(address: str, user, method: str = "GET") -> int:
    """What the view decides, without the page that follows from it."""
    request = RequestFactory().generic(method, address)
    request.user, request.session = user, {}
    request._messages = CookieStorage(request)
    request._dont_enforce_csrf_checks = True
    view, args, kwargs = resolve(address)
    try:
        return view(request, *args, **kwargs).status_code
    except PermissionDenied:
        return REFUSED
    except Http404:
        return 404


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
