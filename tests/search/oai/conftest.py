"""Asking as a harvester does. Every answer is checked against what the protocol says an answer is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
from django.http import HttpResponse
from django.test import Client
from lxml import etree
from sickle import Sickle

from search.harvest.keeping import differing, keep

#: Compiled once: what answers must be is the same for all tests.
RULES = etree.RelaxNG(etree.parse(Path(__file__).parent / "answers.rng"))

OAI = "{http://www.openarchives.org/OAI/2.0/}"
DC = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(response: HttpResponse) -> Any:
    """The root of an answer, which is as the protocol wants it."""
    assert (response.status_code, response["Content-Type"]) == (200, "text/xml; charset=utf-8")
    root = etree.fromstring(response.content)
    RULES.assertValid(root)
    return root


@pytest.fixture
def ask(client: Client) -> Callable[..., Any]:
    """The root of the answer to a verb; `from` is written `since`."""

    def asked(verb: str, by: Client = client, **arguments: str) -> Any:
        if since := arguments.pop("since", ""):
            arguments["from"] = since
        return read(by.get("/oai", {"verb": verb, **arguments}))

    return asked


@pytest.fixture
def error(ask: Callable[..., Any]) -> Callable[..., str]:
    """The code of the error that is the answer."""
    return lambda verb, **arguments: ask(verb, **arguments).find(f"{OAI}error").get("code")


@pytest.fixture
def up_to_date(site_root: object) -> Callable[[], None]:
    """Brings all records up to what is there, as applying the outbox would."""
    return lambda: keep(list(differing()))


@pytest.fixture
def harvester(client: Client) -> Sickle:
    """A harvester that others use, with our test client in place of the network."""

    class Harvester(Sickle):
        def _request(self, arguments: dict[str, str]) -> requests.Response:
            answer = client.get("/oai", arguments)
            read(answer)
            response = requests.Response()
            response.status_code, response._content = answer.status_code, answer.content
            return response

    return Harvester("http://testserver/oai")
