"""The corpus says the same in four languages: nothing to report, and every fact that is changed is found."""

from itertools import combinations

import pytest

from newsroom.desk.comparing import fact_difference, names_of
from newsroom.desk.compose import load
from newsroom.desk.fields import texts_of
from newsroom.desk.models import Article
from relations.values.languages import LANGUAGES

pytestmark = pytest.mark.django_db

PAIRS = list(combinations(LANGUAGES, 2))


def texts(article: Article) -> dict[str, dict[str, str]]:
    row = load(article)
    return {language: texts_of(row, language) for language in LANGUAGES}


def test_no_false_alarm_in_any_pair_of_languages_of_any_article(corpus):
    alarms = []
    for article in Article.objects.all():
        names, said = names_of(article), texts(article)
        for one, other in PAIRS:
            if said[one] and said[other]:
                found = fact_difference(said[one], one, said[other], other, names)
                alarms += [(article.key, one, other, gap.said, gap.context) for gap in found]

    assert alarms == []
    assert Article.objects.count() > 5


@pytest.mark.parametrize(
    ("language", "old", "new", "kind"),
    [
        ("en", "29 November 2023", "28 November 2023", "date"),
        ("fr", "29 novembre 2023", "29 novembre 2024", "date"),
        ("ar", "29 نوفمبر 2023", "29 أوت 2023", "date"),
        ("az", "Attaf", "filankəs", "name"),
    ],
)
def test_a_changed_fact_is_found_against_every_other_language(corpus, language, old, new, kind):
    article = Article.objects.get(key="second-round-algiers")
    names, said = names_of(article), texts(article)
    assert old in "".join(said[language].values())
    changed = {field: text.replace(old, new) for field, text in said[language].items()}

    found = {
        other: {gap.kind for gap in fact_difference(changed, language, said[other], other, names)}
        for other in LANGUAGES
        if other != language
    }

    assert found == dict.fromkeys(found, {kind})
