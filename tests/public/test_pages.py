"""Pages of the readers' site: what each shows, in which language, and what it never shows."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.public import payloads
from tests.public.conftest import DAY, THEN, canonical, new_uid, publish, withdraw
from tests.public.reader import read

pytestmark = pytest.mark.django_db
ADDRESS = "http://testserver"


def put(
    record: str, title: str, /, *, uid=None, language="en", facets=(), slug=None, live_from=THEN, fields=None, **given
):
    """A published record with a whole payload."""
    payload = payloads.PAYLOADS[record](title, **given)
    slugged = {"slug": slug} if slug else {}
    told = ("kind", "date", "status", "signed_on", "iso3", "latitude", "longitude")
    on_cards = {name: payload[name] for name in told if name in payload}
    card = canonical({"label": title, "kind": None, **on_cards})
    return publish(
        record, uid, language, label=title, facets=facets, payload=payload, summary=payload, card=card, live_from=live_from,
        **slugged, **(fields or {}),
    )  # fmt: skip


def path_of(edition) -> str:
    plural = {"article": "articles", "event": "events", "actor": "actors", "agreement": "agreements"}
    return f"/{edition.language}/{plural.get(edition.kind, edition.kind + 's')}/{edition.slug}"


# Home


def test_home_shows_what_is_published_in_its_language(client):
    put("article", "Newest", fields={"sort_date": THEN + DAY})
    put("article", "Older")
    put("article", "Nouvelle", language="fr")
    put("event", "Visit held", facets=[("status", "held")])
    put("agreement", "Treaty of both")
    ahead = timezone.now() + 30 * DAY
    put(
        "event", "Summit planned", facets=[("status", "planned")], fields={"date_upper": ahead.date()}, status="planned"
    )

    page = read(client, "/en/")

    assert page.all("html") == [{"lang": "en", "dir": "ltr"}]
    assert page.text.index("Newest") < page.text.index("Older")
    assert all(title in page.text for title in ("Visit held", "Treaty of both", "Summit planned"))
    assert page.text.index("In other languages only") < page.text.index("Nouvelle")


def test_home_leaves_out_what_was_planned_for_a_day_that_has_passed(client):
    gone = (timezone.now() - DAY).date()
    put("event", "Missed", facets=[("status", "planned")], fields={"date_lower": gone, "date_upper": gone})

    assert "Missed" not in read(client, "/en/").text


def test_home_of_a_language_without_articles_says_so(client):
    assert read(client, "/ar/").all("p", **{"class": "empty"})


def test_arabic_runs_from_right_to_left(client):
    assert read(client, "/ar/").all("html") == [{"lang": "ar", "dir": "rtl"}]


@pytest.mark.parametrize(
    ("accepted", "path"), [("ar-DZ,fr;q=0.5", "/ar/"), ("de, fr;q=0.8", "/fr/"), ("de", "/en/"), ("az", "/az/")]
)
def test_front_door_leads_to_the_language_of_the_browser(client, accepted, path):
    response = client.get("/", headers={"Accept-Language": accepted})

    assert (response.status_code, response["Location"]) == (302, path)
    assert "Accept-Language" in response["Vary"]


# Records


def test_article_shows_its_text_its_corrections_and_its_sources(client):
    source = put("source", "Embassy page")
    actor = put("actor", "Ahmed Attaf", slug="ahmed-attaf")
    uid = new_uid()
    put("article", "First words", uid=uid)
    edition = put(
        "article",
        "Talks held",
        uid=uid,
        live_from=THEN + DAY,
        fields={"action": "corrected", "note": "The day was wrong."},
        body=["<p>The minister ", {"$link": actor.uid, "words": "Ahmed Attaf"}, " spoke.</p>"],
        actors=[{"actor": {"$must": actor.uid}, "role": "subject"}],
        sources=[payloads.use(source.uid), payloads.use(source.uid, title="Embassy page")],
        editor_note="Days follow the dateline.",
    )

    page = read(client, path_of(edition))

    assert "The minister Ahmed Attaf spoke." in page.text
    assert "2 March 2026 The day was wrong." in page.text
    assert "Days follow the dateline." in page.text
    assert page.links("/en/actors/") == ["/en/actors/ahmed-attaf"] * 2
    assert page.links("/en/sources/") == [f"/en/sources/{source.slug}"]
    assert "First words" not in page.text


def test_article_without_public_neighbours_shows_none(client):
    hidden = put("actor", "Secret Envoy", live_from=timezone.now() + DAY)
    edition = put(
        "article",
        "Talks",
        actors=[{"actor": {"$must": hidden.uid}, "role": "subject"}],
        body=["<p>With ", {"$link": hidden.uid, "words": "somebody"}, ".</p>"],
    )

    page = read(client, path_of(edition))

    assert "With somebody." in page.text
    assert "Secret Envoy" not in page.text
    assert page.links("/en/actors/") == []


def test_event_groups_participants_by_side_in_the_capacity_of_the_day(client):
    algeria, person = put("actor", "Algeria", kind="country"), put("actor", "Ramtane Lamamra")
    minister = put("post", "Minister of today")
    office = {"post": {"$must": minister.uid}, "title": "Minister of that day", "organisation": None, "country": None}
    common = {"name": None, "role": "visitor", "note": "", "capacity": None, "holder_named": True}
    edition = put(
        "event",
        "Visit",
        participants=[
            {**common, "actor": {"$must": person.uid}, "side": {"$ref": algeria.uid}, "post_at_the_time": office},
            {**common, "actor": None, "side": None, "post_at_the_time": office, "holder_named": False},
        ],
    )

    page = read(client, path_of(edition))

    assert "Algeria Ramtane Lamamra Minister of that day" in page.text
    assert "Others holder not named Minister of that day" in page.text
    assert "Minister of today" not in page.text


def test_event_says_that_sources_differ_on_its_date(client):
    claim = {
        "key": "c1", "field": "date", "value": "Monday", "date": None, "weekday": 1, "text": "It was a Monday.",
        "about": [], "rank": "normal", "basis": "stated", "modality": "asserted", "attribution_kind": "publisher",
        "attributed_to": [], "attribution_text": "", "sources": [],
    }  # fmt: skip
    dispute = {
        "key": "d1", "kind": "date", "state": "open", "statement": "The days differ.", "rationale": "",
        "claims": ["c1"], "resolved_claim": None, "about": [], "sources": [],
    }  # fmt: skip
    edition = put("event", "Talks", claims=[claim], disputes=[dispute])
    other = put("event", "Undisputed")

    assert "21 April 2025 (sources differ)" in read(client, path_of(edition)).text
    assert "The days differ. It was a Monday." in read(client, path_of(edition)).text
    assert "(sources differ)" not in read(client, path_of(other)).text


def test_event_lists_what_it_consisted_of_and_where_it_was_reported(client):
    whole = put("event", "Visit")
    put("event", "Talks within", facets=[("parent", whole.uid)])
    put("article", "Report on it", facets=[("event", whole.uid)])

    text = read(client, path_of(whole)).text

    assert text.index("Talks within") < text.index("Report on it")


def test_agreement_shows_who_signed_as_what_and_each_step(client):
    algeria, person = put("actor", "Algeria", kind="country"), put("actor", "Lamamra")
    minister = put("post", "Minister")
    office = {"post": {"$must": minister.uid}, "title": "Minister that day", "organisation": None, "country": None}
    edition = put(
        "agreement",
        "Visa waiver",
        status="signed",
        signed_on=payloads.fuzzy("August 2022"),
        parties=[{"actor": {"$must": algeria.uid}, "kind": "state"}],
        signatories=[
            {
                "actor": {"$must": person.uid},
                "post_at_the_time": office,
                "capacity": None,
                "for_party": {"$ref": algeria.uid},
            }
        ],
        lifecycle=[
            {
                "key": "a", "stage": "signed", "party": None, "date": payloads.fuzzy("August 2022"), "event": None,
                "place": None, "note": "", "sources": [],
            }
        ],
    )  # fmt: skip

    text = read(client, path_of(edition)).text

    assert "Signed by Algeria Lamamra Minister that day" in text
    assert "Signed August 2022 all parties" in text


def test_person_shows_posts_attestations_and_names(client):
    minister = put("post", "Foreign Minister")
    held = {
        "key": "t", "post": {"$must": minister.uid}, "title": "Minister of State", "titles": [], "role": "minister",
        "organisation": None, "country": None, "start": None, "end": None, "acting": False,
        "attested": [payloads.fuzzy("21 April 2025")], "start_cause": "", "end_cause": "", "sources": [],
    }  # fmt: skip
    spelling = {"name": "أحمد عطاف", "language": "ar", "script": "Arab", "kind": "full", "valid": None}
    edition = put("actor", "Ahmed Attaf", posts=[held], other_names=[spelling])

    page = read(client, path_of(edition))

    assert "Minister of State" in page.text
    assert "Attested 21 April 2025" in page.text
    assert page.all("bdi", lang="ar")
    assert "أحمد عطاف" in page.text


@pytest.mark.parametrize("kind", sorted(payloads.PAYLOADS))
def test_every_kind_has_a_list_and_a_page_in_every_language(client, kind):
    editions = [put(kind, f"Name {language}", uid="0" * 26, language=language) for language in ("en", "fr", "ar", "az")]
    plural = {"series": "series", "capacity": "capacities", "indicator": "figures"}.get(kind, f"{kind}s")

    for edition in editions:
        assert edition.title in read(client, f"/{edition.language}/{plural}").text
        assert edition.title in read(client, f"/{edition.language}/{plural}/{edition.slug}").text


# Languages


def test_page_names_every_language_that_has_it_and_no_other(client):
    english = put("article", "Talks")
    french = put("article", "Entretiens", uid=english.uid, language="fr")
    put("article", "Kommende", uid=english.uid, language="az", live_from=timezone.now() + DAY)

    pages = [read(client, path_of(english)), read(client, path_of(french))]

    addresses = {"en": ADDRESS + path_of(english), "fr": ADDRESS + path_of(french)}
    assert [page.hreflang() for page in pages] == [{**addresses, "x-default": addresses["en"]}] * 2
    assert pages[0].all("link", rel="canonical") == [{"rel": "canonical", "href": addresses["en"]}]
    assert {attrs["hreflang"] for attrs in pages[0].all("a") if "hreflang" in attrs} == {"fr"}


def test_facts_are_listed_in_the_nearest_language_and_marked(client):
    put("event", "زيارة", language="ar", fields={"original_language": "ar"}, facets=[("status", "held")])
    put("article", "تقرير", language="ar", fields={"original_language": "ar"})

    page = read(client, "/en/events")

    assert "زيارة" in page.text
    assert page.all("h3", lang="ar", dir="rtl")
    assert "تقرير" not in read(client, "/en/articles").text


def test_words_of_records_are_escaped(client):
    actor = put("actor", "<script>alert(1)</script>", slug="a")
    edition = put(
        "article",
        'A "quoted" <b>headline</b>',
        slug="b",
        body=[],
        actors=[{"actor": {"$must": actor.uid}, "role": "subject"}],
    )

    html = client.get(path_of(edition)).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>" not in html
    assert "<b>headline" not in html


# Addresses


def test_former_slug_leads_to_the_present_one(client):
    first = put("article", "Old", slug="old")
    put("article", "New", uid=first.uid, slug="new", live_from=THEN + DAY)

    response = client.get("/en/articles/old")

    assert (response.status_code, response["Location"]) == (301, "/en/articles/new")


def test_withdrawn_record_is_gone_with_its_reason_and_what_replaces_it(client):
    instead = put("article", "Better report", slug="better")
    edition = put("article", "Wrong report")
    withdraw(edition, THEN + DAY, note="It was about somebody else.", replaced_by=instead.uid)

    page = read(client, path_of(edition), 410)

    assert "2 March 2026" in page.text
    assert "It was about somebody else." in page.text
    assert page.links("/en/articles/") == ["/en/articles/better"]
    assert "Wrong report" not in page.text


def test_language_that_was_withdrawn_is_gone_and_names_those_that_stay(client):
    english = put("article", "Talks")
    french = put("article", "Entretiens", uid=english.uid, language="fr")
    withdraw(french, THEN + DAY)

    assert path_of(english) in read(client, path_of(french), 410).links("/en/articles/")
    assert read(client, path_of(english)).hreflang().keys() == {"en", "x-default"}


def test_what_is_scheduled_answers_like_what_never_was(client):
    edition = put("article", "Pending", slug="pending", live_from=timezone.now() + DAY)
    put("article", "En attente", uid=edition.uid, language="fr")

    scheduled, absent = client.get("/en/articles/pending"), client.get("/en/articles/absent!")

    assert scheduled.status_code == absent.status_code == 404
    assert scheduled.content == absent.content
    assert scheduled["Cache-Control"] == "no-store"


def test_permanent_address_leads_to_the_language_wanted_most(client):
    english = put("article", "Talks")
    french = put("article", "Entretiens", uid=english.uid, language="fr")

    def leads_to(accepted):
        response = client.get(f"/id/{english.uid}", headers={"Accept-Language": accepted})
        assert response.status_code == 302
        return response["Location"]

    assert leads_to("fr-CA,en;q=0.5") == path_of(french)
    assert leads_to("ar, az") == path_of(english)


def test_permanent_address_of_what_is_gone_or_absent(client):
    edition = put("article", "Wrong")
    withdraw(edition, THEN + DAY)

    assert read(client, f"/id/{edition.uid}", 410)
    assert read(client, f"/id/{new_uid()}", 404)
    assert read(client, f"/id/{put('article', 'Ahead', live_from=timezone.now() + DAY).uid}", 404)


# Validators


def test_page_is_validated_by_its_bytes(client):
    edition = put("article", "Talks")
    first = client.get(path_of(edition))

    again = client.get(path_of(edition), headers={"If-None-Match": first["ETag"]})
    put("article", "Talks corrected", uid=edition.uid, slug=edition.slug, live_from=THEN + DAY)
    after = client.get(path_of(edition), headers={"If-None-Match": first["ETag"]})

    assert (first["Cache-Control"], first["Content-Language"]) == ("public, max-age=60", "en")
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert (after.status_code, after["ETag"] != first["ETag"]) == (200, True)


def test_page_is_kept_no_longer_than_to_a_change_within_the_minute(client):
    edition = put("article", "Talks")
    put("article", "Corrected", uid=edition.uid, live_from=timezone.now() + dt.timedelta(seconds=30))

    age = int(client.get(path_of(edition))["Cache-Control"].rpartition("=")[2])

    assert 20 <= age < 30


def test_pages_answer_head_and_no_other_method(client):
    edition = put("article", "Talks")

    head = client.head(path_of(edition))

    assert (head.status_code, head.content, head["ETag"]) == (200, b"", client.get(path_of(edition))["ETag"])
    assert client.post(path_of(edition)).status_code == 405


def test_errors_of_pages_are_pages_and_those_of_the_api_problems(client):
    assert "nothing at this address" in read(client, "/en/nowhere", 404).text
    assert client.get("/api/v1/nowhere")["Content-Type"] == "application/problem+json"
