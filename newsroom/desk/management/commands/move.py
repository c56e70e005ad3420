import datetime as dt

from django.core.management.base import BaseCommand, CommandError
from django.utils.dateparse import parse_datetime

from newsroom.desk import workflow
from newsroom.desk.management.commands.import_records import user_named
from newsroom.desk.models import Version
from newsroom.desk.publish.refusals import PublicationRefused
from relations.models import Record
from relations.values.languages import LANGUAGES

OF_TEXTS = (
    "submit",
    "approve",
    "send_back",
    "publish",
    "correct",
    "publish_urgently",
    "approve_afterwards",
    "check_translation",
    "spike",
    "revive",
)
OF_RECORDS = ("withdraw", "erase")


class Command(BaseCommand):
    help = "Makes a move of the workflow, for texts such as article/my-key:fr or all languages of article/my-key."

    def add_arguments(self, parser):
        parser.add_argument("verb", choices=(*OF_TEXTS, *OF_RECORDS))
        parser.add_argument("targets", nargs="+", metavar="kind/key[:language]")
        parser.add_argument("--by", metavar="USERNAME", required=True, help="who makes the move")
        parser.add_argument("--reason", default="", help="the reason, or a correction's public note")
        parser.add_argument("--at", type=moment, help="a moment ahead, as 2026-05-01T18:00+01:00")
        parser.add_argument("--acknowledge", action="store_true", help="the warnings have been read")

    def handle(self, *, verb, targets, by, **given):
        user = user_named(by)
        try:
            if verb in OF_RECORDS:
                move_records(verb, targets, user, given)
            else:
                move_texts(verb, targets, user, given)
        except (workflow.MoveRefused, PublicationRefused) as refused:
            raise CommandError(str(refused)) from refused


def moment(text: str) -> dt.datetime:
    try:
        parsed = parse_datetime(text)
    except ValueError:
        parsed = None
    if parsed is None or parsed.tzinfo is None:
        raise CommandError(f"“{text}” is no moment: write it with its time zone, as 2026-05-01T18:00+01:00.")
    return parsed


def move_texts(verb, targets, user, given):
    versions = [version for target in targets for version in versions_of(target)]
    getattr(workflow, verb)(versions=versions, by=user, **options(verb, given))


def options(verb, given) -> dict:
    """What each move takes beside its texts."""
    found = {}
    if verb in ("send_back", "publish_urgently", "spike"):
        found["reason"] = given["reason"]
    if verb == "correct":
        found["note"] = given["reason"]
    if verb in ("publish", "correct", "publish_urgently"):
        found["at"] = given["at"]
    if verb == "submit" and given["acknowledge"]:
        found["acknowledged"] = workflow.ALL_WARNINGS
    return found


def move_records(verb, targets, user, given):
    more = {"at": given["at"]} if verb == "withdraw" else {}
    for target in targets:
        getattr(workflow, verb)(record=record_at(target), by=user, reason=given["reason"], **more)


def versions_of(target: str) -> list[Version]:
    path, _, language = target.partition(":")
    if language and language not in LANGUAGES:
        raise CommandError(f"“{language}” is no language of this desk: use {', '.join(LANGUAGES)}.")
    versions = Version.objects.filter(record=record_at(path))
    found = list(versions.filter(language=language) if language else versions)
    if not found:
        raise CommandError(f"There is no text {target}.")
    return found


def record_at(path: str) -> Record:
    try:
        return Record.objects.at(path)
    except (Record.DoesNotExist, ValueError) as missing:
        raise CommandError(f"There is no record {path}: write kind/key, as in article/my-key.") from missing
