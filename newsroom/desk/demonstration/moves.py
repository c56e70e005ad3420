"""The corpus on its way through the real workflow, by people who hold the permissions for it."""

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from newsroom.desk import workflow
from newsroom.desk.intake.load import import_files
from newsroom.desk.models import Stage, Version
from newsroom.desk.saving import REVIEWED_KINDS
from relations.models import Record

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
CORPUS = (FIXTURES / "reference", FIXTURES / "algeria-azerbaijan")
CORRECTION = FIXTURES / "demonstration" / "correction.json"
DRAFTS = FIXTURES / "demonstration" / "drafts.json"
REVISION = FIXTURES / "demonstration" / "revision.json"

NOTE = {
    "en": "The day of the visit to Algiers is now given as 4 November 2025, after agency reports. Sources differ on it.",
    "fr": "La date de la visite à Alger est désormais fixée au 4 novembre 2025, d’après les agences. Les sources divergent.",
    "ar": "أصبح تاريخ الزيارة إلى الجزائر محددا بيوم 4 نوفمبر 2025 استنادا إلى وكالات الأنباء. والمصادر تختلف بشأنه.",
    "az": "Əlcəzairə səfərin günü agentlik xəbərlərinə əsasən 4 noyabr 2025-ci il kimi göstərilir. Mənbələrdə gün fərqlidir.",
}


def corpus_files() -> list[Path]:
    return [path for folder in CORPUS for path in sorted(folder.glob("*.json"))]


def load_corpus():
    """Facts and articles as the archive has them; reference rows are public from here on."""
    return import_files(corpus_files())


def drafts(*, leave_out=()) -> list[Version]:
    """Texts of reviewed records at the stage of draft, complete enough to be submitted."""
    versions = Version.objects.filter(stage=Stage.DRAFT, record__kind__in=REVIEWED_KINDS).select_related("record")
    return [version for version in versions if label(version) not in leave_out and f"{version.record}" not in leave_out]


def label(version: Version) -> str:
    return f"{version.record}:{version.language}"


def carry(versions, users, verb="publish", **options):
    """Submitted by the reporter, approved by the editor, published by the publisher."""
    submitted = workflow.submit(versions=versions, by=users["reporter"], acknowledged=workflow.ALL_WARNINGS)
    approved = workflow.approve(versions=submitted, by=users["editor"])
    return getattr(workflow, verb)(versions=approved, by=users["publisher"], **options)


def publish_corpus(users) -> None:
    """Every text of the corpus, as loaded."""
    carry(drafts(), users)


def correct_disputed_date(users) -> None:
    """The editors settle on which day the visit was, and say so with the correction."""
    import_files([CORRECTION], by=users["reporter"])
    changed = drafts()
    for language, note in NOTE.items():
        carry([version for version in changed if version.language == language], users, "correct", note=note)


def version(path: str, language: str) -> Version:
    return Version.objects.get(record=Record.objects.at(path), language=language)


def schedule(users, path: str, days: int) -> None:
    moment = timezone.now().replace(microsecond=0) + dt.timedelta(days=days)
    carry(list(Record.objects.at(path).versions.all()), users, at=moment)
