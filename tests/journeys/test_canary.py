"""
Words planted in every text field of what is not public, and every address asked for with each of its parameters.

Five sets of records, one of every kind: frozen for review but never published, waiting for its moment, withdrawn, public,
and public with links to the first three. What is public is rewritten afterwards, and the new text waits as well.
"""

import datetime as dt
import inspect
from itertools import product
from urllib.parse import urlencode

import pytest
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone
from django.utils.translation import override

from newsroom.desk.fields import translated_fields
from newsroom.desk.models import Article, PreviewLink, Version
from newsroom.desk.previews.links import end_link, make_link, sha256_of
from newsroom.public import snapshots
from newsroom.public.addresses import KINDS, PLURALS
from newsroom.public.api import fields
from newsroom.public.api.formats.forms import BY_KIND, BY_PART
from newsroom.public.api.problems import TITLES
from newsroom.public.api.vocabularies import NAMES
from newsroom.public.pages.narrowing import known
from relations.models import Picture
from relations.values.languages import LANGUAGES
from tests.factories.relations import PictureFactory
from tests.journeys.planting import MODELS, Planter, compose_all, every, grow, link, put_out, records, take_back
from tests.journeys.stranger import Reader
from tests.partners.conftest import bearing, new_key

pytestmark = pytest.mark.django_db(databases=["default", "usage"])

HIDDEN, PUBLIC = "h", "p"
CODES = {
    "unpublished": ("ABW", "AFG"),
    "pending": ("AGO", "AIA"),
    "withdrawn": ("ALA", "ALB"),
    "public": ("AZE", "DZA"),
    "linking": ("AND", "ARE"),
}


SHOWN = ("public", "linking")


class World:
    """What there is, by set; `moments` are those of the past to ask about."""

    def __init__(self):
        self.planter = Planter()
        self.sets = {name: grow(codes) for name, codes in CODES.items()}
        self.moments = [stamp(timezone.now())]
        for name, found in self.sets.items():
            self.planter.plant(every(found), PUBLIC if name in SHOWN else HIDDEN)
        self.publish()
        self.moments.append(stamp(timezone.now()))
        self.rewrite()
        self.tokens = list(self.spent_links())

    def spent_links(self):
        """Secrets that show nothing any longer, and one that never did."""
        version = Version.objects.filter(record=self.sets["unpublished"][Article][0].pk, language="en").get()
        expired, ended = (make_link(version=version, by=None, lifetime=dt.timedelta(days=1)) for _ in range(2))
        links = {link.token_sha256: link for link in PreviewLink.objects.all()}
        PreviewLink.objects.filter(pk=links[sha256_of(expired)].pk).update(expires_at=timezone.now())
        end_link(link=links[sha256_of(ended)], by=None)
        yield from (expired, ended, "A" * len(expired))

    def publish(self) -> None:
        hidden = [self.sets[name] for name in ("unpublished", "pending", "withdrawn")]
        compose_all(self.sets["unpublished"])
        put_out(self.sets["pending"], at=timezone.now() + dt.timedelta(days=1), note=self.planter.word(HIDDEN, "note"))
        put_out(self.sets["withdrawn"], note=self.planter.word(HIDDEN, "note"))
        take_back(self.sets["withdrawn"])
        link(self.sets["public"], self.sets["public"])
        put_out(self.sets["public"])
        link(self.sets["linking"], *hidden)
        put_out(self.sets["linking"])

    def rewrite(self) -> None:
        for name in SHOWN:
            self.planter.plant(every(self.sets[name]), HIDDEN)
        self.new_picture = PictureFactory()
        Article.objects.filter(pk__in=[one.pk for one in self.sets["public"][Article]]).update(
            lead_picture=self.new_picture
        )
        put_out(self.sets["public"], at=timezone.now() + dt.timedelta(days=1), note=self.planter.word(HIDDEN, "note"))

    def of_kind(self, kind: str | None):
        """All public records of the kind, or one of every kind; one from each of the other sets."""
        for name, found in self.sets.items():
            wanted = [one for one in records(found) if kind in (None, one.kind)]
            yield from wanted if kind and name in SHOWN else {one.kind: one for one in wanted}.values()

    def served(self, client, name: str) -> bool:
        """Whether strangers get the picture of a set."""
        (picture,) = self.sets[name][Picture]
        response = client.get(f"/media/{picture.file.name}")
        return bool(b"".join(response)) and response.status_code == 200

    def uid(self, name: str, kind: str) -> str:
        return next(one.uid for one in records(self.sets[name]) if one.kind == kind)


