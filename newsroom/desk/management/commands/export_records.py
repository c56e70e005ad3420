import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from newsroom.desk.intake.export import export_records, files_of
from newsroom.desk.intake.files import copy_out
from newsroom.desk.intake.shape import kinds


class Command(BaseCommand):
    help = "Writes the desk's records as an interchange file that import_records reads, with its pictures beside it."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="where to write (default: standard output)")
        parser.add_argument("--kind", action="append", default=[], help="only this kind; may be given several times")

    def handle(self, *, file, kind, **options):
        if unknown := sorted(set(kind) - set(kinds())):
            raise CommandError(f"Unknown kind {', '.join(unknown)}: use {', '.join(kinds())}.")
        text = json.dumps(export_records(kind), ensure_ascii=False, indent=1)
        if file:
            file.write_text(text + "\n", encoding="utf-8")
            copy_out(files_of(kind), file.parent)
        else:
            self.stdout.write(text)
