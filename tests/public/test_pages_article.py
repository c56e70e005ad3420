"""The page of an article: its text, what is known and from whom, the facts it is about and other coverage."""

import pytest
from django.utils import timezone

from newsroom.public.pages.typesetting import blocks, set_quotes
from newsroom.public.templatetags.articles import minutes
from tests.public import payloads
from tests.public.conftest import DAY, THEN, publish, withdraw
from tests.public.reader import read
from tests.public.test_pages import ADDRESS, path_of, put

pytestmark = pytest.mark.django_db


def claim(key: str, text: str, **given) -> dict:
    return {
        "key": key, "field": "date", "value": None, "date": None, "weekday": None, "text": text, "about": [],
        "rank": "normal", "basis": "stated", "modality": "asserted", "attribution_kind": "publisher",
        "attributed_to": [], "attribution_text": "", "sources": [], **given,
    }  # fmt: skip


def dispute(key: str, statement: str, *claims: str, **given) -> dict:
    return {
        "key": key, "kind": "date", "state": "open", "statement": statement, "rationale": "", "claims": list(claims),
        "resolved_claim": None, "about": [], "sources": [], **given,
    }  # fmt: skip


def quote(text: str, **given) -> dict:
    return {
        "key": "q", "text": text, "language": "en", "dir": "ltr", "is_translation": None, "anonymous": False,
        "speaker": None, "post_at_the_time": None, "about": [], "sources": [], **given,
    }  # fmt: skip


def musts(*editions) -> list[dict]:
    return [{"$must": edition.uid} for edition in editions]


# What is known


def test_sources_of_one_group_count_as_one_voice(client):
    one, two, three = (put("source", f"Dispatch {number}") for number in range(3))
    sources = [payloads.use(one.uid, group="a"), payloads.use(two.uid, group="a"), payloads.use(three.uid, group="b")]

    page = read(client, path_of(put("article", "Talks", sources=[*sources, sources[0]])))

    assert "3 sources · 2 independent voices" in page.text
    assert "These count as one voice: 1 2" in page.text
    assert len(page.links("/en/sources/dispatch")) == 3


def test_sources_without_a_group_are_voices_of_their_own(client):
    sources = [payloads.use(put("source", f"Dispatch {number}").uid) for number in range(2)]

    assert "2 independent voices" in read(client, path_of(put("article", "Talks", sources=sources))).text


def test_disputes_of_events_and_agreements_are_told_with_who_says_what(client):
    agency = put("source", "Agency")
    said = claim("a", "It was a Monday.", sources=[payloads.use(agency.uid, title="Agency report")])
    talks = put(
        "event", "Talks", claims=[said], disputes=[dispute("d", "The days differ.", "a", "b", resolved_claim="b")]
    )
    audience = put("event", "Audience", claims=[claim("b", "It was a Tuesday.")])
    treaty = put(
        "agreement", "Treaty", disputes=[dispute("e", "Was it signed?", state="resolved", rationale="It was.")]
    )

    page = read(client, path_of(put("article", "Report", events=musts(talks, audience), agreements=musts(treaty))))

    assert "open question Talks The days differ. It was a Monday. Agency report" in page.text
    assert "It was a Tuesday. followed by the desk" in page.text
    assert "resolved Treaty Was it signed? It was." in page.text
    assert page.text.index("The days differ.") < page.text.index("Was it signed?")


def test_dispute_is_told_alike_by_its_record_and_by_an_article_in_another_language(client):
    claims = [claim("a", "It was a Monday."), claim("b", "It was a Tuesday.", rank="preferred")]
    agency = put("source", "Agency")
    differs = dispute("d", "The days differ.", "b", "a", sources=[payloads.use(agency.uid, title="Agency report")])
    talks = put("event", "Talks", claims=claims, disputes=[differs])

    record = read(client, path_of(talks))
    article = read(client, path_of(put("article", "Rapport", language="fr", events=musts(talks))))

    told = "The days differ. It was a Tuesday. {} It was a Monday. Agency report"
    assert f"open question {told.format('followed by the desk')}" in record.text
    assert f"question en suspens Talks {told.format('version retenue par la rédaction')}" in article.text
    assert {"lang": "en", "dir": "ltr"} in article.all("p")
    assert {"lang": "en", "dir": "ltr"} not in record.all("p")