def stamp(moment: dt.datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


@pytest.fixture
def world(db, settings, tmp_path):
    found = World()
    settings.PUBLIC_ORIGIN, settings.SNAPSHOTS = "http://testserver", tmp_path
    snapshots.make()
    return found


# Addresses


def routes(resolver, space: str = ""):
    """(name, entry) of every address but the admin's, which its own walk sees to."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            if str(entry.pattern).startswith("admin/"):
                continue
            yield from routes(entry, f"{entry.namespace}:" if entry.namespace else space)
        elif entry.name:
            yield space + entry.name, entry


def kind_of(entry) -> str | None:
    return entry.default_args.get("kind") or getattr(entry.callback, "view_initkwargs", {}).get("kind") or None


def addresses(world: World, name: str, entry, language: str):
    pattern = entry.pattern
    wanted = list(getattr(pattern, "converters", {})) or list(pattern.regex.groupindex)
    for values in product(*(arguments(world, one, entry, language) for one in wanted)):
        yield reverse(name, kwargs=dict(zip(wanted, values, strict=True)))


def arguments(world: World, name: str, entry, language: str) -> list[str]:
    kind = kind_of(entry)
    if name == "uid":
        return [record.uid for record in world.of_kind(kind or ("actor" if "actors" in str(entry.pattern) else None))]
    if name == "slug":
        wanted = [record.pk for record in world.of_kind(kind or "dossier")]
        return list(Version.objects.filter(record__in=wanted, language=language).values_list("slug", flat=True))
    if name == "name" and "media" in str(entry.pattern):
        return list(Picture.objects.values_list("file", flat=True))
    return {
        "form": [form.suffix for form in (BY_KIND[kind] if kind else BY_PART[""])],
        "token": world.tokens,
        "pair": ["-".join(codes) for codes in CODES.values()] + ["DZA-AZE"],
        "part": ["timeline", "visits", "agreements", "forums", "claims", "disputes", "quotes", "posts", "latest"],
        "plural": sorted(KINDS),
        "language": ["en", "ar"],
        "number": ["1", "2"],
        "code": sorted(TITLES),
        "name": sorted(NAMES)[:3],
        "date": [one.date for one in snapshots.stored()],
        # Without a key nobody is told whether there is one.
        "webhook": ["00000000-0000-4000-8000-000000000000"],
        "delivery": ["msg_1_00000000"],
        # Those of the events planted, and of today.
        "month": ["2025-04", "2025-11", f"{timezone.now():%Y-%m}"],
    }[name]


# Parameters


def parameters(name: str, entry) -> dict:
    view = entry.callback
    if hasattr(view, "view_class"):
        given = view.view_initkwargs.get("parameters_class") or view.view_class.parameters_class
        return dict(given.base_filters) if given else {}
    if name.endswith("-list"):
        return known(kind_of(entry))
    return getattr(inspect.getmodule(inspect.unwrap(view)), "PARAMETERS", {})


def queries(world: World, name: str, entry):
    """Each parameter by itself, and every past moment in every language."""
    found = parameters(name, entry)
    # A search answers nothing without words; those of what is public find something.
    words = {"q": next(iter(world.planter.planted(PUBLIC)))} if name.endswith(":search") else {}
    for parameter, filter_ in found.items():
        yield from ({**words, parameter: value} for value in given(world, parameter, filter_.field))
    if "as_of" in found:
        yield from (
            {"as_of": moment, "lang": code} for moment, code in product(world.moments, (*LANGUAGES, "az,ar,fr,en"))
        )


SAMPLES = {
    "expand": [
        "actors",
        "countries",
        "topics",
        "participants.actor",
        "parties",
        "events.places",
        "related",
        "organisation",
    ],
    "fields": ["title,sources,headline,body_html,claims"],
    "year": ["2025"],
    "from": ["2025"],
    "to": ["2025"],
    "iso3": ["AZE"],
    "identifier": ["wikidata:AZE"],
    "pair": ["AZE-DZA"],
    "qcode": ["medtop:20000256"],
    "cursor": ["x"],
    "against": ["1", "2"],
}


def given(world: World, name: str, field) -> list[str]:
    """Values that a parameter takes, those of what is hidden among them."""
    if name in SAMPLES:
        return SAMPLES[name]
    if isinstance(field, fields.ListField) and not isinstance(field, fields.LanguagesField):
        return [",".join(given(world, name, field.each)[:3])]
    uids = [world.uid(of, kind) for of, kind in product(("unpublished", "pending", "public"), ("actor", "topic"))]
    by_type = {
        fields.LanguagesField: [*LANGUAGES, "az,fr", "*"],
        fields.UidField: uids,
        fields.FlagField: ["true"],
        fields.CodeField: list(getattr(field, "codes", ()))[:4],
        fields.SinceField: ["0", "latest"],
        fields.IntegerField: [str(min(getattr(field, "most", 0), 100))],
        fields.PastMomentField: world.moments,
        fields.MomentField: world.moments[1:],
        fields.DayField: ["2025-04-21"],
    }
    words = [*list(world.planter.planted(HIDDEN))[::400], "talks"]
    return next((values for kind, values in by_type.items() if isinstance(field, kind)), words)


# Asking


def read_everything(world: World, reader: Reader, only=lambda name: True) -> None:
    for name, entry in routes(get_resolver()):
        if only(name):
            for language in LANGUAGES if name.startswith("pages:") else ("en",):
                with override(language):
                    read_route(world, reader, name, entry, language)


def read_route(world: World, reader: Reader, name: str, entry, language: str) -> None:
    found = list(addresses(world, name, entry, language))
    assert found, f"No address of {name}"
    for address in found:
        reader.read(address)
    if language in ("en", "ar"):
        # The sets come in order, the public ones last.
        for query in queries(world, name, entry):
            reader.read(f"{found[-1]}?{urlencode(query)}")
    for method in ("HEAD", "POST", "OPTIONS"):
        reader.ask(found[0], method=method)


def read_snapshot(reader: Reader) -> None:
    """Which is for partners alone, and holds of every kind what is public."""
    [snapshot] = snapshots.stored()
    for kind in KINDS.values():
        address = reverse("api:snapshot-file", args=[snapshot.date, PLURALS[kind]])
        assert reader.ask(address, headers=bearing(new_key("partner"))).status_code == 200
    assert all(file.rows for file in snapshot.files)


def never_shown(world: World, seen: set[str]) -> set[str]:
    """The fields of what is public whose words no answer held."""
    public = world.planter.planted(PUBLIC)
    return set(public.values()) - {label for word, label in public.items() if word in seen}


def untranslated() -> set[str]:
    """Columns that hold whatever language was active at the last save, beside those of each language."""
    return {f"{model.__name__}.{field}" for model in MODELS for field in translated_fields(model)}


# Of what is public, too, these stay with the desk.
INTERNAL = {
    "Citation.page",
    "Dossier.editor_notes",
    "Participation.name_as_printed",
    "Place.geonames",
    "Source.body",
    "Topic.medtop_version",
    *(
        f"{name}.key"
        for name in ("ActorName", "AgreementParty", "ArticleActor", "Attestation", "Byline", "Citation", "Identifier")
    ),
    *(f"{name}.key" for name in ("Participation", "PostTitle", "Signature")),
}


def test_no_word_of_what_is_not_public_is_in_any_answer(client, world):
    reader = Reader(client)
    read_everything(world, reader)
    read_snapshot(reader)

    hidden = world.planter.planted(HIDDEN)
    assert {hidden[word]: address for word, address in reader.seen.items() if word in hidden} == {}
    # The control: reading so does find what is public, in every field and language.
    assert never_shown(world, set(reader.seen)) == untranslated() | INTERNAL
    assert reader.asked > 1000
    assert {name: world.served(client, name) for name in CODES} == {name: name == "public" for name in CODES}
    assert client.get(f"/media/{world.new_picture.file.name}").status_code == 404


def test_search_for_a_hidden_word_is_answered_as_for_one_that_is_nowhere(client, world):
    forms = ("/api/v1/search?lang={code}&q=", "/api/v1/articles?lang={code}&q=", "/{code}/search?q=")
    hidden = [word for word, label in world.planter.planted(HIDDEN).items() if label.startswith("Article.headline")]

    for form, code, word in product(forms, LANGUAGES, hidden):
        answers = [
            client.get(f"{form.format(code=code)}{one}", headers={"x-request-id": "the-same"})
            for one in (word, "qzh99999")
        ]

        assert [response.status_code for response in answers] == [200, 200]
        assert answers[0].text.replace(word, "qzh99999") == answers[1].text
