"""A cluster that is reached over TLS and asks for a key: what happens with the right one, and with a wrong one.

The node is a real one, started for these tests. To be run in one process.
"""

import logging
import os
import traceback
from collections.abc import Iterator

import pytest
from django.core.management import CommandError, call_command

from scripts.local_services.certificates import Authority
from scripts.local_services.elasticsearch_cluster import Cluster
from scripts.local_services.errors import ServiceUnavailable
from scripts.local_services.places import STATE
from search.engines.base import EngineError
from search.engines.current import current_engine
from search.outbox.entry import OutboxEntry
from tests.factories.pages import make_practice
from tests.factories.site import make_site_root

pytestmark = [pytest.mark.cluster, pytest.mark.django_db(transaction=True)]

PREFIX = "portal"

#: The node shares the machine with the tests; how long readers wait is tested elsewhere.
SECONDS = 20.0


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A node of its own, empty."""
    started = Cluster(f"secured-{os.getpid()}", 1, STATE, secured=True)
    try:
        started.start()
    except ServiceUnavailable as reason:
        pytest.skip(f"no cluster can be had here: {reason}")
    yield started
    started.delete()


@pytest.fixture(scope="module")
def key(cluster):
    return cluster.security.api_key(cluster.nodes[0].url, [f"{PREFIX}-*"])


@pytest.fixture
def portal(cluster, key, settings, tmp_path):
    """A portal with a resource, on this cluster, with what it needs to be let in."""
    settings.ELASTICSEARCH_URL = [cluster.nodes[0].url]
    settings.ELASTICSEARCH_API_KEY = key
    settings.ELASTICSEARCH_CA_CERTS = str(cluster.security.ca_certs)
    settings.ELASTICSEARCH_INDEX_PREFIX = PREFIX
    settings.ELASTICSEARCH_SECONDS = SECONDS
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    make_site_root()
    yield make_practice(headline_en="Release plans")
    settings.ELASTICSEARCH_URL = [cluster.nodes[0].url]
    settings.ELASTICSEARCH_API_KEY = key
    settings.ELASTICSEARCH_CA_CERTS = str(cluster.security.ca_certs)
    current_engine().remove()


def found(client, words):
    answer = client.get("/api/v1/search", {"q": words, "also": "off"}).json()
    return [one["title"]["text"] for one in answer["results"]], answer["is_simple"]


def test_with_the_key_the_portal_indexes_searches_and_rebuilds(client, portal, capsys):
    call_command("search_index", "rebuild")
    assert found(client, "plan") == (["Release plans"], False)
    make_practice(headline_en="Leave plans")
    portal.headline_en = "Parole"
    portal.save_revision().publish()
    assert not OutboxEntry.objects.exists()
    assert found(client, "plan") == (["Leave plans"], False)
    assert [one["label"] for one in client.get("/api/v1/suggestions?q=leav").json()["suggestions"]] == ["Leave plans"]
    for command in ("rebuild", "verify", "status"):
        call_command("search_index", command)
    told = capsys.readouterr().out
    assert "Search index: right" in told
    assert "elasticsearch: ready" in told
    assert found(client, "parole") == (["Parole"], False)


def test_a_user_and_password_open_it_too(client, cluster, portal, settings):
    node = cluster.nodes[0].url
    settings.ELASTICSEARCH_URL = [node.replace("https://", f"https://elastic:{cluster.security.password}@")]
    settings.ELASTICSEARCH_API_KEY = ""
    call_command("search_index", "rebuild")
    assert found(client, "plan") == (["Release plans"], False)


@pytest.fixture
def shut_out(request, cluster, portal, settings, tmp_path):
    """The portal with one thing wrong; the secrets that it was given."""
    node = cluster.nodes[0].url
    secrets = [settings.ELASTICSEARCH_API_KEY]
    if request.param == "a wrong key":
        settings.ELASTICSEARCH_API_KEY = "d3Jvbmc6b2YtYWxsLWtleXMtdGhlLXdyb25n"
    elif request.param == "a key for something else":
        settings.ELASTICSEARCH_API_KEY = cluster.security.api_key(node, ["something-*"])
    elif request.param == "a wrong password":
        settings.ELASTICSEARCH_URL = [node.replace("https://", "https://elastic:of-all-words-the-wrong@")]
        settings.ELASTICSEARCH_API_KEY = ""
        secrets.append("of-all-words-the-wrong")
    elif request.param == "a wrong authority":
        other = tmp_path / "other.crt"
        other.write_bytes(Authority().certificate)
        settings.ELASTICSEARCH_CA_CERTS = str(other)
    elif request.param == "no authority":
        settings.ELASTICSEARCH_CA_CERTS = ""
    elif request.param == "a file without certificates":
        (tmp_path / "empty.crt").write_text("nothing")
        settings.ELASTICSEARCH_CA_CERTS = str(tmp_path / "empty.crt")
    return [*secrets, *filter(None, [settings.ELASTICSEARCH_API_KEY])]


@pytest.mark.parametrize(
    ("shut_out", "said"),
    [
        ("a wrong key", "does not accept the key"),
        ("a key for something else", "does not allow this with that key"),
        ("a wrong password", "does not accept the key or the password"),
        ("a wrong authority", "the certificate is not trusted"),
        ("no authority", "the certificate is not trusted"),
        ("a file without certificates", "Elasticsearch"),
    ],
    indirect=["shut_out"],
)
def test_shut_out_it_goes_on_as_if_the_cluster_were_away(client, shut_out, said, settings, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    # Readers: the database answers, and says so.
    page = client.get("/en/library/", {"q": "plans"})
    assert page.status_code == 200
    assert "Release plans" in page.content.decode()
    assert found(client, "plans") == (["Release plans"], True)
    assert client.get("/api/v1/suggestions?q=plans").json()["suggestions"] == []
    # Editors: what they publish waits.
    make_practice(headline_en="Leave plans")
    assert OutboxEntry.objects.exists()
    # Operators, in a process of their own: told what is wrong, in one line.
    settings.ELASTICSEARCH_SECONDS = SECONDS + 1
    with pytest.raises(CommandError, match=said) as refused:
        call_command("search_index", "rebuild")
    call_command("search_index", "status")
    settings.ELASTICSEARCH_SECONDS = SECONDS + 2
    with pytest.raises(EngineError) as error:
        current_engine().fingerprints()
    # And the secret is nowhere.
    told = [page.content.decode(), caplog.text, *capsys.readouterr(), repr(caplog.records)]
    told += ["".join(traceback.format_exception(one.value)) for one in (refused, error)]
    assert said in caplog.text
    for secret in shut_out:
        assert secret not in "".join(told)
