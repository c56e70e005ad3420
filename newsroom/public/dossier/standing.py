"""What stands between two countries: agreements, bodies, forums, figures, what sources say and where they differ."""

from newsroom.public.dossier.timeline import id_of

REGISTER = (
    *("id", "type", "url", "html_url", "language", "dir", "edition", "kind", "title", "official_title", "subject"),
    *("binding", "laterality", "parties", "signatories", "lifecycle", "status", "signed_on", "in_force_on"),
    *("creates", "topics", "sources"),
)

STANDING = ("status", "start", "end", "role", "note")


def register(agreements: list[dict], rank) -> list[dict]:
    """The agreements of a pair with the acts of each party, earliest first."""
    return [{name: agreement.get(name) for name in REGISTER} for agreement in sorted(agreements, key=rank)]


def bodies(agreements: list[dict]) -> list[dict]:
    """Joint bodies, each with the agreement that made it."""
    return [
        {"body": body, "agreement": {name: agreement[name] for name in ("id", "type", "url", "html_url", "title")}}
        for agreement in agreements
        for body in agreement["creates"]
    ]


def forums(countries: list[dict], organisations: list[dict], cards: dict[str, dict]) -> list[dict]:
    """Shared organisations with each side's status and the sources that name them, best attested first."""
    rows = [
        forum(cards[organisation["id"]], countries)
        for organisation in organisations
        if organisation["kind"] == "multilateral_organisation"
    ]
    return sorted(rows, key=lambda row: (-row["source_count"], row["organisation"]["label"]))


def forum(organisation: dict, countries: list[dict]) -> dict:
    links = [(country, links_to(country, organisation["id"])) for country in countries]
    sources = distinct_sources(source for _, found in links for link in found for source in link["sources"])
    return {
        "organisation": organisation,
        "members": [
            {"country": country["iso3"], **{name: present(found)[name] for name in STANDING}}
            for country, found in links
        ],
        "sources": sources,
        "source_count": len(sources),
    }


def links_to(country: dict, organisation: str) -> list[dict]:
    """A member may have been something else before; earliest first."""
    return [link for link in country["member_of"] if link["organisation"]["id"] == organisation]


def present(links: list[dict]) -> dict:
    """The last that has not ended; when all have, the last."""
    return next((link for link in reversed(links) if not link["end"]), links[-1])


def distinct_sources(uses) -> list[dict]:
    """Each source once, in order of its date, without the place in it."""
    found = {use["source"]["id"]: use for use in uses}
    return sorted(found.values(), key=lambda use: ((use["date"] or {}).get("start") or "9999", use["source"]["id"]))


def told(records: list[dict], name: str, cards: dict[str, dict]) -> list[dict]:
    """Claims, disputes or quotes of all these records, each saying which record it belongs to."""
    return [{**row, "record": cards[record["id"]]} for record in records for row in record.get(name, ())]


def sectors(claims: list[dict]) -> list[dict]:
    """Topics that sources name in what they say of the pair, and which sources those are."""
    topics = {card["id"]: card for claim in claims for card in claim["about"] if card["type"] == "topic"}
    rows = [
        {
            "topic": card,
            "sources": distinct_sources(
                source for claim in claims if uid in map(id_of, claim["about"]) for source in claim["sources"]
            ),
        }
        for uid, card in topics.items()
    ]
    return sorted(rows, key=lambda row: (-len(row["sources"]), row["topic"]["label"]))
