"""What is known and from whom: independent voices among sources, and what they disagree on."""

from collections.abc import Iterable

from newsroom.public.templatetags.records import named as title_of


def voices(uses: Iterable[dict]) -> list[list[dict]]:
    """Sources, each once; those of one group together, since they count as one voice."""
    once = {use["source"]["id"]: use for use in uses}
    found: dict[str, list[dict]] = {}
    for uid, use in once.items():
        found.setdefault(use["group"] or uid, []).append(use)
    return list(found.values())


def disputes_among(records: Iterable[dict]) -> list[dict]:
    """Open ones first, each with the record it is about as a card."""
    found = [{**dispute, "record": card(record)} for record in records for dispute in record["disputes"]]
    return sorted(found, key=lambda dispute: dispute["state"] != "open")


def card(record: dict) -> dict:
    return {**{name: record[name] for name in ("id", "language", "dir", "html_url")}, "label": title_of(record)}


def claims_among(records: Iterable[dict]) -> list[dict]:
    """Of all of them together: a claim is often kept with another record of the same visit than the dispute on it."""
    return [claim for record in records for claim in record["claims"]]


def quotes_among(records: Iterable[dict]) -> list[dict]:
    """Each once, though several records may keep it."""
    return list({quote["text"]: quote for record in records for quote in record["quotes"]}.values())


def named(rows: Iterable[dict], records: Iterable[dict]) -> list[dict]:
    """Whom an article names, each once, with the office held on the day of the first of these records that says so."""
    held: dict[str, dict] = {}
    for record in records:
        for one in (*record.get("participants", ()), *record.get("signatories", ())):
            if one["actor"] and one["post_at_the_time"]:
                held.setdefault(one["actor"]["id"], one["post_at_the_time"])
    cards = {row["actor"]["id"]: row["actor"] for row in rows}
    return [{"actor": card, "office": held.get(uid)} for uid, card in cards.items()]
