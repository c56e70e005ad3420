"""Text that nobody wrote: always the same for the same seed, with common and rare words as in any language."""

from functools import cache
from itertools import accumulate, product
from random import Random

VOCABULARY = 30_000
SYLLABLES = {
    "en": ("ba", "cor", "den", "fil", "gar", "hest", "lin", "mor", "nat", "ped", "rin", "sol", "tar", "vend", "wick"),
    "fr": ("bé", "can", "dor", "fleu", "gir", "lon", "mai", "nou", "pre", "quin", "rel", "san", "tien", "veu", "zé"),
}
SMALL = {
    "en": ("the", "of", "and", "to", "in", "a", "on", "with", "for", "by"),
    "fr": ("le", "de", "et", "à", "la", "un", "dans", "avec", "pour", "par"),
}
WEIGHTS = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))


@cache
def ranked(language: str) -> list[str]:
    """The words of a language, the commonest first."""
    possible = ["".join(parts) for size in (2, 3, 4) for parts in product(SYLLABLES[language], repeat=size)]
    return Random(language).sample(possible, VOCABULARY)


class Words:
    def __init__(self, language: str, seed: int):
        self.random = Random(f"{language} {seed}")
        self.ranked, self.small = ranked(language), SMALL[language]

    def sentence(self, shortest: int = 5, longest: int = 11) -> str:
        """So many words that mean something, and as many that do not."""
        size = self.random.randint(shortest, longest)
        words = self.random.choices(self.ranked, cum_weights=WEIGHTS, k=size)
        mixed = [word for pair in zip(words, self.random.choices(self.small, k=size), strict=True) for word in pair]
        return " ".join(mixed).capitalize()

    def title(self) -> str:
        return self.sentence(3, 5)

    def name(self) -> str:
        return " ".join(word.capitalize() for word in self.random.choices(self.ranked, k=self.random.randint(1, 2)))

    def paragraph(self) -> str:
        return " ".join(f"{self.sentence()}." for _ in range(self.random.randint(2, 5)))
