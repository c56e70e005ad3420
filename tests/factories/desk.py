"""What the desk writes, with valid minimal defaults in all four languages."""

from factory import SubFactory
from factory.django import DjangoModelFactory

from newsroom.desk import models
from relations.values.vocabularies import ArticleType
from tests.factories.relations import PersonFactory, key, numbered


class AuthorFactory(DjangoModelFactory):
    class Meta:
        model = models.Author

    key = key("author")
    name_en = numbered("Author")
    name_fr = numbered("Auteur")
    name_ar = numbered("كاتب")
    name_az = numbered("Müəllif")


class ArticleFactory(DjangoModelFactory):
    class Meta:
        model = models.Article

    key = key("article")
    type = ArticleType.REPORT
    headline_en = numbered("Headline")
    headline_fr = numbered("Titre")
    headline_ar = numbered("عنوان")
    headline_az = numbered("Başlıq")
    body_en = "<p>Text.</p>"
    body_fr = "<p>Texte.</p>"
    body_ar = "<p>نص.</p>"
    body_az = "<p>Mətn.</p>"


class BylineFactory(DjangoModelFactory):
    class Meta:
        model = models.Byline

    article = SubFactory(ArticleFactory)
    author = SubFactory(AuthorFactory)


class ArticleActorFactory(DjangoModelFactory):
    class Meta:
        model = models.ArticleActor

    article = SubFactory(ArticleFactory)
    actor = SubFactory(PersonFactory)


class HouseWordFactory(DjangoModelFactory):
    class Meta:
        model = models.HouseWord

    language = "en"
    word = numbered("unwanted")
    advice = models.Advice.AVOIDED
    reason = "It takes sides."
