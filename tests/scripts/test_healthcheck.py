import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from scripts.healthcheck import answers, host_header
from scripts.local_services.ports import free_ports


@pytest.mark.parametrize(
    ("allowed", "host"),
    [
        ("portal.example", "portal.example"),
        ("portal.example, www.portal.example", "portal.example"),
        (".portal.example", "portal.example"),
        ("*", "localhost"),
        ("", "localhost"),
    ],
)
def test_asks_by_a_name_that_is_allowed(allowed, host):
    assert host_header({"ALLOWED_HOSTS": allowed}) == host


def test_nothing_set_at_all():
    assert host_header({}) == "localhost"


class Portal(BaseHTTPRequestHandler):
    def do_GET(self):
        well = (self.path, self.headers["Host"]) == ("/healthz", "portal.example")
        self.send_response(200 if well else 400)
        self.end_headers()

    def log_message(self, *arguments):
        """Say nothing."""


@pytest.fixture
def port():
    with HTTPServer(("127.0.0.1", 0), Portal) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def test_well_when_the_portal_says_so(port):
    assert answers(port, "portal.example") is True


def test_not_well_when_it_refuses(port):
    assert answers(port, "stranger.example") is False


def test_not_well_when_nobody_answers():
    [port] = free_ports(1)
    assert answers(port, "portal.example") is False
