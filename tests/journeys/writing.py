"""What a desk does with an article, by the same calls that forms and commands make."""

from newsroom.desk import workflow
from newsroom.desk.models import Article, Version
from newsroom.desk.saving import saving, saving_many
from relations.models import Record
from tests.factories.desk import ArticleFactory


def write(by, **fields) -> Article:
    """A new article, with the given words and no others."""
    empty = {f"{name}_{code}": "" for name in ("headline", "body") for code in ("en", "fr", "ar", "az")}
    with saving_many(by=by, references=False) as saves:
        article = ArticleFactory(**{**empty, **fields})
        saves.add(article)
    return article


def rewrite(article: Article, by, **fields) -> None:
    """Save other words over what is kept now."""
    record = Record.objects.get(pk=article.pk)
    with saving(record, row_version=record.row_version, by=by):
        Article.objects.filter(pk=article.pk).update(**fields)


def text(article: Article, language: str) -> Version:
    return Version.objects.select_related("record").get(record=article.pk, language=language)


def texts(article: Article, *languages: str) -> list[Version]:
    return [text(article, language) for language in languages]


def submit(versions, by):
    return workflow.submit(versions=versions, by=by, acknowledged=workflow.ALL_WARNINGS)


def approved(article: Article, users, *languages: str) -> list[Version]:
    """Submitted by the reporter, approved by the editor."""
    return workflow.approve(versions=submit(texts(article, *languages), users["reporter"]), by=users["editor"])


def publish(article: Article, users, *languages: str, **options):
    return workflow.publish(versions=approved(article, users, *languages), by=users["publisher"], **options)
