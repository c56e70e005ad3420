"""A connection to an address that was checked, and an end to it in time. No proxy of the environment is asked."""

import http.client
import io
import socket
import ssl
import time
from functools import cache
from http import HTTPStatus

from django.conf import settings

from newsroom.partners.webhooks.addresses import Target

# Bytes read of an answer, head and all.
MOST = 64 * 1024


class Timed(io.RawIOBase):
    """
    What http.client takes for a socket. Each read gets what is left of the time, so that an answer in drips ends as a
    slow one does; beyond `MOST` bytes it looks as if the answer had ended. Whoever opened the socket closes it.
    """

    def __init__(self, sock: socket.socket, ends: float):
        super().__init__()
        self.sock, self.ends, self.left = sock, ends, MOST

    def readable(self):
        return True

    def readinto(self, buffer):
        self.sock.settimeout(seconds_left(self.ends))
        size = self.sock.recv_into(memoryview(buffer)[: self.left]) if self.left else 0
        self.left -= size
        return size

    def makefile(self, mode):
        return io.BufferedReader(self)

    def sendall(self, data):
        self.sock.settimeout(seconds_left(self.ends))
        self.sock.sendall(data)

    def close(self):
        pass


def connected(target: Target, addresses: list[str], ends: float, context: ssl.SSLContext | None) -> socket.socket:
    """To one of these very addresses; the certificate has to be good for the name."""
    sock = opened(target, addresses, ends)
    if target.scheme == "http":
        return sock
    try:
        sock.settimeout(seconds_left(ends))
        return (context or trusted()).wrap_socket(sock, server_hostname=target.host)
    except BaseException:
        sock.close()
        raise


@cache
def trusted() -> ssl.SSLContext:
    """Reading the certificates of all authorities takes a while."""
    return ssl.create_default_context()


def opened(target: Target, addresses: list[str], ends: float) -> socket.socket:
    """By the first address that lets us in."""
    way = tunnelled if settings.WEBHOOK_PROXY and not target.is_here else direct
    for address in addresses[:-1]:
        try:
            return way(address, target.port, ends)
        except OSError:
            continue
    return way(addresses[-1], target.port, ends)


def direct(address: str, port: int, ends: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds_left(ends))


def tunnelled(address: str, port: int, ends: float) -> socket.socket:
    """Through our own proxy, which is told the address and never the name, or it would resolve it again."""
    host, _colon, proxy_port = settings.WEBHOOK_PROXY.rpartition(":")
    sock = direct(host, int(proxy_port), ends)
    try:
        connection = http.client.HTTPConnection(host)
        connection.sock = Timed(sock, ends)
        where = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
        connection.request("CONNECT", where, headers={"Host": where})
        if connection.getresponse().status != HTTPStatus.OK:
            raise ConnectionError
    except BaseException:
        sock.close()
        raise
    return sock


def seconds_left(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
