"""Records in the words of schema.org."""

import pytest

from newsroom.public import reading
from newsroom.public.api.formats import jsonld
from newsroom.public.api.formats.jsonld.dates import ends, known
from newsroom.public.resolve import resolve
from tests.public import payloads
from tests.public.conftest import DAY, THEN, new_uid, publish, withdraw
from tests.public.test_pages import put

pytestmark = pytest.mark.django_db
ORIGIN = "https://news.example"


def data_of(edition) -> dict:
    row = reading.get(edition.kind, edition.uid, (edition.language,))
    return jsonld.of(resolve([row]).items[0], ORIGIN)


def must(edition) -> dict:
    return {"$must": edition.uid}


def office(post, title: str, **given) -> dict:
    return {"post": must(post), "title": title, "organisation": None, "country": None, **given}


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2025-04-21", ("2025-04-21", "2025-04-21")),
        ("2025-04", ("2025-04", "2025-04")),
        ("2025", ("2025", "2025")),
        ("2025-04-21/2025-04-23", ("2025-04-21", "2025-04-23")),
        ("2025-04/..", ("2025-04", None)),
        ("2025-04-21?", (None, None)),
        ("2025~", (None, None)),
        ("[2022-07-31..2022-08-30]", (None, None)),
        ("[2023,2025]", (None, None)),
    ],
)
def test_dates_are_said_only_as_far_as_they_are_certain(edtf, said):
    assert ends({"edtf": edtf}) == said


def test_period_has_no_single_date():
    assert known({"edtf": "2025-04-21/2025-04-23"}) is None
    assert known(None) is None


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("dispatch", "NewsArticle"),
        ("report", "ReportageNewsArticle"),
        ("analysis", "AnalysisNewsArticle"),
        ("background", "BackgroundNewsArticle"),
        ("statement", "NewsArticle"),
    ],
)
def test_article_is_of_the_sort_its_kind_says(kind, type_):
    assert data_of(put("article", "Talks", kind=kind))["@type"] == type_


def test_article_says_who_it_is_about_and_who_else_is_named():
    person, other = put("actor", "Ahmed Attaf"), put("actor", "Algeria", kind="country")
    visit, author = put("event", "Visit"), put("author", "Regional desk")
    edition = put(
        "article",
        "Talks held",
        actors=[{"actor": must(person), "role": "subject"}, {"actor": must(other), "role": "mentioned"}],
        events=[must(visit)],
        byline=[{"author": must(author)}],
    )

    data = data_of(edition)

    assert [(one["@type"], one["name"]) for one in data["about"]] == [("Person", "Ahmed Attaf"), ("Event", "Visit")]
    assert [(one["@type"], one["name"]) for one in data["mentions"]] == [("Country", "Algeria")]
    assert data["author"][0]["url"] == f"{ORIGIN}/en/authors/{author.slug}"
    assert (data["headline"], data["abstract"], data["inLanguage"]) == ("Talks held", "About Talks held", "en")
    assert "name" not in data


def test_article_names_its_translations_and_they_the_original():
    english = put("article", "Talks")
    french = put("article", "Entretiens", uid=english.uid, language="fr")
    arabic = put("article", "محادثات", uid=english.uid, language="ar")
    withdraw(arabic, THEN + DAY)

    original, translation = data_of(english), data_of(french)

    assert [one["@id"] for one in original["workTranslation"]] == [translation["@id"]]
    assert translation["translationOfWork"]["@id"] == original["@id"]
    assert "workTranslation" not in translation


def test_article_tells_its_corrections():
    uid = new_uid()
    put("article", "Talks", uid=uid)
    edition = put(
        "article", "Talks", uid=uid, live_from=THEN + DAY, fields={"action": "corrected", "note": "The day was wrong."}
    )

    data = data_of(edition)

    assert [(one["@type"], one["text"]) for one in data["correction"]] == [("CorrectionComment", "The day was wrong.")]
    assert (data["version"], data["dateModified"]) == ("2", "2026-03-02T09:00:00Z")


