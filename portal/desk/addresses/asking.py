"""Asks one address. Editors type addresses, so this asks nothing that only the portal's own machine could reach.

Only http and https, only the ports of web sites, only hosts all of whose addresses are on the public internet; and it
connects to the very address that was looked at, so that a name cannot lead elsewhere a moment later. Each redirect is
looked at in the same way.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote, urljoin, urlsplit

from portal.desk.models.checked_address import Answer

#: Seconds of silence, and of one question as a whole, after which it is given up.
_SILENCE: Final = 10.0
_WHOLE: Final = 20.0
_REDIRECTS: Final = 5
_PORTS: Final = frozenset({80, 443, 8080, 8443})
_GONE: Final = frozenset({404, 410})
_AGENT: Final = "Mozilla/5.0 (compatible; Continuum link check)"
#: What stands in addresses as it is; everything else is written in percents.
_WRITABLE: Final = "/%:@!$&'()*+,;=~?"
#: Within these an IPv4 address is hidden.
_TRANSLATED: Final = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))


def look_up(host: str, port: int) -> list[str]:
    """The IP addresses of a host. Raises OSError when it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_rest, address in found))


def is_public(address: str) -> bool:
    """Whether an IP address is on the public internet, and is no other one in disguise."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and (
        ip.ipv4_mapped or ip.sixtofour or ip.teredo or any(ip in network for network in _TRANSLATED)
    ):
        return False
    return ip.is_global and not ip.is_multicast


class _Refused(Exception):
    """The address may not be asked."""


class _NotAsked(Exception):
    """The address is of a kind of which nothing can be said."""


@dataclass(frozen=True)
class Asker:
    """`look_up`, `is_public` and `ports` are there for tests, which have no public internet."""

    look_up: Callable[[str, int], list[str]] = look_up
    is_public: Callable[[str], bool] = is_public
    ports: frozenset[int] = _PORTS
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def ask(self, url: str) -> Answer:
        """How it stands with an address: HEAD first, GET where a site does not answer that well."""
        try:
            answer = self._follow("HEAD", url)
            return answer if answer == Answer.OK else self._follow("GET", url)
        except _Refused:
            return Answer.REFUSED
        except _NotAsked:
            return Answer.UNKNOWN
        except ssl.SSLError:
            return Answer.INSECURE
        except (OSError, http.client.HTTPException, ValueError):
            return Answer.SILENT

    def _follow(self, method: str, url: str) -> Answer:
        for _redirect in range(_REDIRECTS + 1):
            status, location = self._once(method, url)
            if status not in (301, 302, 303, 307, 308) or not location:
                return _meaning(status)
            url = urljoin(url, location)
        return Answer.LOOP

    def _once(self, method: str, url: str) -> tuple[int, str]:
        """Status and, of a redirect, the address it names."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise _Refused
        port = parts.port or (443 if parts.scheme == "https" else 80)
        if port not in self.ports:
            raise _NotAsked
        host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode()
        addresses = self.look_up(host, port)
        if not addresses or not all(map(self.is_public, addresses)):
            raise _Refused
        connection = _Connection(host, port, addresses[0], self.tls if parts.scheme == "https" else None)
        path = quote(parts.path or "/", safe=_WRITABLE)
        if parts.query:
            path += f"?{quote(parts.query, safe=_WRITABLE)}"
        try:
            connection.request(method, path, headers={"User-Agent": _AGENT, "Accept": "*/*"})
            # The body is not read: the head says what there is to know.
            response = connection.getresponse()
            return response.status, response.getheader("Location", "") or ""
        finally:
            connection.close()


class _Connection(http.client.HTTPConnection):
    """Connects to one IP address, whatever the name of the host leads to by now; ends when its time is up."""

    def __init__(self, host: str, port: int, address: str, tls: ssl.SSLContext | None) -> None:
        super().__init__(host, port, timeout=_SILENCE)
        self.default_port = 80 if tls is None else 443
        self._address = address
        self._tls = tls
        self._timer: threading.Timer | None = None

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), self.timeout)
        self._timer = threading.Timer(_WHOLE, _cut, [plain])
        self._timer.daemon = True
        self._timer.start()
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host) if self._tls else plain

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        super().close()


def _cut(connection: Any) -> None:
    """A site that sends a letter every few seconds would otherwise hold the round up for hours."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        # It has ended by itself meanwhile.
        return


def _meaning(status: int) -> Answer:
    if status < 400:
        return Answer.OK
    if status in _GONE:
        return Answer.GONE
    return Answer.FAILED if status >= 500 else Answer.UNKNOWN
