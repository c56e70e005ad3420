"""A short style list to begin with: names that take sides, words that judge, spellings."""

import json

from newsroom.desk.demonstration.moves import FIXTURES
from newsroom.desk.models import HouseWord

STYLE = FIXTURES / "demonstration" / "style.json"


def load_style_list() -> list[HouseWord]:
    """Adds what is missing; entries that the desk has changed stay as they are."""
    words = [HouseWord(**word) for word in json.loads(STYLE.read_text())["words"]]
    return HouseWord.objects.bulk_create(words, ignore_conflicts=True)
