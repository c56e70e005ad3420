"""Where webhooks may lead: to public addresses alone, so that nobody reaches through us what only we can reach."""

import ipaddress
import re
import socket
from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings

LONGEST = 1000
# Printable ASCII without what parsers disagree on.
PATH = r"(/[!$-;=?-\[\]_a-z~]*)?"
# The document says so too. No user name, no fragment, no other port; names of other scripts are written in punycode.
WRITTEN = rf"(https)://([A-Za-z0-9](?:[A-Za-z0-9.-]{{0,251}}[A-Za-z0-9])?)(:(?:443|8443))?{PATH}"
# On this machine, for development.
HERE = rf"(https?)://(localhost|127\.0\.0\.1)(:[0-9]{{1,5}})?{PATH}"
# Python 3.13.0 calls more than this global. Outside of it lie among others 64:ff9b::/96 and 64:ff9b:1::/48, which lead
# to any address of IPv4, fec0::/10, which is a private network, and ff00::/8, which is many receivers at once.
UNICAST = ipaddress.ip_network("2000::/3")
# Ways from IPv6 into IPv4, and what documents use.
NEVER = [ipaddress.ip_network(one) for one in ("2001::/32", "2002::/16", "3fff::/20", "192.88.99.0/24")]

# Every address of a host at a port.
type Resolver = Callable[[str, int], list[str]]


class AddressRefused(Exception):
    """`code` is an Error of a dispatch: address, not-public or no-name."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


class Target(NamedTuple):
    scheme: str
    host: str
    port: int
    # As in the address; for the Host field.
    authority: str
    path: str
    is_here: bool


def read(url: str) -> Target:
    """Raises AddressRefused for what is never sent to, wherever its name may lead."""
    here = re.fullmatch(HERE, url) if settings.WEBHOOKS_TO_THIS_MACHINE else None
    found = here or re.fullmatch(WRITTEN, url)
    if not found or len(url) > LONGEST:
        raise AddressRefused("address")
    scheme, host, port, path = found.groups("")
    number = int(port[1:] or {"https": 443, "http": 80}[scheme])
    return Target(scheme, host.lower(), number, f"{host}{port}", path or "/", bool(here))


def resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(where[0] for *_, where in found))


def checked(target: Target, resolver: Resolver = resolve) -> list[str]:
    """The addresses to connect to. A name that leads to even one address that is not public is not trusted at all."""
    try:
        found = resolver(target.host, target.port)
    except (OSError, UnicodeError):
        found = []
    if not found:
        raise AddressRefused("no-name")
    if not all(map(is_loopback if target.is_here else is_public, found)):
        raise AddressRefused("not-public")
    return found


def is_public(text: str) -> bool:
    address = _address(text)
    return (
        address.is_global
        and not address.is_multicast
        and (address.version == 4 or address in UNICAST)
        and not any(address in network for network in NEVER)
    )


def is_loopback(text: str) -> bool:
    return _address(text).is_loopback


def _address(text: str):
    """An IPv4 address written as IPv6 is judged as what it is."""
    address = ipaddress.ip_address(text)
    return getattr(address, "ipv4_mapped", None) or address
