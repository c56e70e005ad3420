from newsroom.desk.models.article import Article, ArticleActor, Byline
from newsroom.desk.models.author import Author
from newsroom.desk.models.decision import Decision, Immutable, Verb
from newsroom.desk.models.release import Release
from newsroom.desk.models.stage import Stage
from newsroom.desk.models.version import Version

__all__ = [
    "Article",
    "ArticleActor",
    "Author",
    "Byline",
    "Decision",
    "Immutable",
    "Release",
    "Stage",
    "Verb",
    "Version",
]
