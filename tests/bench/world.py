"""What articles are about: a few hundred records of fact, written as the desk writes them."""

import datetime as dt
from collections.abc import Iterator
from itertools import count
from random import Random
from typing import NamedTuple

from newsroom.desk.models import Author
from relations.models import Actor, Agreement, Dossier, Event, Place, Post, Record, Source, Topic
from relations.values.vocabularies import ActorType, ArticleType
from tests.bench.numbers import WORLD, uid
from tests.bench.words import Words
from tests.factories import relations as facts
from tests.factories.desk import AuthorFactory

FIRST_DAY = dt.date(2014, 1, 1)


class World(NamedTuple):
    countries: list[Actor]
    people: list[Actor]
    places: list[Place]
    topics: list[Topic]
    authors: list[Author]
    sources: list[Source]
    events: list[Event]
    agreements: list[Agreement]

    @property
    def kinds(self) -> list[str]:
        return list(ArticleType.values)


def load_world() -> World:
    return World(
        list(Actor.objects.filter(type=ActorType.COUNTRY).order_by("uid")),
        list(Actor.objects.filter(type=ActorType.PERSON).order_by("uid")),
        *(list(model.objects.order_by("uid")) for model in (Place, Topic, Author, Source, Event, Agreement)),
    )


def make_world() -> list[Record]:
    """Every record, those first that others refer to."""
    return list(Maker().records())


class Maker:
    def __init__(self):
        self.random = Random("world")
        self.numbers = count(1)
        self.words = {language: Words(language, 0) for language in ("en", "fr")}

    def records(self) -> Iterator[Record]:
        self.countries = [self.country(number) for number in range(40)]
        self.outlets = [facts.MediaFactory(**self.named("name"), country=self.one(self.countries)) for _ in range(10)]
        self.posts = [self.post() for _ in range(60)]
        self.people = [self.person() for _ in range(300)]
        self.places = [facts.PlaceFactory(**self.named("name"), country=self.one(self.countries)) for _ in range(40)]
        self.topics = [facts.TopicFactory(**self.named("name")) for _ in range(30)]
        yield from (*self.countries, *self.outlets, *self.posts, *self.people, *self.places, *self.topics)
        yield from (AuthorFactory(**self.named("name")) for _ in range(12))
        yield from [self.source() for _ in range(60)]
        self.events = [self.event() for _ in range(400)]
        yield from self.events
        yield from [self.planned_event() for _ in range(8)]
        yield from [self.agreement() for _ in range(100)]
        yield from [self.dossier(*self.countries[number : number + 2]) for number in range(0, 12, 2)]

    def one(self, found: list):
        return self.random.choice(found)

    def named(self, field: str) -> dict:
        number = next(self.numbers)
        titles = {f"{field}_{language}": self.title(words, field) for language, words in self.words.items()}
        return {"uid": uid(WORLD + number), "key": f"bench-{number}", **titles}

    def title(self, words: Words, field: str) -> str:
        return words.name() if field == "name" else words.title()

    def texts(self, field: str) -> dict:
        return {f"{field}_{language}": words.paragraph() for language, words in self.words.items()}

    def day(self) -> dt.date:
        return FIRST_DAY + dt.timedelta(days=self.random.randrange(4_000))

    def country(self, number: int) -> Actor:
        return facts.CountryFactory(**self.named("name"), iso3=f"{chr(65 + number // 26)}{chr(65 + number % 26)}X")

    def post(self) -> Post:
        numbered = self.named("title")
        post = facts.PostFactory(uid=numbered.pop("uid"), key=numbered.pop("key"), country=self.one(self.countries))
        facts.PostTitleFactory(post=post, **numbered)
        return post

    def person(self) -> Actor:
        person = facts.PersonFactory(
            **self.named("name"), **self.texts("description"), country=self.one(self.countries)
        )
        facts.TenureFactory(person=person, post=self.one(self.posts), start=f"{self.day():%Y-%m}")
        return person

    def source(self) -> Source:
        number = next(self.numbers)
        return facts.SourceFactory(
            uid=uid(WORLD + number), key=f"bench-{number}", publisher=self.one(self.outlets), published=f"{self.day()}"
        )

    def event(self, **fields) -> Event:
        host, guest = self.random.sample(self.countries, 2)
        place = self.one(self.places)
        given = {"date": f"{self.day()}", "place": place, "host_country": host, "visiting_country": guest, **fields}
        event = facts.EventFactory(**self.named("title"), **self.texts("summary"), **given)
        event.topics.set(self.random.sample(self.topics, 2))
        for order, side in enumerate((host, guest)):
            person, post = self.one(self.people), self.one(self.posts)
            facts.ParticipationFactory(event=event, person=person, post=post, side=side, order=order)
        return event

    def planned_event(self) -> Event:
        ahead = dt.date(2090, 1, 1) + dt.timedelta(days=self.random.randrange(300))
        return self.event(date=f"{ahead}", occurrence="planned", occurrence_as_of=dt.date(2026, 1, 1))

    def agreement(self) -> Agreement:
        agreement = facts.AgreementFactory(**self.named("descriptive_title"), **self.texts("subject"))
        agreement.topics.set(self.random.sample(self.topics, 2))
        event = self.one(self.events)
        for country in (event.host_country, event.visiting_country):
            facts.AgreementPartyFactory(agreement=agreement, actor=country)
        act = facts.AgreementActFactory(agreement=agreement, date=event.date, event=event)
        facts.SignatureFactory(act=act, person=self.one(self.people), side=event.host_country)
        return agreement

    def dossier(self, first: Actor, second: Actor) -> Dossier:
        numbered = self.named("title")
        pair = {"country_a": first, "country_b": second, "pair": f"{first.iso3}-{second.iso3}"}
        return facts.DossierFactory(**numbered, **self.texts("intro"), **pair)
