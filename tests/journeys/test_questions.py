"""Every question of `answers.json`, on the corpus as loaded and published."""

import pytest

from tests.journeys.asking import ANSWERS, same
from tests.journeys.questions import QUESTIONS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("corpus")]


@pytest.mark.parametrize("number", ANSWERS)
def test_question_has_its_answer(ask, number):
    found, expected = same(QUESTIONS[number](ask), ANSWERS[number])

    assert found == expected


def test_answers_are_those_of_all_questions():
    assert list(ANSWERS) == [f"q{number:02d}" for number in range(1, 38)]
