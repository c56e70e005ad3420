from newsroom.public.schema import Frozen

UNDATED = {"date_lower": None, "date_upper": None}


def pick(row: dict, *keys: str) -> dict:
    return {key: row[key] for key in keys}


def freeze(
    *, title, payload, facets, search, card=None, summary=None, sort_date=None, days=UNDATED, files=()
) -> Frozen:
    """All parts of an edition. Without a summary the list row is the whole payload; `card` adds to label and kind."""
    return {
        "payload": payload,
        "summary": payload if summary is None else summary,
        "card": {"label": title, "kind": payload.get("kind"), **(card or {})},
        "title": title,
        "sort_date": sort_date,
        **days,
        "facets": facets,
        "search": [text for text in dict.fromkeys([title, *search]) if text],
        "files": list(files),
    }
