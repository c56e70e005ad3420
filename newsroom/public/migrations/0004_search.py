"""The search index. Each database keeps it in its own way, so no model describes it."""

from django.db import migrations

from newsroom.public.search.backends import backend


def create(apps, schema_editor):
    backend().create()


def destroy(apps, schema_editor):
    backend().destroy()


class Migration(migrations.Migration):
    dependencies = [("public", "0003_guard_editions")]
    operations = [migrations.RunPython(create, destroy)]
