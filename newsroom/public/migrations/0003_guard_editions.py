"""The index for retiring; on PostgreSQL, what only its own SQL can say (SQLite gets its triggers after every migration)."""

from django.db import migrations, models

from newsroom.public.ddl import POSTGRESQL, POSTGRESQL_UNDONE


def on_postgresql(sql):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql, params=None)

    return run


class Migration(migrations.Migration):
    dependencies = [("public", "0002_date_bounds_and_present_editions")]
    operations = [
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                models.F("live_until"),
                condition=models.Q(("live_until__isnull", False), ("retired", False)),
                name="edition_to_retire",
            ),
        ),
        migrations.RunPython(on_postgresql(POSTGRESQL), on_postgresql(POSTGRESQL_UNDONE)),
    ]
