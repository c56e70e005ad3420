"""
News in JSON, ninjs 3.1 of the IPTC: articles as text, events as events, agreements as text of a profile of their own.

The schema is closed: what it has no place for is left out, never put under a key of our own. Its dates are days, months or
years without doubt: the "expected" ones, cut to what is known, with the EDTF beside them among the other identifiers.
"""

from collections.abc import Iterable, Iterator
from types import NoneType

from newsroom.public.addresses import API
from newsroom.public.api.formats.items import cards, named
from newsroom.public.api.formats.jsonld.parts import finished
from relations.values.fuzzy import OPEN, FuzzyDate
from relations.values.languages import NATIVE_NAMES
from relations.values.vocabularies import Precision

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
MEDIA_TYPE = f'application/json; profile="{SCHEMA}"'
SHAPE = {
    "type": "object",
    "description": "A news object of ninjs 3.1, whose schema the IPTC publishes.",
    "properties": {"uri": {"type": "string", "format": "uri"}},
    "required": ["uri"],
}
STANDARD = {"name": "ninjs", "version": "3.1", "schema": SCHEMA}
GENRES = "http://cv.iptc.org/newscodes/genre/"
# Kinds of articles that the IPTC has a genre for.
KNOWN_GENRES = {"analysis": "Analysis", "background": "Background", "dispatch": "Current", "report": "Current"}
# How much of "2025-04-21" a date says.
LENGTHS = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def of(item: dict, origin: str) -> dict:
    return finished({**common(item), **KINDS[item["type"]](item, origin)})


def common(item: dict) -> dict:
    rights, embargo = item["rights"], max(embargoes(item), default=None)
    return {
        "standard": STANDARD,
        "uri": identity(item),
        "altIds": [{"role": "id", "value": item["id"]}],
        "version": str(item["edition"]),
        "representationType": "full",
        "pubStatus": "withheld" if embargo else "usable",
        "embargoedUntil": embargo,
        "firstCreated": item["first_published_at"],
        "versionCreated": item["published_at"],
        "language": item["language"],
        "title": named(item),
        "edNote": "\n".join(notes(item)),
        "subjects": [entry(card, "about") for card in item["topics"]],
        "infoSources": sources(item["sources"]),
        "associations": [*translations(item), *pictures(item)],
        "copyrightHolder": rights["holder"],
        "copyrightNotice": rights["notice"],
        "usageTerms": rights["usage_terms"],
        "rightsInfo": {"linkedRights": rights["licence_url"]},
    }


def article(item: dict, origin: str) -> dict:
    place = item["dateline"]["place"]
    return {
        "type": "text",
        "profile": item["kind"],
        "genres": [genre(item["kind"])],
        "urgency": item["urgency"],
        "slugline": item["slugline"],
        "headlines": [{"role": "main", "contentType": "text/plain", "value": item["headline"]}],
        "descriptions": described(item["standfirst"]),
        "bodies": [
            {
                "role": "main",
                "contentType": "text/html",
                "wordCount": item["word_count"],
                "charCount": len(item["body_text"]),
                "value": item["body_html"],
            }
        ],
        "by": ", ".join(named(card) for card in cards(item["byline"], "author")),
        "located": place and named(place),
        **about([*((row["actor"], row["role"]) for row in item["actors"]), *countries(item)]),
        "events": [entry(card, "about") for card in item["events"]],
        "objects": [entry(card, "agreement") for card in item["agreements"]],
    }


def event(item: dict, origin: str) -> dict:
    series = (item["series"] or {}).get("series")
    wholes = [(item["part_of"], "partOf"), (series, "series")]
    people = about([*((row["actor"], row["role"]) for row in item["participants"]), *countries(item)])
    return {
        "type": "event",
        "profile": item["kind"],
        "altIds": [{"role": "id", "value": item["id"]}, {"role": "edtf", "value": item["date"]["edtf"]}],
        "descriptions": described(item["summary"]),
        "eventDetails": {"eventStatus": status(item["status"], origin), "dates": dates(item["date"]["edtf"])},
        **people,
        "places": [*people["places"], *(entry(card, "location") for card in item["places"])],
        "events": [entry(card, rel) for card, rel in wholes if card],
        "objects": [entry(card, "agreement") for card in item["agreements"]],
    }


