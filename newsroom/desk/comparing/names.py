"""Whom and what a record refers to, by every name they are known by, and which of them a text names."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from newsroom.desk.comparing.tokens import tokens_of
from newsroom.desk.compose import candidate_bytes, compose_all
from newsroom.desk.findable import folded
from newsroom.public.markers import targets
from newsroom.public.search.folding import is_arabic
from relations.models import Actor, ActorName, Place, Record
from relations.values.languages import LANGUAGES
from relations.values.transliteration import slugify
from relations.values.vocabularies import ActorType

VOWELS = re.compile(r"[aeiouyw]")
SHORTEST = 4
NAMES = tuple(f"name_{language}" for language in LANGUAGES)
# A particle, an article, or both, may be written together with an Arabic name.
ARABIC_BEFORE = r"(?:[وفبلك]{0,2}(?:ال|ل)?)"
# Algerian, azərbaycanlı, جزائري: these speak of a country without naming it.
NO_ADJECTIVE = r"(?!ns? |li |ي)"
SOUNDS = str.maketrans({"c": "j", "q": "k", "x": "k", "v": "f", "z": "s", "g": "j"})


class Words:
    """A text made ready to be searched for names: its folded words with blanks between, and where each begins."""

    def __init__(self, text: str):
        self.tokens = tokens_of(text)
        self.skeletons = [skeleton(token.folded) for token in self.tokens]
        self.starts, at = {}, 1
        for number, token in enumerate(self.tokens):
            self.starts[at] = number
            at += len(token.folded) + 1
        self.joined = f" {' '.join(token.folded for token in self.tokens)} "

    def place_of(self, match: re.Match) -> tuple[int, int]:
        first = max(number for at, number in self.starts.items() if at <= match.start(1))
        last = max(number for at, number in self.starts.items() if at < match.end(1))
        return self.tokens[first].start, self.tokens[last].end


@dataclass(frozen=True)
class Name:
    """A record that texts may name. `label` is its name by language, `forms` are folded: what it is named by.

    `hints` show that a text speaks of it all the same: `Algerian` and `Algiers` of Algeria, a ministry by its office.
    """

    uid: str
    label: dict[str, str] = field(hash=False)
    forms: frozenset[str]
    hints: frozenset[str] = frozenset()
    is_person: bool = False

    def place_in(self, words: Words) -> tuple[int, int] | None:
        """Where a text first calls it by its name: start and end, or None."""
        match = re.search(pattern(self.named, whole=True), words.joined)
        return words.place_of(match) if match else None

    def is_in(self, words: Words) -> bool:
        return bool(re.search(pattern(self.named | self.hints), words.joined)) or self.sounds_in(words)

    @cached_property
    def named(self) -> frozenset[str]:
        """A person is known by the surname alone."""
        surnames = {form.split()[-1] for form in self.forms} if self.is_person else set()
        return self.forms | {name for name in surnames if len(name) >= SHORTEST}

    def sounds_in(self, words: Words) -> bool:
        """The surname in another script than any the desk knows it in, by its consonants."""
        wanted = {skeleton(form.split()[-1]) for form in self.forms} if self.is_person else set()
        return any(len(one) > 2 and one in wanted for one in words.skeletons)


@lru_cache(maxsize=500)
def pattern(forms: frozenset[str], *, whole: bool = False) -> re.Pattern:
    """Any of the forms at the beginning of a word, with whatever ending; `whole` as the longest of them says it."""
    wanted = sorted((form for form in forms if len(form) > 1), key=len, reverse=whole)
    return re.compile(f" ({'|'.join(map(written, wanted)) or '(?!)'}){NO_ADJECTIVE if whole else ''}")


def written(form: str) -> str:
    if is_arabic(form):
        return ARABIC_BEFORE + re.escape(form.removeprefix("ال") if len(form) > SHORTEST + 1 else form)
    # Short names and abbreviations have endings only after a hyphen or apostrophe, which part words.
    return re.escape(form) + (r"(?= )" if len(form) < SHORTEST else "")


def skeleton(word: str) -> str:
    """`tebboune` and `تبون` come to tbn."""
    plain = slugify(word, "en").replace("-", "") if is_arabic(word) else word
    for pair, one in (("sh", "s"), ("ch", "j"), ("kh", "k"), ("gh", "j"), ("dh", "d"), ("th", "t"), ("ph", "f")):
        plain = plain.replace(pair, one)
    found = VOWELS.sub("", plain.translate(SOUNDS))
    return re.sub(r"(.)\1+", r"\1", found)


def names_of(record: Record) -> list[Name]:
    """The actors that a record refers to in any way, in its fields, its parts and its running text; three queries."""
    rows = list(Actor.objects.filter(uid__in=referred_to(record)).order_by("pk"))
    others, places = defaultdict(list), defaultdict(list)
    for pk, form in ActorName.objects.filter(actor__in=rows).values_list("actor", "form"):
        others[pk].append(form)
    for country, *names in Place.objects.filter(country__in=rows).values_list("country", *NAMES):
        places[country] += names
    return [name_of(row, others[row.pk], places[row.pk]) for row in rows]


def referred_to(record: Record) -> set[str]:
    """The uids in what the record is composed to; a text may link to more in one language than in another."""
    composed = compose_all(record).values()
    return {record.uid}.union(*(targets(candidate_bytes(frozen)) for frozen in composed))


def name_of(row: Actor, others: Iterable[str] = (), places: Iterable[str] = ()) -> Name:
    label = {language: getattr(row, f"name_{language}") or "" for language in LANGUAGES}
    short = [getattr(row, f"short_name_{language}") or "" for language in LANGUAGES]
    forms = all_folded([*label.values(), *short, *others])
    if row.type == ActorType.PERSON:
        return Name(row.uid, label, forms, is_person=True)
    if row.type == ActorType.COUNTRY:
        return Name(row.uid, label, forms, hints=all_folded(places) | frozenset(map(stem_of, forms)))
    # Institutions are paraphrased freely, unless they have a name of one word.
    return Name(row.uid, label, frozenset(form for form in forms if " " not in form), hints=forms)


def all_folded(names: Iterable[str | None]) -> frozenset[str]:
    return frozenset(filter(None, (folded(name or "") for name in names)))


def stem_of(form: str) -> str:
    """What the name of a country and its adjective have in common."""
    return form if " " in form else form[: max(SHORTEST, len(form) - 2)]
