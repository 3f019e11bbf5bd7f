"""How a cluster is asked that answers badly, late, or not at all. The nodes here speak HTTP as Elasticsearch does."""

import json
import socket
import threading
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from scripts.local_services.ports import LOOPBACK, free_ports
from search.engines.base import EngineError, IndexMissing
from search.engines.elasticsearch_connection import Address, Connection


class Node(ThreadingHTTPServer):
    """Answers with these in turn, the last one for ever: a status and what it says."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = 0
        self.headers = {}
        super().__init__((LOOPBACK, 0), _Handler)

    @property
    def url(self):
        return f"http://{LOOPBACK}:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        node = self.server
        node.asked += 1
        node.headers = self.headers
        status, said = node.answers.pop(0) if len(node.answers) > 1 else node.answers[0]
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST

    def log_message(self, *arguments):
        """Nothing on the terminal."""


@pytest.fixture
def start():
    """Starts a node that gives these answers."""
    with ExitStack() as stack:

        def started(*answers):
            node = stack.enter_context(Node(*answers))
            thread = threading.Thread(target=node.serve_forever, kwargs={"poll_interval": 0.01})
            thread.start()
            stack.callback(thread.join)
            stack.callback(node.shutdown)
            return node

        yield started


@pytest.fixture
def silent():
    """A node that takes connections and never says a word."""
    with socket.create_server((LOOPBACK, 0)) as server:
        yield f"http://{LOOPBACK}:{server.getsockname()[1]}"


def nobody():
    """An address where nothing listens."""
    return f"http://{LOOPBACK}:{free_ports(1)[0]}"


def count(connection):
    return connection.ask(lambda client: client.count(index="any")["count"])


def connection_to(*hosts, seconds=5.0, **more):
    return Connection(Address(hosts, **more), seconds)


SEVEN = (200, {"count": 7})
UNAVAILABLE = (503, {"error": "no master"})


def test_an_answer(start):
    assert count(connection_to(start(SEVEN).url)) == 7


def test_the_key_is_shown(start):
    node = start(SEVEN)
    count(connection_to(node.url, api_key="a2V5"))
    assert node.headers["Authorization"] == "ApiKey a2V5"


def test_user_and_password_may_stand_in_the_address(start):
    node = start(SEVEN)
    count(connection_to(node.url.replace("http://", "http://elastic:word@")))
    assert node.headers["Authorization"] == "Basic ZWxhc3RpYzp3b3Jk"


def test_where_nobody_answers_the_next_node_is_asked(start):
    node = start(SEVEN)
    connection = connection_to(nobody(), node.url, nobody())
    assert [count(connection) for _ in range(6)] == [7] * 6


def test_a_node_that_does_not_answer_in_time_leaves_time_for_another(start, silent):
    node = start(SEVEN)
    for _ in range(4):
        assert count(connection_to(silent, node.url, seconds=3.0)) == 7


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_what_may_pass_is_tried_again(start, status):
    node = start((status, {}), SEVEN)
    assert (count(connection_to(node.url)), node.asked) == (7, 2)


def test_a_wrong_question_is_not_asked_twice_and_is_no_sign_of_trouble(start):
    node = start((400, {"error": {"type": "parsing_exception", "reason": "?"}}))
    connection = connection_to(node.url)
    for _ in range(5):
        with pytest.raises(EngineError, match="parsing_exception"):
            count(connection)
    assert node.asked == 5


@pytest.mark.parametrize(
    ("status", "named"), [(401, "does not accept the key"), (403, "does not allow this.*security_exception")]
)
def test_a_refused_key_is_named_and_not_tried_again(start, status, named):
    node = start((status, {"error": {"type": "security_exception", "reason": "no write"}}))
    with pytest.raises(EngineError, match=named):
        count(connection_to(node.url, api_key="a2V5"))
    assert node.asked == 1


def test_secrets_are_not_shown():
    address = Address(("https://elastic:a-password@127.0.0.1:9200",), "a-key", "/ca.crt")
    assert repr(address) == "Address(ca_certs='/ca.crt')"


def test_a_missing_index_is_told_apart(start):
    connection = connection_to(start((404, {"error": {"type": "index_not_found_exception"}})).url)
    for _ in range(5):
        with pytest.raises(IndexMissing):
            count(connection)


def test_nobody_waits_for_ever(silent):
    with pytest.raises(EngineError):
        count(connection_to(silent, seconds=0.2))


def test_a_cluster_that_does_not_answer_is_left_in_peace(start):
    node = start(UNAVAILABLE)
    connection = connection_to(node.url)
    for _ in range(3):
        with pytest.raises(EngineError, match="no master"):
            count(connection)
    asked = node.asked
    with pytest.raises(EngineError, match="is not asked"):
        count(connection)
    assert node.asked == asked


def test_what_has_time_is_tried_until_it_succeeds(start):
    node = start(UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, SEVEN)
    assert connection_to(node.url).work(lambda client: client.count(index="any")["count"], patience=20) == 7


def test_an_address_that_is_none_is_an_engine_error():
    with pytest.raises(EngineError):
        connection_to("search:9200:9300")
