"""Persons, countries and organisations; each is told what the vocabulary lets it have."""

from newsroom.public.api.formats.jsonld.dates import known
from newsroom.public.api.formats.jsonld.parts import page, pictures, reference, references, thing, type_of

# Other kinds of names are misprints, parts of names, or names of the people.
NAMES = ("full", "official", "short", "alias", "acronym", "variant", "former")
GENDERS = {"f": "https://schema.org/Female", "m": "https://schema.org/Male"}
WIKIDATA = "https://www.wikidata.org/entity/"


def actor(item: dict) -> dict:
    special = {"Person": person, "Country": country}.get(type_of(item), organisation)
    return {**common(item), **special(item), "mainEntityOfPage": page(item)}


def common(item: dict) -> dict:
    return thing(
        item,
        alternateName=names(item),
        description=item["summary"] or item["description"],
        sameAs=[f"{WIKIDATA}{one['value']}" for one in item["identifiers"] if one["scheme"] == "wikidata"],
        image=pictures(item["media"]),
    )


def names(item: dict) -> list[str]:
    found = [item["short_name"], *(one["name"] for one in item["other_names"] if one["kind"] in NAMES)]
    return [name for name in dict.fromkeys(found) if name and name != item["name"]]


def person(item: dict) -> dict:
    offices = [(held, reference(held["organisation"])) for held in item["posts"]]
    return {
        "gender": GENDERS.get(item["gender"]),
        "nationality": reference(item["country"]),
        "memberOf": [
            *(in_office(held, "memberOf", body) for held, body in offices if body),
            *memberships(item),
        ],
        "hasOccupation": [in_office(held, "hasOccupation", occupation(held)) for held, body in offices if not body],
    }


def in_office(held: dict, key: str, what: dict) -> dict:
    sort = "OrganizationRole" if key == "memberOf" else "Role"
    return {"@type": sort, "roleName": held["title"], **lasting(held), key: what}


def lasting(row: dict) -> dict:
    return {"startDate": known(row["start"]), "endDate": known(row["end"])}


def occupation(held: dict) -> dict:
    """A post that is in no organisation: that of a head of state is in the country."""
    post = reference(held["post"]) or {"@type": "Occupation"}
    return {**post, "name": held["title"], "occupationLocation": reference(held["country"])}


def memberships(item: dict) -> list[dict]:
    return [
        {
            "@type": "OrganizationRole",
            "roleName": one["role"],
            **lasting(one),
            "memberOf": reference(one["organisation"]),
        }
        for one in item["member_of"]
        if one["organisation"]
    ]


def organisation(item: dict) -> dict:
    return {
        "parentOrganization": reference(item["parent"]),
        "location": references([item["seat"], item["country"]]),
        "foundingDate": known(item["founded"]),
        "dissolutionDate": known(item["dissolved"]),
        "memberOf": memberships(item),
    }


def country(item: dict) -> dict:
    """Of a place; the vocabulary lets no country be a member of anything."""
    codes = {"ISO 3166-1 alpha-2": item["iso2"], "ISO 3166-1 alpha-3": item["iso3"]}
    named = [{"@type": "PropertyValue", "propertyID": name, "value": code} for name, code in codes.items() if code]
    return {"identifier": [item["id"], *named]}
