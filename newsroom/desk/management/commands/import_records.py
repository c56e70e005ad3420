from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.desk.intake.faults import ImportRefused
from newsroom.desk.intake.load import import_files


class Command(BaseCommand):
    help = "Brings in records from interchange files, all of them or none. Run twice, it changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, help="one or several JSON files, taken as one set")
        parser.add_argument("--by", metavar="USERNAME", help="in whose name (default: this machine's operator)")

    def handle(self, *, files, by, **options):
        try:
            outcome = import_files(files, by=user_named(by))
        except ImportRefused as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            count = len(refused.faults)
            message = ngettext("%(count)d fault; nothing was written.", "%(count)d faults; nothing was written.", count)
            raise CommandError(message % {"count": count}) from refused
        self.stdout.write(
            _("%(created)d created, %(changed)d changed, %(unchanged)d unchanged.")
            % {name: len(getattr(outcome, name)) for name in ("created", "changed", "unchanged")}
        )


def user_named(username):
    if not username:
        return None
    try:
        return get_user_model().objects.get_by_natural_key(username)
    except get_user_model().DoesNotExist as missing:
        raise CommandError(_("There is no user “%(name)s”.") % {"name": username}) from missing
