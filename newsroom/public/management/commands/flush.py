from django.core.management.commands import flush

from newsroom.public import upkeep


class Command(flush.Command):
    """Django's own, which empties tables of SQLite row by row and would meet the triggers that keep editions."""

    def handle(self, **options):
        upkeep.before_migrate(using=options["database"])
        try:
            super().handle(**options)
        finally:
            upkeep.after_migrate(using=options["database"])
