"""A linked actor's name, all but spelt as the record knows it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom.desk.checks.message import Message, Subject, warning
from newsroom.desk.checks.naming import Form, forms, is_written, known_forms, places_of
from newsroom.desk.checks.running import Sentence, Word, forms_of, running_texts, sentences
from newsroom.desk.fields import tr
from newsroom.desk.models import Version
from relations.models import Actor
from relations.values.vocabularies import ActorType, NameKind

# A surname by itself is compared from this length on, one letter apart; shorter ones meet too many other words.
SURNAME_LENGTH = 6
MOST = 2

type Slip = tuple[Actor, Form, int, int]


def names_are_spelt_as_known(subject: Subject) -> Iterator[Message]:
    """The names of those a text is about are written in one of their known forms."""
    actors = [one for one in subject.linked_actors if one.type != ActorType.COUNTRY]
    known = {actor: known_forms(actor, subject.language) for actor in actors}
    for field, text in running_texts(subject) if known else ():
        for sentence in sentences(text):
            for actor, form, first, last in slips_in(sentence, known, subject):
                words = {"found": sentence.between(first, last), "known": as_known(actor, form, subject.language)}
                yield warning("name-spelling", field, _("“%(found)s”: is this “%(known)s”?"), **words)


def slips_in(sentence: Sentence, known: dict[Actor, set[Form]], subject: Subject) -> Iterator[Slip]:
    """What is nearly a known name and stands nowhere within a right one, the nearest form of each."""
    language = subject.language
    right = right_words(sentence, known, language)
    near = [
        (apart, actor, form, first, first + len(form) - 1)
        for actor, all_forms in known.items()
        for form in sorted(all_forms)
        for first, apart in near_places(sentence, form, actor, language)
        if right[len(form) == 1].isdisjoint(range(first, first + len(form)))
    ]
    taken: set[int] = set()
    for _apart, actor, form, first, last in sorted(near, key=lambda slip: (-len(slip[2]), slip[0])):
        if taken.isdisjoint(range(first, last + 1)) and not (
            first == last and is_known(sentence.words[first], subject)
        ):
            taken |= set(range(first, last + 1))
            yield actor, form, first, last
    yield from misprints_in(sentence, known, taken, language)


def right_words(sentence: Sentence, known: dict[Actor, set[Form]], language: str) -> dict[bool, set[int]]:
    """The words that belong to a right name: of several words, and (True) of any length. A right surname may follow a
    wrong first name."""
    every = {form for all_forms in known.values() for form in all_forms}
    long = {form for form in every if len(form) > 1}
    return {single: set(covered(sentence, every if single else long, language)) for single in (True, False)}


def covered(sentence: Sentence, all_forms: set[Form], language: str) -> Iterator[int]:
    for first, last in places_of(sentence, all_forms, language):
        yield from range(first, last + 1)


def misprints_in(sentence: Sentence, known, taken: set[int], language: str) -> Iterator[Slip]:
    for actor, all_forms in known.items():
        misprints = forms([name.form for name in actor.names.all() if name.kind == NameKind.MISPRINT], language)
        for first, last in places_of(sentence, misprints - all_forms, language):
            if taken.isdisjoint(range(first, last + 1)):
                yield actor, (), first, last


def near_places(sentence: Sentence, form: Form, actor: Actor, language: str) -> Iterator[tuple[int, int]]:
    """Where a form all but stands, and by how many letters it does not."""
    if len(form) == 1 and (actor.type != ActorType.PERSON or len(form[0]) < SURNAME_LENGTH):
        return
    for number in range(len(sentence.words) - len(form) + 1):
        if apart := letters_apart(sentence.words[number : number + len(form)], form, actor, language):
            yield number, apart


def letters_apart(here: tuple[Word, ...], form: Form, actor: Actor, language: str) -> int:
    """0 where the words are the form itself, or too far from it."""
    total = 0
    for word, part in zip(here, form, strict=True):
        apart = 0 if is_written(word, part, language) else differs(word, part, actor, language)
        total += apart
        if apart > tolerance(part, len(form)) or total > MOST:
            return 0
    return total


def tolerance(part: str, words: int) -> int:
    """How many letters of a word may be other ones, beside words that are right."""
    if words == 1:
        return 1
    return 0 if len(part) < 4 else 1 if len(part) < 7 else MOST


def differs(word: Word, part: str, actor: Actor, language: str) -> int:
    """Letters apart; too many where the word cannot be a name, or is the same word with another ending."""
    far = MOST + 1
    person = actor.type == ActorType.PERSON
    if abs(len(word.folded) - len(part)) > MOST + (3 if language == "az" else 0):
        return far
    if person and language != "ar" and not word.text[:1].isupper():
        return far
    if not person and (
        not forms_of(word, language).isdisjoint({part, *forms_of(word_like(part), language)}) or len(part) < 6
    ):
        return far
    # Bayramova is somebody else, not Bayramov.
    if person and word.folded in (part + "a", part + "e", part[:-1]):
        return far
    return min(distance(form, part) for form in candidates(word, part, language))


def word_like(part: str) -> Word:
    return Word(part, part, 0, len(part))


def candidates(word: Word, part: str, language: str) -> set[str]:
    """The word, and what is left of it without its endings."""
    return {
        word.folded,
        *(form for form in forms_of(word, language) if language in ("ar", "az") and len(form) >= len(part) - 1),
    }


def distance(one: str, other: str, limit: int = MOST) -> int:
    """Letters left out, put in, changed or swapped, counted up to one more than the limit."""
    if abs(len(one) - len(other)) > limit or len(set(one) ^ set(other)) > 2 * limit:
        return limit + 1
    before, row = [], list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]


def is_known(word: Word, subject: Subject) -> bool:
    """Whether another record bears the word in its name or title."""
    bearing = Version.objects.filter(found_by__contains=word.folded)
    return bearing.exclude(record=subject.row.pk).exists()


def as_known(actor: Actor, form: Form, language: str) -> str:
    """The form as it is written in the record."""
    written = [name.form for name in actor.names.all()] + [tr(actor, "name", language)]
    return next((text for text in written if form in forms([text], language)), tr(actor, "name", language))
