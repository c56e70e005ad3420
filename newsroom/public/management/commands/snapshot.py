from django.core.management.base import BaseCommand, CommandError

from newsroom.public import snapshots


class Command(BaseCommand):
    help = "Write all that is public into files, one for each kind, for partners who begin a copy. Run it every night."

    def handle(self, **options):
        try:
            made = snapshots.make()
        except snapshots.NotMade as refusal:
            raise CommandError(str(refusal)) from refusal
        rows = sum(file.rows for file in made.files)
        self.stdout.write(f"{rows} rows up to change {made.checkpoint} in {made.folder}")
