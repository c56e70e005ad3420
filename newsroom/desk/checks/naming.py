"""Known names in running text, word by word."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsroom.desk.checks.running import Sentence, Word, forms_of, words_of
from newsroom.desk.fields import tr
from newsroom.public.search.folding import fold, is_arabic, normalise
from newsroom.public.search.stems import bare_forms
from relations.models import Actor
from relations.values.languages import LANGUAGES
from relations.values.vocabularies import NameKind

type Form = tuple[str, ...]

# "And", "so", "in", "for", "like", written on to the next word.
PARTICLES = tuple("وفبلك")

# Neither is a way to write the name: one is of the people, the other is short for it, the third is wrong.
NOT_SPELLINGS = {NameKind.DEMONYM, NameKind.FEMININE_DEMONYM, NameKind.ACRONYM, NameKind.MISPRINT}


def known_forms(actor: Actor, language: str, without=NOT_SPELLINGS) -> set[Form]:
    """Every spelling of a name in the script of a language, as folded words."""
    written = [name.form for name in actor.names.all() if name.kind not in without]
    written += [tr(actor, field, other) for field in ("name", "short_name") for other in LANGUAGES]
    return forms(written, language)


def forms(written: Iterable[str], language: str) -> set[Form]:
    in_script = (text for text in written if text and is_arabic(text) == (language == "ar"))
    return {form for text in in_script if (form := tuple(word.folded for word in words_of(text)))}


def places_of(sentence: Sentence, known: Iterable[Form], language: str) -> Iterator[tuple[int, int]]:
    """Where names stand: the numbers of their first and last words. Endings and particles of the language may be on them."""
    for form in known:
        for number in range(len(sentence.words) - len(form) + 1):
            here = sentence.words[number : number + len(form)]
            if all(is_written(word, part, language) for word, part in zip(here, form, strict=True)):
                yield number, number + len(form) - 1


def is_written(word: Word, part: str, language: str) -> bool:
    if word.folded == part:
        return True
    if language == "ar":
        return part in arabic_forms(word.text)
    return language == "az" and part in forms_of(word, language)


@lru_cache(maxsize=20_000)
def arabic_forms(text: str) -> frozenset[str]:
    """Without article and particles; also without the first letter alone, since ولوناس is و and لوناس, not ول and وناس."""
    folded = fold(text)
    bare = map(fold, bare_forms(normalise(text)))
    return frozenset({folded, *bare, *([folded[1:]] if folded[:1] in PARTICLES else [])})
