"""The dossier of Algeria and Azerbaijan as readers see it: the same facts in each language, in its own words."""

import pytest

from relations.models import Record
from relations.values.languages import LANGUAGES
from tests.journeys.asking import ANSWERS, API
from tests.journeys.page import sections
from tests.public.drawn import classed, described, drawings, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("corpus"), pytest.mark.parametrize("language", LANGUAGES)]

ROUNDS = {
    "en": ("29 November 2023", "21 April 2025"),
    "fr": ("29 novembre 2023", "21 avril 2025"),
    "ar": ("29 نوفمبر 2023", "21 أفريل 2025"),
    "az": ("29 noyabr 2023", "21 aprel 2025"),
}
LEADS = ("actor/yalchin-rafiyev", "actor/lounes-magramane")
# The title of August 2022, which is neither the short one nor that of 2025.
TITLE_THEN = {
    "en": "Minister of Foreign Affairs and the National Community Abroad",
    "fr": "Ministre des Affaires étrangères et de la Communauté nationale à l’étranger",
    "ar": "وزير الشؤون الخارجية والجالية الوطنية بالخارج",
    "az": "Xarici işlər və xaricdəki milli icma naziri",
}
TWO_MILLION = {"en": "2,000,000", "fr": "2 000 000", "ar": "2.000.000", "az": "2.000.000"}
# Azerbaijan first, as the pair is sorted.
STATUSES = {
    "actor/nam": ["full", "full"],
    "actor/un": ["full", "full"],
    "actor/oic": ["implied", "implied"],
    "actor/opec-plus": ["participant", "participant"],
    "actor/gecf": ["unspecified", "unspecified"],
}


@pytest.fixture
def dossier(ask, language):
    return ask.dossier(lang=language)


@pytest.fixture
def page(client, dossier, language):
    address = dossier["html_url"].removeprefix("http://testserver")
    response = client.get(address)
    assert address.startswith(f"/{language}/dossiers/")
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def shown(page):
    """The page, section by section."""
    return sections(page)


@pytest.fixture
def drawn(page):
    return drawings(page)


def name(path: str, language: str, field: str = "title") -> str:
    """What the desk calls a record."""
    return getattr(Record.objects.at(path).working_row(), f"{field}_{language}")


def missing(words, text: str) -> list[str]:
    return [one for one in words if " ".join(one.split()) not in text]


def labels(ask, vocabulary: str, language: str) -> dict[str, str]:
    values = ask(f"{API}/vocabularies/{vocabulary}", lang=None)["values"]
    return {one["code"]: one["labels"][language] for one in values}


def test_timeline_tells_every_event_with_its_date(ask, dossier, shown, language):
    events = dossier["timeline"]

    assert len(events) == 21
    assert [event["title"] for event in events] == [name(ask.path(event), language) for event in events]
    assert (
        missing([text for event in events for text in (event["title"], event["date"]["label"])], shown["timeline"])
        == []
    )


def test_timeline_draws_every_event_and_what_is_planned(dossier, drawn):
    drawing = drawn["timeline-title"]

    told = [f"{one['date']['label']}: {one['title']}" for one in (*dossier["timeline"], *dossier["planned"])]
    assert sorted(words(link.find("title")) for link in drawing.iter("a")) == sorted(told)
    assert described(drawing)


def test_timeline_draws_the_beginning_of_a_visit_as_a_span_of_days(client, dossier, language):
    """Lamamra's visit began between 31 July and 30 August 2022."""
    (visit,) = [one for one in dossier["timeline"] if one["kind"] == "visit" and one["date"]["edtf"] == "2022-08"]
    page = client.get(f"{dossier['html_url']}?from=2022&to=2022").content.decode()

    (link,) = [one for one in drawings(page)["timeline-title"].iter("a") if one.get("href") == f"#event-{visit['id']}"]

    assert visit["bounds"]["start"]["edtf"] == "[2022-07-31..2022-08-30]"
    # The 212th day of the year to the end of the 242nd, of 960 parts; in Arabic from the other side.
    days = [211 * 960 / 365, 242 * 960 / 365]
    begun, _ended = classed(link, "bound")
    assert ends(begun.get("d")) == pytest.approx(
        sorted(960 - one for one in days) if language == "ar" else days, abs=0.01
    )


