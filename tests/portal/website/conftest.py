"""The starter content of the site, with the words it is classified by."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from portal.core.starter.report import Report
from search.engines.current import current_engine
from search.upkeep.build import rebuild
from tests.factories.site import remove_site_root
from tests.factories.starter import WORDS, load


@pytest.fixture(scope="module")
def started(shared_rows: None) -> Report:
    """The starter content, loaded once for all tests of a module."""
    remove_site_root()
    load(WORDS)
    return load()


@pytest.fixture
def visit(db: None, client: Client) -> Callable[[str], BeautifulSoup]:
    """The page at an address, which must be there."""

    def get(address: str) -> BeautifulSoup:
        response = client.get(address)
        assert response.status_code == 200, address
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


@pytest.fixture
def build_index(search_folder: object, site_root: object) -> Callable[[], int]:
    """Builds the index of everything there is when it is called; returns the number of documents."""
    return lambda: rebuild(current_engine(), lambda number: None)
