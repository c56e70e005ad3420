"""No webhook leads where strangers could not go themselves."""

import pytest

from newsroom.partners.webhooks import addresses
from newsroom.partners.webhooks.addresses import AddressRefused, checked, is_public, read

PUBLIC = "93.184.215.14"


def refusal(act, *arguments):
    with pytest.raises(AddressRefused) as refused:
        act(*arguments)
    return refused.value.code


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://receiver.example/hook?a=1", ("receiver.example", 443, "receiver.example", "/hook?a=1")),
        ("https://Receiver.example:8443", ("receiver.example", 8443, "Receiver.example:8443", "/")),
        ("https://93.184.215.14/x?y=%20", ("93.184.215.14", 443, "93.184.215.14", "/x?y=%20")),
    ],
)
def test_address_is_read(url, target):
    assert read(url) == ("https", *target, False)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "receiver.example",
        "//receiver.example/",
        "http://receiver.example/",
        "ftp://receiver.example/",
        "file:///etc/passwd",
        "gopher://receiver.example:443/",
        "https://receiver.example:80/",
        "https://receiver.example:22/",
        "https://receiver.example:0/",
        "https://receiver.example:99999/",
        "https://receiver.example:x/",
        "https://user@receiver.example/",
        "https://user:secret@receiver.example/",
        "https://@receiver.example/",
        "https://receiver.example/#fragment",
        "https://receiver.example/a b",
        "https://receiver.example/\r\nHost: other",
        "https://receiver.example\\@other.example/",
        "https://réceiver.example/",
        "https:///path",
        "https://[::1/",
        "https://[2606:2800:21f::1]/",
        "https://receiver.example?query",
        "https://-receiver.example/",
        "https://receiver.example./",
        "https://receiver.example/" + "x" * 1000,
        "http://localhost:8000/",
        "https://localhost:8000/",
    ],
)
def test_address_that_is_never_sent_to_is_refused(url):
    assert refusal(read, url) == "address"


@pytest.mark.parametrize("url", ["http://localhost:8000/", "http://127.0.0.1:8000/", "https://localhost:9000/"])
def test_this_machine_is_reached_only_where_its_operator_allows_it(url, settings):
    assert refusal(read, url) == "address"
    settings.WEBHOOKS_TO_THIS_MACHINE = True
    assert read(url).is_here
    assert refusal(read, "http://receiver.example/") == "address"
    assert refusal(checked, read(url), lambda *_: ["10.0.0.1"]) == "not-public"


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:2800:21f::1", "::ffff:8.8.8.8"])
def test_public_addresses_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",  # noqa: S104 - bound to nowhere
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        # Where clouds keep the keys of a machine.
        "169.254.169.254",
        "fd00:ec2::254",
        "192.0.2.1",
        "198.18.0.1",
        "203.0.113.9",
        "192.88.99.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "::127.0.0.1",
        "5f00::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b::5db8:d70e",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "3fff::1",
        "ff02::1",
        "ff0e::1",
    ],
)
def test_no_other_address_is_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "found",
    [
        ["127.0.0.1"],
        [PUBLIC, "127.0.0.1"],
        ["10.0.0.1", PUBLIC],
        [PUBLIC, "64:ff9b::7f00:1"],
        ["2606:2800:21f::1", "fe80::1"],
    ],
)
def test_name_with_even_one_address_that_is_not_public_is_not_trusted(found):
    assert refusal(checked, read("https://receiver.example/"), lambda *_: found) == "not-public"


def test_name_is_looked_up_once_and_its_addresses_are_what_is_connected_to():
    asked = []

    def resolver(host, port):
        asked.append((host, port))
        return [PUBLIC, "2606:2800:21f::1"]

    assert checked(read("https://receiver.example/"), resolver) == [PUBLIC, "2606:2800:21f::1"]
    assert asked == [("receiver.example", 443)]


def test_name_that_leads_nowhere_is_refused():
    def lost(host, port):
        raise OSError

    target = read("https://receiver.example/")
    assert refusal(checked, target, lost) == "no-name"
    assert refusal(checked, target, lambda *_: []) == "no-name"


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.1", "0177.0.0.1"])
def test_loopback_written_otherwise_is_refused(host):
    """As this machine's own resolver reads it."""
    assert refusal(checked, read(f"https://{host}/"), addresses.resolve) in {"not-public", "no-name"}
