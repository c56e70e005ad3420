"""What a search can be narrowed by, each with the address that does so, and what is chosen, with the one that does not."""

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from newsroom.public.pages.searching import RECORDS, Found
from newsroom.public.pages.sections import NAMES
from relations.values.languages import LANGUAGES, NATIVE_NAMES, direction

LABELS = {
    "kind": _("Kind"), "country": _("Country"), "person": _("Person"), "topic": _("Topic"), "year": _("Year"),
    "lang": _("Language"),
}  # fmt: skip
# Of a facet so many values; the others behind a fold.
SHOWN, MOST = 6, 12


def query_of(values: dict, **changed) -> str:
    """The address of a first page, as parameters in one order; what is changed to nothing is left out."""
    given = {**values, **changed}
    pairs = ((name, given.get(name)) for name in ("q", *LABELS))
    return urlencode({name: ",".join(value) if isinstance(value, tuple) else value for name, value in pairs if value})


def tabs(values: dict, found: Found) -> list[dict]:
    """Everything; then the kinds of what was found, or the one chosen."""
    kinds = dict(found.counts["kind"])
    wanted = [values["kind"]] if "kind" in values else [kind for kind in NAMES if kind in kinds]
    every = {"name": _("Everything"), "kind": None, "query": query_of(values, kind=None), "count": None}
    return [
        every if "kind" in values else {**every, "count": found.total},
        *(
            {"name": NAMES[kind], "kind": kind, "query": query_of(values, kind=kind), "count": kinds.get(kind, 0)}
            for kind in wanted
        ),
    ]


def facets(values: dict, found: Found) -> list[dict]:
    """Countries, people, topics, years; a facet with nothing to choose is left out."""
    every = [
        *((name, record_options(name, values, found)) for name in RECORDS),
        ("year", [] if "year" in values else year_options(values, found)),
    ]
    return [
        {"name": LABELS[name], "options": options[:SHOWN], "others": options[SHOWN:MOST]}
        for name, options in every
        if options
    ]


def record_options(name: str, values: dict, found: Found) -> list[dict]:
    chosen = values.get(name, ())
    return [
        {"card": found.cards[uid], "count": count, "query": query_of(values, **{name: (*chosen, uid)})}
        for uid, count in found.counts[name]
        if uid in found.cards and uid not in chosen and (name != "person" or found.cards[uid]["kind"] == "person")
    ]


def year_options(values: dict, found: Found) -> list[dict]:
    return [
        {"words": year, "count": count, "query": query_of(values, year=int(year))}
        for year, count in found.counts["year"]
    ]


def tongues(values: dict, found: Found, language: str) -> list[dict]:
    """The languages in which something answers, that of the search first; none where there is but that one."""
    here = {"number": found.total, "more": found.more}
    others = {code: one._asdict() for code in LANGUAGES if (one := found.elsewhere.get(code)) and one.number}
    return [
        {
            "code": code,
            "dir": direction(code),
            "name": NATIVE_NAMES[code],
            "here": code == language,
            "query": query_of(values, lang=code),
            "number": counted["number"],
            "shown": f"{counted['number']}{'+' if counted['more'] else ''}",
        }
        for code, counted in ({language: here} | others if others else {}).items()
    ]


def chips(values: dict, found: Found, page_language: str) -> list[dict]:
    """What is chosen. A record that is not public has no name, and keeps none."""
    chosen = [
        {
            "name": LABELS[name],
            "card": found.cards.get(uid),
            "words": "–",
            "without": query_of(values, **{name: tuple(one for one in values[name] if one != uid)}),
        }
        for name in RECORDS
        for uid in values.get(name, ())
    ]
    if "year" in values:
        chosen.append({"name": LABELS["year"], "words": str(values["year"]), "without": query_of(values, year=None)})
    if values.get("lang", page_language) != page_language:
        words = NATIVE_NAMES[values["lang"]]
        chosen.append({"name": LABELS["lang"], "words": words, "without": query_of(values, lang=None)})
    return chosen


def offers(values: dict, found: Found, page_language: str) -> list[dict]:
    """Names like the query, each with a search for it in the language it is written in."""
    return [
        {
            "words": row.title,
            "language": row.language,
            "dir": direction(row.language),
            "query": query_of({"q": row.title, "lang": row.language if row.language != page_language else None}),
        }
        for row in found.alike
    ]
