import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom.desk.checks.message import Message, Subject, error, warning
from relations.models import Dossier

QCODE = re.compile(r"medtop:[0-9]{8}")


def pair_is_sorted(subject: Subject) -> Iterator[Message]:
    """33: the pair is made of both countries' codes, in order, and no other dossier has it."""
    row = subject.row
    codes = (row.country_a.iso3, row.country_b.iso3)
    if not all(codes) or row.pair != "-".join(sorted(codes)):
        yield error("pair-differs", "pair", _("Write both alpha-3 codes in alphabetical order, such as AZE-DZA."))
    if Dossier.objects.between((row.country_a, row.country_b)).exclude(pk=row.pk).exists():
        yield error("pair-twice", "pair", _("There is another dossier of these two countries."))


def topic_code_is_known(subject: Subject) -> Iterator[Message]:
    """34: a topic's code is one of the IPTC Media Topics, and says of which list."""
    row = subject.row
    if row.qcode and not QCODE.fullmatch(row.qcode):
        yield error("qcode-malformed", "qcode", _("Write the code as medtop: and eight digits."))
    if row.qcode and not row.medtop_version:
        yield warning(
            "medtop-version-missing", "medtop_version", _("Say from which version of the IPTC list the code is.")
        )
