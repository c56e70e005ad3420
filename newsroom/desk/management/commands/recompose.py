from django.core.management.base import BaseCommand

from newsroom.desk.compose import candidate_bytes, compose_languages, digest_of, load_all
from newsroom.desk.models import Version
from relations.models import Record


class Command(BaseCommand):
    help = "Lists the published texts that would come out differently today, because facts they show have changed."

    def handle(self, **options):
        public = {
            (version.record_id, version.language): version
            for version in Version.objects.exclude(published_digest="").select_related("record")
        }
        records = Record.objects.filter(pk__in={pk for pk, _ in public})
        for row in load_all(records):
            for language, frozen in compose_languages(row).items():
                version = public.get((row.pk, language))
                if version and digest_of(candidate_bytes(frozen)) != version.published_digest:
                    self.stdout.write(f"{row}:{language}")
