from newsroom.public.api.formats.jsonld.articles import translations
from newsroom.public.api.formats.jsonld.parts import edition, reference, references, thing


def dossier(item: dict) -> dict:
    """A page that collects: the events of two countries in order, their agreements and what was written of them."""
    works = [*item.get("agreements", ()), *item.get("latest", {}).get("articles", ())]
    return thing(
        item,
        description=item["intro_text"],
        about=references(item["countries"]),
        mainEntity=timeline(item.get("timeline", ())),
        hasPart=references(works),
        **edition(item),
        **translations(item),
    )


def timeline(events: list[dict]) -> dict | None:
    entries = [
        {"@type": "ListItem", "position": number, "item": reference(event)} for number, event in enumerate(events, 1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(entries), "itemListElement": entries} if entries else None
