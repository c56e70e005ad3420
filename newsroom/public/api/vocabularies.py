"""The closed lists of codes, with their labels in every language."""

import inspect
from functools import cache

from django.db.models import TextChoices
from django.utils.translation import override

from relations.values import vocabularies
from relations.values.languages import LANGUAGES


def snake_plural(name: str) -> str:
    """ArticleType: article_types."""
    snake = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
    if snake.endswith("sis"):
        return f"{snake[:-3]}ses"
    if snake.endswith("y"):
        return f"{snake[:-1]}ies"
    return f"{snake}es" if snake.endswith("s") else f"{snake}s"


NAMES = {
    snake_plural(name): choices
    for name, choices in inspect.getmembers(vocabularies, inspect.isclass)
    if issubclass(choices, TextChoices) and choices is not TextChoices
}


@cache
def vocabulary(name: str) -> list[dict]:
    return [{"code": choice.value, "labels": labels(choice)} for choice in NAMES[name]]


def labels(choice: TextChoices) -> dict[str, str]:
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = str(choice.label)
    return found
