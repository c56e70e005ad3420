"""
Actors in Popolo, the data model of civic projects: persons, organizations, posts, memberships, areas.

Every id that a document mentions is in it: what is not of the page itself by its name alone. Pages are put together by id.
"""

from newsroom.public.api.formats.items import named
from newsroom.public.api.formats.jsonld.dates import known
from newsroom.public.api.formats.jsonld.parts import finished

MEDIA_TYPE = 'application/json; profile="http://www.popoloproject.com/schemas"'
LISTS = ("persons", "organizations", "posts", "memberships", "areas")
SHAPE = {
    "type": "object",
    "properties": dict.fromkeys(LISTS, {"type": "array", "items": {"type": "object"}}),
    "required": list(LISTS),
}
GENDERS = {"f": "female", "m": "male"}


def of(items: list[dict]) -> dict[str, list[dict]]:
    document = Document()
    for item in items:
        document.actor(item)
    return document.finished()


class Document:
    """Things by list and id. What is known whole takes the place of what is known by name."""

    def __init__(self):
        self.lists: dict[str, dict[str, dict]] = {name: {} for name in LISTS}

    def finished(self) -> dict[str, list[dict]]:
        return {name: [finished(one) for one in found.values()] for name, found in self.lists.items()}

    def put(self, name: str, found: dict) -> str:
        self.lists[name][found["id"]] = found
        return found["id"]

    def mention(self, name: str, found: dict) -> str:
        self.lists[name].setdefault(found["id"], found)
        return found["id"]

    def actor(self, item: dict) -> None:
        if item["kind"] == "person":
            self.put("persons", person(item))
        else:
            self.put("organizations", {**organization(item), **self.place_of(item)})
        for held in item["posts"]:
            self.post(item, held)
        for one in item["member_of"]:
            self.member(item, one)

    def place_of(self, item: dict) -> dict:
        parent, country = item["parent"], item["country"]
        if item["kind"] == "country":
            country = item
        return {
            "parent_id": self.organization(parent),
            "area_id": self.area(item["seat"] or country),
        }

    def organization(self, card: dict | None) -> str | None:
        return card and self.mention("organizations", {**identified(card), "classification": card["kind"]})

    def area(self, card: dict | None) -> str | None:
        if not card:
            return None
        return self.mention(
            "areas",
            {"id": card["id"], "name": named(card), "identifier": card.get("iso3"), "classification": card["kind"]},
        )

    def post(self, item: dict, held: dict) -> None:
        """That of a head of state is in the country."""
        found = {
            "id": held["post"]["id"],
            "label": named(held["post"]),
            "role": held["role"],
            "organization_id": self.organization(held["organisation"] or held["country"]),
            "area_id": self.area(held["country"]),
            "links": links(held["post"]),
        }
        self.mention("posts", found)
        membership = {
            "label": held["title"],
            "role": held["title"],
            "person_id": item["id"],
            "post_id": found["id"],
            "organization_id": found["organization_id"],
            "area_id": found["area_id"],
        }
        self.put("memberships", {**lasting(item, held), **membership})

    def member(self, item: dict, one: dict) -> None:
        membership = {
            "label": one["note"],
            "role": one["role"] or one["status"],
            "organization_id": self.organization(one["organisation"]),
            **membership_of(item),
        }
        self.put("memberships", {**lasting(item, one), **membership})


def membership_of(item: dict) -> dict:
    if item["kind"] == "person":
        return {"person_id": item["id"]}
    return {"member": {"@type": "Organization", "id": item["id"], "name": item["name"]}}


def lasting(item: dict, row: dict) -> dict:
    return {
        "id": f"{item['id']}/{row['key']}",
        "start_date": known(row["start"]),
        "end_date": known(row["end"]),
        "sources": sources(row),
    }


def identified(card: dict) -> dict:
    return {"id": card["id"], "name": named(card), "links": links(card)}


def common(item: dict) -> dict:
    return {
        **identified(item),
        "other_names": [other_name(one) for one in item["other_names"]],
        "identifiers": identifiers(item),
        "image": next((one["url"] for one in item["media"]), None),
        "created_at": item["first_published_at"],
        "updated_at": item["published_at"],
        "sources": sources(item),
    }


def person(item: dict) -> dict:
    return {
        **common(item),
        "gender": GENDERS.get(item["gender"]),
        "national_identity": item["country"] and named(item["country"]),
        "summary": item["summary"],
        "biography": item["description"],
    }


def organization(item: dict) -> dict:
    return {
        **common(item),
        "classification": item["kind"],
        "founding_date": known(item["founded"]),
        "dissolution_date": known(item["dissolved"]),
    }


def other_name(one: dict) -> dict:
    return {"name": one["name"], "note": f"{one['kind']}, {one['language']}"}


def identifiers(item: dict) -> list[dict]:
    known_by = [(one["scheme"], one["value"]) for one in item["identifiers"]]
    codes = [("ISO 3166-1 alpha-2", item["iso2"]), ("ISO 3166-1 alpha-3", item["iso3"])]
    return [{"scheme": scheme, "identifier": value} for scheme, value in (*known_by, *codes) if value]


def links(card: dict) -> list[dict]:
    return [{"url": card["html_url"], "note": "page"}, {"url": card["url"], "note": "data"}]


def sources(row: dict) -> list[dict]:
    once = {use["source"]["id"]: use for use in row["sources"]}.values()
    return [{"url": use["source"]["html_url"], "note": use["title"]} for use in once]
