"""An Elasticsearch cluster for tests: one node, or several that know each other."""

from pathlib import Path

from scripts.local_services.elasticsearch_cluster import Cluster, stop_processes
from scripts.local_services.places import STATE
from scripts.local_services.processes import ProcessIdentity, is_running, read_identity

NAME = "elasticsearch"
_URLS = STATE / "elasticsearch.urls"


def start(nodes: int | None = None) -> None:
    """Start a cluster of `nodes` nodes and wait until it answers; fetch the server first where needed.

    Without a number a cluster that runs is left as it is, and otherwise one node is started. If another number of
    nodes runs, the cluster is started anew. Raises ServiceUnavailable when it cannot be had.
    """
    running = len(_running())
    if running and nodes in (None, running):
        return
    stop()
    cluster = Cluster(NAME, nodes or 1, STATE)
    cluster.start()
    _URLS.write_text(",".join(node.url for node in cluster.nodes))


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
    return {"ELASTICSEARCH_URL": _URLS.read_text()} if _running() else {}


def _process_files() -> list[Path]:
    return sorted(STATE.glob(f"{NAME}-[0-9].process"))


def _running() -> list[ProcessIdentity]:
    identities = (read_identity(path) for path in _process_files())
    return [identity for identity in identities if identity is not None and is_running(identity)]
