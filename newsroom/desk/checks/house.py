"""The house style list: its words found in running text, whatever endings a language gives them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from newsroom.desk.checks.message import ERROR, WARNING, Message, Subject
from newsroom.desk.checks.naming import arabic_forms
from newsroom.desk.checks.running import Sentence, Word, forms_of, running_texts, sentences, words_of
from newsroom.desk.models import HouseWord
from newsroom.desk.models.house_word import Advice
from newsroom.public.search.folding import fold, normalise
from newsroom.public.search.stems import bare_forms

# Words in quotation marks are somebody else's: the desk may print them, knowingly.
QUOTED = {"“": "”", "«": "»", "„": "“", '"': '"'}

# A short word all in capitals is an acronym: "US" is not "us".
ACRONYM = 5


@dataclass(frozen=True)
class Hit:
    """An entry of the list found in a text, from one word of a sentence to another."""

    entry: HouseWord
    text: str
    sentence: Sentence
    first: int
    last: int

    @property
    def words(self) -> str:
        return self.sentence.between(self.first, self.last)

    @property
    def span(self) -> tuple[int, int]:
        """Where the words stand in the text."""
        start = self.sentence.start
        return start + self.sentence.words[self.first].start, start + self.sentence.words[self.last].end

    @property
    def is_quoted(self) -> bool:
        return is_quoted(self.text, *self.span)

    def is_inside(self, other: "Hit") -> bool:
        wider = other.last - other.first > self.last - self.first
        return wider and other.first <= self.first and self.last <= other.last


def house_style_is_kept(subject: Subject) -> Iterator[Message]:
    """What the list forbids blocks, but for quotations; what it would avoid is asked about."""
    style = StyleList(HouseWord.objects.filter(language=subject.language), subject.language)
    for field, text in running_texts(subject) if style else ():
        for hit in style.hits(text):
            if hit.entry.advice != Advice.PREFERRED:
                yield message_of(hit, field)


def message_of(hit: Hit, field: str) -> Message:
    forbidden = hit.entry.advice == Advice.FORBIDDEN
    if forbidden and hit.is_quoted:
        text = _("“%(word)s” is quoted, but the house does not write it: %(reason)s")
    elif hit.entry.instead:
        text = _("“%(word)s”: write “%(instead)s”. %(reason)s")
    else:
        text = _("“%(word)s”: write it otherwise. %(reason)s")
    said = text % {"word": hit.words, "instead": hit.entry.instead, "reason": hit.entry.reason}
    blocks = forbidden and not hit.is_quoted
    return Message(ERROR if blocks else WARNING, "word-forbidden" if forbidden else "word-avoided", field, said)


class StyleList:
    """Entries of one language, ready to be looked for. A longer phrase hides the shorter ones inside it."""

    def __init__(self, entries: Iterable[HouseWord], language: str):
        self.language = language
        self.starting: dict[str, list[tuple[HouseWord, tuple[Word, ...]]]] = defaultdict(list)
        for entry in entries:
            words = tuple(words_of(entry.word))
            for form in known_forms(words[0], language) if words else ():
                self.starting[form].append((entry, words))

    def __bool__(self) -> bool:
        return bool(self.starting)

    def hits(self, text: str) -> Iterator[Hit]:
        for sentence in sentences(text):
            numbers = range(len(sentence.words))
            found = [hit for number in numbers for hit in self.hits_at(text, sentence, number)]
            yield from (hit for hit in found if not any(map(hit.is_inside, found)))

    def hits_at(self, text: str, sentence: Sentence, number: int) -> Iterator[Hit]:
        forms = written_forms(sentence.words[number], self.language)
        # An entry that is only being tried has no key yet, hence by identity.
        starting = {id(entry): (entry, words) for form in forms for entry, words in self.starting.get(form, ())}
        for entry, words in starting.values():
            here = sentence.words[number : number + len(words)]
            if len(here) == len(words) and all(map(self.is_same, here, words)):
                yield Hit(entry, text, sentence, number, number + len(words) - 1)

    def is_same(self, word: Word, listed: Word) -> bool:
        return is_same(word, listed, self.language)


def is_same(word: Word, listed: Word, language: str) -> bool:
    """Whether a word of a text is one of the list, but for its endings."""
    if listed.text.isupper() and len(listed.text) <= ACRONYM:
        return word.text == listed.text
    return not known_forms(listed, language).isdisjoint(written_forms(word, language))


def known_forms(listed: Word, language: str) -> set[str]:
    """How a word of the list is looked for. In Azerbaijani it is taken as it stands: its own ending may be the word's."""
    if language == "ar":
        return {listed.folded, *map(fold, bare_forms(normalise(listed.text)))}
    return {listed.folded} if language == "az" else forms_of(listed, language)


def written_forms(word: Word, language: str) -> set[str]:
    """What a word of a text may be a form of. Arabic stems reach too far (عرب for عربية): article and particles only."""
    if language == "ar":
        return arabic_forms(word.text)
    return forms_of(word, language)


def is_quoted(text: str, start: int, end: int) -> bool:
    for opening, closing in QUOTED.items():
        opened = text.rfind(opening, 0, start)
        if opening == closing:
            if text.count(opening, 0, start) % 2 and text.find(closing, end) >= 0:
                return True
        elif opened >= 0 and closing not in text[opened + 1 : start] and text.find(closing, end) >= 0:
            return True
    return False
