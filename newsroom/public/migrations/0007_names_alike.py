"""What names are like joins the index of editions that are there already; new ones bring it along."""

import orjson
from django.db import migrations

from newsroom.public.search.backends import backend
from newsroom.public.search.index import NAMED
from newsroom.public.search.names import name_lexemes

# A retired edition is found by its own words alone: other spellings are offered of the present only.
PRESENT = {"kind": NAMED, "state": "live", "retired": False}


def add(apps, schema_editor):
    editions = apps.get_model("public", "Edition").objects.filter(**PRESENT).order_by("pk")
    rows = editions.values_list("pk", "payload").iterator(chunk_size=500)
    backend().add((pk, name_lexemes(names_in(payload))) for pk, payload in rows)


def names_in(payload: bytes) -> list[str]:
    actor = orjson.loads(payload)
    names = [actor.get("name"), actor.get("short_name"), *(one["name"] for one in actor.get("other_names", ()))]
    return list(filter(None, names))


class Migration(migrations.Migration):
    dependencies = [("public", "0006_latest_corrections")]
    # Backwards nothing has to go: nobody asks for these lexemes then.
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