def test_what_is_not_public_is_not_referred_to():
    hidden = put("actor", "Secret Envoy", live_from=THEN + 10_000 * DAY)
    gone = put("source", "Retracted")
    withdraw(gone, THEN + DAY)
    edition = put(
        "article",
        "Talks",
        actors=[{"actor": must(hidden), "role": "subject"}],
        sources=[payloads.use(gone.uid)],
    )

    data = data_of(edition)

    assert data.keys().isdisjoint({"about", "mentions", "isBasedOn"})


def test_person_is_a_member_in_the_post_they_hold():
    ministry = put("actor", "Ministry", kind="institution")
    algeria = put("actor", "Algeria", kind="country")
    minister, president = put("post", "Minister"), put("post", "President")
    held = {
        "key": "t", "titles": [], "role": "minister", "acting": False, "attested": [], "start_cause": "",
        "end_cause": "", "sources": [], "start": None, "end": None,
    }  # fmt: skip
    edition = put(
        "actor",
        "Ahmed Attaf",
        gender="m",
        country={"$ref": algeria.uid},
        identifiers=[{"scheme": "wikidata", "value": "Q42"}],
        posts=[
            {**held, "post": must(minister), "title": "Foreign minister", "organisation": {"$ref": ministry.uid},
             "country": None, "start": payloads.fuzzy("2023", "2023-03-18")},
            {**held, "post": must(president), "title": "President", "organisation": None,
             "country": {"$ref": algeria.uid}},
        ],
    )  # fmt: skip

    data = data_of(edition)

    (member,) = data["memberOf"]
    assert (member["@type"], member["roleName"], member["startDate"]) == (
        "OrganizationRole",
        "Foreign minister",
        "2023-03-18",
    )
    assert member["memberOf"]["@type"] == "GovernmentOrganization"
    (occupation,) = data["hasOccupation"]
    assert occupation["hasOccupation"]["occupationLocation"]["name"] == "Algeria"
    assert (data["gender"], data["sameAs"]) == ("https://schema.org/Male", ["https://www.wikidata.org/entity/Q42"])


def test_country_has_its_codes():
    data = data_of(put("actor", "Algeria", kind="country", iso2="DZ", iso3="DZA"))

    assert data["@type"] == "Country"
    assert [one["value"] for one in data["identifier"] if isinstance(one, dict)] == ["DZ", "DZA"]


