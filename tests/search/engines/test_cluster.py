"""A cluster of three nodes that fail: no answer is missing, nothing is lost. To be run in one process."""

import os
import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest
from elasticsearch import Elasticsearch

from portal.core.visibility.audience import PUBLIC
from scripts.local_services.elasticsearch_cluster import Cluster
from scripts.local_services.errors import ServiceUnavailable
from scripts.local_services.places import STATE
from search.engines.base import EngineError, EngineQuery
from search.engines.current import current_engine
from search.engines.elasticsearch_connection import Address, Connection
from search.engines.elasticsearch_engine import ElasticsearchEngine
from search.engines.looked_for import Stream, Words
from search.engines.writer_lock import writer_lock
from search.outbox.drain import drain
from search.outbox.entry import OutboxEntry
from search.upkeep.build import rebuild
from tests.factories.pages import make_practice
from tests.factories.site import make_site_root
from tests.search.engines.conftest import document

pytestmark = pytest.mark.cluster

DOCUMENTS = 1_500
PLAN = EngineQuery(frozenset({PUBLIC}), Words("en", Stream.WORDS, ("plan",)), limit=5)
EVERYTHING = EngineQuery(frozenset({PUBLIC}), limit=5)

#: A machine that starts three servers is slow to answer; how long readers wait is tested elsewhere.
SECONDS = 20.0


@pytest.fixture(scope="module")
def nodes() -> Iterator[Cluster]:
    """Three nodes of its own, empty."""
    cluster = Cluster(f"failing-{os.getpid()}", 3, STATE)
    try:
        cluster.start()
    except ServiceUnavailable as reason:
        pytest.skip(f"no cluster can be had here: {reason}")
    yield cluster
    cluster.delete()


@pytest.fixture
def cluster(nodes: Cluster) -> Cluster:
    """All three run."""
    nodes.start_again()
    return nodes


@pytest.fixture
def engine(cluster, tmp_path) -> ElasticsearchEngine:
    connection = Connection(Address(tuple(node.url for node in cluster.nodes)), SECONDS)
    return ElasticsearchEngine(
        connection, f"test-{tmp_path.name.replace('_', '-').lower()}", 1, partial(writer_lock, tmp_path)
    )


def documents(first=0, number=DOCUMENTS):
    return (document(f"a:{place}", "release plan") for place in range(first, first + number))


def wait_until(found, seconds=60):
    """What `found` gives as soon as that is something."""
    deadline = time.monotonic() + seconds
    while not (answer := found()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return answer


def drained():
    """How many documents were looked at; 0 as long as the cluster is not asked."""
    try:
        return drain()
    except EngineError:
        return 0


def node_with_first_copy(cluster):
    """The node that all writing to the newest index goes through: the worst to lose."""
    with Elasticsearch(cluster.nodes[0].url) as client:
        rows = client.cat.shards(index="test-*", format="json", h="index,prirep,node")
    newest = max((row for row in rows if row["prirep"] == "p"), key=lambda row: row["index"].rpartition("-")[2])
    return next(node for node in cluster.nodes if node.name == newest["node"])


@pytest.mark.django_db(transaction=True)
def test_what_is_published_while_the_cluster_is_away_arrives(cluster, settings, tmp_path, caplog):
    settings.ELASTICSEARCH_URL = [node.url for node in cluster.nodes]
    settings.ELASTICSEARCH_SECONDS = SECONDS
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    make_site_root()
    make_practice()
    assert rebuild(current_engine(), lambda number: None) == 1
    cluster.stop()
    for _ in range(3):
        make_practice()
    assert OutboxEntry.objects.count() >= 3
    with pytest.raises(EngineError):
        drain()
    assert OutboxEntry.objects.count() >= 3
    cluster.start_again()
    # Some seconds after the last failure it is asked again.
    assert wait_until(drained) == 3
    assert current_engine().search(EVERYTHING).total == 4
    assert not OutboxEntry.objects.exists()
    current_engine().remove()


def test_no_search_fails_when_a_node_does(cluster, engine):
    engine.rebuild(documents())
    answers, failures = [], []
    ended = threading.Event()

    def read():
        while not ended.is_set():
            try:
                answers.append(engine.search(PLAN).total)
            except EngineError as error:
                failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    before = wait_until(lambda: len(answers) > 50 and len(answers))
    cluster.kill(node_with_first_copy(cluster))
    wait_until(lambda: len(answers) > before + 200)
    ended.set()
    for reader in readers:
        reader.join()
    assert (failures, set(answers)) == ([], {DOCUMENTS})
    with engine.writing() as writer:
        writer.index(documents(DOCUMENTS, 10))
    assert engine.search(PLAN).total == DOCUMENTS + 10


def test_a_rebuild_survives_the_loss_of_a_node(cluster, engine):
    engine.rebuild(documents(0, 10))

    def failing():
        for place, one in enumerate(documents()):
            if place == DOCUMENTS // 2:
                cluster.kill(node_with_first_copy(cluster))
            yield one

    assert engine.rebuild(failing()) == DOCUMENTS
    assert engine.search(PLAN).total == DOCUMENTS
    assert set(engine.fingerprints()) == {f"a:{place}" for place in range(DOCUMENTS)}
