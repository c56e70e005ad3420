"""Every record of the corpus, in every language and format, as programs of others read it."""

import csv
import io
import json
import re
from itertools import product

import feedparser
import icalendar
import pytest
import vobject
from pyld import jsonld

from newsroom.public.addresses import PLURALS
from newsroom.public.api.formats import columns
from newsroom.public.api.formats.calendars import days_of
from newsroom.public.api.formats.forms import BY_KIND, BY_PART
from relations.values.languages import LANGUAGES
from tests.journeys.readers import faults_of_ftm, faults_of_ninjs, faults_of_popolo
from tests.journeys.test_heads import ORIGIN, TERMS, loader, nodes
from tests.public.feed_readers import faults_of_json_feed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("corpus")]

PAIR = "/api/v1/dossiers/AZE-DZA"
NEXT = re.compile(r'<http://testserver([^>]+)>; rel="next"')
SAMPLE = 8


def everywhere(suffix: str):
    """Each kind that has the format, in each language."""
    kinds = [kind for kind, forms in BY_KIND.items() if any(form.suffix == suffix for form in forms)]
    return pytest.mark.parametrize(("kind", "language"), list(product(kinds, LANGUAGES)))


def get(client, url: str):
    response = client.get(url)
    assert response.status_code == 200, (url, response.content)
    return response


def pages(client, kind: str, suffix: str, language: str):
    """All pages of the list of a kind, by their Link."""
    url = f"/api/v1/{PLURALS[kind]}.{suffix}?lang={language}&page_size=100"
    (form,) = (form for form in BY_KIND[kind] if form.suffix == suffix)
    while url:
        response = get(client, url)
        assert (response["Content-Type"], response["Content-Language"]) == (form.content_type, language)
        yield response
        found = NEXT.search(response.get("Link", ""))
        url = found and found[1]


def rows(client, kind: str, language: str) -> list[dict]:
    """What plain JSON lists, with which every other format has to agree."""
    return [row for page in pages(client, kind, "json", language) for row in page.json()["results"]]


@everywhere("ninjs")
def test_ninjs_keeps_to_the_schema_of_the_iptc(client, kind, language):
    found = [item for page in pages(client, kind, "ninjs", language) for item in page.json()]

    assert {item["uri"]: faults_of_ninjs(item) for item in found} == {item["uri"]: [] for item in found}
    assert [item["altIds"][0]["value"] for item in found] == [row["id"] for row in rows(client, kind, language)]
    assert found


@everywhere("jsonld")
def test_json_ld_is_read_by_a_processor_and_keeps_to_the_vocabulary(client, kind, language):
    found = [page.json() for page in pages(client, kind, "jsonld", language)]

    expanded = [jsonld.expand(page, {"documentLoader": loader, "base": ORIGIN}) for page in found]
    assert all(
        key.startswith(("@", "https://schema.org/")) for page in expanded for node in nodes(page) for key in node
    )
    used = {(node["@type"], key) for page in found for node in nodes(page) for key in node if key[0] != "@"}
    assert [(type_, key) for type_, key in used if key not in TERMS[type_]] == []
    listed = [node["identifier"] for page in found for node in page["@graph"]]
    assert [one[0] if isinstance(one, list) else one for one in listed] == [
        row["id"] for row in rows(client, kind, language)
    ]


@everywhere("csv")
def test_csv_is_read_as_a_table(client, kind, language):
    found = [page.content.decode("utf-8-sig") for page in pages(client, kind, "csv", language)]
    tables = [list(csv.DictReader(io.StringIO(text, newline=""), strict=True)) for text in found]

    assert {csv.Sniffer().sniff(text.partition("\r\n")[0], ",;\t|").delimiter for text in found} == {","}
    assert {tuple(row) for table in tables for row in table} <= {tuple(columns.of(kind))}
    assert [row["id"] for table in tables for row in table] == [row["id"] for row in rows(client, kind, language)]
    assert {row["language"] for table in tables for row in table} <= {language}
    cells = [cell for table in tables for row in table for cell in row.values()]
    assert [cell for cell in cells if cell is None or cell.startswith(("{", "[{", "<"))] == []


@everywhere("atom")
def test_atom_is_read_without_complaint(client, kind, language):
    found = [feedparser.parse(page.content) for page in pages(client, kind, "atom", language)]

    assert [feed.bozo for feed in found] == [False] * len(found)
    assert {feed.feed.language for feed in found} == {language}
    listed = [entry.id.split("/")[1].split(":")[0] for feed in found for entry in feed.entries]
    assert listed == [row["id"] for row in rows(client, kind, language)]


