"""Names that are spelt in other ways, or in other scripts, are taken for each other; others are not."""

from importlib import import_module

import pytest
from django.apps import apps

from newsroom.public.search import names
from newsroom.public.search.backends import backend
from newsroom.public.search.folding import fold
from tests.public.conftest import publish
from tests.public.test_pages import put

SAME = [
    ("Bayramov", "بايراموف"),
    ("Bairamov", "Bayramov"),
    ("Байрамов", "بيراموف"),
    ("Attaf", "عطاف"),
    ("Djeyhoun", "Ceyhun"),
    ("Jeyhun", "جيحون"),
    ("Tebboune", "تبون"),
    ("Aliyev", "Əliyev"),
    ("Aliev", "علييف"),
    ("Quliyev", "Guliyev"),
    ("Xəlil", "Khalil"),
    ("Məmmədov", "Mammadov"),
    ("Boukadoum", "بوقادوم"),
    ("Sabri", "صبري"),
    ("Lamamra", "لعمامرة"),
    ("Ilham", "إلهام"),
    ("Madjid", "المجيد"),
]
DIFFERENT = [
    ("Bayramov", "Rahimov"),
    ("Attaf", "tofu"),
    ("Aliyev", "Libya"),
    ("Tebboune", "Tabriz"),
    ("Algeria", "Nigeria"),
    ("Rafiyev", "Guliyev"),
    ("Baku", "بايراموف"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_are_alike(one, other):
    assert names.alike(fold(one), fold(other)) >= names.ALIKE
    assert lexemes(one) & lexemes(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_names_are_not(one, other):
    assert names.alike(fold(one), fold(other)) == 0


def lexemes(name: str) -> set[str]:
    return set(names.name_lexemes([name]))


def test_query_without_a_telling_word_asks_for_no_name():
    assert names.name_questions("al") == names.name_questions("…") == []
    assert names.name_questions("three four seven nine ten zero") == []


@pytest.mark.django_db
def test_names_of_editions_that_are_there_already_join_the_index():
    person = put("actor", "Jeyhun Bayramov", other_names=[{"name": "جيحون بايراموف"}])
    old = publish("actor", label="Ahmed Attaf", retired=True)
    backend().put([(person.pk, ["entbayramov"], ["enbbayramov"]), (old.pk, ["entattaf"], [])])

    import_module("newsroom.public.migrations.0007_names_alike").add(apps, None)

    (asked,) = names.name_questions("Bairamov")
    assert backend().newest(asked, before=None, limit=9) == [(person.pk, "entbayramov")]
    assert [pk for pk, _ in backend().newest([("enbbayramov",)], before=None, limit=9)] == [person.pk]
    assert backend().newest(names.name_questions("Attaf")[0], before=None, limit=9) == []
