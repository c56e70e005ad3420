"""Gives administrators the partners of the API, their keys and what they read."""

from django.apps import apps as present
from django.contrib.auth.management import create_permissions
from django.db import migrations

from newsroom.desk.people.roles import ROLES


def give(apps, schema_editor):
    """Permissions are made only after the last migration, so those of partners are made here."""
    database = schema_editor.connection.alias
    create_permissions(present.get_app_config("partners"), verbosity=0, using=database, apps=apps)
    groups, permissions = (apps.get_model("auth", name).objects.using(database) for name in ("Group", "Permission"))
    of_partners = permissions.filter(content_type__app_label="partners")
    given = [one for one in of_partners if ROLES["administrator"].has(f"partners.{one.codename}")]
    for group in groups.filter(name="administrator"):
        group.permissions.add(*given)


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0004_rescheduled_decisions"),
        ("partners", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    # Going back leaves the permissions with the group, where they open nothing.
    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
