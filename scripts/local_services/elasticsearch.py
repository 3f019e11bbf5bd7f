"""An Elasticsearch cluster for tests: one node, or several that know each other, or one that asks for a key."""

import json
from pathlib import Path

from scripts.local_services.elasticsearch_cluster import Cluster, stop_processes
from scripts.local_services.places import STATE
from scripts.local_services.processes import ProcessIdentity, is_running, read_identity

NAME = "elasticsearch"
_VARIABLES = STATE / "elasticsearch.json"

#: The indexes that the product and its tests have by default.
_INDEXES = ("continuum-*", "test-*")


def start(nodes: int | None = None, secured: bool = False) -> None:
    """Start a cluster of `nodes` nodes and wait until it answers; fetch the server first where needed.

    Without a number a cluster that runs is left as it is, and otherwise one node is started. If another number of
    nodes runs, or not `secured` as asked for, the cluster is started anew. A secured one has one node, TLS, and a key.
    Raises ServiceUnavailable when it cannot be had.
    """
    running, known = len(_running()), variables()
    if known and nodes in (None, running) and secured == ("ELASTICSEARCH_API_KEY" in known):
        return
    stop()
    cluster = Cluster(NAME, nodes or 1, STATE, secured)
    cluster.start()
    found = {"ELASTICSEARCH_URL": ",".join(node.url for node in cluster.nodes)}
    if cluster.security:
        found["ELASTICSEARCH_API_KEY"] = cluster.security.api_key(cluster.nodes[0].url, _INDEXES)
        found["ELASTICSEARCH_CA_CERTS"] = str(cluster.security.ca_certs)
    _VARIABLES.touch(mode=0o600)
    _VARIABLES.write_text(json.dumps(found))


def stop() -> None:
    """Stop the nodes that `start` started; touch no others."""
    stop_processes(_process_files())


def stop_every_cluster() -> None:
    """Stop also the nodes that a test with a cluster of its own left, because it was killed."""
    stop_processes(sorted(STATE.glob("*-[0-9].process")))


def status() -> str:
    """How many nodes run, in a few words."""
    running = _running()
    if not running:
        return "stopped"
    return f"running ({len(running)} of {len(_process_files())} nodes)"


def variables() -> dict[str, str]:
    """The variables that lead the product to it; none when it does not run."""
    if not _running() or not _VARIABLES.exists():
        return {}
    found: dict[str, str] = json.loads(_VARIABLES.read_text())
    return found


def _process_files() -> list[Path]:
    return sorted(STATE.glob(f"{NAME}-[0-9].process"))


def _running() -> list[ProcessIdentity]:
    identities = (read_identity(path) for path in _process_files())
    return [identity for identity in identities if identity is not None and is_running(identity)]
