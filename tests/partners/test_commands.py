"""Keys from the command line, and forgetting what is old."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from newsroom.partners import counting
from newsroom.partners.access import AccessRefused, identify
from newsroom.partners.auditing import Sent, record_use
from newsroom.partners.forgetting import forget_old
from newsroom.partners.models import Counter, Delivery, Key, Partner
from tests.partners.conftest import new_key, new_partner

pytestmark = pytest.mark.django_db(databases=["default", "usage"])

SOMEWHERE = "192.0.2.7"
DAY = dt.timedelta(days=1)


def run(*arguments) -> str:
    """What it writes where another command can take it up."""
    out = StringIO()
    call_command("partner_key", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue().strip()


def test_key_of_a_new_partner_is_all_that_is_written():
    text = run("make", "Gazette", "--tier", "partner", "--contact", "desk@example.org")

    found = identify(f"Bearer {text}", SOMEWHERE)
    assert (found.partner.name, found.tier, found.scopes) == ("Gazette", "partner", ("read", "bulk", "webhooks"))


def test_key_has_the_scopes_networks_and_end_that_are_told():
    new_partner("wire", name="Wire")
    text = run(
        *("make", "Wire", "--scope", "read", "--scope", "embargo", "--network", "192.0.2.0/24"),
        *("--expires", "2199-01-31"),
    )

    key = identify(f"Bearer {text}", SOMEWHERE).key
    assert (key.scopes, key.networks) == (["read", "embargo"], ["192.0.2.0/24"])
    assert key.expires_at == dt.datetime(2199, 2, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Nobody"], "There is no partner Nobody yet; to make it, say --contact."),
        (["Nobody", "--contact", "no address"], "Enter a valid email address."),
        (["Gazette", "--tier", "wire"], "Gazette is there already"),
        (["Gazette", "--scope", "embargo"], "does not include: embargo"),
        (["Gazette", "--network", "192.0.2.7/24"], "is not a network"),
        (["Gazette", "--expires", "2001-01-01"], "would have expired already"),
        (["Gazette", "--expires", "soon"], "is no day and no moment"),
        (["Gazette", "--expires", "2199-01-31T12:00"], "with its time zone"),
        (["Gazette", "--expires", "2199-02-31"], "is no day and no moment"),
        (["Gazette", "--scope", "write"], "invalid choice: 'write'"),
    ],
)
def test_key_that_cannot_be_made_is_refused_with_why(arguments, said):
    new_partner("partner", name="Gazette")

    with pytest.raises(CommandError, match=said):
        run("make", *arguments)

    assert (Key.objects.count(), Partner.objects.count()) == (0, 1)


def test_keys_are_listed_without_their_secrets():
    gazette = new_partner("partner", name="Gazette")
    first, second = (new_key(partner=gazette) for _ in range(2))
    new_key("wire", networks=["192.0.2.0/24"], expires_at=dt.datetime(2199, 1, 31, tzinfo=dt.UTC))
    run("revoke", first[8:16])

    everybody, ours = run("list").splitlines(), run("list", "Gazette").splitlines()

    assert (len(everybody), len(ours)) == (3, 2)
    assert everybody[0].endswith("192.0.2.0/24  until 2199-01-31T00:00Z  never used")
    assert ours[0] == f"{second[8:16]}  Gazette  partner  read,bulk,webhooks  anywhere  until revoked  never used"
    assert f"revoked {timezone.now():%Y-%m-%d}" in ours[1]
    assert second.split("_")[3] not in "".join(everybody)


def test_key_is_revoked_by_its_prefix_once():
    text = new_key()

    assert run("revoke", text[8:16]) == f"{text[8:16]} opens nothing any more."

    with pytest.raises(AccessRefused):
        identify(f"Bearer {text}", SOMEWHERE)
    with pytest.raises(CommandError, match="was revoked on"):
        run("revoke", text[8:16])
    with pytest.raises(CommandError, match="No key begins with 12345678"):
        run("revoke", "12345678")


def test_audit_of_a_year_stays_and_what_is_older_goes():
    key = Key.objects.get(prefix=new_key()[8:16])
    now = timezone.now()
    for days in (0, 366, 367):
        record_use(key, [Sent("article", "a" * 26, "en", 1)], now - days * DAY)
    for days in (0, 1, 3):
        counting.add("somebody 60", int((now - days * DAY).timestamp()) // 60, 60)

    assert forget_old(now) == (1, 1)
    assert list(Delivery.objects.values_list("day", flat=True)) == [(now - 366 * DAY).date(), now.date()]
    assert Counter.objects.count() == 2
