"""
The matrix: every address of the API, in every format, asked for by every tier.

Beside what is public stand records that wait, were withdrawn, were erased or are drafts, which nobody sees; and advance
editions, which a wire alone sees, each marked, in answers that no cache keeps for others.
"""

import datetime as dt
import re
from itertools import product
from urllib.parse import urlencode

import pytest
from django.urls import get_resolver, reverse
from django.utils import timezone

from newsroom.desk.publish import erase
from newsroom.partners.models import Delivery
from newsroom.public.addresses import PLURALS
from newsroom.public.api.formats.forms import SUFFIXES
from newsroom.public.models import Head
from newsroom.public.search import index_edition
from tests.factories.desk import ArticleFactory
from tests.journeys.test_canary import kind_of, parameters, routes
from tests.partners.conftest import bearing, new_key, new_partner
from tests.public import payloads
from tests.public.conftest import DAY, THEN, publish, withdraw

pytestmark = pytest.mark.django_db(databases=["default", "usage"])

TIERS = ("anonymous", "registered", "partner", "wire")
EARLY, HIDDEN, PUBLIC = "qzearly", "qzhidden", "qzpublic"
WORD = re.compile(rf"{EARLY}|{HIDDEN}|{PUBLIC}")


class World:
    """Of every kind one record of each state, by name."""

    editions = ()

    def __init__(self):
        self.ahead = timezone.now().replace(microsecond=0) + DAY
        self.sides = [publish("actor", label=f"{PUBLIC} {name}", payload=payloads.actor(name)).uid for name in "AB"]
        self.uids = {kind: self.of_kind(kind) for kind in PLURALS}
        for edition in self.editions:
            index_edition(edition.id, edition.language, edition.kind, edition.title, edition.title)
        for uids in self.uids.values():
            erase(uid=uids["erased"], by=None, reason="By law.")
        ArticleFactory(headline_en=HIDDEN, body_en=f"<p>{HIDDEN}</p>")
        Head.objects.update(until=timezone.now())

    def put(self, kind: str, word: str, uid=None, language="en", payload=None, **fields):
        """The first edition of a kind is early or hidden, so that lists have it in front."""
        told = {**payload_of(kind, word, self.sides), **(payload or {})}
        slug = f"{word}-{kind}-{len(self.editions)}"
        edition = publish(kind, uid, language, label=word, slug=slug, payload=told, **fields)
        self.editions = (*self.editions, edition)
        return edition

    def of_kind(self, kind: str) -> dict[str, str]:
        early = self.put(kind, EARLY, advance=True, live_from=self.ahead)
        waiting = self.put(kind, HIDDEN, live_from=self.ahead)
        gone, erased = (self.put(kind, HIDDEN) for _ in range(2))
        withdraw(gone, THEN + DAY, slug=f"{HIDDEN}-{gone.uid}")
        shown, followed = (self.put(kind, PUBLIC) for _ in range(2))
        self.put(kind, HIDDEN, shown.uid, live_from=self.ahead)
        self.put(kind, EARLY, followed.uid, advance=True, live_from=self.ahead)
        # Another language of what is public.
        self.put(kind, EARLY, shown.uid, "fr", advance=True, live_from=self.ahead)
        names = ("early", "waiting", "gone", "erased", "shown", "followed")
        found = dict(zip(names, (one.uid for one in (early, waiting, gone, erased, shown, followed)), strict=True))
        found["pointing"] = self.pointing(kind, found)
        return found

    def pointing(self, kind: str, found: dict[str, str]) -> str:
        linked = [{"actor": {"$must": uid}, "role": "mentioned"} for uid in found.values()]
        body = ["<p>", *({"$link": uid, "words": "so called"} for uid in found.values()), "</p>"]
        facets = [(name, uid) for uid in found.values() for name in ("actor", "country", "topic", "source")]
        facets += [("pair", "AZE-DZA")] if kind == "dossier" else []
        payload = {"actors": linked, "people": [{"actor": {"$must": uid}} for uid in found.values()]}
        if kind == "article":
            payload["body"] = body
        return self.put(kind, PUBLIC, payload=payload, facets=facets).uid


def payload_of(kind: str, word: str, sides: list[str]) -> dict:
    return payloads.dossier(word, sides) if kind == "dossier" else payloads.PAYLOADS[kind](word)


