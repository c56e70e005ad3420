"""Each room touches only what it may: in its imports, and in its foreign keys, which no import shows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

ROOT = Path(__file__).parents[2]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

# Whose tables each side may point at. Editions know records by uid alone, so the public side stands by itself.
MAY_POINT_AT = {
    "relations": {"relations", "auth"},
    "desk": {"desk", "relations", "auth"},
    "public": {"public"},
    "partners": {"partners"},
}


def foreign_keys():
    for model in apps.get_models(include_auto_created=True):
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
            if field.remote_field:
                yield model._meta.app_label, field, field.remote_field.model._meta.app_label


def test_import_contracts_are_kept():
    shown = subprocess.run(
        [LINT_IMPORTS, "--no-logo"],
        cwd=ROOT,
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
    )

    assert shown.returncode == 0, shown.stdout
    assert "Contracts: 4 kept, 0 broken." in shown.stdout


def test_foreign_keys_stay_in_their_rooms():
    ours = [(source, field, target) for source, field, target in foreign_keys() if source in MAY_POINT_AT]

    assert {source for source, _, _ in ours} == set(MAY_POINT_AT)
    assert [f"{field} -> {target}" for source, field, target in ours if target not in MAY_POINT_AT[source]] == []


@pytest.mark.django_db(databases=["default", "usage"])
def test_no_migration_is_missing():
    # Raises SystemExit when a model and its migrations disagree.
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_only_publish_reaches_past_the_guard_of_editions():
    code = [path for room in ("newsroom", "relations") for path in (ROOT / room).rglob("*.py")]
    writers = {path.parent.relative_to(ROOT) for path in code if ".unguarded" in path.read_text()}

    assert writers == {Path("newsroom/desk/publish")}