@everywhere("feed.json")
def test_json_feed_keeps_to_its_format(client, kind, language):
    found = [page.json() for page in pages(client, kind, "feed.json", language)]

    assert [faults_of_json_feed(feed) for feed in found] == [[]] * len(found)
    assert sum(len(feed["items"]) for feed in found) == len(rows(client, kind, language))


@everywhere("ics")
def test_calendar_is_read_by_two_readers_and_has_what_is_known_to_the_day(client, kind, language):
    found = [page.content for page in pages(client, kind, "ics", language)]
    calendars = [icalendar.Calendar.from_ical(body) for body in found]

    assert [one.errors for calendar in calendars for one in calendar.walk() if one.errors] == []
    listed = [str(event["UID"]) for calendar in calendars for event in calendar.walk("VEVENT")]
    known = [row["id"] for row in rows(client, kind, language) if days_of(row)]
    assert [uid.split("/")[1].split(":")[0] for uid in listed] == known
    read = [vobject.readOne(body.decode()) for body in found]
    assert [one.uid.value for calendar in read for one in getattr(calendar, "vevent_list", ())] == listed
    assert listed


@everywhere("popolo.json")
def test_popolo_keeps_to_its_schemas_and_refers_to_nothing_it_does_not_have(client, kind, language):
    found = [page.json() for page in pages(client, kind, "popolo.json", language)]

    assert [fault for document in found for fault in faults_of_popolo(document)] == []
    expected = {row["id"] for row in rows(client, kind, language)}
    assert expected <= {
        one["id"] for document in found for name in ("persons", "organizations") for one in document[name]
    }
    assert all(any(document[name] for document in found) for name in found[0])


@everywhere("ftm.ndjson")
def test_ftm_keeps_to_its_model(client, kind, language):
    found = [list(map(json.loads, page.content.splitlines())) for page in pages(client, kind, "ftm.ndjson", language)]

    assert [fault for entities in found for fault in faults_of_ftm(entities)] == []
    expected = {row["id"] for row in rows(client, kind, language)}
    assert expected <= {one["id"] for entities in found for one in entities}
    used = {"Person", "PublicBody", "Organization", "Territory", "Position", "Occupancy", "UnknownLink"}
    assert used <= {one["schema"] for entities in found for one in entities}


@pytest.mark.parametrize(
    ("kind", "language"), list(product((kind for kind in PLURALS if kind != "dossier"), LANGUAGES))
)
def test_single_records_are_what_lists_have(client, kind, language):
    """A sample: what is in a list has been read whole above."""
    listed = rows(client, kind, language)
    for row, form in product(listed[:: len(listed) // SAMPLE + 1], BY_KIND[kind]):
        response = get(client, f"/api/v1/{PLURALS[kind]}/{row['id']}.{form.suffix}?lang={language}")

        assert response["Content-Type"] == form.content_type
        # Calendars break their lines anywhere, and have no place for what is not known to the day.
        assert row["id"] in response.text.replace("\r\n ", "")
        if form.suffix == "ics":
            assert ("BEGIN:VEVENT" in response.text) == (days_of(row) is not None)
        if form.suffix == "ninjs":
            assert faults_of_ninjs(response.json()) == []
        if form.suffix == "jsonld":
            assert jsonld.expand(response.json(), {"documentLoader": loader, "base": ORIGIN})


@pytest.mark.parametrize("language", LANGUAGES)
def test_dossier_is_a_table_a_calendar_and_a_page_that_collects(client, language):
    content = get(client, f"{PAIR}?lang={language}").json()
    bodies = {form.suffix: get(client, f"{PAIR}.{form.suffix}?lang={language}") for form in BY_PART[""]}

    assert bodies["json"].json().keys() == content.keys()
    assert bodies["jsonld"].json()["mainEntity"]["numberOfItems"] == len(content["timeline"])
    events = [*content["timeline"], *content["planned"]]
    table = list(csv.DictReader(io.StringIO(bodies["csv"].content.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in table] == [event["id"] for event in events]
    calendar = icalendar.Calendar.from_ical(bodies["ics"].content)
    assert len(calendar.walk("VEVENT")) == len([event for event in events if days_of(event)])
    part = get(client, f"{PAIR}/agreements.csv?lang={language}").content.decode("utf-8-sig")
    register = list(csv.DictReader(io.StringIO(part, newline="")))
    assert [row["id"] for row in register] == [one["id"] for one in content["agreements"]]
