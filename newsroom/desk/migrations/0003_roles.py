"""Makes the groups of the desk from its table of roles."""

from django.apps import apps as present
from django.contrib.auth.management import create_permissions
from django.db import migrations

from newsroom.desk.people.roles import mend_groups

WITH_PERMISSIONS = ("auth", "desk", "relations", "axes", "mfa")


def make_groups(apps, schema_editor):
    """Permissions are made only after the last migration, so those of what the roles touch are made here."""
    database = schema_editor.connection.alias
    for label in WITH_PERMISSIONS:
        create_permissions(present.get_app_config(label), verbosity=0, using=database, apps=apps)
    groups, permissions = (apps.get_model("auth", name).objects.using(database) for name in ("Group", "Permission"))
    mend_groups(groups, permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0002_desk_work"),
        ("relations", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("axes", "0010_accessattemptexpiration"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    # Going back leaves the groups: people are in them by then, and without the table they are groups like any other.
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
