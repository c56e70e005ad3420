import datetime as dt

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from newsroom.partners.keys import KeyRefused, make_key, revoke_key
from newsroom.partners.models import Key, KeyUse, Partner
from newsroom.partners.tiers import SCOPES, TIERS

BY = "manage.py"


class Command(BaseCommand):
    help = "Makes, lists and revokes the keys by which partners read the API."

    def add_arguments(self, parser):
        acts = parser.add_subparsers(dest="act", required=True, metavar="make, list or revoke")
        make = acts.add_parser("make", help="makes a key and writes it out, this once; a new partner needs --contact")
        make.add_argument("partner", help="the partner's name")
        make.add_argument("--tier", choices=TIERS, help="of a new partner (registered unless told)")
        make.add_argument("--contact", metavar="E-MAIL", help="of a new partner")
        make.add_argument("--per-minute", type=int, metavar="N", help="requests, as negotiated with a new partner")
        make.add_argument("--scope", action="append", default=[], choices=SCOPES, help="unless told, all of the tier")
        make.add_argument("--network", action="append", default=[], metavar="192.0.2.0/24", help="from where alone")
        make.add_argument("--expires", metavar="MOMENT", help="as 2027-01-31T12:00Z; a day ends with it, by UTC")
        listed = acts.add_parser("list", help="lists keys, the latest first")
        listed.add_argument("partner", nargs="?", help="only this partner's")
        revoke = acts.add_parser("revoke", help="from the next request on")
        revoke.add_argument("prefix", help="the eight characters after cq_live_")

    def handle(self, *, act, **given):
        {"make": self.make, "list": self.list, "revoke": self.revoke}[act](**given)

    def make(self, *, partner, scope, network, expires, **given):
        expires_at = moment(expires) if expires else None
        terms = {name: given[name] for name in ("tier", "contact", "per_minute") if given[name] is not None}
        try:
            kept = known(partner, terms) or new(partner, terms)
            _key, text = make_key(partner=kept, by=BY, scopes=scope, networks=network, expires_at=expires_at)
        except KeyRefused as refused:
            raise CommandError(str(refused)) from refused
        self.stderr.write("Keep it: it is shown only this once.")
        self.stdout.write(text)

    def list(self, *, partner, **options):
        found = Key.objects.select_related("partner")
        if partner:
            found = found.filter(partner=named(partner))
        used = dict(KeyUse.objects.values_list("prefix", "used_at"))
        for key in found:
            self.stdout.write(line(key, used.get(key.prefix)))

    def revoke(self, *, prefix, **options):
        key = Key.objects.filter(prefix=prefix.removeprefix("cq_live_")[:8]).first()
        if key is None:
            raise CommandError(f"No key begins with {prefix}. “partner_key list” names all.")
        if key.revoked_at:
            raise CommandError(f"{key.prefix} was revoked on {day(key.revoked_at)}.")
        revoke_key(key=key)
        self.stdout.write(f"{key.prefix} opens nothing any more.")


def named(name: str) -> Partner:
    try:
        return Partner.objects.get(name=name)
    except Partner.DoesNotExist:
        raise CommandError(f"There is no partner {name}.") from None


def known(name: str, terms: dict) -> Partner | None:
    """A partner that is there stays as it is: what it may do is changed in the admin, by somebody with a name."""
    found = Partner.objects.filter(name=name).first()
    if found and any(getattr(found, term) != value for term, value in terms.items()):
        raise CommandError(f"{name} is there already ({found.tier}, {found.contact}); change that in the admin.")
    return found


def new(name: str, terms: dict) -> Partner:
    if "contact" not in terms:
        raise CommandError(f"There is no partner {name} yet; to make it, say --contact.")
    made = Partner(name=name, **terms)
    try:
        made.full_clean()
    except ValidationError as faults:
        raise CommandError(" ".join(faults.messages)) from faults
    made.save()
    return made


def moment(text: str) -> dt.datetime:
    try:
        if ends := parse_date(text):
            return dt.datetime.combine(ends + dt.timedelta(days=1), dt.time(), dt.UTC)
        found = parse_datetime(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise CommandError(
            f"“{text}” is no day and no moment: write 2027-01-31, or 2027-01-31T12:00Z with its time zone."
        )
    return found


def line(key: Key, used_at: dt.datetime | None) -> str:
    state = f"revoked {day(key.revoked_at)}" if key.revoked_at else until(key.expires_at)
    told = (key.prefix, key.partner.name, key.partner.tier, ",".join(key.scopes), ",".join(key.networks) or "anywhere")
    return "  ".join([*told, state, f"last used {day(used_at)}" if used_at else "never used"])


def until(expires_at: dt.datetime | None) -> str:
    if expires_at is None:
        return "until revoked"
    return f"{'until' if expires_at > timezone.now() else 'expired'} {day(expires_at)}"


def day(at: dt.datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%MZ}"
