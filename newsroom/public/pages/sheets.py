"""Tables of a dossier for readers: in words of the page's language."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from newsroom.public.api.formats.csv import csv_of
from newsroom.public.templatetags.words import capital, label


def timeline(content: dict, origin: str) -> bytes:
    """Every event, those planned last."""
    header = [
        *dates_header(), _("Kind"), _("Title"), _("Status"), _("Places"), _("Who took part"), _("Part of"),
        _("Sources differ on the date"), _("Sources"), _("Page"),
    ]  # fmt: skip
    return csv_of(header, (event_row(event, origin) for event in (*content["timeline"], *content["planned"])))


def event_row(event: dict, origin: str) -> list:
    return [
        *dates(event["date"]),
        capital(label(event["kind"], "event_types")),
        event["title"],
        label(event["status"], "occurrences"),
        together(place["label"] for place in event["places"]),
        together(participant(one) for one in event["participants"]),
        event["part_of"]["label"] if event["part_of"] else "",
        _("yes") if event["sources_differ"] else _("no"),
        cited(event["sources"]),
        f"{origin}{event['html_url']}",
    ]


def agreements(content: dict, origin: str) -> bytes:
    """A row for each step of each party, and one for an agreement without any."""
    header = [
        _("Agreement"), _("Kind"), _("Status"), _("Step"), _("Party"), *dates_header(), _("Place"), _("Signed by"),
        _("Creates"), _("Sources"), _("Page"),
    ]  # fmt: skip
    return csv_of(header, (row for agreement in content["agreements"] for row in agreement_rows(agreement, origin)))


def agreement_rows(agreement: dict, origin: str) -> Iterator[list]:
    before = [
        agreement["title"],
        capital(label(agreement["kind"], "agreement_types")),
        label(agreement["status"], "act_stages"),
    ]
    signed = together(participant(one) for one in agreement["signatories"])
    created = together(body["label"] for body in agreement["creates"])
    address = f"{origin}{agreement['html_url']}"
    for act, party in steps(agreement):
        known = act or {"stage": "", "date": None, "place": None, "sources": agreement["sources"]}
        place = known["place"]["label"] if known["place"] else ""
        step = [label(known["stage"], "act_stages"), party, *dates(known["date"]), place]
        yield [*before, *step, signed, created, cited(known["sources"]), address]


def steps(agreement: dict) -> Iterator[tuple[dict | None, str]]:
    """An act without a party is one of all."""
    parties = [party["actor"]["label"] for party in agreement["parties"] if party["actor"]]
    for act in agreement["lifecycle"]:
        for party in [act["party"]["label"]] if act["party"] else parties or [""]:
            yield act, party
    if not agreement["lifecycle"]:
        yield None, ""


def dates_header() -> list[str]:
    return [_("Date"), "EDTF", _("Earliest day"), _("Latest day")]


def dates(date: dict | None) -> list:
    """In words, in EDTF, and the days it lies between; an end that is open is empty."""
    return [date["label"], date["edtf"], date["start"], date["end"]] if date else ["", "", "", ""]


def participant(one: dict) -> str:
    """In the capacity of the day."""
    held_then = one["post_at_the_time"] or one["capacity"]
    name = one["actor"]["label"] if one["actor"] else _("holder not named")
    return f"{one.get('name') or name} ({held_then['title']})" if held_then and held_then["title"] else name


def cited(uses: Iterable[dict]) -> str:
    once = {use["source"]["id"]: use for use in uses}.values()
    return together(
        " ".join([use["publisher"]["label"] if use["publisher"] else use["title"], *date_label(use)]) for use in once
    )


def date_label(use: dict) -> list[str]:
    return [use["date"]["label"]] if use["date"] else []


def together(words: Iterable[str]) -> str:
    return _("; ").join(words)
