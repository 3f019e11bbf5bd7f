"""Nodes of an Elasticsearch cluster that know each other, and what can happen to them."""

import http.client
import json
import shutil
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from scripts.local_services.account import Account, make_folder, service_account, start_as
from scripts.local_services.elasticsearch_distribution import distribution, java_home
from scripts.local_services.elasticsearch_security import SETTINGS as SECURITY_SETTINGS
from scripts.local_services.elasticsearch_security import Security
from scripts.local_services.elasticsearch_with_keys import with_keys
from scripts.local_services.errors import ServiceUnavailable
from scripts.local_services.places import data_folder
from scripts.local_services.ports import LOOPBACK, free_ports
from scripts.local_services.processes import (
    ProcessIdentity,
    end,
    identity_of,
    is_running,
    kill,
    read_identity,
    write_identity,
)
from scripts.local_services.waiting import wait_until_ready

HEAP = "400m"
_START_SECONDS = 180


@dataclass(frozen=True)
class Node:
    """One node of a cluster: how it is called there and in file names, its ports for clients and for other nodes.

    One that is `secured` talks to clients over TLS only.
    """

    name: str
    http_port: int
    transport_port: int
    secured: bool = False

    @property
    def url(self) -> str:
        """Where clients reach the node."""
        return f"{'https' if self.secured else 'http'}://{LOOPBACK}:{self.http_port}"


class Cluster:
    """`count` nodes on free ports, called `name`-1 and so on; process numbers and logs are kept in `state`.

    With `secured`, which is for one node, `security` is what lets clients in; otherwise it is None.
    """

    def __init__(self, name: str, count: int, state: Path, secured: bool = False) -> None:
        ports = free_ports(2 * count)
        pairs = zip(ports[::2], ports[1::2], strict=True)
        self.state = state
        self.nodes = [Node(f"{name}-{number}", *pair, secured) for number, pair in enumerate(pairs, start=1)]
        self.security = Security(state / f"{name}.ca.crt") if secured else None

    def start(self) -> None:
        """Start all nodes, empty, and wait until the cluster works; fetch the server first where needed.

        Raises ServiceUnavailable when it cannot be had; then nothing is left running.
        """
        account = service_account()
        home = self._home(account)
        for node in self.nodes:
            # A cluster remembers its members and their ports, so every start is a new cluster.
            config = _prepare(account, home, node, self.nodes)
            if self.security:
                self.security.prepare(account, home, java_home(), config)
        self.start_again()

    def start_again(self) -> None:
        """Start the nodes that do not run, with the data that they have; wait until the cluster is complete."""
        try:
            for node in self.nodes:
                if not self.is_running(node):
                    self._start(node)
            for node in self.nodes:
                ask = self.security.ask if self.security else _ask
                ready = partial(has_nodes, node.url, len(self.nodes), ask)
                wait_until_ready(node.name, ready, self._identity(node), seconds=_START_SECONDS, log=self._log(node))
        except ServiceUnavailable:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop all nodes, in good order."""
        stop_processes(list(map(self._file, self.nodes)))

    def delete(self) -> None:
        """Stop all nodes and delete what they leave: data, process numbers, logs."""
        self.stop()
        folder = data_folder(service_account())
        for node in self.nodes:
            shutil.rmtree(folder / node.name, ignore_errors=True)
            self._log(node).unlink(missing_ok=True)
        if self.security:
            self.security.ca_certs.unlink(missing_ok=True)

    def kill(self, node: Node) -> None:
        """End a node at once, as when its machine loses power."""
        identity = read_identity(self._file(node))
        if identity is not None:
            kill(identity)
        self._file(node).unlink(missing_ok=True)

    def is_running(self, node: Node) -> bool:
        """Whether this node's process runs."""
        identity = read_identity(self._file(node))
        return identity is not None and is_running(identity)

    def _start(self, node: Node) -> None:
        account = service_account()
        home = self._home(account)
        place = data_folder(account) / node.name
        environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(place),
            "ES_JAVA_HOME": str(java_home()),
            "ES_JAVA_OPTS": f"-Xms{HEAP} -Xmx{HEAP}",
            "ES_PATH_CONF": str(place / "config"),
            "ES_TMPDIR": str(place / "temporary"),
            # The start script is itself a Java program that stays; it needs next to nothing.
            "CLI_JAVA_OPTS": "-Xmx64m",
        }
        pid = start_as(account, [home / "bin" / "elasticsearch"], self._log(node), environment)
        identity = identity_of(pid)
        if identity is None:
            raise ServiceUnavailable(f"Elasticsearch ended at once; see {self._log(node)}")
        write_identity(self._file(node), identity)

    def _home(self, account: Account) -> Path:
        java = java_home()
        home = distribution(data_folder(account))
        return with_keys(home, java) if self.security else home

    def _identity(self, node: Node) -> ProcessIdentity:
        identity = read_identity(self._file(node))
        if identity is None:
            raise ServiceUnavailable(f"{node.name} was stopped while it started")
        return identity

    def _file(self, node: Node) -> Path:
        return self.state / f"{node.name}.process"

    def _log(self, node: Node) -> Path:
        return self.state / f"{node.name}.log"