def agreement(item: dict, origin: str) -> dict:
    parties = [(row["actor"], "party") for row in item["parties"]]
    signatories = [(row["actor"], "signatory") for row in item["signatories"]]
    bodies = [(card, "created") for card in item["creates"]]
    return {
        "type": "text",
        "profile": "agreement",
        "genres": [{"name": item["kind"].replace("_", " "), "literal": item["kind"]}],
        "headlines": [{"role": "main", "contentType": "text/plain", "value": item["title"]}],
        "descriptions": described(item["subject"]),
        **about([*parties, *signatories, *bodies]),
        "events": [entry(card, "act") for card in cards(item["lifecycle"], "event")],
    }


KINDS = {"article": article, "event": event, "agreement": agreement}


def identity(item: dict) -> str:
    """Of the record in one language: translations are news objects of their own."""
    return f"{item['url']}?lang={item['language']}"


def embargoes(value) -> Iterator[str]:
    """The moments up to which a record, or anything that it names, is not public."""
    if isinstance(value, dict):
        if until := value.get("embargoed_until"):
            yield until
        value = value.values()
    if not isinstance(value, str | int | float | NoneType):
        for one in value:
            yield from embargoes(one)


def notes(item: dict) -> list[str]:
    return [note for note in (item.get("editor_note"), *(one["note"] for one in item["corrections"])) if note]


def entry(card: dict, rel: str) -> dict:
    return {"name": named(card), "rel": rel, "uri": card["url"], "literal": card.get("iso3") or card["id"]}


def about(links: Iterable[tuple[dict | None, str]]) -> dict:
    """Actors under the key of their sort, each once in each role."""
    found: dict[str, dict] = {"people": {}, "places": {}, "organisations": {}}
    for card, rel in links:
        if card:
            key = {"person": "people", "country": "places"}.get(card["kind"], "organisations")
            found[key][card["id"], rel] = entry(card, rel)
    return {key: list(entries.values()) for key, entries in found.items()}


def countries(item: dict) -> list[tuple[dict, str]]:
    return [(card, "country") for card in item["countries"]]


def genre(kind: str) -> dict:
    code = KNOWN_GENRES.get(kind)
    return {"name": code or kind, "uri": code and f"{GENRES}{code}", "literal": kind}


def described(text: str) -> list[dict]:
    return [{"role": "summary", "contentType": "text/plain", "value": text}] if text else []


def status(code: str, origin: str) -> str:
    """In our own vocabulary, since that of the IPTC cannot say what nobody has confirmed."""
    return f"{origin}{API}/vocabularies/occurrences#{code}"


def dates(edtf: str) -> dict:
    first, slash, last = edtf.partition("/")
    start, end = truncated(first), truncated(last)
    return {"expectedStartDate": start, "expectedEndDate": end if end != start else None}


def truncated(edtf: str) -> str | None:
    """A day, a month or a year; of several possible days what they have in common."""
    if edtf in ("", OPEN):
        return None
    date = FuzzyDate.parse(edtf)
    if length := LENGTHS.get(date.precision):
        return date.lower.isoformat()[:length]
    first, last = date.lower.isoformat(), date.upper.isoformat()
    return next((first[:length] for length in (7, 4) if first[:length] == last[:length]), None)


def sources(uses: Iterable[dict]) -> list[dict]:
    once = {use["source"]["id"]: use for use in uses}.values()
    return [
        {
            "name": named(use["publisher"]) if use["publisher"] else use["title"],
            "uri": use["source"]["url"],
            "literal": use["title"],
        }
        for use in once
    ]


def translations(item: dict) -> list[dict]:
    return [
        {
            "name": NATIVE_NAMES[one["language"]],
            "rel": "translation",
            "uri": one["url"],
            "language": one["language"],
            "version": str(one["edition"]),
        }
        for one in item["translations"]
    ]


def pictures(item: dict) -> list[dict]:
    return [
        {
            "name": one["alt"] or one["caption"] or one["id"],
            "rel": "picture",
            "uri": one["url"],
            "type": "picture",
            "by": one["credit"],
            "descriptions": described(one["caption"]),
            "renditions": renditions(one),
        }
        for one in item.get("media", ())
    ]


def renditions(picture: dict) -> list[dict]:
    own = {"name": "original", "href": picture["url"], "width": picture["width"], "height": picture["height"]}
    return [own, *map(rendition, picture["renditions"])]


def rendition(one: dict) -> dict:
    size = {"width": one["width"], "height": one["height"]}
    return {"name": f"{one['crop']}-{one['width']}", "href": one["url"], "contentType": one["media_type"], **size}
