"""The corpus passes through the forms unharmed."""

import pytest

from newsroom.desk.compose.rich_text import tidy
from newsroom.desk.models import Article
from relations.models import Dossier

LANGUAGES = ("en", "fr", "ar", "az")


@pytest.mark.django_db
@pytest.mark.usefixtures("corpus")
def test_running_text_of_the_corpus_is_kept_as_it_is():
    kept = [(row, name) for model, name in ((Article, "body"), (Dossier, "intro")) for row in model.objects.all()]
    texts = [getattr(row, f"{name}_{code}") or "" for row, name in kept for code in LANGUAGES]

    assert len(list(filter(None, texts))) > 20
    assert [text for text in texts if tidy(text) != text] == []
