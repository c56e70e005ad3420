from django.core.management.base import BaseCommand
from django.utils import timezone

from newsroom.partners.forgetting import forget_old


class Command(BaseCommand):
    help = (
        "Takes away counters of quotas that are over and audits older than a year. Where tick runs in a loop, it does so"
        " every hour."
    )

    def handle(self, **options):
        counters, audits = forget_old(timezone.now())
        self.stdout.write(f"{counters} counter(s) and {audits} line(s) of audits taken away.")
