"""The words by which colleagues find a record, folded so that spellings and scripts' marks make no difference."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Length

from newsroom.desk.fields import texts_of
from newsroom.desk.models import Version
from newsroom.public.search.analysis import TOKEN
from newsroom.public.search.folding import fold
from relations.models import Actor, Record, Source

# Names and titles are found; running text is for the readers' search.
LONGEST = 300


def folded(text: str) -> str:
    """`Əlcəzair–Bakı` → `elcezair baki`. What is typed into a search is folded alike before it is compared."""
    return " ".join(filter(None, (fold(match[0]) for match in TOKEN.finditer(text))))


def found_by(row: Record, language: str) -> str:
    """Key, short texts of the record and its parts in one language, and names in every script."""
    names = [name.form for name in row.names.all()] if isinstance(row, Actor) else []
    names += [row.title] if isinstance(row, Source) else []
    short = [text for text in texts_of(row, language).values() if len(text) <= LONGEST]
    return folded(" ".join([row.key, *short, *names]))


@dataclass(frozen=True)
class Found:
    """A record as a list of finds shows it: its title in the language asked for, or in the next that has one."""

    pk: int
    kind: str
    key: str
    title: str
    language: str

    @property
    def path(self) -> str:
        return f"{self.kind}/{self.key}"


def matching(query: str) -> Q:
    """Records that are found by every word of a query in some one language, or by their key."""
    texts = Version.objects.filter(record=OuterRef("pk"))
    for word in folded(query).split():
        texts = texts.filter(found_by__contains=word)
    return Q(Exists(texts)) | Q(key__icontains=query.strip())


def best_first(records: QuerySet, query: str) -> QuerySet:
    """Those whose title begins with the query, then those that have it in their title, short titles before long ones."""
    titles = Version.objects.filter(record=OuterRef("pk")).exclude(title="")
    length = Subquery(titles.annotate(length=Length("title")).order_by("length").values("length")[:1])
    ranked = records.annotate(
        begins=Exists(titles.filter(title__istartswith=query.strip())),
        has=Exists(titles.filter(title__icontains=query.strip())),
        length=length,
    )
    return ranked.order_by("-begins", "-has", "length", "kind", "key")


def records_found(query: str, *, kinds, language: str, limit: int, **narrowing) -> list[Found]:
    """At most `limit` records of these kinds, best first. `narrowing` filters further, as `as_actor__type__in=...`."""
    records = Record.objects.filter(matching(query), kind__in=kinds, **narrowing)
    pks = list(best_first(records, query).values_list("pk", flat=True)[:limit])
    titles = titles_of(pks, language)
    return [titles[pk] for pk in pks]


def titles_of(pks, language: str) -> dict[int, Found]:
    """What the desk calls these records: in `language`, else in the one they were written in, else in any; else their key."""
    rows = Record.objects.filter(pk__in=pks).values_list(
        "pk", "kind", "key", "original_language", "versions__language", "versions__title"
    )
    found = {}
    for pk, kind, key, original, *text in rows.order_by("pk", "versions__language"):
        known = found.setdefault(pk, (3, Found(pk, kind, key, key, "")))
        code, title = text
        rank = (language, original, code).index(code)
        if title and rank < known[0]:
            found[pk] = (rank, Found(pk, kind, key, title, code))
    return {pk: best for pk, (_, best) in found.items()}