@pytest.fixture
def world(db):
    return World()


def addresses(world: World):
    """(name, address) of every endpoint with every record, and of lists with each sort of narrowing."""
    for name, entry in routes(get_resolver()):
        if name.startswith("api:"):
            for address in reversed_with(world, name, entry):
                yield from asked(world, name, entry, address)


def reversed_with(world: World, name: str, entry):
    wanted = list(entry.pattern.converters)
    uids = world.uids[kind_of(entry) or "actor"].values()
    values = {
        "uid": list(uids),
        "pair": ["AZE-DZA", world.uids["dossier"]["early"]] if name == "api:dossier" else ["AZE-DZA"],
        "part": ["timeline", "agreements", "latest", "counts"],
        "language": ["en", "fr"],
        "number": ["1", "2"],
        "name": ["genders"],
        "code": ["withdrawn"],
        "form": SUFFIXES,
        "date": ["2026-01-31"],
        "plural": ["articles"],
        "webhook": ["00000000-0000-4000-8000-000000000000"],
        "delivery": ["msg_1_00000000"],
    }
    assert set(wanted) <= set(values), f"Say what {wanted} of {name} may be."
    for given in product(*(values[one] for one in wanted)):
        yield reverse(name, kwargs=dict(zip(wanted, given, strict=True)))


def asked(world: World, name: str, entry, address: str):
    known = parameters(name, entry)
    uids = world.uids[kind_of(entry) or "actor"]
    queries = [
        *({"lang": lang} for lang in ("fr", "en,fr", "*")),
        {"fields": "title"},
        {"expand": "actors"},
        {"count": "true", "id__in": ",".join(uids.values())},
        {"q": EARLY},
        {"q": PUBLIC},
        {"country": uids["early"], "lang": "en"},
        {"since": "0"},
    ]
    if "q" not in known or name != "api:search":
        yield name, address
    is_list = name.endswith("-list") or not entry.pattern.converters
    for query in queries if is_list else [{"fields": "title"}]:
        if query.keys() <= known.keys():
            yield name, f"{address}?{urlencode(query)}"


def words_in(answer, address: str) -> set[str]:
    """But for those of the question."""
    told = f"{answer.headers} {answer.getvalue().decode()}".replace(address.partition("?")[2] or "\0", "")
    return set(WORD.findall(told))


def unmarked(node, told: bool = False) -> bool:
    """Whether a word of an advance edition stands in nothing that says until when it is embargoed."""
    if isinstance(node, dict):
        told = told or bool(node.get("embargoed_until"))
        return any(unmarked(value, told) for value in node.values())
    if isinstance(node, list):
        return any(unmarked(value, told) for value in node)
    return not told and EARLY in str(node)


def is_marked(answer) -> bool:
    """JSON marks every part; ninjs the whole news object. No other format can, so none may have it."""
    told = answer.json()
    if "ninjs" not in answer["Content-Type"]:
        return not unmarked(told)
    items = told if isinstance(told, list) else [told]
    return all(one["pubStatus"] == "withheld" for one in items if EARLY in str(one))


@pytest.mark.parametrize("tier", TIERS)
def test_every_address_shows_a_tier_what_it_may_see_and_nothing_else(client, world, tier):
    headers = {} if tier == "anonymous" else bearing(new_key(partner=new_partner(tier, per_minute=1_000_000)))
    early, public, unseen = set(), set(), {}

    for name, address in addresses(world):
        answer = client.get(address, headers=headers)
        assert answer.status_code in {200, 308, 400, 401, 403, 404, 405, 410}, address
        found = words_in(answer, address)
        if HIDDEN in found:
            unseen[address] = HIDDEN
        if PUBLIC in found:
            public.add(name)
        if EARLY in found:
            early.add(name)
            assert is_marked(answer), address
            assert answer["Cache-Control"] == "private, no-cache", address
            assert "Authorization" in answer["Vary"], address
        if tier != "anonymous":
            assert "public" not in answer.headers.get("Cache-Control", ""), address

    assert unseen == {}
    lists = {f"api:{plural}-list" for plural in PLURALS.values()}
    assert public >= lists
    if tier == "wire":
        seen = {name for kind, plural in PLURALS.items() if kind != "dossier" for name in of_record(plural)}
        assert early == seen
    else:
        assert early == set()


