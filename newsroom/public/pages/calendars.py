"""iCalendar (RFC 5545, RFC 7986): events that are known to the day, as days of a calendar.

Who takes part is told in words: an ATTENDEE is somebody whom mail is sent to.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import override

from newsroom.public.pages.following import tag
from newsroom.public.templatetags.words import capital, label
from relations.values.fuzzy import FuzzyDate

MAKER = "-//Communiqué//Calendar//EN"
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
# What was postponed does not take place on the day that was said.
STATUSES = {
    "planned": "TENTATIVE",
    "unconfirmed": "TENTATIVE",
    "confirmed": "CONFIRMED",
    "held": "CONFIRMED",
    "cancelled": "CANCELLED",
    "postponed": "CANCELLED",
}
MARKED = ("cancelled", "postponed", "unconfirmed")


class Days(NamedTuple):
    """The first day, and the one after the last."""

    first: dt.date
    beyond: dt.date


def write(name: str, language: str, address: str, home: str, events: list[dict], origin: str) -> bytes:
    """`address` is the calendar's own, `home` that of the page it belongs to. Events in the order given."""
    # It takes 3 MiB, and most workers are never asked for a calendar.
    import icalendar  # noqa: PLC0415

    calendar = icalendar.Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name, parameters=said_in(language))
    calendar.add("x-wr-calname", name)
    calendar.add("url", home)
    calendar.add("source", address, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", HOUR, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for event in events:
        if days := days_of(event):
            calendar.add_component(filled(icalendar.Event(), event, days, origin))
    return calendar.to_ical()


def days_of(event: dict) -> Days | None:
    """None unless both the first and the last day are known, and neither is in doubt."""
    date = FuzzyDate.parse(event["date"]["edtf"])
    ends = date.points if date.is_interval else date.points * 2
    if date.is_one_of or None in ends or any(end.doubt != "none" or end.lower != end.upper for end in ends):
        return None
    return Days(ends[0].lower, ends[1].upper + DAY)


def filled(found, event: dict, days: Days, origin: str):
    """An event of the calendar that says what an event of ours does."""
    language = event["language"]
    # Written to the second, as iCalendar knows no shorter time.
    first, published = (dt.datetime.fromisoformat(event[at]) for at in ("first_published_at", "published_at"))
    found.add("uid", tag(origin, f"event/{event['id']}", language))
    found.add("dtstamp", published)
    found.add("created", first)
    found.add("last-modified", published)
    found.add("dtstart", days.first)
    found.add("dtend", days.beyond)
    found.add("sequence", event["edition"])
    found.add("status", STATUSES.get(event["status"], "TENTATIVE"))
    found.add("transp", "TRANSPARENT")
    found.add("url", event["html_url"])
    with override(language):
        for name, words in told(event):
            if words:
                found.add(name, words, parameters=said_in(language))
        found.add("categories", [capital(label(event["kind"], "event_types"))], parameters=said_in(language))
    return found


def told(event: dict) -> Iterator[tuple[str, str]]:
    yield "summary", titled(event)
    yield "location", _(", ").join(place["label"] for place in event["places"])
    yield (
        "description",
        "\n\n".join(filter(None, [event["summary"], participants(event), corrections(event), event["html_url"]])),
    )


def titled(event: dict) -> str:
    if event["status"] not in MARKED:
        return event["title"]
    status = capital(label(event["status"], "occurrences"))
    return _("%(status)s: %(title)s") % {"status": status, "title": event["title"]}


def participants(event: dict) -> str:
    """A line for each, with the office held that day."""
    return "\n".join(f"– {words}" for words in map(participant, event["participants"]) if words)


def participant(one: dict) -> str:
    office = one["post_at_the_time"]
    who = one["name"] or (one["actor"]["label"] if one["actor"] else "")
    return _(", ").join(filter(None, [who, office["title"] if office else ""]))


def corrections(event: dict) -> str:
    return "\n".join(one["note"] for one in event["corrections"])


def said_in(language: str) -> dict[str, str]:
    return {"LANGUAGE": language}