def test_nothing_is_told_of_events_that_are_not_public(client):
    words = {"summary": "Hidden summary", "claims": [claim("a", "Hidden claim")], "quotes": [quote("Hidden quote")]}
    hidden = {**words, "disputes": [dispute("d", "Hidden dispute", "a")]}
    pending = put("event", "Hidden ahead", live_from=timezone.now() + DAY, **hidden)
    gone = put("event", "Hidden and gone", **hidden)
    withdraw(gone, THEN + DAY)
    changed = put("event", "Shown", summary="Shown summary")
    put("event", "Hidden next", uid=changed.uid, live_from=timezone.now() + DAY, **hidden)

    page = read(client, path_of(put("article", "Report", events=musts(pending, gone, changed))))

    assert "Shown summary" in page.text
    assert "Hidden" not in page.text


def test_facts_are_told_in_the_nearest_language_and_marked(client):
    event = put("event", "زيارة", language="ar", summary="ملخص", fields={"original_language": "ar"})

    page = read(client, path_of(put("article", "Report", events=musts(event))))

    assert page.all("h3", lang="ar", dir="rtl")
    assert page.all("p", lang="ar", dir="rtl", **{"class": "gist"})


# Quotes


def test_quotes_of_the_record_are_pulled_into_a_long_text_and_listed_below_a_short_one(client):
    speaker = put("actor", "Ahmed Attaf")
    event = put("event", "Talks", quotes=[quote("A new era.", speaker={"$must": speaker.uid})])
    long = put("article", "Long", events=musts(event), body=["<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>"])
    short = put("article", "Short", events=musts(event))

    pages = read(client, path_of(long)), read(client, path_of(short))

    assert "Two. A new era. Ahmed Attaf Three." in pages[0].text
    assert "In their own words A new era. Ahmed Attaf" in pages[1].text
    assert [len(page.all("figure", **{"class": "pull"})) for page in pages] == [1, 0]


def test_text_is_cut_between_its_outermost_blocks():
    html = "<p>a</p>\n<ul><li><p>b</p></li></ul>\n<blockquote><p>c</p></blockquote>\n<h2>d</h2>tail"

    assert blocks(html) == [
        "<p>a</p>", "\n<ul><li><p>b</p></li></ul>", "\n<blockquote><p>c</p></blockquote>", "\n<h2>d</h2>", "tail",
    ]  # fmt: skip


@pytest.mark.parametrize("number", range(5))
def test_text_with_quotes_is_the_same_text(number):
    html = "".join(f"<h2>{one}</h2>\n<p>{one}</p>\n" for one in range(7))

    parts, rest = set_quotes(html, [{"text": str(one)} for one in range(number)])

    assert "".join(part["html"] for part in parts) == html
    assert len(rest) + sum(part["quote"] is not None for part in parts) == number
    assert not any(part["html"].rstrip().endswith("</h2>") for part in parts)


# Around it


def test_people_are_named_in_the_office_of_the_day(client):
    person, minister = put("actor", "Ramtane Lamamra"), put("post", "Minister of today")
    office = {"post": {"$must": minister.uid}, "title": "Minister of that day", "organisation": None, "country": None}
    row = {
        "actor": {"$must": person.uid}, "name": None, "role": "visitor", "note": "", "capacity": None, "side": None,
        "holder_named": True, "post_at_the_time": office,
    }  # fmt: skip
    event = put("event", "Visit", participants=[row])
    actors = [{"actor": {"$must": person.uid}, "role": "subject"}]

    page = read(client, path_of(put("article", "Report", events=musts(event), actors=actors)))

    assert "Ramtane Lamamra Minister of that day" in page.text


def test_links_in_the_text_find_their_cards_in_the_page(client):
    person, event = put("actor", "Ramtane Lamamra"), put("event", "Visit", summary="Two days in Baku.")
    body = ["<p>", {"$link": person.uid, "words": "He"}, " ", {"$link": event.uid, "words": "went"}, ".</p>"]
    actors = [{"actor": {"$must": person.uid}, "role": "subject"}]
    edition = put("article", "Report", events=musts(event), actors=actors, body=body)

    page = read(client, path_of(edition))

    assert len(page.all("li", **{"data-card": None})) == 2
    assert all(len(page.links(path_of(target))) == 2 for target in (person, event))
    assert [script["src"].rpartition("/")[2] for script in page.all("script", defer=None)] == ["cards.js", "sharing.js"]


