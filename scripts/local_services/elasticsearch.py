"""An Elasticsearch cluster for tests: one node, or several that know each other."""

import http.client
import json
import shutil
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from scripts.local_services.account import Account, make_folder, service_account, start_as
from scripts.local_services.elasticsearch_distribution import distribution, java_home
from scripts.local_services.errors import ServiceUnavailable
from scripts.local_services.places import STATE, data_folder
from scripts.local_services.ports import LOOPBACK, free_ports
from scripts.local_services.processes import (
    ProcessIdentity,
    end,
    identity_of,
    is_running,
    read_identity,
    write_identity,
)
from scripts.local_services.waiting import wait_until_ready

NAME = "elasticsearch"
HEAP = "400m"
_URLS = STATE / "elasticsearch.urls"


@dataclass(frozen=True)
class Node:
    """One node of the cluster: its number from 1, its port for clients and its port for the other nodes."""

    number: int
    http_port: int
    transport_port: int

    @property
    def name(self) -> str:
        """How the node is called in the cluster and in file names."""
        return f"{NAME}-{self.number}"

    @property
    def url(self) -> str:
        """Where clients reach the node."""
        return f"http://{LOOPBACK}:{self.http_port}"


def start(nodes: int | None = None) -> None:
    """Start a cluster of `nodes` nodes and wait until it answers; fetch the server first where needed.

    Without a number a cluster that runs is left as it is, and otherwise one node is started. If another number of
    nodes runs, the cluster is started anew. Raises ServiceUnavailable when it cannot be had.
    """
    running = len(_running())
    if running and nodes in (None, running):
        return
    stop()
    account = service_account()
    java = java_home()
    folder = data_folder(account)
    home = distribution(folder)
    ports = free_ports(2 * (nodes or 1))
    cluster = [Node(number, *pair) for number, pair in enumerate(zip(ports[::2], ports[1::2], strict=True), start=1)]
    try:
        identities = [_start_node(account, java, home, folder, node, cluster) for node in cluster]
        for node, identity in zip(cluster, identities, strict=True):
            wait_until_ready(
                f"Elasticsearch node {node.number}",
                partial(has_nodes, node.url, len(cluster)),
                identity,
                seconds=180,
                log=_log(node),
            )
    except ServiceUnavailable:
        stop()
        raise
    _URLS.write_text(",".join(node.url for node in cluster))


def stop() -> None:
    """Stop the nodes that `start` started; touch no others."""
    for path in _process_files():
        identity = read_identity(path)
        if identity is not None:
            end(identity, patience=30)
        path.unlink()


def status() -> str:
    """How many nodes run, in a few words."""
    running = _running()
    if not running:
        return "stopped"
    return f"running ({len(running)} of {len(_process_files())} nodes)"


def variables() -> dict[str, str]:
    """The variables that lead the product to it; none when it does not run."""
    return {"ELASTICSEARCH_URL": _URLS.read_text()} if _running() else {}


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
        "xpack.security.enabled": False,
        # A disk that is nearly full is no reason to refuse a test's few documents.
        "cluster.routing.allocation.disk.threshold_enabled": False,
    }
    if len(cluster) == 1:
        settings["discovery.type"] = "single-node"
    else:
        settings["discovery.seed_hosts"] = [f"{LOOPBACK}:{other.transport_port}" for other in cluster]
        settings["cluster.initial_master_nodes"] = [other.name for other in cluster]
    return settings


def has_nodes(url: str, count: int) -> bool:
    """Whether the node at `url` answers that the cluster has `count` nodes and works."""
    try:
        with urllib.request.urlopen(f"{url}/_cluster/health", timeout=5) as answer:  # noqa: S310
            health = json.load(answer)
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError):
        return False
    return bool(health["number_of_nodes"] == count and health["status"] != "red")


def _start_node(
    account: Account, java: Path, home: Path, folder: Path, node: Node, cluster: list[Node]
) -> ProcessIdentity:
    place = make_folder(account, folder / node.name)
    # A cluster remembers its members and their ports, so every start is a new cluster.
    for name in ("data", "config"):
        shutil.rmtree(place / name, ignore_errors=True)
    for name in ("data", "config", "logs", "temporary"):
        make_folder(account, place / name)
    for name in ("jvm.options", "log4j2.properties"):
        shutil.copyfile(home / "config" / name, place / "config" / name)
    settings = node_settings(node, cluster, place / "data", place / "logs")
    # JSON is YAML too, and its quoting is safe.
    lines = [f"{name}: {json.dumps(value)}" for name, value in settings.items()]
    (place / "config" / "elasticsearch.yml").write_text("\n".join(lines) + "\n")
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(place),
        "ES_JAVA_HOME": str(java),
        "ES_JAVA_OPTS": f"-Xms{HEAP} -Xmx{HEAP}",
        "ES_PATH_CONF": str(place / "config"),
        "ES_TMPDIR": str(place / "temporary"),
        # The start script is itself a Java program that stays; it needs next to nothing.
        "CLI_JAVA_OPTS": "-Xmx64m",
    }
    pid = start_as(account, [home / "bin" / "elasticsearch"], _log(node), environment)
    identity = identity_of(pid)
    if identity is None:
        raise ServiceUnavailable(f"Elasticsearch ended at once; see {_log(node)}")
    write_identity(STATE / f"{node.name}.process", identity)
    return identity


def _log(node: Node) -> Path:
    return STATE / f"{node.name}.log"


def _process_files() -> list[Path]:
    return sorted(STATE.glob(f"{NAME}-*.process"))


def _running() -> list[ProcessIdentity]:
    identities = (read_identity(path) for path in _process_files())
    return [identity for identity in identities if identity is not None and is_running(identity)]