def test_event_says_who_came_as_what_that_day():
    person, country = put("actor", "Ramtane Lamamra"), put("actor", "Algeria", kind="country")
    whole, place, post = put("event", "Visit"), put("place", "Baku"), put("post", "Minister of today")
    common = {"role": "visitor", "note": "", "capacity": None, "holder_named": True, "side": None}
    edition = put(
        "event",
        "Talks",
        status="cancelled",
        format="video",
        part_of={"$ref": whole.uid},
        places=[must(place)],
        participants=[
            {**common, "actor": must(person), "name": "R. Lamamra", "post_at_the_time": office(post, "Minister")},
            {**common, "actor": must(country), "name": None, "post_at_the_time": None},
            {**common, "actor": None, "name": None, "post_at_the_time": office(post, "Envoy"), "holder_named": False},
        ],
    )

    data = data_of(edition)

    (attendee,) = data["attendee"]
    assert (attendee["@type"], attendee["roleName"], attendee["attendee"]["name"]) == ("Role", "Minister", "R. Lamamra")
    assert data["eventStatus"] == "https://schema.org/EventCancelled"
    assert data["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert [one["name"] for one in (*data["superEvent"], *data["location"])] == ["Visit", "Baku"]
    assert (data["startDate"], "endDate" in data) == ("2025-04-21", False)


def test_event_with_bounds_ends_with_the_later_one():
    span = {**payloads.fuzzy("in April"), "edtf": "2025-04"}
    last = {**payloads.fuzzy("23 April"), "edtf": "2025-04-23"}

    data = data_of(put("event", "Visit", date=span, bounds={"start": None, "end": last}, status="unconfirmed"))

    assert (data["startDate"], data["endDate"], "eventStatus" in data) == ("2025-04", "2025-04-23", False)


@pytest.mark.parametrize(
    ("status", "force"),
    [
        ("in_force", "https://schema.org/InForce"),
        ("terminated", "https://schema.org/NotInForce"),
        ("signed", None),
        (None, None),
    ],
)
def test_agreement_is_in_force_only_where_sources_say_so(status, force):
    edition = put("agreement", "Visa waiver", status=status, in_force_on={**payloads.fuzzy("2023"), "edtf": "2023"})

    data = data_of(edition)

    assert data.get("legislationLegalForce") == force
    assert data.get("temporalCoverage") == ("2023/.." if status == "in_force" else None)


def test_agreement_names_parties_and_who_signed_as_what():
    algeria, person, post = put("actor", "Algeria", kind="country"), put("actor", "Lamamra"), put("post", "Minister")
    edition = put(
        "agreement",
        "Visa waiver",
        kind="exchange_of_notes",
        parties=[{"actor": must(algeria), "kind": "state"}],
        signatories=[
            {"actor": must(person), "post_at_the_time": office(post, "Minister"), "capacity": None, "for_party": None}
        ],
        text_url="https://treaties.example/1",
    )

    data = data_of(edition)

    assert (data["@type"], data["legislationType"]) == ("Legislation", "Exchange of notes")
    assert data["legislationResponsible"] == data["legislationJurisdiction"]
    assert data["legislationCountersignedBy"][0]["roleName"] == "Minister"
    assert data["encoding"] == {"@type": "LegislationObject", "contentUrl": "https://treaties.example/1"}


def test_dossier_collects_what_it_is_compiled_of():
    sides = [put("actor", name, kind="country") for name in ("Azerbaijan", "Algeria")]
    payload = payloads.dossier("Algeria and Azerbaijan", [side.uid for side in sides])
    edition = publish("dossier", new_uid(), label="Pair", payload=payload)
    item = resolve([reading.get("dossier", edition.uid, ("en",))]).items[0]
    visit = {**card("event", "Visit"), "title": "Visit"}

    data = jsonld.of({**item, "timeline": [visit], "agreements": [], "latest": {"articles": []}}, ORIGIN)

    assert [one["name"] for one in data["about"]] == ["Azerbaijan", "Algeria"]
    assert data["mainEntity"]["numberOfItems"] == 1
    assert data["mainEntity"]["itemListElement"][0]["item"]["@id"] == f"{ORIGIN}/api/v1/events/x"
    assert "mainEntity" not in jsonld.of(item, ORIGIN)


def card(kind: str, label: str) -> dict:
    address = {"url": f"/api/v1/{kind}s/x", "html_url": f"/en/{kind}s/x"}
    return {"id": "x", "type": kind, "kind": "visit", "language": "en", "dir": "ltr", "label": label, **address}


def test_topic_is_a_term_of_the_media_topics():
    data = data_of(put("topic", "diplomacy", qcode="medtop:20000593"))

    assert data["sameAs"] == "http://cv.iptc.org/newscodes/mediatopic/20000593"
    assert "sameAs" not in data_of(put("topic", "gas routes", qcode=None))


def test_place_has_coordinates_and_what_it_lies_in():
    country = put("place", "Azerbaijan", kind="country")

    data = data_of(put("place", "Baku", latitude="40.4", longitude="49.9", parent={"$ref": country.uid}))

    assert data["geo"] == {"@type": "GeoCoordinates", "latitude": "40.4", "longitude": "49.9"}
    assert data["containedInPlace"][0]["@type"] == "Country"


def test_source_is_somebody_elses_work_at_their_address():
    data = data_of(put("source", "Dispatch", web_url="https://agency.example/1", published_language="ar"))

    assert (data["url"], data["inLanguage"]) == ("https://agency.example/1", "ar")
    assert data["mainEntityOfPage"]["inLanguage"] == "en"


@pytest.mark.parametrize("kind", sorted(payloads.PAYLOADS))
def test_no_kind_says_anything_empty(kind):
    def empty(value) -> bool:
        if isinstance(value, dict):
            return any(one in (None, "", [], {}) or empty(one) for one in value.values())
        return isinstance(value, list) and any(map(empty, value))

    data = data_of(put(kind, "Something"))

    assert not empty(data)
    assert data["identifier"]
