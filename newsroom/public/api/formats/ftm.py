"""
Actors as entities of FollowTheMoney, one a line: Person, PublicBody, Organization, Company, Territory; Position, Occupancy,
Membership. A country is a territory there, which can be a member of nothing: what it belongs to is an UnknownLink.

What is only referred to is an entity of its name; lines of one id belong together, as readers of the format merge them.
"""

from collections.abc import Iterator

from newsroom.public.api.formats.items import named
from newsroom.public.api.formats.jsonld.dates import known

MEDIA_TYPE = "application/x-ndjson"
SCHEMATA = {
    "person": "Person",
    "country": "Territory",
    "institution": "PublicBody",
    "company": "Company",
    "media": "Company",
}
# Under which property a name goes by its kind; others are parts of names, or names of a people.
NAMES = {
    "full": "alias",
    "official": "alias",
    "short": "alias",
    "alias": "alias",
    "variant": "alias",
    "acronym": "weakAlias",
    "former": "previousName",
}
GENDERS = {"f": "female", "m": "male"}


def of(items: list[dict]) -> list[dict]:
    """Each entity once; what is known whole takes the place of what is known by name."""
    mentioned = {one["id"]: one for item in items for one in mentions(item)}
    whole = {one["id"]: one for item in items for one in (actor(item), *relations(item))}
    return list({**mentioned, **whole}.values())


def entity(uid: str, schema: str, **properties) -> dict:
    """Every property is a list of texts."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    kept = {name: [one for one in values if one] for name, values in listed.items()}
    return {"id": uid, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def schema_of(card: dict) -> str:
    return SCHEMATA.get(card["kind"], "Organization")


def actor(item: dict) -> dict:
    special = {"Person": person, "Territory": territory}.get(schema_of(item), organization)
    return entity(
        item["id"],
        schema_of(item),
        name=item["name"],
        **names(item),
        wikidataId=[one["value"] for one in item["identifiers"] if one["scheme"] == "wikidata"],
        summary=item["summary"],
        description=item["description"],
        sourceUrl=item["html_url"],
        publisher=item["rights"]["holder"],
        **special(item),
    )


def names(item: dict) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"alias": [item["short_name"]]}
    for one in item["other_names"]:
        if one["kind"] in NAMES and one["name"] != item["name"]:
            found.setdefault(NAMES[one["kind"]], []).append(one["name"])
    return {name: list(dict.fromkeys(values)) for name, values in found.items()}


def person(item: dict) -> dict:
    return {"gender": GENDERS.get(item["gender"]), "nationality": country_code(item["country"])}


def territory(item: dict) -> dict:
    return {"country": country_code(item)}


def organization(item: dict) -> dict:
    parent = item["parent"]
    return {
        "country": country_code(item["country"]),
        "incorporationDate": known(item["founded"]),
        "dissolutionDate": known(item["dissolved"]),
        "parent": parent["id"] if parent and parent["kind"] != "country" else None,
    }


def country_code(card: dict | None) -> str | None:
    return ((card and card.get("iso2")) or "").lower()


def mentions(item: dict) -> Iterator[dict]:
    cards = [item["parent"], *(held["organisation"] for held in item["posts"])]
    for card in (*cards, *(one["organisation"] for one in item["member_of"])):
        if card:
            yield entity(card["id"], schema_of(card), name=named(card), sourceUrl=card["html_url"])


def relations(item: dict) -> Iterator[dict]:
    for held in item["posts"]:
        yield position(held)
        yield occupancy(item, held)
    for one in item["member_of"]:
        yield membership(item, one)


def position(held: dict) -> dict:
    post, body = held["post"], held["organisation"]
    return entity(
        post["id"],
        "Position",
        name=named(post),
        country=country_code(held["country"]),
        organization=body["id"] if body and body["kind"] != "country" else None,
        sourceUrl=post["html_url"],
    )


def occupancy(item: dict, held: dict) -> dict:
    """Days on which sources show the person in the post are its dates."""
    return entity(
        relation_id(item, held),
        "Occupancy",
        holder=item["id"],
        post=held["post"]["id"],
        date=[known(day) for day in held["attested"]],
        summary=held["title"],
        **lasting(held),
    )


def membership(item: dict, one: dict) -> dict:
    role, body = one["role"] or one["status"], one["organisation"]["id"]
    if item["kind"] == "country":
        sides = {"subject": item["id"], "object": body}
    else:
        sides = {"member": item["id"], "organization": body}
    schema = "UnknownLink" if "subject" in sides else "Membership"
    return entity(relation_id(item, one), schema, **sides, role=role, summary=one["note"], **lasting(one))


def lasting(row: dict) -> dict:
    urls = [use["source"]["html_url"] for use in row["sources"]]
    return {"startDate": known(row["start"]), "endDate": known(row["end"]), "sourceUrl": list(dict.fromkeys(urls))}


def relation_id(item: dict, row: dict) -> str:
    return f"{item['id']}-{row['key']}"
