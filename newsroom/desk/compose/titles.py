"""What people and posts were called on a day."""

from newsroom.desk.compose.dates import period
from newsroom.desk.compose.markers import must, ref
from newsroom.desk.fields import tr
from newsroom.public.schema import CapacityThen, HeldTitle, Office
from relations.models import Actor, Capacity, Post, PostTitle
from relations.values.fuzzy import FuzzyDate
from relations.values.vocabularies import Gender, NameKind


def titles_in(post: Post, language: str) -> list[PostTitle]:
    """The titles that have words in this language, earliest first, the one without a period before them."""
    named = [row for row in post.titles.all() if tr(row, "title", language)]
    return sorted(named, key=lambda row: (row.valid is not None, row.valid and row.valid.sort_key))


def gendered(row: PostTitle | Capacity, gender: str, language: str) -> str:
    feminine = tr(row, "title_f", language) if gender == Gender.FEMALE else ""
    return feminine or tr(row, "title", language)


def title_on(post: Post, date: FuzzyDate | None, gender: str, language: str) -> str:
    """The title held on a day, in the holder's form; empty when the post has no name in this language."""
    titles = titles_in(post, language)
    row = (title_valid_on(titles, date) if date else None) or latest_title(titles)
    return gendered(row, gender, language) if row else ""


def title_valid_on(titles: list[PostTitle], date: FuzzyDate) -> PostTitle | None:
    """The title that certainly held; else the one for all other times, one that may have held, the last before."""
    dated = [row for row in titles if row.valid]
    for group in (
        [row for row in dated if date.certainly_within(row.valid.lower, row.valid.upper)],
        [row for row in titles if not row.valid],
        [row for row in dated if row.valid.overlaps(date)],
        [row for row in dated if row.valid < date],
        dated[:1],
    ):
        if group:
            return group[-1]
    return None


def latest_title(titles: list[PostTitle]) -> PostTitle | None:
    """The title of today: one whose period is open, else the one for all other times, else the last to end."""
    running = [row for row in titles if row.valid and row.valid.upper is None]
    undated = [row for row in titles if not row.valid]
    return next(iter([*running[::-1], *undated, *titles[::-1]]), None)


def current_title(post: Post, language: str) -> str:
    return title_on(post, None, "", language)


def titles_over_time(post: Post, gender: str, language: str) -> list[HeldTitle]:
    return [
        {"title": gendered(row, gender, language), "valid": period(row.valid, language)}
        for row in titles_in(post, language)
    ]


def office(post: Post | None, date: FuzzyDate | None, gender: str, language: str) -> Office | None:
    if not post:
        return None
    return {
        "post": must(post),
        "title": title_on(post, date, gender, language),
        "organisation": ref(post.organisation),
        "country": ref(post.country),
    }


def capacity_then(capacity: Capacity | None, gender: str, language: str) -> CapacityThen | None:
    if not capacity:
        return None
    return {"capacity": must(capacity), "kind": capacity.type, "title": gendered(capacity, gender, language)}


def former_name(actor: Actor | None, date: FuzzyDate | None, language: str) -> str | None:
    """The name borne that day, where it is a former one."""
    if not (actor and date):
        return None
    former = (
        name for name in actor.names.all() if name.kind == NameKind.FORMER and name.lang == language and name.valid
    )
    return next((name.form for name in former if date.certainly_within(name.valid.lower, name.valid.upper)), None)