def stop_processes(files: list[Path]) -> None:
    """Stop the nodes whose process numbers these files keep, and remove the files."""
    for path in files:
        identity = read_identity(path)
        if identity is not None:
            end(identity, patience=30)
        path.unlink(missing_ok=True)


def node_settings(node: Node, cluster: list[Node], data: Path, logs: Path) -> dict[str, object]:
    """The settings of `node` as one of `cluster`, by their names in Elasticsearch's reference."""
    settings: dict[str, object] = {
        "cluster.name": "continuum-tests",
        "node.name": node.name,
        "path.data": str(data),
        "path.logs": str(logs),
        # Bound to the loopback interface only, it does not insist on the limits of a production machine.
        "network.host": LOOPBACK,
        "http.port": node.http_port,
        "transport.port": node.transport_port,
        **(SECURITY_SETTINGS if node.secured else {"xpack.security.enabled": False}),
        # A disk that is nearly full is no reason to refuse a test's few documents.
        "cluster.routing.allocation.disk.threshold_enabled": False,
    }
    if len(cluster) == 1:
        settings["discovery.type"] = "single-node"
    else:
        settings["discovery.seed_hosts"] = [f"{LOOPBACK}:{other.transport_port}" for other in cluster]
        settings["cluster.initial_master_nodes"] = [other.name for other in cluster]
    return settings


def _ask(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310
        return json.load(answer)


def has_nodes(url: str, count: int, ask: Callable[[str], Any] = _ask) -> bool:
    """Whether the node at `url` answers that the cluster has `count` nodes and works."""
    try:
        health = ask(f"{url}/_cluster/health")
    except (http.client.HTTPException, OSError, ValueError):
        return False
    return bool(health["number_of_nodes"] == count and health["status"] != "red")


def _prepare(account: Account, home: Path, node: Node, cluster: list[Node]) -> Path:
    """Empty folders and a configuration for a node; return the folder of the configuration."""
    place = make_folder(account, data_folder(account) / node.name)
    for part in ("data", "config"):
        shutil.rmtree(place / part, ignore_errors=True)
    for part in ("data", "config", "logs", "temporary"):
        make_folder(account, place / part)
    for part in ("jvm.options", "log4j2.properties"):
        shutil.copyfile(home / "config" / part, place / "config" / part)
    settings = node_settings(node, cluster, place / "data", place / "logs")
    # JSON is YAML too, and its quoting is safe.
    lines = [f"{key}: {json.dumps(value)}" for key, value in settings.items()]
    (place / "config" / "elasticsearch.yml").write_text("\n".join(lines) + "\n")
    return place / "config"
