"""What the correction of the disputed date changes: these answers, and no others."""

import pytest
from django.utils import timezone

from newsroom.desk.demonstration.moves import NOTE, correct_disputed_date
from relations.values.languages import LANGUAGES
from tests.journeys.asking import ANSWERS, same
from tests.journeys.questions import QUESTIONS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("corpus")]

MEETINGS = ("event/bayramov-algiers-talks", "event/tebboune-receives-bayramov", "event/bayramov-algiers-signing")
CHANGED = {
    "q01": [
        ["agreement/joint-commission", "2025-11-04"],
        ["agreement/political-consultation-mechanism", "2022-08"],
        ["agreement/visa-exemption", "2022-08"],
    ],
    "q13": {"month": 4, "year": 3, "day": 8, "open or range": 7},
    "q25": {kind: count for kind, count in ANSWERS["q25"].items() if kind != "date"},
}
# Three meetings share the latest day; any of them may come first.
LATEST = "q36"
LABELS = {"en": "4 November 2025", "fr": "4 novembre 2025", "ar": "4 نوفمبر 2025", "az": "4 noyabr 2025"}


@pytest.fixture
def before(users):
    """The last moment at which the old dates were public."""
    moment = timezone.now()
    correct_disputed_date(users)
    return moment.isoformat().replace("+00:00", "Z")


@pytest.mark.usefixtures("before")
def test_correction_changes_these_answers_alone(ask):
    numbers = [number for number in ANSWERS if number != LATEST]
    answers = {number: same(QUESTIONS[number](ask), (ANSWERS | CHANGED)[number]) for number in numbers}

    assert {number: found for number, (found, expected) in answers.items() if found != expected} == {}
    day, first = QUESTIONS[LATEST](ask)
    assert (day, first in MEETINGS) == ("2025-11-04", True)
    assert {ask.path(one) for one in ask.rows("events", certainty="certain", date_after=day)} == set(MEETINGS)


@pytest.mark.usefixtures("before")
def test_readers_are_told_the_day_that_sources_differ_and_what_was_corrected(ask):
    for language in LANGUAGES:
        told = {ask.path(event): event for event in ask.dossier("timeline", lang=language)}
        talks = ask.record("events", MEETINGS[0], lang=language)

        shown = {(told[path]["date"]["label"], told[path]["sources_differ"]) for path in MEETINGS}
        assert shown == {(LABELS[language], True)}
        assert [one["note"] for one in talks["corrections"]] == [NOTE[language]]
        assert talks["edition"] == 2


def test_past_moment_has_the_answers_of_then(ask, before):
    signed = {ask.path(one): one["signed_on"] for one in ask.dossier("agreements", as_of=before)}
    counts = ask.dossier("counts", as_of=before)
    latest = ask.rows("events", certainty="certain", ordering="-date", as_of=before)[0]

    assert signed["agreement/joint-commission"]["edtf"] == "[2023..2026]"
    assert [latest["date"]["edtf"], ask.path(latest)] == ANSWERS[LATEST]
    assert [counts["disputes_open"], ask.dossier("counts")["disputes_open"]] == [10, 9]
