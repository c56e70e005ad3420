"""The vocabulary has no word for a treaty or its parties: an agreement is a piece of legislation of theirs."""

from newsroom.public.api.formats.jsonld.dates import known, period
from newsroom.public.api.formats.jsonld.parts import page, references, role, thing, type_of

ENDED = ("denounced", "terminated", "expired", "superseded")
FORCES = {"in_force": "https://schema.org/InForce", **dict.fromkeys(ENDED, "https://schema.org/NotInForce")}


def agreement(item: dict) -> dict:
    """Of one that is only signed nothing is said about its force, which sources may just not tell."""
    parties = [one["actor"] for one in item["parties"] if one["actor"]]
    return thing(
        item,
        alternateName=[one for one in (item["descriptive_title"],) if one != item["title"]],
        description=item["subject"],
        legislationType=item["kind"].replace("_", " ").capitalize(),
        legislationDate=known(item["signed_on"]),
        legislationLegalForce=FORCES.get(item["status"]),
        temporalCoverage=period(item["in_force_on"]) if item["status"] == "in_force" else None,
        legislationResponsible=references(parties),
        legislationJurisdiction=references(one for one in parties if type_of(one) == "Country"),
        legislationCountersignedBy=[signatory(one) for one in item["signatories"] if one["actor"]],
        inLanguage=item["authentic_languages"],
        encoding=item["text_url"] and {"@type": "LegislationObject", "contentUrl": item["text_url"]},
        keywords=references(item["topics"]),
        mainEntityOfPage=page(item),
    )


def signatory(one: dict) -> dict:
    office = one["post_at_the_time"]
    return role(office["title"] if office else "", "legislationCountersignedBy", one["actor"])
