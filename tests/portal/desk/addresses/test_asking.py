"""Asking an address: what may be asked, and what the answer means. The sites are on this machine."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from portal.desk.addresses.asking import Asker, is_public
from portal.desk.models.checked_address import Answer


class Site(BaseHTTPRequestHandler):
    """Says what its path asks for, and remembers what it was asked."""

    asked: list[str] = []

    def answer(self):
        type(self).asked.append(f"{self.command} {self.headers['Host']} {self.path}")
        name = self.path.strip("/").partition("?")[0]
        if name.startswith("to-"):
            self.send_response(302)
            self.send_header("Location", name.removeprefix("to-").replace("_", "/"))
        elif name == "no-head":
            self.send_response(405 if self.command == "HEAD" else 200)
        elif name == "lies":
            self.send_response(404 if self.command == "HEAD" else 200)
        else:
            self.send_response(int(name) if name.isdigit() else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer

    def log_message(self, *_arguments):
        """Quiet."""


@pytest.fixture(scope="module")
def port():
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def asker(port):
    """Takes this machine for a public one, under the name site.example alone."""
    Site.asked = []
    hosts = {"site.example": ["127.0.0.1"], "inside.example": ["10.0.0.1"], "both.example": ["127.0.0.1", "10.0.0.1"]}
    return Asker(
        look_up=lambda host, _port: hosts.get(host, []),
        is_public=lambda address: address == "127.0.0.1",
        ports=frozenset({port}),
    )


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("200", Answer.OK),
        ("204", Answer.OK),
        ("404", Answer.GONE),
        ("410", Answer.GONE),
        ("403", Answer.UNKNOWN),
        ("429", Answer.UNKNOWN),
        ("500", Answer.FAILED),
        ("no-head", Answer.OK),
        ("lies", Answer.OK),
        ("to-200", Answer.OK),
        ("to-404", Answer.GONE),
        ("to-to-200", Answer.OK),
        ("to-", Answer.OK),
    ],
)
def test_what_an_answer_means(asker, port, path, answer):
    assert asker.ask(f"http://site.example:{port}/{path}") == answer


def test_a_site_is_asked_for_the_head_of_the_page_under_its_own_name(asker, port):
    asker.ask(f"http://site.example:{port}/200?q=ж#part")
    assert Site.asked == [f"HEAD site.example:{port} /200?q=%D0%B6"]


@pytest.mark.parametrize(
    "url",
    [
        "ftp://site.example/",
        "file:///etc/passwd",
        "gopher://site.example/",
        "http://inside.example:{port}/",
        "http://both.example:{port}/",
        "http://unknown.example:{port}/",
        "http:///nowhere",
    ],
)
def test_what_is_not_public_is_not_asked(asker, port, url):
    assert asker.ask(url.format(port=port)) == Answer.REFUSED
    assert Site.asked == []


def test_a_redirect_leads_nowhere_inside_either(asker, port):
    assert asker.ask(f"http://site.example:{port}/to-http:__inside.example:{port}_200") == Answer.REFUSED
    assert all("site.example" in one for one in Site.asked)


def test_a_redirect_that_has_no_end(asker, port):
    path = "to-" * 8 + "200"
    assert asker.ask(f"http://site.example:{port}/{path}") == Answer.LOOP


def test_only_ports_of_web_sites_are_asked(asker):
    assert asker.ask("http://site.example:25/") == Answer.UNKNOWN


def test_nobody_there_is_no_answer(asker, port):
    silent = Asker(look_up=asker.look_up, is_public=asker.is_public, ports=frozenset({1}))
    assert silent.ask("http://site.example:1/") == Answer.SILENT


def test_what_does_not_speak_tls_is_not_secure(asker, port):
    assert asker.ask(f"https://site.example:{port}/200") == Answer.INSECURE


@pytest.mark.parametrize(
    "url",
    [
        "http://[::1",
        "http://site.example:99999/",
        "http://exa mple:{port}/",
        "http://\u2024.com:{port}/",
        "http://a..b/",
    ],
)
def test_what_is_no_address_breaks_nothing(asker, port, url):
    assert asker.ask(url.replace("{port}", str(port))) in (Answer.SILENT, Answer.REFUSED, Answer.UNKNOWN)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::1",
    ],
)
def test_what_is_not_on_the_public_internet(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111"])
def test_what_is(address):
    assert is_public(address)
