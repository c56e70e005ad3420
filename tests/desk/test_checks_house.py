"""Words of the style list: found whole, in whatever form the language gives them, and never in a longer good phrase."""

import pytest

from newsroom.desk.checks import run_checks
from newsroom.desk.checks.house import StyleList
from newsroom.desk.models import Advice, HouseWord
from tests.desk.checking import TODAY, cited, codes, levels
from tests.factories import desk as texts
from tests.factories import relations as facts
from tests.factories.desk import HouseWordFactory


def found(language, word, text):
    return [hit.words for hit in StyleList([HouseWord(word=word, language=language)], language).hits(text)]


@pytest.mark.parametrize(
    ("language", "word", "text", "hits"),
    [
        ("en", "regime", "The regime's envoys met two Regimes; a regiment marched.", ["regime", "Regimes"]),
        (
            "en",
            "breakaway region",
            "In breakaway regions, and the breakaway, region.",
            ["breakaway regions", "breakaway, region"],
        ),
        ("en", "US", "The US told us.", ["US"]),
        ("en", "Kiev", "Chicken Kiev, not Kievan.", ["Kiev"]),
        ("fr", "régime", "Le regime et les régimes, pas le régiment.", ["regime", "régimes"]),
        ("fr", "accord historique", "Des accords historiques.", ["accords historiques"]),
        ("ar", "نظام", "قال النظام وللنظام ونظام، لا منظمة ولا انتظام.", ["النظام", "وللنظام", "ونظام"]),
        ("ar", "الكيان", "الكيان وكيان، والكيانات.", ["الكيان", "وكيان"]),
        ("ar", "عرب", "دولة عربية.", []),
        ("ar", "الجزائر العاصمة", "في الجزائر العاصمة وبالجزائر.", ["الجزائر العاصمة"]),
        ("az", "rejim", "Rejimin nümayəndələri, rejimlərə; rejissor.", ["Rejimin", "rejimlərə"]),
        ("az", "qoşunlarımız", "Qoşunlarımızın yanında, qoşun.", ["Qoşunlarımızın"]),
    ],
)
def test_word_is_found_in_the_forms_of_its_language(language, word, text, hits):
    assert found(language, word, text) == hits


def test_longer_phrase_of_the_list_hides_the_word_inside_it():
    entries = [
        HouseWord(word="Gulf", language="en", advice=Advice.AVOIDED),
        HouseWord(word="Gulf Cooperation Council", language="en", advice=Advice.PREFERRED),
    ]

    hits = StyleList(entries, "en").hits("The Gulf Cooperation Council met by the Gulf.")

    assert [(hit.words, hit.entry.advice) for hit in hits] == [
        ("Gulf Cooperation Council", "preferred"),
        ("Gulf", "avoided"),
    ]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “the regime must go”.", True),
        ("He said “no”. The regime replied “never”.", False),
        ("Selon lui, « le regime. Il tombera. »", True),
        ('She wrote "no regime lasts" and left.', True),
        ('She wrote "no" to the regime.', False),
    ],
)
def test_word_in_quotation_marks_is_somebody_elses(text, quoted):
    (hit,) = StyleList([HouseWord(word="regime", language="en")], "en").hits(text)

    assert hit.is_quoted is quoted


@pytest.mark.django_db
def test_forbidden_word_blocks_avoided_one_is_asked_about_and_preferred_one_passes():
    for word, advice in (("regime", "forbidden"), ("historic", "avoided"), ("government", "preferred")):
        HouseWordFactory(word=word, advice=advice, instead="another", reason=f"Why not {word}.")
    body = "<p>The <em>regime</em> and the government called it historic.</p>"
    article = cited(texts.ArticleFactory(standfirst_en="A", body_en=body, body_fr="<p>Le regime.</p>"))

    said = {m.code: (m.level, m.field, m.text) for m in run_checks(article, "en", today=TODAY)}

    assert said == {
        "word-forbidden": ("error", "body", "“regime”: write “another”. Why not regime."),
        "word-avoided": ("warning", "body", "“historic”: write “another”. Why not historic."),
    }
    assert "word-forbidden" not in codes(article, "fr")


@pytest.mark.django_db
def test_forbidden_word_may_be_quoted_knowingly():
    HouseWordFactory(word="regime", advice="forbidden")
    article = cited(texts.ArticleFactory(standfirst_en="A", body_en="<p>“The regime”, he said.</p>"))

    assert levels(article, "word-forbidden") == {"warning"}


@pytest.mark.django_db
def test_names_are_not_held_to_the_style_list():
    HouseWordFactory(word="regime", advice="forbidden")

    assert "word-forbidden" not in codes(facts.OrganisationFactory(name_en="Missile Technology Control Regime"))
    assert "word-forbidden" in codes(facts.EventFactory(title_en="Talks with the regime"))
