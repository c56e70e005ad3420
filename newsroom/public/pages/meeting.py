"""What events tell of who took part: in which role and office, with whom most often, in which round."""

from collections import Counter

from newsroom.public.dossier.timeline import id_of, series_rounds

MOST = 6


def appearances(uid: str, events: list[dict]) -> list[dict]:
    """Each event with what somebody was there: every role, the office and, of events in full, the capacity of the day."""
    return [{"event": event, "parts": parts_of(uid, event)} for event in events]


def parts_of(uid: str, event: dict) -> list[dict]:
    return [one for one in event["participants"] if id_of(one["actor"]) == uid]


def met(person: dict, events: list[dict]) -> list[dict]:
    """The people most often at the same events, of those that took place."""
    held = [event for event in events if event["status"] == "held"]
    others = [{one["actor"]["id"]: one["actor"] for one in event["participants"] if one["actor"]} for event in held]
    cards = {uid: card for found in others for uid, card in found.items()}
    times = Counter(uid for found in others for uid in found if cards[uid]["kind"] == "person" and uid != person["id"])
    return [{"person": cards[uid], "times": number} for uid, number in times.most_common(MOST)]


def neighbours(event: dict, before: list[dict], after: list[dict]) -> dict:
    """The rounds that are known next to one, with how many numbers lie between that are not; none through a series that
    is not public."""
    number = ordinal(event)
    if not number or not series_of(event):
        return {"previous": None, "next": None}
    earlier = [one for one in (*before, *after) if ordinal(one) and ordinal(one) < number]
    later = [one for one in (*before, *after) if ordinal(one) and ordinal(one) > number]
    previous, following = max(earlier, key=ordinal, default=None), min(later, key=ordinal, default=None)
    return {
        "previous": previous and {"event": previous, "missing": number - ordinal(previous) - 1},
        "next": following and {"event": following, "missing": ordinal(following) - number - 1},
    }


def series_of(event: dict) -> str | None:
    return id_of(event["series"]["series"]) if event["series"] else None


def ordinal(event: dict) -> int | None:
    return event["series"]["ordinal"] if event["series"] else None


def rounds_of(events: list[dict]) -> dict:
    """Numbered rounds in order, with the days and the numbers between them; meetings without a number apart."""
    numbered = [{**event, "sources_differ": event.get("sources_differ", False)} for event in events if ordinal(event)]
    return {"numbered": series_rounds(numbered), "others": [event for event in events if not ordinal(event)]}


def programme(events: list[dict]) -> list[dict]:
    """Parts of an event by day, in order; what is not known to the day is listed under the words of its date."""
    days: dict[str, dict] = {}
    for event in events:
        day = days.setdefault(event["date"]["edtf"], {"first": event, "events": []})
        day["events"].append(event)
    return list(days.values())


def by_year(articles: list[dict]) -> list[dict]:
    """Latest first, as they come."""
    found: dict[str, list[dict]] = {}
    for article in articles:
        found.setdefault(article["first_published_at"][:4], []).append(article)
    return [{"year": year, "articles": listed} for year, listed in found.items()]
