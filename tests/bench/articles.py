"""Articles as working rows, many at once: half of an article's row stands in the table of all records."""

from random import Random

from django.db import connection
from django.db.models.sql import InsertQuery

from newsroom.desk.models import Article, ArticleActor, Byline
from relations.models import Citation, Record
from tests.bench.numbers import uid
from tests.bench.words import Words
from tests.bench.world import World

# By field: how many records each article has of the world's.
LINKS = {"topics": (2, 3), "countries": (2, 2), "events": (1, 2), "agreements": (0, 1)}
ROLES = ("subject", "mentioned", "source")


def make_articles(world: World, numbers: range) -> list[Article]:
    """Rows with their parts and links; `numbers` count from 1."""
    records = Record.objects.bulk_create(
        Record(uid=uid(number), key=f"bench-article-{number}", kind=Article.KIND) for number in numbers
    )
    articles = [article_of(record, world, number) for record, number in zip(records, numbers, strict=True)]
    insert_rows(Article, articles)
    dice = [Random(f"parts {number}") for number in numbers]
    rolled = list(zip(articles, dice, strict=True))
    Byline.objects.bulk_create(Byline(article=row, author=roll.choice(world.authors)) for row, roll in rolled)
    ArticleActor.objects.bulk_create(part for row, roll in rolled for part in actors_of(row, world, roll))
    Citation.objects.bulk_create(part for row, roll in rolled for part in citations_of(row, world, roll))
    for name, sizes in LINKS.items():
        link(name, [(row, roll.sample(getattr(world, name), roll.randint(*sizes))) for row, roll in rolled])
    link("related", [(row, earlier(row, roll)) for row, roll in rolled])
    return articles


def article_of(record: Record, world: World, number: int) -> Article:
    roll = Random(f"article {number}")
    texts = {f"{name}_{lang}": text for lang in ("en", "fr") for name, text in texts_of(lang, number, world).items()}
    return Article(
        pk=record.pk,
        type=roll.choice(world.kinds),
        slugline=f"bench-{number}",
        dateline_place=roll.choice(world.places),
        dateline_date=f"{2015 + number % 10}-{1 + number % 12:02d}-{1 + number % 28:02d}",
        urgency=roll.randint(1, 9),
        **texts,
    )


def texts_of(language: str, number: int, world: World) -> dict[str, str]:
    words = Words(language, number)
    person = world.people[number % len(world.people)]
    linked = f'<p><a href="record:actor/{person.key}">{words.title()}</a> {words.paragraph()}</p>'
    paragraphs = [linked, *(f"<p>{words.paragraph()}</p>" for _ in range(7))]
    return {"headline": words.title(), "standfirst": f"{words.sentence()}.", "body": "\n".join(paragraphs)}


def actors_of(row: Article, world: World, roll: Random) -> list[ArticleActor]:
    chosen = zip(roll.sample(world.people, 3), ROLES, strict=True)
    return [
        ArticleActor(key=f"{row.pk}-actor-{position}", article=row, actor=actor, role=role, position=position)
        for position, (actor, role) in enumerate(chosen, start=1)
    ]


def citations_of(row: Article, world: World, roll: Random) -> list[Citation]:
    chosen = enumerate(roll.sample(world.sources, 2))
    return [Citation(key=f"{row.pk}-source-{n}", record_id=row.pk, source=source) for n, source in chosen]


def earlier(row: Article, roll: Random) -> list[Article]:
    """The one before, and one of the hundred before that."""
    before = sorted({row.pk - 1, row.pk - roll.randint(2, 100)})
    return list(Article.objects.filter(pk__in=before).only("pk"))


def link(name: str, pairs: list[tuple[Article, list]]) -> None:
    field = Article._meta.get_field(name)
    through = field.remote_field.through
    source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
    through.objects.bulk_create(
        through(**{f"{source}_id": row.pk, f"{target}_id": other.pk}) for row, others in pairs for other in others
    )


def insert_rows(model, rows: list) -> None:
    """The model's own half of its rows, which `bulk_create` refuses to write."""
    query = InsertQuery(model)
    query.insert_values(model._meta.local_concrete_fields, rows)
    query.get_compiler(connection=connection).execute_sql()
