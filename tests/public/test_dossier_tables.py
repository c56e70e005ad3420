"""A dossier's tables for spreadsheets: what they say, when, and what they never run."""

import csv
import io

import pytest

from newsroom.public.api.formats.csv import csv_of, neutral
from tests.public import payloads
from tests.public.conftest import DAY, THEN, publish, withdraw
from tests.public.pairs import PAGE, act, pair, took_part
from tests.public.reader import read
from tests.public.test_pages import put
from tests.public.test_pages_queries import queries

pytestmark = pytest.mark.django_db
__all__ = ["pair"]
TIMELINE, AGREEMENTS = f"{PAGE}.timeline.csv", f"{PAGE}.agreements.csv"


def rows(client, path: str) -> list[dict]:
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert response.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


def test_timeline_has_every_event_of_the_api_with_its_dates_and_people(client, pair):
    minister = put("actor", "Minister")
    baku = put("place", "Baku")
    pair.put(
        "event", "Talks", kind="talks", participants=[took_part(minister, pair.algeria)], places=[{"$must": baku.uid}]
    )
    pair.put("event", "Ahead", status="planned", date=payloads.fuzzy("2027", "2027-01-01", "2027-12-31"))

    found = rows(client, TIMELINE)

    content = client.get("/api/v1/dossiers/AZE-DZA?lang=en").json()
    assert [row["Title"] for row in found] == [one["title"] for one in content["timeline"] + content["planned"]]
    assert [(row["Date"], row["EDTF"], row["Earliest day"], row["Latest day"]) for row in found] == [
        ("21 April 2025", "2025-04-21", "2025-04-21", "2025-04-21"),
        ("2027", "2027-01-01/2027-12-31", "2027-01-01", "2027-12-31"),
    ]
    assert (found[0]["Kind"], found[0]["Status"], found[0]["Places"]) == ("Talks", "held", "Baku")
    assert found[0]["Who took part"] == "Minister"
    assert found[0]["Page"].startswith("http://testserver/en/events/talks-")


def test_agreements_have_a_row_for_each_step_of_each_party(client, pair):
    parties = [{"actor": {"$must": side.uid}, "kind": "state"} for side in pair.sides]
    steps = [act("signed"), act("ratified", pair.algeria, payloads.fuzzy("May 2026", "2026-05-01"))]
    pair.put("agreement", "Treaty", parties=parties, lifecycle=steps)
    pair.put("agreement", "Wish", parties=parties)

    found = [(row["Agreement"], row["Step"], row["Party"], row["Date"]) for row in rows(client, AGREEMENTS)]

    assert sorted(found) == [
        ("Treaty", "ratified", "Algeria", "May 2026"),
        ("Treaty", "signed", "Algeria", ""),
        ("Treaty", "signed", "Azerbaijan", ""),
        ("Wish", "", "", ""),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " ="])
def test_what_a_spreadsheet_would_run_becomes_text(client, pair, start):
    title = f"{start}SUM(A1)"
    pair.put("event", title, fields={"slug": "formula"})

    assert neutral(title) == f"'{title}"
    assert rows(client, TIMELINE)[0]["Title"] == f"'{title}"


def test_lines_end_and_quotes_are_doubled_as_the_standard_has_it():
    assert csv_of(["One", "Two"], [['Said "yes"', "a, b"], [None, "two\nlines"]]).decode("utf-8-sig") == (
        'One,Two\r\n"Said ""yes""","a, b"\r\n,"two\nlines"\r\n'
    )


@pytest.mark.parametrize("path", [TIMELINE, AGREEMENTS])
def test_table_has_a_name_a_language_and_a_validator(client, pair, path):
    response = client.get(path)

    assert response["Content-Disposition"] == f'attachment; filename="{path.rpartition("/")[2]}"'
    assert (response["Content-Language"], response["Cache-Control"]) == ("en", "public, max-age=60")
    again = client.get(path, headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", response["ETag"])


def test_past_moment_has_what_was_public_then_and_its_page_links_to_it(client, pair):
    pair.put("event", "Known then")
    pair.put("event", "Known later", live_from=THEN + 3 * DAY)

    links = read(client, f"{PAGE}?as_of=2026-03-02").links(TIMELINE)

    assert links == [f"{TIMELINE}?as_of=2026-03-02T23:59:59.999999Z"]
    assert [row["Title"] for row in rows(client, links[0])] == ["Known then"]
    assert {row["Title"] for row in rows(client, TIMELINE)} == {"Known then", "Known later"}


def test_page_leads_to_its_tables_and_to_the_api_of_the_same_moment(client, pair):
    page = read(client, PAGE)

    assert page.links(f"{PAGE}.") == [TIMELINE, AGREEMENTS]
    assert "/api/v1/dossiers/AZE-DZA?lang=en" in page.links()
    past = read(client, f"{PAGE}?as_of=2026-03-02").links("/api/v1/dossiers/AZE-DZA?lang=en&as_of=")
    assert [client.get(link).json()["as_of"] for link in past] == ["2026-03-02T23:59:59.999999Z"]


@pytest.mark.parametrize("path", [TIMELINE, AGREEMENTS])
def test_what_is_not_public_is_in_no_table(client, pair, path):
    gone = pair.put("event", "Withdrawn event")
    withdraw(gone, THEN + DAY)
    withdraw(pair.put("agreement", "Withdrawn treaty"), THEN + DAY)
    pair.put("event", "Scheduled event", live_from=THEN + 20_000 * DAY)
    put("event", "Of others")

    assert rows(client, path) == []


@pytest.mark.parametrize(
    ("query", "status"),
    [("?as_of=yesterday", 400), ("?as_of=2126-01-01", 400), ("?as_of=2020-01-01", 404), ("?utm_source=x", 200)],
)
def test_questions_are_answered_as_those_to_the_page(client, pair, query, status):
    assert client.get(f"{TIMELINE}{query}").status_code == status


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("path", [TIMELINE, AGREEMENTS])
def test_table_costs_what_its_page_does(client, pair, path, number):
    for one in range(number):
        pair.put("event", f"Event {one}")
        pair.put("agreement", f"Agreement {one}")
        put("post", f"Post {one}", facets=pair.both[:1])

    # The edition at the address; the countries and what is of both; their organisations and who held posts; the cards.
    assert queries(client, path) == 4


def test_absent_and_withdrawn_dossiers_have_no_table(client, pair):
    assert client.get("/en/dossiers/none.timeline.csv").status_code == 404
    assert client.get("/fr/dossiers/pair.timeline.csv").status_code == 404
    assert client.post(TIMELINE).status_code == 405

    withdraw(pair.dossier, THEN + DAY, slug="pair")

    assert [client.get(path).status_code for path in (TIMELINE, f"{TIMELINE}?as_of=2026-03-01")] == [410, 410]


def test_former_address_leads_to_the_table_at_the_present_one(client, pair):
    payload = payloads.dossier("Algeria and Azerbaijan", [side.uid for side in pair.sides])
    publish("dossier", pair.dossier.uid, label="Pair", slug="renamed", payload=payload, live_from=THEN + DAY)

    response = client.get(TIMELINE)

    assert (response.status_code, response["Location"]) == (301, "/en/dossiers/renamed.timeline.csv")
