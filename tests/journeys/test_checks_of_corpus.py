"""All rules over the whole corpus: no error, no false alarm, and every warning is known here by name."""

from collections import defaultdict

import pytest

from newsroom.desk.checks import check_row
from newsroom.desk.compose import load_all
from newsroom.desk.demonstration.style_list import load_style_list
from newsroom.desk.models import Version
from relations.models import Record

pytestmark = pytest.mark.django_db

UNDATED_VISITS = "energy-minister fm pm president speaker supreme-court".split()
TOPICS = (
    "agreements agriculture culture-memory diplomacy energy interparliamentary investment multilateral oil-gas"
    " peace-security post-conflict renewables summits technology tourism trade visas"
).split()
EVERY = "ar az en fr"

# What the corpus is warned of: the code, then each record with the languages of its texts.
WARNINGS = {
    "latin-in-arabic": {"actor/dzwatch": "ar"},
    "same-in-two-scripts": {"actor/dzwatch": EVERY},
    "currency-missing": {"dossier/aze-dza": EVERY},
    "holder-not-named": {f"event/undated-visit-{who}-az": EVERY for who in UNDATED_VISITS},
    "anonymous-alone": {"event/tebboune-receives-bayramov": EVERY},
    "medtop-version-missing": {f"topic/{topic}": EVERY for topic in TOPICS},
}


def test_rules_find_nothing_in_the_corpus_but_the_warnings_named_here(corpus):
    load_style_list()
    languages, errors, warnings = defaultdict(list), [], defaultdict(lambda: defaultdict(set))
    for record, language in Version.objects.values_list("record", "language"):
        languages[record].append(language)

    for row in load_all(Record.objects.all()):
        for language in languages[row.pk]:
            for message in check_row(row, language):
                if message.level == "error":
                    errors.append(f"{row} [{language}] {message.field}: {message.text}")
                warnings[message.code][str(row)].add(language)

    assert errors == []
    found = {code: {row: " ".join(sorted(codes)) for row, codes in rows.items()} for code, rows in warnings.items()}
    assert found == WARNINGS


@pytest.mark.parametrize("path", ["article/how-algeria-and-azerbaijan-work-together", "article/second-round-algiers"])
def test_checks_of_an_article_ask_the_same_few_queries_whatever_its_length(corpus, path, django_assert_num_queries):
    load_style_list()
    (row,) = load_all([Record.objects.at(path)])

    # Links of the text; places and actors that are sensitive; linked actors, their names, tenures, titles and
    # Its claims, disputes and quotes; linked actors, their names, tenures, titles and attestations; the style list;
    # the records it links to; sources held here; places and actors whose names are contested.
    with django_assert_num_queries(13):
        check_row(row, "ar")
