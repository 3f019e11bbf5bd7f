"""Every test of the search has a site, and an index folder of its own."""

from collections.abc import Callable

import pytest

from portal.website.models import HomePage
from search.engines.current import current_engine
from search.upkeep.build import rebuild


@pytest.fixture
def build_index(search_folder: object, site_root: HomePage) -> Callable[[], int]:
    """Builds the index of everything there is when it is called; returns the number of documents."""
    return lambda: rebuild(current_engine(), lambda number: None)
