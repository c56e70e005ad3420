"""The title by which running text calls a person, against the one held on the day that the text is of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.desk.checks.message import Message, Subject, warning
from newsroom.desk.checks.naming import is_written, known_forms, places_of
from newsroom.desk.checks.running import Sentence, running_texts, sentences, words_of
from newsroom.desk.compose.dates import moment
from newsroom.desk.compose.titles import title_on, title_valid_on, titles_in
from newsroom.desk.fields import tr
from relations.models import Actor, PostTitle, Tenure
from relations.querysets import tenure_coverage
from relations.values.fuzzy import FuzzyDate
from relations.values.intervals import Coverage
from relations.values.vocabularies import ActorType, Gender

# What may stand between a title and a name. Folded.
HONORIFICS = set("the mr mrs ms dr m mme le la l السيد السيده الدكتور cenab xanim".split())
# A title with one of these near it is said to be of another time.
OF_THE_PAST = set(
    "former formerly ex then late outgoing previous ancien ancienne alors precedent precedente"
    " السابق السابقه الاسبق سابق سابقا انذاك حينها حينذاك sabiq kecmis vaxtki evvelki".split()
)
NEAR = 3
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
LOOSE = re.compile(r"[\s,،.’'«»()–—-]*")


@dataclass(frozen=True)
class Called:
    """A title beside a name: which of the person's, in whose words, and which words of the sentence both take up."""

    person: Actor
    tenure: Tenure
    title: PostTitle
    words: tuple[str, ...]
    first: int
    last: int
    written: str


def titles_are_of_the_day(subject: Subject) -> Iterator[Message]:
    """14, in running text: people are called what they were on the day."""
    date = own_date(subject)
    people = (
        [one for one in subject.linked_actors if one.type == ActorType.PERSON and one.tenures.all()] if date else []
    )
    for field, text in running_texts(subject) if people else ():
        for sentence in sentences(text):
            for called in called_in(sentence, people, subject.language):
                if not tells_another_time(sentence, called, date):
                    yield from said_of(called, date, field, subject.language)


def own_date(subject: Subject) -> FuzzyDate | None:
    """The dateline's day, else the event's, else that of the one event an article is about."""
    row = subject.row
    date = getattr(row, "dateline_date", None) or getattr(row, "date", None)
    if not date and hasattr(row, "actor_links"):
        dates = {event.date for event in row.events.all()}
        date = dates.pop() if len(dates) == 1 else None
    return date if isinstance(date, FuzzyDate) and date.lower and date.upper else None


def called_in(sentence: Sentence, people: list[Actor], language: str) -> Iterator[Called]:
    for person in people:
        titles = list(titles_of(person, language))
        for place in set(places_of(sentence, known_forms(person, language), language)) if titles else ():
            found = [one for title in titles for one in beside(sentence, place, person, *title, language)]
            if found:
                yield max(found, key=lambda one: len(one.words))


def titles_of(person: Actor, language: str) -> Iterator[tuple[Tenure, PostTitle, tuple[str, ...]]]:
    """Every title of every post that a person has held, whenever it was used."""
    for tenure in person.tenures.all():
        for title in titles_in(tenure.post, language):
            for written in {tr(title, "title", language), tr(title, "title_f", language)}:
                if words := folded(written):
                    yield tenure, title, words


def folded(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words_of(text))


def beside(sentence: Sentence, place, person, tenure, title, words, language) -> Iterator[Called]:
    """The title right before the name or right after it, but for an honorific or an article."""
    first, last = place
    start = first
    while start and sentence.words[start - 1].folded in HONORIFICS:
        start -= 1
    starts = {start - len(words), first - len(words)}
    after = last + 1
    while after < len(sentence.words) and sentence.words[after].folded in HONORIFICS:
        after += 1
    for begin in {*starts, after, last + 1}:
        end = begin + len(words) - 1
        if begin >= 0 and stands_at(sentence, begin, words, language):
            whole = min(begin, first), max(end, last)
            if is_together(sentence, *whole, skip=((begin, end), place)):
                yield Called(person, tenure, title, words, *whole, sentence.between(begin, end))


def stands_at(sentence: Sentence, begin: int, words: tuple[str, ...], language: str) -> bool:
    here = sentence.words[begin : begin + len(words)]
    if len(here) < len(words) or not is_written(here[0], words[0], language):
        return False
    *middle, last = here[1:] or here
    return [word.folded for word in middle] == list(words[1:-1]) and is_written(last, words[-1], language)


