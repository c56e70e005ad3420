import datetime as dt

import pytest
from django.utils import timezone

from newsroom.partners import tokens
from newsroom.partners.access import AccessRefused, identify
from newsroom.partners.keys import KeyRefused, make_key, revoke_key
from newsroom.partners.models import Key

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)
SOMEWHERE = "192.0.2.7"


def refusal(authorization, address=SOMEWHERE):
    with pytest.raises(AccessRefused) as refused:
        identify(authorization, address)
    return refused.value.code


def test_key_is_known_by_what_its_partner_shows(partner):
    _key, text = make_key(partner=partner("partner"), by="Test")

    found = identify(f"Bearer {text}", SOMEWHERE)

    assert (found.tier, found.scopes, found.page_size) == ("partner", ("read", "bulk", "webhooks"), 200)


def test_key_is_kept_nowhere_as_it_is_shown(partner):
    key, text = make_key(partner=partner(), by="Test")

    secret = text.split("_")[3]
    kept = Key.objects.values_list().get(pk=key.pk)
    assert len(secret) == 32
    assert secret not in str(kept)


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda text: text[:-1] + ("0" if text[-1] != "0" else "1"),
        lambda text: text.replace("cq_live_", "cq_test_"),
        lambda text: text + " ",
        lambda text: "",
        lambda text: "anything",
    ],
)
def test_key_with_an_error_is_no_key_at_all(partner, spoilt):
    text = spoilt(make_key(partner=partner(), by="Test")[1])

    assert tokens.read(text) is None


def test_key_of_another_secret_is_not_valid(partner):
    key, _text = make_key(partner=partner(), by="Test")
    forged = tokens.make().text.split("_")
    body = f"cq_live_{key.prefix}_{forged[3]}"

    assert refusal(f"Bearer {body}_{tokens._checksum(body)}") == "key-invalid"


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "nothing", "Bearer a b"])
def test_header_without_a_good_key_is_never_taken_for_a_stranger(header, partner):
    assert refusal(header) == "key-invalid"


def test_key_is_void_once_revoked(partner):
    key, text = make_key(partner=partner(), by="Test")

    revoke_key(key=key)

    assert refusal(f"Bearer {text}") == "key-invalid"


def test_key_ends_at_its_moment(partner):
    key, text = make_key(partner=partner(), by="Test", expires_at=timezone.now() + HOUR)
    Key.objects.filter(pk=key.pk).update(expires_at=timezone.now())

    assert refusal(f"Bearer {text}") == "key-expired"


@pytest.mark.parametrize(
    ("address", "allowed"),
    [("192.0.2.7", True), ("::ffff:192.0.2.7", True), ("192.0.3.7", False), ("2001:db8::1", True), ("", False)],
)
def test_key_of_networks_is_refused_from_elsewhere(partner, address, allowed):
    _key, text = make_key(partner=partner(), by="Test", networks=["192.0.2.0/24", "2001:db8::/32"])

    if allowed:
        assert identify(f"Bearer {text}", address).tier == "partner"
    else:
        assert refusal(f"Bearer {text}", address) == "forbidden"


def test_two_keys_are_live_at_once_and_no_third(partner):
    ours = partner()
    first, _ = make_key(partner=ours, by="Test")
    make_key(partner=ours, by="Test")

    with pytest.raises(KeyRefused):
        make_key(partner=ours, by="Test")

    revoke_key(key=first)
    make_key(partner=ours, by="Test")
    assert ours.keys.live().count() == 2


def test_scopes_beyond_the_tier_are_refused(partner):
    with pytest.raises(KeyRefused, match="embargo"):
        make_key(partner=partner("partner"), by="Test", scopes=["read", "embargo"])


def test_key_loses_the_scopes_that_its_partners_tier_loses(partner):
    ours = partner("wire")
    _key, text = make_key(partner=ours, by="Test")

    type(ours).objects.filter(pk=ours.pk).update(tier="registered")

    assert identify(f"Bearer {text}", SOMEWHERE).scopes == ("read",)


@pytest.mark.parametrize("network", ["192.0.2.7/24", "somewhere", "300.1.1.1"])
def test_network_that_is_none_is_refused(partner, network):
    with pytest.raises(KeyRefused, match="is not a network"):
        make_key(partner=partner(), by="Test", networks=[network])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.7", "192.0.2.8", False),
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
    ],
)
def test_strangers_of_one_subscriber_are_counted_together(settings, one, other, same):
    settings.ANONYMOUS_QUOTA = 60

    assert (identify("", one).name == identify("", other).name) is same
