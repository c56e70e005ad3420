from newsroom.desk.models.article import Article, ArticleActor, Byline
from newsroom.desk.models.assignment import Assignment, Task
from newsroom.desk.models.author import Author
from newsroom.desk.models.decision import Decision, Immutable, Verb
from newsroom.desk.models.house_word import Advice, HouseWord
from newsroom.desk.models.note import Note
from newsroom.desk.models.preview_link import PreviewLink
from newsroom.desk.models.release import Release
from newsroom.desk.models.remit import Remit
from newsroom.desk.models.stage import Stage
from newsroom.desk.models.unsaved import Autosave, Presence
from newsroom.desk.models.version import Version

__all__ = [
    "Advice",
    "Article",
    "ArticleActor",
    "Assignment",
    "Author",
    "Autosave",
    "Byline",
    "Decision",
    "HouseWord",
    "Immutable",
    "Note",
    "Presence",
    "PreviewLink",
    "Release",
    "Remit",
    "Stage",
    "Task",
    "Verb",
    "Version",
]
