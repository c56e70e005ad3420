"""Groups of the desk come from one table, by migration."""

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.urls import reverse

from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Remit
from newsroom.desk.people.roles import ROLES
from tests.journeys.forms import fields

pytestmark = pytest.mark.django_db

migration = importlib.import_module("newsroom.desk.migrations.0003_roles")


def given() -> dict[str, set[str]]:
    permissions = Permission.objects.select_related("content_type")
    full = {one.pk: f"{one.content_type.app_label}.{one.codename}" for one in permissions}
    return {group.name: {full[one.pk] for one in group.permissions.all()} for group in Group.objects.all()}


def every_permission() -> list[str]:
    return [f"{one.content_type.app_label}.{one.codename}" for one in Permission.objects.select_related("content_type")]


def test_migration_makes_every_role_with_what_the_table_gives_it():
    Group.objects.all().delete()
    migration.make_groups(apps, SimpleNamespace(connection=connection))

    assert given() == {name: {one for one in every_permission() if role.has(one)} for name, role in ROLES.items()}


def test_migration_mends_a_role_that_was_bent():
    make_accounts()
    Group.objects.get(name="reporter").permissions.add(Permission.objects.get(codename="publish_version"))
    migration.make_groups(apps, SimpleNamespace(connection=connection))

    assert "desk.publish_version" not in given()["reporter"]


def test_table_names_only_permissions_that_exist():
    assert {one for role in ROLES.values() for one in role.may} - set(every_permission()) == set()


def test_publishing_is_the_publishers_alone_and_accounts_the_administrators():
    holders = {
        permission: {name for name, role in ROLES.items() if role.has(permission)}
        for permission in (
            "desk.submit_version",
            "desk.approve_version",
            "desk.publish_version",
            "desk.publish_urgently",
            "desk.withdraw_version",
            "desk.erase_record",
            "auth.change_user",
            "desk.change_remit",
            "desk.change_article",
        )
    }

    writers = {"reporter", "translator", "editor", "publisher"}
    assert holders == {
        "desk.submit_version": writers,
        "desk.approve_version": {"editor", "publisher"},
        "desk.publish_version": {"publisher"},
        "desk.publish_urgently": {"publisher"},
        "desk.withdraw_version": {"publisher", "administrator"},
        "desk.erase_record": {"administrator"},
        "auth.change_user": {"administrator"},
        "desk.change_remit": {"administrator"},
        "desk.change_article": writers,
    }


@pytest.fixture
def administrator(client):
    users = make_accounts()
    client.force_login(users["administrator"])
    return users


def account(client, user) -> tuple[str, dict]:
    address = reverse("admin:auth_user_change", args=[user.pk])
    return address, fields(client.get(address), "user_form")


def test_languages_are_ticked_on_the_account(client, administrator):
    address, form = account(client, administrator["reporter"])
    assert form["remit-0-edits"] == ["en", "fr", "ar", "az"]

    client.post(address, form)
    assert not Remit.objects.exists()
    client.post(address, form | {"remit-0-edits": ["fr"], "remit-0-approves": []})
    remit = Remit.objects.get(user=administrator["reporter"])
    assert (remit.edits, remit.approves) == (["fr"], [])
    address, form = account(client, administrator["reporter"])
    client.post(address, {name: value for name, value in form.items() if name != "remit-0-edits"})
    assert Remit.objects.get().edits == []


def test_administrator_makes_accounts_of_the_desk_and_no_superuser(client, administrator):
    password = "a long way from Algiers to Baku"
    typed = {"username": "leyla", "password1": password, "password2": password, "usable_password": "true"}
    client.post(reverse("admin:auth_user_add"), typed)
    made = User.objects.get(username="leyla")
    address, form = account(client, made)
    client.post(address, form | {"is_superuser": "on", "groups": [str(Group.objects.get(name="editor").pk)]})

    made.refresh_from_db()
    assert (made.is_staff, made.is_superuser) == (True, False)
    assert [group.name for group in made.groups.all()] == ["editor"]


@pytest.mark.parametrize("page", ["auth_user_change", "auth_user_delete", "auth_user_password_change"])
def test_administrator_cannot_take_over_a_superuser(client, administrator, page):
    chief = User.objects.create_superuser("chief", password="the chief's own")

    answer = client.post(reverse(f"admin:{page}", args=[chief.pk]), {"post": "yes"})

    assert answer.status_code == 403
    assert User.objects.filter(username="chief", is_superuser=True).exists()
