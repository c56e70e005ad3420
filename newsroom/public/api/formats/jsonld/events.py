from newsroom.public.api.formats.jsonld.dates import ends
from newsroom.public.api.formats.jsonld.parts import page, references, role, thing, type_of

# The vocabulary has no word for what nobody has confirmed.
STATUSES = {
    "planned": "https://schema.org/EventScheduled",
    "confirmed": "https://schema.org/EventScheduled",
    "held": "https://schema.org/EventScheduled",
    "postponed": "https://schema.org/EventPostponed",
    "cancelled": "https://schema.org/EventCancelled",
}
MODES = {
    "in_person": "https://schema.org/OfflineEventAttendanceMode",
    "phone": "https://schema.org/OnlineEventAttendanceMode",
    "video": "https://schema.org/OnlineEventAttendanceMode",
    "hybrid": "https://schema.org/MixedEventAttendanceMode",
}
ORGANISING = ("host", "convener")


def event(item: dict) -> dict:
    series = (item["series"] or {}).get("series")
    present = [one for one in item["participants"] if one["actor"]]
    takes_part = [one for one in present if type_of(one["actor"]) != "Country"]
    return thing(
        item,
        description=item["summary"],
        **dates(item),
        eventStatus=STATUSES.get(item["status"]),
        eventAttendanceMode=MODES.get(item["format"]),
        location=references(item["places"]),
        organizer=[participant(one, "organizer") for one in takes_part if one["role"] in ORGANISING],
        attendee=[participant(one, "attendee") for one in takes_part if one["role"] not in ORGANISING],
        superEvent=references([item["part_of"], series]),
        about=references([*item["countries"], *item["agreements"]]),
        keywords=references(item["topics"]),
        mainEntityOfPage=page(item),
    )


def dates(item: dict) -> dict:
    """Bounds, where they are given, say more than the date."""
    (start, _), (_, end) = (ends(item["bounds"].get(name) or item["date"]) for name in ("start", "end"))
    return {"startDate": start, "endDate": end if end != start else None}


def participant(one: dict, key: str) -> dict:
    """In the post of that day, and by the name of that day."""
    office, card = one["post_at_the_time"], one["actor"]
    return role(office["title"] if office else "", key, {**card, "label": one["name"] or card["label"]})
