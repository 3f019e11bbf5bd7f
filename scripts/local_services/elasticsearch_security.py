"""An Elasticsearch that lets nobody in without a key: encrypted, with a password of its own."""

import base64
import json
import os
import secrets
import ssl
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.local_services.account import Account, run_as
from scripts.local_services.errors import ServiceUnavailable
from scripts.local_services.ports import LOOPBACK

#: The user that Elasticsearch has from the beginning.
_USER = "elastic"

#: What the product asks of a cluster; docs/operating/services.md says the same to operators.
CLUSTER_RIGHTS = ("monitor",)
INDEX_RIGHTS = ("manage", "read", "view_index_metadata", "write")

SETTINGS: dict[str, object] = {
    "xpack.security.enabled": True,
    "xpack.security.http.ssl.enabled": True,
    "xpack.security.http.ssl.certificate": "node.crt",
    "xpack.security.http.ssl.key": "node.key",
    # The node is alone: nobody talks to it but clients.
    "xpack.security.transport.ssl.enabled": False,
}


class Security:
    """The authority and the password of one cluster. `ca_certs` is the file for clients."""

    def __init__(self, ca_certs: Path) -> None:
        self.ca_certs = ca_certs
        self.password = secrets.token_urlsafe(24)

    def prepare(self, account: Account, home: Path, java: Path, config: Path) -> None:
        """Put certificate, key and password into the configuration of a node that is started next.

        `home` is the folder of the server, `java` that of its Java. Raises ServiceUnavailable.
        """
        try:
            # Only needed here; scripts/services runs without any package otherwise.
            from scripts.local_services.certificates import Authority
        except ImportError:
            raise ServiceUnavailable("certificates need the packages of .venv: use its Python") from None
        authority = Authority()
        certificate, key = authority.server(LOOPBACK)
        self.ca_certs.write_bytes(authority.certificate)
        for name, content in (("node.crt", certificate), ("node.key", key)):
            _write_for(account, config / name, content)
        environment = {"PATH": "/usr/bin:/bin", "ES_PATH_CONF": str(config), "ES_JAVA_HOME": str(java)}
        tool = home / "bin" / "elasticsearch-keystore"
        kept = run_as(
            account,
            [tool, "add", "--stdin", "--force", "bootstrap.password"],
            text_in=self.password,
            environment=environment,
        )
        if kept.returncode:
            raise ServiceUnavailable(f"Elasticsearch takes no password: {kept.stderr.strip()}")

    def ask(self, url: str, body: object = None) -> Any:
        """What the cluster answers to its first user."""
        entrance = base64.b64encode(f"{_USER}:{self.password}".encode()).decode()
        request = urllib.request.Request(  # noqa: S310
            url,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Basic {entrance}", "Content-Type": "application/json"},
        )
        trusted = ssl.create_default_context(cafile=str(self.ca_certs))
        with urllib.request.urlopen(request, timeout=30, context=trusted) as answer:  # noqa: S310
            return json.load(answer)

    def api_key(self, url: str, patterns: Sequence[str]) -> str:
        """A key that opens the indexes of these patterns, as ELASTICSEARCH_API_KEY wants it."""
        indexes = {"names": list(patterns), "privileges": list(INDEX_RIGHTS)}
        role = {"cluster": list(CLUSTER_RIGHTS), "indices": [indexes]}
        made = self.ask(f"{url}/_security/api_key", {"name": "continuum", "role_descriptors": {"portal": role}})
        return str(made["encoded"])


def _write_for(account: Account, path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(content)
    if not account.is_self:
        os.chown(path, account.uid, account.gid)
