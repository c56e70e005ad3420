"""What is said alike of records of several kinds. Builders may leave keys empty; `finished` takes those out."""

from collections.abc import Iterable

from newsroom.public.api.formats.items import named
from newsroom.public.api.formats.jsonld.dates import known

CONTEXT = "https://schema.org"
# Keys that hold addresses, which items from pages give without a host.
ADDRESSES = {"@id", "url", "contentUrl", "image", "item", "urlTemplate"}

TYPES = {
    "dossier": "CollectionPage",
    "event": "Event",
    "agreement": "Legislation",
    "topic": "DefinedTerm",
    "post": "Occupation",
    "series": "EventSeries",
    "indicator": "StatisticalVariable",
    "author": "Person",
    "capacity": "Role",
}
# Kinds of which the vocabulary knows several sorts; what is not listed is of the first.
SORTS = {
    "article": {
        "dispatch": "NewsArticle",
        "report": "ReportageNewsArticle",
        "analysis": "AnalysisNewsArticle",
        "background": "BackgroundNewsArticle",
    },
    "actor": {
        "joint_body": "Organization",
        "multilateral_organisation": "Organization",
        "group": "Organization",
        "person": "Person",
        "country": "Country",
        "institution": "GovernmentOrganization",
        "company": "Corporation",
        "media": "NewsMediaOrganization",
    },
    "place": {"venue": "Place", "country": "Country", "region": "AdministrativeArea", "city": "City"},
    "source": {"document": "CreativeWork", "agency": "NewsArticle", "newspaper": "NewsArticle", "broadcaster": "NewsArticle"},
}  # fmt: skip
# An edition in each language is a work of its own; other records are the same in every language.
WORKS = ("article", "dossier")


def type_of(item: dict) -> str:
    """Of a record or of its card."""
    sorts = SORTS.get(item["type"])
    return sorts.get(item["kind"], next(iter(sorts.values()))) if sorts else TYPES[item["type"]]


def identity(item: dict) -> str:
    return f"{item['url']}?lang={item['language']}" if item["type"] in WORKS else item["url"]


def thing(item: dict, **more) -> dict:
    head = {"@type": type_of(item), "@id": identity(item), "identifier": item["id"], "url": item["html_url"]}
    return {**head, "name": named(item), **more}


def reference(card: dict | None) -> dict | None:
    """A record as others refer to it."""
    if not card:
        return None
    return {"@type": type_of(card), "@id": identity(card), "url": card["html_url"], "name": named(card)}


def references(cards: Iterable[dict | None]) -> list[dict]:
    """Each once."""
    return list({card["id"]: reference(card) for card in cards if card}.values())


def role(name: str, key: str, card: dict | None, **more) -> dict | None:
    """A relation that has properties of its own: the key is repeated inside, as schema.org has it."""
    if not card or not name:
        return reference(card)
    return {"@type": "Role", "roleName": name, key: reference(card), **more}


def edition(item: dict) -> dict:
    """What every edition says of itself."""
    return {
        "inLanguage": item["language"],
        "version": str(item["edition"]),
        "datePublished": item["first_published_at"],
        "dateModified": item["published_at"],
        "correction": [correction(one, item["language"]) for one in item["corrections"]],
        "isBasedOn": sources(item["sources"]),
        **rights(item["rights"]),
    }


def page(item: dict) -> dict:
    """The page about a record, whose edition, language and corrections are not those of the record itself."""
    return {"@type": "WebPage", "@id": item["html_url"], **edition(item)}


def correction(one: dict, language: str) -> dict:
    return {"@type": "CorrectionComment", "datePublished": one["at"], "text": one["note"], "inLanguage": language}


def rights(found: dict) -> dict:
    holder = {"@type": "NewsMediaOrganization", "name": found["holder"]}
    usage = found["usage_terms"] and {"@type": "CreativeWork", "text": found["usage_terms"]}
    return {
        "publisher": holder,
        "copyrightHolder": holder,
        "copyrightNotice": found["notice"],
        "usageInfo": usage,
        "license": found["licence_url"],
    }


def sources(uses: Iterable[dict]) -> list[dict]:
    """Each source once, however often it is cited."""
    return list({use["source"]["id"]: source_of(use) for use in uses}.values())


def source_of(use: dict) -> dict:
    return {
        "@type": "CreativeWork",
        "@id": use["source"]["url"],
        "url": use["url"] or use["source"]["html_url"],
        "name": use["title"],
        "inLanguage": use["language"],
        "datePublished": known(use["date"]),
        "publisher": reference(use["publisher"]),
    }


def pictures(media: Iterable[dict]) -> list[dict]:
    return [
        {
            "@type": "ImageObject",
            "contentUrl": one["url"],
            "width": pixels(one["width"]),
            "height": pixels(one["height"]),
            "caption": one["caption"] or one["alt"],
            "creditText": one["credit"],
        }
        for one in media
    ]


def pixels(number: int) -> dict:
    return {"@type": "QuantitativeValue", "value": number, "unitCode": "E37"}


def finished(value, origin: str = "", key: str = ""):
    """Without what is empty, and with whole addresses."""
    if isinstance(value, dict):
        found = {name: finished(one, origin, name) for name, one in value.items()}
        return {name: one for name, one in found.items() if one not in (None, "", [], {})}
    if isinstance(value, list):
        return [finished(one, origin, key) for one in value]
    if key in ADDRESSES and isinstance(value, str) and value.startswith("/"):
        return f"{origin}{value}"
    return value
