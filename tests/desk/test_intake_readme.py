"""The description of the interchange format names every field and every list of parts as the models have them."""

import re
from pathlib import Path

from django.db import models

from newsroom.desk.intake.complete import is_required
from newsroom.desk.intake.shape import is_fuzzy, kinds, shape_of
from relations.models import Record

README = Path(__file__).parents[2] / "fixtures" / "README.md"

FORMS = (
    (models.FileField, "file"),
    (models.JSONField, "JSON"),
    (models.BooleanField, "true or false"),
    (models.IntegerField, "whole number"),
    (models.DecimalField | models.FloatField, "number"),
    (models.DateTimeField, "moment"),
    (models.DateField, "day"),
    (models.Field, "text"),
)


def lines_of(model) -> list[str]:
    shape = shape_of(model)
    fields = [f"- `{field.name}`: {form_of(field)}{', required' * is_required(field)}" for field in shape.fields]
    return fields + [
        f"- `{part.name}`: list of [{part.model.__name__}](#{part.model.__name__.lower()})" for part in shape.parts
    ]


def form_of(shape) -> str:
    if shape.how == "translated":
        return "text by language"
    if shape.how == "plain":
        return "fuzzy date" if is_fuzzy(shape) else plain_form(shape.field)
    target = "“kind/key” of any record" if shape.target is Record else f"key of {article(shape.target.__name__)}"
    return target if shape.how == "reference" else f"list, each the {target}"


def plain_form(field) -> str:
    if field.choices:
        return "code"
    return next(form for cls, form in FORMS if isinstance(field, cls))


def article(name: str) -> str:
    return f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"


def all_models():
    found = list(kinds().values())
    for model in found:
        found += [part.model for part in shape_of(model).parts if part.model not in found]
    return found


def test_readme_describes_every_kind_and_part_as_it_is():
    sections = re.split(r"^### (\w+).*\n", README.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    described = {
        name: [line for line in text.splitlines() if line.startswith("- ")]
        for name, text in zip(sections[::2], sections[1::2], strict=True)
    }

    assert described == {model.__name__: lines_of(model) for model in all_models()}
