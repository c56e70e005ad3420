"""Whole payloads of each kind, with nothing to say but what a test gives them."""

FACTS = {"claims": [], "disputes": [], "quotes": [], "sources": []}


def fuzzy(label: str, start: str | None = None, end: str | None = None) -> dict:
    start = start or "2025-04-21"
    edtf = start if start == (end or start) else f"{start}/{end}"
    return {"edtf": edtf, "start": start, "end": end or start, "precision": "day", "doubt": "none", "label": label}


def article(headline: str, **given) -> dict:
    return {
        "kind": "report",
        "headline": headline,
        "standfirst": f"About {headline}",
        "slugline": "",
        "dateline": {"place": None, "date": None},
        "byline": [],
        "body": [f"<p>{headline} in full.</p>"],
        "body_text": f"{headline} in full.",
        "word_count": 3,
        "editor_note": "",
        "urgency": 5,
        **dict.fromkeys(("countries", "actors", "events", "agreements", "related", "topics", "media", "sources"), []),
        **given,
    }


def event(title: str, **given) -> dict:
    return {
        "kind": "visit",
        "visit_type": None,
        "title": title,
        "summary": "",
        "date": fuzzy("21 April 2025"),
        "date_note": "",
        "duration_days": None,
        "bounds": {"start": None, "end": None},
        "status": "held",
        "status_as_of": None,
        "format": None,
        "collective": False,
        "host_country": None,
        "visiting_country": None,
        "series": None,
        "part_of": None,
        **dict.fromkeys(("places", "participants", "countries", "agreements", "topics"), []),
        **FACTS,
        **given,
    }


def agreement(title: str, **given) -> dict:
    return {
        "kind": "treaty",
        "title": title,
        "official_title": "",
        "descriptive_title": title,
        "subject": "",
        "binding": "binding",
        "laterality": "bilateral",
        "status": None,
        "signed_on": None,
        "in_force_on": None,
        "depositary": None,
        "registration": "",
        "duration_years": None,
        "tacit_renewal": None,
        "authentic_languages": [],
        "text_url": None,
        **dict.fromkeys(("parties", "signatories", "lifecycle", "creates", "topics"), []),
        **FACTS,
        **given,
    }


def actor(name: str, **given) -> dict:
    absent = ("iso2", "iso3", "gender", "country", "parent", "seat", "founding_agreement", "founded", "dissolved")
    return {
        "kind": "person",
        "name": name,
        "short_name": "",
        "summary": "",
        "description": "",
        **dict.fromkeys(absent),
        **dict.fromkeys(("other_names", "identifiers", "posts", "member_of", "media"), []),
        **FACTS,
        **given,
    }


def dossier(title: str, countries: list[str], **given) -> dict:
    return {
        "pair": ["AZE", "DZA"],
        "title": title,
        "intro": [f"<p>{title} in short.</p>"],
        "intro_text": f"{title} in short.",
        "countries": [{"$must": uid} for uid in countries],
        "figures": [],
        **FACTS,
        **given,
    }


def post(name: str, **given) -> dict:
    return {
        "kind": "minister",
        "name": name,
        "single_holder": True,
        "titles": [],
        **dict.fromkeys(("organisation", "country", "accredited_to", "level", "inception", "dissolved")),
        **FACTS,
        **given,
    }


def source(title: str, **given) -> dict:
    return {
        "kind": "agency",
        "genre": None,
        "title": title,
        "original_title": title,
        "web_url": None,
        "publisher": None,
        "published_language": "en",
        "published": None,
        "published_basis": "unknown",
        "dateline": "",
        "sha256": None,
        "rights_note": "",
        "independent_group": "",
        **given,
    }


def place(name: str, **given) -> dict:
    absent = dict.fromkeys(("parent", "country", "latitude", "longitude"))
    return {"kind": "city", "name": name, "sensitive": False, **absent, **given}


def topic(name: str, **given) -> dict:
    return {"name": name, "qcode": None, "broader": None, **given}


def series(name: str, **given) -> dict:
    return {"name": name, "meeting_noun": "", "body": None, "agreement": None, "ordinal_scheme": "integer", **given}


def indicator(name: str, **given) -> dict:
    return {"name": name, "unit_kind": "money", "measure": "value", "flow": "none", **given}


def author(name: str, **given) -> dict:
    return {"name": name, **given}


def capacity(title: str, **given) -> dict:
    return {"kind": "special_envoy", "title": title, "title_f": "", "on_behalf_of": None, **given}


def use(uid: str, **given) -> dict:
    """A source as cited."""
    return {
        "source": {"$must": uid},
        "title": "Dispatch",
        "publisher": None,
        "url": None,
        "date": None,
        "language": "en",
        "group": "",
        "start": None,
        "end": None,
        "quote": None,
        **given,
    }


PAYLOADS = {
    "article": article,
    "actor": actor,
    "event": event,
    "agreement": agreement,
    "place": place,
    "topic": topic,
    "post": post,
    "series": series,
    "indicator": indicator,
    "source": source,
    "author": author,
    "capacity": capacity,
}