def test_other_coverage_is_of_the_same_facts_then_of_the_same_countries(client):
    here, there, elsewhere = (put("actor", name, kind="country") for name in ("Algeria", "Azerbaijan", "Chad"))
    event, treaty = put("event", "Visit"), put("agreement", "Treaty")
    both = {"countries": musts(here, there), "facets": [("country", here.uid), ("country", there.uid)]}
    edition = put("article", "This report", events=musts(event), agreements=musts(treaty), **both)
    put("article", "Same countries", **both, fields={"sort_date": THEN + DAY})
    put("article", "Same visit", facets=[("event", event.uid)])
    put("article", "Same treaty", facets=[("agreement", treaty.uid)])
    put("article", "One country", countries=musts(here, elsewhere), facets=[("country", here.uid)])
    put("article", "Coming report", live_from=timezone.now() + DAY, **both)
    put("article", "Autre rapport", language="fr", **both)

    page = read(client, path_of(edition))

    assert page.text.index("Same visit") < page.text.index("Same treaty") < page.text.index("Same countries")
    assert not any(title in page.text for title in ("One country", "Coming report", "Autre rapport"))
    assert path_of(edition) not in page.links()


def test_related_article_is_not_listed_again_as_coverage(client):
    event = put("event", "Visit")
    other = put("article", "Other report", facets=[("event", event.uid)])

    page = read(client, path_of(put("article", "Report", events=musts(event), related=musts(other))))

    assert page.links(path_of(other)) == [path_of(other)]


def test_dossier_of_the_countries_is_linked(client):
    here, there, elsewhere = (put("actor", name, kind="country") for name in ("Algeria", "Azerbaijan", "Chad"))
    for slug, sides in (("pair", (here, there)), ("other", (here, elsewhere))):
        payload = payloads.dossier(slug, [side.uid for side in sides])
        facets = [("country", side.uid) for side in sides]
        publish("dossier", label=slug, slug=slug, payload=payload, summary=payload, facets=facets)

    page = read(client, path_of(put("article", "Report", countries=musts(here, there))))

    assert page.links("/en/dossiers/") == ["/en/dossiers/pair"]


# Reading and sharing


@pytest.mark.parametrize(
    ("language", "words", "expected"), [("en", 228, 1), ("en", 229, 2), ("ar", 690, 5), ("az", 0, 1), ("fr", 1951, 11)]
)
def test_reading_time_is_that_of_the_language(language, words, expected):
    assert minutes({"language": language, "word_count": words}) == expected


def test_address_is_shared_without_anybody_else(client):
    edition = put("article", "Talks & more", slug="talks")

    page = read(client, path_of(edition))

    address = f"{ADDRESS}/id/{edition.uid}"
    (mail,) = page.links("mailto:")
    assert mail == f"mailto:?subject=Talks%20%26%20more&body=http%3A%2F%2Ftestserver%2Fid%2F{edition.uid}"
    assert [field["value"] for field in page.all("input", dir="ltr")] == [address]
    assert all("hidden" in button for button in page.all("button", type="button"))
    assert not [one for one in page.all("script") + page.all("img") + page.all("iframe") if "//" in one.get("src", "")]


def test_headings_descend_one_step_at_a_time(client):
    source = put("source", "Agency")
    event = put("event", "Talks", disputes=[dispute("d", "The days differ.")], quotes=[quote("Words.")])
    related = put("article", "Other report")
    edition = put(
        "article", "Report", events=musts(event), sources=[payloads.use(source.uid)], related=musts(related),
        body=["<p>Text</p><h2>Heading</h2><p>More</p>"], editor_note="A note.",
        fields={"action": "corrected", "note": "A day was wrong."},
    )  # fmt: skip

    levels = [int(tag[1]) for tag, _ in read(client, path_of(edition)).tags if tag in {"h1", "h2", "h3", "h4"}]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