def ends(bracket: str) -> list[float]:
    return [float(bracket[1:].split(" ")[0]), float(bracket.partition("H")[2].partition("m")[0])]


def test_visits_are_drawn_by_year(dossier, drawn):
    drawing = drawn["visits-title"]

    numbers = [int(words(one)) for one in classed(drawing, "value")]
    assert [sum(numbers[side::2]) for side in (0, 1)] == [len(way["results"]) for way in dossier["visits"]] == [8, 3]
    assert described(drawing)


def test_rounds_are_drawn_with_the_days_between_them(drawn):
    (gap,) = classed(drawn["rounds-title-1"], "value")

    assert "509" in words(gap)


def test_visits_are_told_in_each_direction(shown, language):
    azerbaijan, algeria = (name(f"actor/{key}", language, "name") for key in ("azerbaijan", "algeria"))
    paths = [*ANSWERS["q10"], *ANSWERS["q11"]]

    assert missing([name(path, language) for path in paths], shown["visits"]) == []
    assert missing([azerbaijan, algeria], shown["visits"]) == []


def test_rounds_are_509_days_apart(shown, language):
    assert missing(["509", *ROUNDS[language]], shown["rounds"]) == []
    assert missing([name(path, language, "name") for path in LEADS], shown["rounds"]) == []


def test_register_names_signatories_in_the_capacity_held_that_day(dossier, shown, language):
    people = ("actor/ramtane-lamamra", "actor/jeyhun-bayramov")

    assert len(dossier["agreements"]) == 4
    assert missing([one["title"] for one in dossier["agreements"]], shown["agreements"]) == []
    assert missing([name(path, language, "name") for path in people], shown["agreements"]) == []
    assert missing([TITLE_THEN[language], name("actor/algeria", language, "name")], shown["agreements"]) == []


def test_trade_figure_has_its_comparator_and_date(ask, dossier, shown, language):
    (figure,) = dossier["trade"]
    comparator = labels(ask, "comparators", language)["le"]

    assert (figure["comparator"], figure["value"], figure["as_of"]["edtf"]) == ("le", "2000000", "2023?")
    assert missing([TWO_MILLION[language], figure["as_of"]["label"], figure["note"]], shown["trade"]) == []
    assert missing([comparator.casefold()], shown["trade"].casefold()) == []


def test_shared_organisations_show_the_status_of_each_side(ask, dossier, shown, language):
    told = {ask.path(one["organisation"]): [side["status"] for side in one["members"]] for one in dossier["forums"]}
    words = labels(ask, "membership_statuses", language)

    assert told == STATUSES
    assert missing([name(path, language, "name") for path in STATUSES], shown["forums"]) == []
    used = {words[status].casefold() for statuses in STATUSES.values() for status in statuses}
    # The Azerbaijani capital İ folds to an i with a dot of its own.
    assert missing(used, shown["forums"].casefold().replace("i\u0307", "i")) == []


def test_disputes_are_told(dossier, shown):
    assert len(dossier["disputes"]) == 10
    told = [text for one in dossier["disputes"] for text in (one["statement"], one["rationale"])]
    assert missing(told, shown["disputes"]) == []


def test_facts_are_those_of_english(ask, dossier):
    english = ask.dossier()

    assert skeleton(dossier) == skeleton(english)


def skeleton(content: dict) -> dict:
    """What does not depend on language."""
    return {
        "timeline": [(one["id"], one["date"]["edtf"], one["status"]) for one in content["timeline"]],
        "visits": [[event["id"] for event in way["results"]] for way in content["visits"]],
        "signatories": [[one["actor"]["id"] for one in each["signatories"]] for each in content["agreements"]],
        "forums": sorted((one["organisation"]["id"], one["source_count"]) for one in content["forums"]),
        "disputes": [(one["key"], one["kind"], one["state"]) for one in content["disputes"]],
        "claims": [one["key"] for one in content["claims"]],
        "counts": content["counts"],
    }