def is_together(sentence: Sentence, first: int, last: int, skip) -> bool:
    """Nothing but spaces and commas between title, honorific and name."""
    inside = {number for begin, end in skip for number in range(begin, end)}
    return all(LOOSE.fullmatch(sentence.gap(number)) for number in range(first, last) if number not in inside)


def tells_another_time(sentence: Sentence, called: Called, date: FuzzyDate) -> bool:
    """“Former”, “then”; or the sentence names a year that the text is not of."""
    near = sentence.words[max(0, called.first - NEAR) : called.last + 1 + NEAR]
    years = {int(word.folded) for word in sentence.words if YEAR.fullmatch(word.folded)}
    return any(word.folded in OF_THE_PAST for word in near) or any(
        not date.lower.year <= year <= date.upper.year for year in years
    )


def said_of(called: Called, date: FuzzyDate, field: str, language: str) -> Iterator[Message]:
    person = tr(called.person, "name", language) or called.person.key
    given = {"title": called.written, "person": person, "date": moment(date, reader_language())["label"]}
    if is_valid(called, date, language):
        return
    if not may_have_held(called, date):
        text = _("“%(title)s”: %(person)s did not hold this post on the day of this text (%(date)s).")
        yield warning("title-of-another-time", field, text, **given)
    elif holder := other_holder(called, date):
        text = _("“%(title)s”: on the day of this text (%(date)s) the post was held by %(holder)s, not by %(person)s.")
        yield warning("title-of-another-time", field, text, holder=tr(holder, "name", language) or holder.key, **given)
    elif not is_valid_title(called, date, language):
        text = _("“%(title)s” was not the title of %(person)s on the day of this text (%(date)s): it was “%(then)s”.")
        then = title_on(called.tenure.post, date, called.person.gender, language)
        yield warning("title-of-another-time", field, text, then=then, **given)


def reader_language() -> str:
    return (get_language() or "en").partition("-")[0]


def is_valid(called: Called, date: FuzzyDate, language: str) -> bool:
    """Whether it is, or shortens, a title of a post that the person is known to have held that day."""
    held = [one for one in called.person.tenures.all() if tenure_coverage(one, date) != Coverage.UNKNOWN]
    return any(shortens(called.words, tenure, date, language) for tenure in held)


def is_valid_title(called: Called, date: FuzzyDate, language: str) -> bool:
    return called.title == title_valid_on(titles_in(called.tenure.post, language), date) or shortens(
        called.words, called.tenure, date, language
    )


def shortens(words: tuple[str, ...], tenure: Tenure, date: FuzzyDate, language: str) -> bool:
    """“Minister of Foreign Affairs” for “Minister of State, Minister of Foreign Affairs and …”, in either gender."""
    whole = [folded(title_on(tenure.post, date, gender, language)) for gender in (Gender.MALE, Gender.FEMALE)]
    possible = [
        folded(form) for title in titles_in(tenure.post, language) for form in forms_then(title, date, language)
    ]
    return any(is_within(words, title) for title in (*whole, *possible))


def is_within(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """In this order, but others may stand between: "xarici işlər naziri" of "xarici işlər və milli icma naziri"."""
    rest = iter(whole)
    return all(word in rest for word in words)


def forms_then(title: PostTitle, date: FuzzyDate, language: str) -> list[str]:
    """Both genders of a title that may have been in use that day."""
    overlaps = title.valid and title.valid.overlaps(date)
    return [tr(title, "title", language), tr(title, "title_f", language)] if overlaps else []


def may_have_held(called: Called, date: FuzzyDate) -> bool:
    """Whether no tenure of the post rules the day out by its start or end."""
    same = [one for one in called.person.tenures.all() if one.post_id == called.tenure.post_id]
    return any(
        not (one.start and not one.start.possibly_within(None, date.upper))
        and not (one.end and not one.end.possibly_within(date.lower, None))
        for one in same
    )


def other_holder(called: Called, date: FuzzyDate) -> Actor | None:
    """Who is known to have held the post that day, where it is for one and this person is not known to have."""
    post = called.tenure.post
    if not post.single_holder or tenure_coverage(called.tenure, date) != Coverage.UNKNOWN:
        return None
    holder = Tenure.objects.holder_on(post, date)
    return holder.person if holder.person and holder.person != called.person else None