def of_record(plural: str) -> set[str]:
    return {f"api:{plural}-{name}{form}" for name in ("list", "detail", "edition") for form in ("", "-form")}


def test_advance_edition_has_its_number_where_its_address_says(client, world):
    wire, uid = bearing(new_key("wire")), world.uids["article"]["early"]
    told = client.get(f"/api/v1/articles/{uid}", headers=wire).json()

    numbered = client.get(told["edition_url"], headers=wire)

    assert (numbered.status_code, numbered.json()) == (200, told)
    assert client.get(told["edition_url"]).status_code == 404


def test_languages_of_an_advance_edition_are_told_to_whom_it_is_shown(client, world):
    uid = world.uids["article"]["early"]
    path = f"/api/v1/articles/{uid}?lang=fr"

    told = client.get(path, headers=bearing(new_key("wire"))).json()

    assert [one["language"] for one in told["available"]] == ["en"]
    assert client.get(path).json()["type"] == "/api/v1/problems/not-found"


def test_fields_asked_for_never_leave_out_the_mark(client, world):
    path = f"/api/v1/articles/{world.uids['article']['early']}?fields=headline"

    told = client.get(path, headers=bearing(new_key("wire"))).json()

    assert told["embargoed_until"] == world.ahead.isoformat().replace("+00:00", "Z")
    assert (
        "embargoed_until" not in client.get(f"/api/v1/articles/{world.uids['article']['shown']}?fields=headline").json()
    )


def test_translation_ahead_is_marked_and_for_the_wire_alone(client, world):
    path = f"/api/v1/articles/{world.uids['article']['shown']}?lang=en"

    (told,) = client.get(path, headers=bearing(new_key("wire"))).json()["translations"]

    assert (told["language"], told["embargoed_until"]) == ("fr", world.ahead.isoformat().replace("+00:00", "Z"))
    assert client.get(path).json()["translations"] == []


def test_link_to_an_advance_edition_keeps_its_words_and_leads_nowhere_yet(client, world):
    uids = world.uids["article"]

    body = client.get(f"/api/v1/articles/{uids['pointing']}", headers=bearing(new_key("wire"))).json()["body_html"]

    assert body.count("so called") == 6
    # What is public under its own slug: one is, the other will be followed.
    assert body.count("<a ") == 1


def test_lists_and_counts_agree_for_each_tier(client, world):
    def counted(headers):
        page = client.get("/api/v1/articles?lang=en&count=true", headers=headers).json()
        return len(page["results"]), page["count"]

    assert counted({}) == (3, 3)
    assert counted(bearing(new_key("wire"))) == (4, 4)


def test_filter_by_an_advance_record_finds_only_for_the_wire(client, world):
    query = f"/api/v1/articles?lang=en&country={world.uids['article']['early']}"

    sizes = [len(client.get(query, headers=one).json()["results"]) for one in ({}, bearing(new_key("wire")))]

    assert sizes == [0, 1]


def test_validator_of_the_wire_is_worth_nothing_to_strangers(client, world):
    path = f"/api/v1/articles/{world.uids['article']['followed']}"
    wire = bearing(new_key("wire"))
    etag = client.get(path, headers=wire)["ETag"]

    assert client.get(path, headers={"If-None-Match": etag}).status_code == 200
    assert client.get(path, headers={**wire, "If-None-Match": etag}).status_code == 304


def test_head_tells_the_same_and_delivers_nothing(client, world):
    path, wire = f"/api/v1/articles/{world.uids['article']['early']}", bearing(new_key("wire"))

    head = client.head(path, headers=wire)

    assert (head.status_code, head["Cache-Control"], head.content) == (200, "private, no-cache", b"")
    assert not Delivery.objects.exists()
    assert client.head(path).status_code == 404


def test_past_of_the_wire_is_that_of_everybody(client, world):
    moment = (timezone.now() - dt.timedelta(seconds=1)).isoformat().replace("+00:00", "Z")
    path = f"/api/v1/articles?lang=en&as_of={moment}"

    assert client.get(path, headers=bearing(new_key("wire"))).json() == client.get(path).json()
